"""How well search finds what it must: ``bench/relevance.py [--releases N] [--native] [--hosted]``.

Builds the project's own releases among N synthetic ones, asks every query of
``tests/fixtures/search/relevance*.tsv`` in a real browser, and prints the share that is found.
With ``--native`` the same queries also go to Sphinx's own search, as a baseline; with
``--hosted`` the sites are built and served as on Read the Docs.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright  # noqa: E402  # the path above comes first

from bench.search_site import build_hosted, build_sites  # noqa: E402
from scripts.browser import find_chromium, flags  # noqa: E402

TABLES = sorted((ROOT / "tests/fixtures/search").glob("relevance*.tsv"))
RELEASES = {
    "inspectors": "loim-au-koweit-renforce-",
    "return": "loim-au-koweit-facilite-",
    "belgium": "des-responsables-du-moyen-orient-",
    "saudi": "loim-soutient-la-formation-",
    "frontline": "aqdt-almndhmh-aldwlyh-llhjrh-",
}
GOAL = 0.95
VERSION = "latest"


@dataclass(frozen=True)
class Query:
    """A row of the table; *expected* are parts of addresses, one of which suffices."""

    language: str
    text: str
    expected: tuple[str, ...]
    within: int
    kind: str


@dataclass(frozen=True)
class Outcome:
    """Where the first expected link stood, from 1; 0 where none was found."""

    query: Query
    place: int

    @property
    def found(self) -> bool:
        """Whether it stood where it must."""
        return 0 < self.place <= self.query.within


def read_tables(paths: Sequence[Path] = TABLES) -> list[Query]:
    """The queries of all tables."""
    return [query for path in paths for query in read_table(path)]


def read_table(path: Path) -> list[Query]:
    """The queries of one table."""
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    queries = []
    for language, text, expected, within, kind in (row.split("\t") for row in rows[1:]):
        parts = tuple(RELEASES.get(name, f"glossary.html#{name}") for name in expected.split())
        queries.append(Query(language, text, parts, int(within), kind))
    return queries


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status is 1 where less is found than the goal asks."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bayan-relevance-") as folder:
        below = f"/{VERSION}" if options.hosted else ""
        if options.site:
            site = options.site
        elif options.hosted:
            site = build_hosted(Path(folder), options.releases, VERSION)
        else:
            site = build_sites(Path(folder), options.releases, native=options.native)
        with serve(site) as address, browser_of() as browser:
            # Sphinx's own search runs scripts that the site's policy refuses.
            page = browser.new_page(bypass_csp=True)
            outcomes = [ask(page, address, query, below) for query in read_tables()]
            report("Bayan", outcomes)
            if options.native:
                report(
                    "Sphinx's native search", [ask_native(page, address, query) for query in read_tables()]
                )
    return 0 if share(outcomes) >= GOAL else 1


def ask(page: Page, address: str, query: Query, below: str = "") -> Outcome:
    """Type *query* on the page of search; *below* stands between the language and the pages (``/latest``)."""
    start = f"{address}/{query.language}{below}/search.html"
    if not page.url.startswith(start):
        page.goto(start, wait_until="networkidle")
        page.wait_for_selector("#search-results[aria-busy=false]", state="attached")
    page.evaluate(
        """(text) => {
            document.getElementById("search-results").setAttribute("aria-busy", "true");
            const input = document.getElementById("search-page-box");
            input.value = text;
            input.form.requestSubmit();
        }""",
        query.text,
    )
    page.wait_for_selector("#search-results[aria-busy=false]", state="attached")
    return outcome(page, query, "main #search-results > li a:first-child")


def ask_native(page: Page, address: str, query: Query) -> Outcome:
    """Ask Sphinx's own search."""
    page.goto("about:blank")
    page.goto(f"{address}/native/{query.language}/search.html?q={query.text}")
    with suppress(TimeoutError):  # it says nothing where it finds nothing
        page.wait_for_selector("#search-results ul.search > li > a", timeout=2_000)
        page.wait_for_load_state("networkidle")
    return outcome(page, query, "#search-results ul.search > li > a")


def outcome(page: Page, query: Query, links: str) -> Outcome:
    """Where an expected link stands among *links*, a page counted once."""
    script = f"[...document.querySelectorAll({links!r})].map((link) => link.href)"
    for place, link in enumerate(page.evaluate(script), 1):
        bare = str(link).split("?")[0] + ("#" + str(link).split("#")[1] if "#" in str(link) else "")
        if any(part in bare for part in query.expected):
            return Outcome(query, place)
    return Outcome(query, 0)


def share(outcomes: Sequence[Outcome]) -> float:
    """The part of *outcomes* that were found where they must be."""
    return sum(one.found for one in outcomes) / len(outcomes) if outcomes else 0.0


def report(name: str, outcomes: Sequence[Outcome]) -> None:
    """Print the figures, and what was missed."""
    first = sum(one.place == 1 for one in outcomes) / len(outcomes)
    print(f"\n{name}: {share(outcomes):.1%} of {len(outcomes)} queries found in time, {first:.1%} first")
    for title, key in (("reader", "language"), ("kind", "kind")):
        for value in sorted({getattr(one.query, key) for one in outcomes}):
            part = [one for one in outcomes if getattr(one.query, key) == value]
            print(f"  {title} {value:11} {share(part):7.1%} of {len(part)}")
    for one in outcomes:
        if not one.found:
            print(f"  missed: {one.query.language}  {one.query.text}  (place {one.place or 'none'})")


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve *folder* on this machine's own address, without a word."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that goes elsewhere in the middle of a file is no error."""

    handler = functools.partial(Handler, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def browser_of() -> Iterator[Browser]:
    """The browser that ``make test`` uses."""
    chromium, options = find_chromium(), flags()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        yield browser
        browser.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure how well search finds what it must.")
    parser.add_argument("--releases", type=int, default=300, help="synthetic releases around the real ones")
    parser.add_argument("--native", action="store_true", help="also ask Sphinx's own search")
    parser.add_argument("--hosted", action="store_true", help="build as Read the Docs does")
    parser.add_argument("--site", type=Path, help="sites that are built already, instead of building them")
    return parser


if __name__ == "__main__":
    sys.exit(main())
