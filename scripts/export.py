"""Write the termbase and the translations for other programs.

The termbase as TBX, CSV, and gettext glossaries for Weblate and Poedit; the translations
as a translation memory (TMX) for each pair of languages and a two-column table (CSV) for
each catalog.

    python scripts/export.py [--out DIR] [--locales DIR]

The site offers the termbase's files on its glossary page too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.catalogs import (  # noqa: E402  # the project's folder comes first
    CatalogError,
    CatalogText,
    finished,
    read_text,
)
from bayan.files import alone, replace_file, told  # noqa: E402
from bayan.languages import Languages, LanguagesError, load_languages  # noqa: E402
from bayan.po_folder import catalogs_below  # noqa: E402
from bayan.po_header import fields_of  # noqa: E402
from bayan.tables import to_csv, to_tmx  # noqa: E402
from bayan.term_exports import exports, read_definitions  # noqa: E402
from bayan.termbase import TermbaseError, load_termbase  # noqa: E402
from bayan.unseen import printable  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where the termbase has faults, and then nothing is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "export", help="folder to write to")
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    options = parser.parse_args(arguments)
    try:
        languages = load_languages()
        files = exports(load_termbase(), languages, read_definitions(options.locales, languages))
    except (LanguagesError, TermbaseError) as error:
        print(error, file=sys.stderr)
        return 1
    try:
        with alone(options.out):
            for name, data in {**files, **translations(options.locales, languages)}.items():
                replace_file(options.out / name, data)
                print(printable(str(options.out / name)))  # it could command a terminal
    except OSError as error:
        print(f"error: {printable(told(error))}", file=sys.stderr)
        return 1
    return 0


def translations(locales: Path, languages: Languages) -> dict[str, bytes | str]:
    """A table for each catalog below *locales*, and a memory for each pair of languages."""
    files: dict[str, bytes | str] = {}
    memories: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for target in languages:
        for name, catalog in usable(locales, target):
            fields = fields_of(catalog.header) if catalog.header else {}
            source = fields.get("X-Source-Language", languages.site)
            files[f"tables/{target}/{name}.csv"] = to_csv(catalog.entries, source, target)
            memory = memories.setdefault((source, target), [])
            memory += [(msgid, message.msgstr) for msgid, message in finished(catalog).items()]
    for (source, target), pairs in sorted(memories.items()):
        files[f"memory/{source}-{target}.tmx"] = to_tmx(pairs, source, target)
    return files


def usable(locales: Path, language: str) -> Iterator[tuple[str, CatalogText]]:
    """The catalogs of *language* by the name of their page; those that are refused are named."""
    try:
        found = catalogs_below(locales, language)
    except CatalogError as error:
        print(f"left out, with all of {language}: {printable(str(error))}", file=sys.stderr)
        return
    for name, path in found.items():
        try:
            yield name, read_text(path, language)
        except CatalogError as error:
            print(f"left out: {printable(str(error))}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
