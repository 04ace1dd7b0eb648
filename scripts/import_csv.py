"""Bring a table of translations back into its catalog, each to be confirmed by a translator.

    python scripts/import_csv.py FILE.csv [--catalog FILE.po] [--locales DIR]

The table is one that `make export` wrote. A row whose original is not in the catalog any
more is refused and named; the others are taken.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.catalogs import CatalogError, read_text  # noqa: E402  # the project's folder comes first
from bayan.languages import load_languages  # noqa: E402
from bayan.po_hold import held, look, replace_unchanged  # noqa: E402
from bayan.po_import import with_imported  # noqa: E402
from bayan.tables import TableError, from_csv, match_rows  # noqa: E402


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
    except (TableError, CatalogError, OSError, UnicodeDecodeError) as error:
        print(f"error: {options.table}: {error}", file=sys.stderr)
        return 1


def bring_back(table: Path, catalog: Path | None, locales: Path) -> int:
    """Merge *table* into its catalog and tell what was done; the exit status."""
    _source, target, rows = from_csv(table.read_text(encoding="utf-8"))
    if target not in load_languages():
        raise TableError(f"line 1: {target!r} is not in languages.toml; the second cell names the target")
    path = catalog or find_catalog(table.stem, target, locales)
    with held(path):
        seen = look(path)
        known = read_text(path, target)
        new, strange = match_rows(rows, known.entries)
        replace_unchanged(path, known.joined(with_imported(known.entries, new, table.name)), seen)
    for row in strange:
        print(f"{table}:{row.line}: error: its original is not in {path}; it changed or was never there",
              file=sys.stderr)  # fmt: skip
    print(f"{path}: {len(new)} translations to be confirmed, {len(strange)} rows refused")
    return 1 if strange else 0


def find_catalog(name: str, language: str, locales: Path) -> Path:
    """The one catalog of *language* called *name*."""
    found = sorted((locales / language / "LC_MESSAGES").rglob(f"{name}.po"))
    if len(found) != 1:
        raise TableError(f"{len(found)} catalogs of {language} are called {name}.po; name one with --catalog")
    return found[0]


if __name__ == "__main__":
    sys.exit(main())
