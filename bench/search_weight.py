"""What search costs: ``bench/search_weight.py [--sizes 100 1000] [--docs]``; with FULL=1 also 10,000.

For each number of synthetic releases: what making the index of one language costs, what a first
query moves, and how soon the first result shows; Sphinx's own search of the same text beside it,
in the same run. With ``--docs`` the figures go into docs/search.md too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.measure import Cost, cost_of  # noqa: E402  # the path above comes first
from bench.relevance import browser_of, serve  # noqa: E402
from bench.report import put_into, table  # noqa: E402
from bench.search_loads import BAYAN, LANGUAGE, LINES, NATIVE, QUERIES, Line, Load, first_query  # noqa: E402
from bench.search_site import build_sites  # noqa: E402

SIZES = (100, 1_000)
FULL = (10_000,)
RUNS = 3
DOCUMENT = ROOT / "docs/search.md"
Loads = dict[tuple[str, str], list[Load]]
"""What was loaded, by search and line."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    built: list[Sequence[str]] = []
    moved: list[Sequence[str]] = []
    waited: list[Sequence[str]] = []
    with tempfile.TemporaryDirectory(prefix="bayan-weight-") as name:
        folder = Path(name)
        site = build_sites(folder / "own", 0)
        native = build_sites(folder / "native", 0, native=True, languages=(LANGUAGE,))
        shutil.move(native / "native", site / "native")
        for count in options.sizes:
            built += index_into(site, count, folder)
            loads = all_loads(site)
            moved += weights(count, loads)
            waited += times(count, loads)
            print(f"{count:,} releases measured", flush=True)
    text = "\n\n".join(
        [
            table(("releases", "making the index of one language", "CPU s", "wall s", "peak GB"), built),
            table(("releases", "first query, kB", "moved", "compressed", "the heaviest", "files"), moved),
            table(("releases", "line", "Bayan ms", "Sphinx’s own ms", "ratio"), waited),
        ]
    )
    print(f"\n{text}")
    if options.docs:
        put_into(DOCUMENT, text)
    return 0


def index_into(site: Path, count: int, folder: Path) -> list[Sequence[str]]:
    """Put indexes of *count* synthetic releases in the place of the sites' own; what that cost."""
    out, program = folder / f"index-{count}", str(ROOT / "bench/search_index.py")

    def run(*arguments: str) -> Cost:
        return cost_of([[sys.executable, program, *arguments]], ROOT, folder / "log.txt")

    costs = {
        "keys, with the making of the synthetic text": run("stage", str(count), LANGUAGE, str(out)),
        "the index": run("index", str(out)),
        "Sphinx’s own, with the making of the text": run("native", str(count), LANGUAGE, str(out)),
    }
    there = site / LANGUAGE / "pagefind"
    for name in ("words.pack", "definitions.pack"):
        shutil.copy2(there / name, out / "pagefind" / name)
    shutil.rmtree(there)
    (out / "pagefind").rename(there)
    (out / "searchindex.js").replace(site / "native" / LANGUAGE / "searchindex.js")
    shutil.rmtree(out)
    return [
        (f"{count:,}", name, f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.peak / 2**30:.2f}")
        for name, cost in costs.items()
    ]


def all_loads(site: Path) -> Loads:
    """What the queries load and how long they take, both searches in turn, nothing being cached."""
    found: Loads = {}
    with serve(site) as base, browser_of() as browser:
        for line in LINES:
            for _ in range(RUNS):
                for query in QUERIES:
                    for search in (BAYAN, NATIVE):
                        load = first_query(browser, base, search, query, line)
                        found.setdefault((search.name, line.name), []).append(load)
    return found


def weights(count: int, loads: Loads) -> list[Sequence[str]]:
    """The rows of what is moved: of all queries on average, and of the heaviest."""
    rows: list[Sequence[str]] = []
    for search in (BAYAN, NATIVE):
        ones = loads[search.name, LINES[0].name]
        mean = statistics.mean(load.moved for load in ones) / 1e3
        compressed = statistics.mean(load.compressed for load in ones) / 1e3
        heaviest = max(load.moved for load in ones) / 1e3
        files = statistics.mean(load.files for load in ones)
        rows.append(
            (
                f"{count:,}",
                search.name,
                f"{mean:,.0f}",
                f"{compressed:,.0f}",
                f"{heaviest:,.0f}",
                f"{files:.0f}",
            )
        )
    return rows


def times(count: int, loads: Loads) -> list[Sequence[str]]:
    """The rows of how soon the first result shows, the median."""

    def median(name: str, line: Line) -> float:
        return statistics.median(load.milliseconds for load in loads[name, line.name])

    rows: list[Sequence[str]] = []
    for line in LINES:
        own, native = (median(search.name, line) for search in (BAYAN, NATIVE))
        rows.append((f"{count:,}", line.name, f"{own:.0f}", f"{native:.0f}", f"{own / native:.2f}"))
    return rows


def _parser() -> argparse.ArgumentParser:
    sizes = (*SIZES, *FULL) if os.environ.get("FULL") == "1" else SIZES
    parser = argparse.ArgumentParser(description="Measure what search costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="numbers of releases")
    parser.add_argument("--docs", action="store_true", help=f"write the figures into {DOCUMENT.name} too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
