"""What readers look for is found: the table of queries on the releases among 300 synthetic ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bayan.termbase import load_termbase
from bench.relevance import GOAL, RELEASES, VERSION, ask, read_tables, serve, share
from bench.search_site import build_hosted, build_sites

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_table_has_queries_of_all_readers_for_what_is_there() -> None:
    table = read_tables()
    assert len(table) >= 120 and {query.language for query in table} == {"en", "fr", "ar"}
    pages = [path.name for path in (ROOT / "releases").rglob("*.md")]
    terms = {f"glossary.html#term-{term.id}" for term in load_termbase().terms}
    for query in table:
        for part in query.expected:
            assert part in terms or any(name.startswith(part) for name in pages), query
    assert all(any(part in query.expected for query in table) for part in RELEASES.values())


@pytest.mark.usefixtures("browser_type_launch_args")
def test_what_must_be_found_is_found(browser: Browser, tmp_path: Path) -> None:
    site = build_sites(tmp_path, 300)
    page = browser.new_page()
    with serve(site) as address:
        outcomes = [ask(page, address, query) for query in read_tables()]
    page.close()
    missed = [(one.query.language, one.query.text, one.place) for one in outcomes if not one.found]
    assert share(outcomes) >= GOAL, missed


@pytest.mark.usefixtures("browser_type_launch_args")
def test_the_same_is_found_on_read_the_docs(browser: Browser, tmp_path: Path) -> None:
    site = build_hosted(tmp_path, 40, VERSION)
    page = browser.new_page()
    with serve(site) as address:
        outcomes = [ask(page, address, query, f"/{VERSION}") for query in read_tables()]
    page.close()
    missed = [(one.query.language, one.query.text, one.place) for one in outcomes if not one.found]
    assert share(outcomes) >= GOAL, missed
