"""Import the raw releases: ``raw/`` → ``releases/``. See docs/importer.md."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.files import replace_file, told  # noqa: E402
from bayan.importing.inputs import InputError  # noqa: E402
from bayan.importing.outcome import Outcome  # noqa: E402
from bayan.importing.run import run_import  # noqa: E402
from bayan.importing.writing import BusyError  # noqa: E402
from bayan.languages import LanguagesError  # noqa: E402
from bayan.places import PlacesError  # noqa: E402
from bayan.unseen import printable  # noqa: E402

MANY = 100
"""Files after which a run that is not on a terminal says how far it is."""


def main(arguments: list[str] | None = None) -> int:
    """Run the import; 1 where any file has an error."""
    options = _parser().parse_args(arguments)
    try:
        outcomes = run_import(
            options.raw, options.pages, options.names, options.report is not None, _progress
        )
    except (InputError, BusyError, LanguagesError, PlacesError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: {told(error)}", file=sys.stderr)
        return 1
    errors = []
    for outcome in outcomes:
        lines = _lines(outcome, options.raw)
        errors += [line for line in lines if ": error: " in line]
        print("".join(f"{line}\n" for line in lines), end="")
    if options.report:
        entries = [outcome.entry() for outcome in outcomes if "/" not in outcome.raw]
        replace_file(options.report, json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
    if options.errors:
        replace_file(options.errors, "".join(f"{line}\n" for line in errors))
    _summary(outcomes)
    return 1 if errors else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Turn raw releases into the pages of the site.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="raw files to import; all without one")
    parser.add_argument("--raw", type=Path, default=ROOT / "raw", help="folder of raw releases")
    parser.add_argument("--pages", type=Path, default=ROOT / "releases", help="folder of pages")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what was read as JSON")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write the errors' lines once more")
    return parser


def _lines(outcome: Outcome, raw: Path) -> list[str]:
    folder = os.path.relpath(raw)
    lines = [f"{folder}/{outcome.raw}:{one.line}: warning: {one.message}" for one in outcome.findings]
    if outcome.error is not None:
        name = outcome.error_file or outcome.raw
        path = os.path.relpath(name) if Path(name).is_absolute() or "/" in name else f"{folder}/{name}"
        lines.append(f"{path}:{outcome.error_line}: error: {outcome.error}")
    return [printable(line) for line in lines]  # a name or a text must not command the terminal


def _summary(outcomes: list[Outcome]) -> None:
    bad = sum(outcome.error is not None for outcome in outcomes)
    same = sum(outcome.unchanged and outcome.error is None for outcome in outcomes)
    warnings = sum(len(outcome.findings) for outcome in outcomes)
    print(
        f"{len(outcomes)} releases: {len(outcomes) - bad - same} written, {same} unchanged, "
        f"{bad} with errors, {warnings} warnings"
    )


def _progress(done: int, total: int) -> None:
    """A bar on a terminal; plain lines elsewhere, for long runs only."""
    if sys.stderr.isatty():
        filled = 30 * done // total
        end = "\n" if done == total else ""
        print(
            f"\r[{'#' * filled}{'.' * (30 - filled)}] {done:,} of {total:,}",
            end=end,
            file=sys.stderr,
            flush=True,
        )
    elif total > MANY and (done % MANY == 0 or done == total):
        print(f"imported {done:,} of {total:,}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
