"""What a first query loads where the search goes over several projects, and how soon it answers."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Response

from bayan.addresses import PROJECTS
from bench.relevance import browser_of, serve
from bench.search_loads import PATIENCE, QUERIES, WATCH

RUNS = 3
RESULT = "#search-results > li a"
PARTS = ("/pagefind/", "/_static/search")
"""What stands in the address of a file that is loaded for the search alone."""


@dataclass(frozen=True)
class Loaded:
    """The median first query from one project: bytes and files of its own and of the others, milliseconds.

    *first* is when the first result shows, *whole* when those of all projects do; *projects* counts the
    projects that the hits are of.
    """

    query: str
    own: float
    others: float
    own_files: float
    other_files: float
    first: float
    whole: float
    projects: int


def all_loads(out: Path, language: str) -> list[Loaded]:
    """What the queries load from the main project's page of search, nothing being cached."""
    with serve(out) as base, browser_of() as browser:
        page = f"{base}/{language}/search.html"
        return [
            median([_load(browser, f"{page}?q={query}", query) for _ in range(RUNS)]) for query in QUERIES
        ]


def median(loads: Sequence[Loaded]) -> Loaded:
    """The median of several loads of the same."""
    own, others, own_files, other_files, first, whole = (
        statistics.median(getattr(load, name) for load in loads)
        for name in ("own", "others", "own_files", "other_files", "first", "whole")
    )
    found = min(load.projects for load in loads)
    return Loaded(loads[0].query, own, others, own_files, other_files, first, whole, found)


def _load(browser: Browser, address: str, query: str) -> Loaded:
    context = browser.new_context()
    try:
        page = context.new_page()
        responses: list[Response] = []

        def note(response: Response) -> None:
            responses.append(response)

        page.on("response", note)
        page.add_init_script(WATCH % RESULT)
        page.goto(address, wait_until="commit")
        page.locator("#search-results[aria-busy=false] > li").first.wait_for(timeout=PATIENCE)
        whole = page.evaluate("performance.now()")
        links = [str(link.get_attribute("href")) for link in page.locator(RESULT).all()]
        told = [one for one in responses if one.ok and any(part in one.url for part in PARTS)]
        away = [len(one.body()) for one in told if f"/{PROJECTS}/" in one.url]
        own = [len(one.body()) for one in told if f"/{PROJECTS}/" not in one.url]
        first = page.evaluate("window.firstResult")
        names = {link.split(f"/{PROJECTS}/")[1].split("/")[0] if PROJECTS in link else "" for link in links}
        return Loaded(query, sum(own), sum(away), len(own), len(away), first, whole, len(names))
    finally:
        context.close()
