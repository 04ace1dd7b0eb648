"""Check translations: structure, facts, language and terms.

    python scripts/check.py [PO…]

Without arguments, all catalogs below locales/. docs/checks.md says what is checked.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.checks.catalog import Report, broken, check_catalog  # noqa: E402  # the project's folder comes first
from bayan.files import read_ordinary  # noqa: E402
from bayan.languages import LanguagesError  # noqa: E402
from bayan.po_folder import ATTIC, DEEPEST  # noqa: E402
from bayan.termbase import TermbaseError  # noqa: E402

SAID = re.compile(r"<stdin>:(\d+)(?::\d+)?: (.*)")
"""A fault as ``msgfmt`` tells it: line, perhaps column, and what."""
LOCALES = ROOT / "locales"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all findings; 1 where one of them is an error."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "catalogs", nargs="*", type=Path, metavar="PO", help="catalogs; all where none is given"
    )
    options = parser.parse_args(arguments)
    paths = options.catalogs or catalogs_below(LOCALES)
    try:
        reports = list(check(paths))
    except (LanguagesError, TermbaseError) as error:  # they name the file and line
        print(error, file=sys.stderr)
        return 1
    for report in reports:
        print(report)
    errors = sum(report.severity == "error" for report in reports)
    counts = f"{len(paths)} catalogs: {errors} errors, {len(reports) - errors} warnings"
    print(counts, file=sys.stderr)
    return 1 if errors else 0


def catalogs_below(folder: Path) -> list[Path]:
    """The catalogs of all languages, with those that are not ordinary files, without the attic's.

    Folders that an update refuses count as catalogs, so that they are reported: links, and
    those that lie too deep or cannot be read.
    """
    found: list[Path] = []
    folders = [(folder, 0)] if folder.is_dir() else []
    while folders:
        here, deep = folders.pop()
        try:
            with os.scandir(here) as entries:
                inside = list(entries)
        except OSError:
            found.append(here)
            continue
        for entry in inside:
            path, too_deep = Path(entry.path), deep == DEEPEST
            if entry.name.endswith(".po") or (entry.is_dir() and (entry.is_symlink() or too_deep)):
                found.append(path)
            elif entry.is_dir() and path != folder / ATTIC:
                folders.append((path, deep + 1))
    return sorted(found)


def check(paths: Iterable[Path]) -> Iterator[Report]:
    """The findings on each of *paths*, those of gettext's own tool with them."""
    for path in paths:
        reports = list(check_catalog(path))
        if not any(report.check == "catalog" for report in reports):
            yield from syntax(path)
        yield from reports


def syntax(path: Path) -> Iterator[Report]:
    """What ``msgfmt -c`` calls an error, where gettext is installed.

    It is given the text without the mark at the beginning that some editors write: to it alone
    that is an error, which nobody would see.
    """
    msgfmt = shutil.which("msgfmt")
    if not msgfmt:
        return
    command = [msgfmt, "--check-header", "--check-domain", "--output-file=/dev/null", "-"]
    done = subprocess.run(
        command,
        input=read_ordinary(path).removeprefix(BOM_UTF8),
        env={**os.environ, "LC_ALL": "C"},  # its messages are read here
        capture_output=True,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        said = (SAID.match(line) for line in lines if "warning:" not in line)
        line, what = next((found.groups() for found in said if found), ("1", "msgfmt refuses it"))
        yield broken(path, f"{path}:{line}: {what}; mend the catalog")


if __name__ == "__main__":
    sys.exit(main())
