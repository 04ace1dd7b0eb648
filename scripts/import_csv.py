"""Bring a table of translations back into its catalog, each to be confirmed by a translator.

    python scripts/import_csv.py FILE.csv [--catalog FILE.po] [--locales DIR]

The table is one that `make export` wrote. A row whose original is not in the catalog any
more is refused and named; the others are taken.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.catalogs import MAX_BYTES, CatalogError, read_text  # noqa: E402  # the project's folder comes first
from bayan.files import read_ordinary  # noqa: E402
from bayan.languages import LanguagesError, load_languages  # noqa: E402
from bayan.po_folder import catalogs_below  # noqa: E402
from bayan.po_hold import held, look, replace_unchanged  # noqa: E402
from bayan.po_import import proved  # noqa: E402
from bayan.tables import Row, TableError, from_csv, match_rows  # noqa: E402
from bayan.unseen import UNSEEN, deceives, printable  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where anything of the table was refused."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path, help="the .csv file")
    parser.add_argument(
        "--catalog", type=Path, help="the .po file; found by the table's name where not given"
    )
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    options = parser.parse_args(arguments)
    try:
        return bring_back(options.table, options.catalog, options.locales)
    except LanguagesError as error:
        print(error, file=sys.stderr)
        return 1
    except (TableError, CatalogError, OSError) as error:
        print(printable(f"error: {options.table}: {error}"), file=sys.stderr)
        return 1


def bring_back(table: Path, catalog: Path | None, locales: Path) -> int:
    """Merge *table* into its catalog and tell what was done; the exit status."""
    _source, target, rows = from_csv(read_table(table))
    if target not in load_languages():
        raise TableError(f"line 1: {target!r} is not in languages.toml; the second cell names the target")
    path = catalog or find_catalog(table.stem, rows, target, locales)
    with held(path):
        seen = look(path)
        known = read_text(path, target)
        new, why = match_rows([row for row in rows if not deceives(row.target)], known.entries)
        replace_unchanged(path, proved(known, new, table.name, target), seen)
    why |= {row.line: f"holds {UNSEEN}; take them out" for row in rows if deceives(row.target)}
    for line, reason in sorted(why.items()):
        print(printable(f"{table}:{line}: error: {reason}"), file=sys.stderr)
    print(printable(f"{path}: {len(new)} translations to be confirmed, {len(why)} rows refused"))
    return 1 if why else 0


def read_table(path: Path) -> str:
    """The text of the table *path*.

    :raises TableError: where it is not there, larger than a table of any catalog, or not UTF-8.
    :raises OSError: where it is not an ordinary file.
    """
    if not path.exists():
        raise TableError("there is no such file; name a table that make export wrote")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise TableError(f"{size:,} bytes; more than {MAX_BYTES:,} are refused")
    data = read_ordinary(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableError(f"line {line}: not UTF-8; save the table as CSV UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find_catalog(name: str, rows: Sequence[Row], language: str, locales: Path) -> Path:
    """The catalog of *language* called *name*; of several, the one that holds most originals of *rows*."""
    found = [path for path in catalogs_below(locales, language).values() if path.stem == name]
    if len(found) == 1:
        return found[0]
    strange = {path: len(match_rows(rows, read_text(path, language).entries)[1]) for path in found}
    best = [path for path in found if strange[path] == min(strange.values())]
    if len(best) != 1:
        raise TableError(f"{len(found)} catalogs of {language} are called {name}.po; name one with --catalog")
    return best[0]


if __name__ == "__main__":
    sys.exit(main())
