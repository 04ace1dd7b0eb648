"""Measure: ``bench/run.py [--sizes 10 100 1000] [--mkdocs] [--docs]``; with FULL=1 up to 10,000.

Every case is built in a fresh copy under a temporary folder. Compare the ratios: they
stand within one run, on one machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.cases import CASES, COLD, Case  # noqa: E402  # the path above comes first
from bench.measure import NOTHING, BenchError, cost_of  # noqa: E402
from bench.report import Row, figures, put_into  # noqa: E402
from bench.weight import Weight, pages_since, weigh  # noqa: E402
from bench.workspace import Site, write_archive  # noqa: E402

SIZES = (10, 100, 1_000)
FULL = (3_000, 10_000)
RESULT = ROOT / "_build/bench/figures.md"
DOCUMENT = ROOT / "docs/performance.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status is 1 where a case failed."""
    options = _parser().parse_args(arguments)
    cases = [case for case in CASES if _wanted(case, options)]
    rows: list[Row] = []
    weights: list[Weight] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bayan-bench-") as folder:
        for count in options.sizes:
            data = write_archive(count, Path(folder))
            for case in (case.until(options.until) for case in cases if count >= case.least):
                try:
                    measure(case, count, data, Path(folder), rows, weights)
                except BenchError as error:
                    failures.append(f"{case.name} at {count:,}: {error}")
                    print(failures[-1], file=sys.stderr)
    text = figures(rows, weights)
    print(f"\n{text}")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(text, encoding="utf-8")
    if options.docs:
        put_into(DOCUMENT, text)
    return 1 if failures else 0


def measure(case: Case, count: int, data: Path, folder: Path, rows: list[Row], weights: list[Weight]) -> None:
    """Add a row to *rows* for each stage of *case*, in a copy that is removed afterwards, and to *weights*.

    :raises BenchError: where a command fails or leaves a page stale.
    """
    site = Site(folder / "site", count, data)
    site.folder.mkdir()
    before, written = NOTHING, 0
    try:
        case.prepare(site)
        for stage in case.stages:
            if not (site.folder / stage.needs).exists():
                continue
            stage.edit(site)
            start = time.time_ns()
            cost = cost_of(stage.commands(site), site.folder, folder / "log.txt")
            stage.check(site)
            before = cost + before if stage.continues else cost
            written = pages_since(site, start) + (written if stage.continues else 0)
            rows.append(Row(count, case.name, stage.name, written, before))
            spent = f"{before.cpu:8.1f} s CPU  {before.instructions / 1e9:8.1f} G instr."
            print(f"{count:>6,}  {case.name:15}  {stage.name:32}  {spent}", flush=True)
            if stage.name == COLD:
                weights.append(weigh(case.name, site))
    finally:
        shutil.rmtree(site.folder)


def _wanted(case: Case, options: argparse.Namespace) -> bool:
    if options.only and case.name not in options.only:
        return False
    return not case.asked_by or bool(getattr(options, case.asked_by))


def _parser() -> argparse.ArgumentParser:
    sizes = (*SIZES, *FULL) if os.environ.get("FULL") == "1" else SIZES
    parser = argparse.ArgumentParser(description="Measure the build against others on the same text.")
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="numbers of releases")
    parser.add_argument("--only", nargs="+", choices=[case.name for case in CASES], help="these builds alone")
    parser.add_argument("--until", default="", metavar="STEP", help="no step of a build after this one")
    parser.add_argument(
        "--mkdocs", action="store_true", help="also MkDocs Material (installs it under _build)"
    )
    parser.add_argument("--docs", action="store_true", help=f"write the figures into {DOCUMENT.name} too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
