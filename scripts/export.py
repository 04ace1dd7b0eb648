"""Write the termbase for other programs: TBX, CSV, and gettext glossaries for Weblate and Poedit.

    python scripts/export.py [--out DIR] [--locales DIR]

The site offers the same files on its glossary page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.files import replace_file  # noqa: E402  # the project's folder comes first
from bayan.languages import load_languages  # noqa: E402
from bayan.term_exports import exports, read_definitions  # noqa: E402
from bayan.termbase import TermbaseError, load_termbase  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where the termbase has faults, and then nothing is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "export", help="folder to write to")
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    options = parser.parse_args(arguments)
    languages = load_languages()
    try:
        files = exports(load_termbase(), languages, read_definitions(options.locales, languages))
    except TermbaseError as error:
        print(error, file=sys.stderr)
        return 1
    for name, data in files.items():
        replace_file(options.out / name, data)
        print(options.out / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
