"""What a first query loads in a browser that has seen nothing yet, and how soon its first result shows."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Response, TimeoutError

from bench.measure import BenchError

LANGUAGE = "en"
QUERIES = ("trafficking", "voluntary return", "Ministry of Interior migrants")


TRIES = 3
PATIENCE = 60_000
"""Milliseconds; on a busy machine a page with an index of 17 MB takes its time."""
STATE = "[location.href, document.readyState, document.querySelector('#search-results')?.textContent]"


@dataclass(frozen=True)
class Search:
    """A search: its page, what its first result looks like, the files that are loaded for it alone."""

    name: str
    page: str
    result: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A reader's line: milliseconds to the server and back, bytes in a second; 0 is this machine's own."""

    name: str
    delay: int = 0
    speed: int = 0


@dataclass(frozen=True)
class Load:
    """What one query moved: bytes from a server that compresses nothing, from one that does, files,
    and milliseconds from opening the page to the first result."""

    moved: int
    compressed: int
    files: int
    milliseconds: float


BAYAN = Search(
    "Bayan",
    f"/{LANGUAGE}/search.html",
    "#search-results > li a",
    (f"/{LANGUAGE}/pagefind/", f"/{LANGUAGE}/_static/search"),
)
NATIVE = Search(
    "Sphinx’s own",
    f"/native/{LANGUAGE}/search.html",
    "#search-results li a",
    ("searchindex.js", "searchtools.js", "language_data.js", "sphinx_highlight.js"),
)
LINES = (Line("none"), Line("4G: 60 ms, 9 Mbit/s", 60, 1_125_000))

# A result is seen when it is drawn; asking from outside would add what the asking takes.
WATCH = """(() => {
    const look = () => {
        if (!window.firstResult && document.querySelector(%r)) {
            requestAnimationFrame(() => { window.firstResult ??= performance.now(); });
        }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()"""


def first_query(browser: Browser, base: str, search: Search, query: str, line: Line) -> Load:
    """Open *search* with *query* until it has answered; a page that hangs is told, and opened again.

    :raises BenchError: where it hangs each time.
    """
    for _ in range(TRIES):
        context = browser.new_context(bypass_csp=True)  # the site's policy refuses Sphinx's own scripts
        try:
            return _load(context.new_page(), f"{base}{search.page}?q={query}", search, line)
        except TimeoutError:
            page = context.pages[0]
            print(f"{search.name} hangs, opened again: {page.evaluate(STATE)}", flush=True)
        finally:
            context.close()
    raise BenchError(f"{search.name}: {query!r} shows no result")


def _load(page: Page, address: str, search: Search, line: Line) -> Load:
    _set_line(page, line)
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.add_init_script(WATCH % search.result)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstResult", timeout=PATIENCE, polling=50)
    milliseconds = page.evaluate("window.firstResult")
    if search is BAYAN:
        page.locator("#search-results[aria-busy=false]").wait_for(state="attached", timeout=PATIENCE)
    bodies = [one.body() for one in responses if one.ok and any(part in one.url for part in search.files)]
    return Load(
        sum(map(len, bodies)),
        sum(min(len(body), len(gzip.compress(body))) for body in bodies),
        len(bodies),
        milliseconds,
    )


def _set_line(page: Page, line: Line) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    # Sphinx's own search opens the page of every hit, for its excerpt. Here they are not there.
    session.send("Network.setBlockedURLs", {"urls": ["*/native/*/releases/*"]})
    if line.delay:
        limits = {
            "offline": False,
            "latency": line.delay,
            "downloadThroughput": line.speed,
            "uploadThroughput": line.speed,
        }
        session.send("Network.emulateNetworkConditions", limits)
