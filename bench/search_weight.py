"""What search costs: ``bench/search_weight.py [--sizes 100 1000] [--native]``; with FULL=1 also 10,000.

For each number of synthetic releases: CPU, time and memory of indexing one language, and what
a first query loads in a browser and how long it takes. With ``--native`` the same site is
also built with Sphinx's own search, and asked the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Response  # noqa: E402  # the path above comes first

from bench.measure import Cost, cost_of  # noqa: E402
from bench.relevance import browser_of, serve  # noqa: E402
from bench.search_site import build_sites  # noqa: E402

SIZES = (100, 1_000)
FULL = (10_000,)
LANGUAGE = "en"
QUERIES = ("trafficking", "voluntary return", "Ministry of Interior workshop")


@dataclass(frozen=True)
class Load:
    """What a first query loads after its page: bytes and files in all and of the reader's language alone,
    and milliseconds until the first result shows."""

    own: int
    all: int
    files: int
    milliseconds: float


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bayan-weight-") as name:
        folder = Path(name)
        site = build_sites(folder / "site", 0)
        for count in options.sizes:
            cost = index_into(site, count, folder)
            row("Pagefind", count, cost, loads(site, f"/{LANGUAGE}/search.html?q=", "#search-results a"))
            if options.native:
                native = build_sites(folder / f"native-{count}", count, native=True, languages=(LANGUAGE,))
                address = f"/native/{LANGUAGE}/search.html?q="
                row("native", count, None, loads(native, address, "#search-results li a"))
    return 0


def index_into(site: Path, count: int, folder: Path) -> Cost:
    """Put an index of *count* synthetic releases in the place of the site's own."""
    out = folder / f"index-{count}"
    command = [sys.executable, str(ROOT / "bench/search_index.py"), str(count), LANGUAGE, str(out)]
    cost = cost_of([command], ROOT, folder / "log.txt")
    there = site / LANGUAGE / "pagefind"
    shutil.copy2(there / "words.pack", out / "pagefind/words.pack")
    shutil.rmtree(there)
    (out / "pagefind").rename(there)
    return cost


def loads(site: Path, address: str, result: str) -> list[Load]:
    """What each of the queries loads, in a browser that has seen nothing yet."""
    with serve(site) as base, browser_of() as browser:
        return [first_query(browser, base + address + query, result) for query in QUERIES]


def first_query(browser: Browser, address: str, result: str) -> Load:
    """Open *address* until a *result* shows and the network rests."""
    context = browser.new_context(bypass_csp=True)  # as in bench/relevance.py
    page = context.new_page()
    bodies: list[tuple[str, Callable[[], int]]] = []

    def note(response: Response) -> None:
        bodies.append((response.url, lambda: len(response.body())))

    page.on("response", note)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(result, timeout=60_000)
    milliseconds = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    sizes = [(url, size()) for url, size in bodies if is_of_search(url)]
    own = sum(size for url, size in sizes if f"/{LANGUAGE}/" in url and "/releases/" not in url)
    context.close()
    return Load(own, sum(size for _, size in sizes), len(sizes), milliseconds)


def is_of_search(url: str) -> bool:
    """Whether a file is loaded for the search alone; other languages' pages are, for their titles."""
    native = ("searchindex.js", "searchtools.js", "language_data.js")
    return (
        "/pagefind/" in url
        or "/_static/search" in url
        or "/releases/" in url
        or url.split("?", maxsplit=1)[0].endswith(native)
    )


def row(name: str, count: int, cost: Cost | None, found: list[Load]) -> None:
    """Print one row."""
    built = f"{cost.cpu:6.1f} s CPU {cost.wall:6.1f} s {cost.peak / 2**30:5.2f} GB" if cost else " " * 32
    for query, load in zip(QUERIES, found, strict=True):
        print(
            f"{count:>6,}  {name:9} {built}  {load.own / 1e3:7.0f} kB own {load.all / 1e3:7.0f} kB all"
            f" {load.files:4} files {load.milliseconds:7.0f} ms  {query}",
            flush=True,
        )


def _parser() -> argparse.ArgumentParser:
    sizes = (*SIZES, *FULL) if os.environ.get("FULL") == "1" else SIZES
    parser = argparse.ArgumentParser(description="Measure what search costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="numbers of releases")
    parser.add_argument("--native", action="store_true", help="also Sphinx's own search")
    return parser


if __name__ == "__main__":
    sys.exit(main())
