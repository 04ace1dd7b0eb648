"""Tell how much of each page is translated into each language.

    python scripts/progress.py [--pot DIR] [--locales DIR] [--out FILE.json]

What counts is today's templates, which are extracted anew, not what the catalogs hold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.catalogs import CatalogError, catalog_path, read_text  # noqa: E402  # the project's folder comes first
from bayan.files import replace_file  # noqa: E402
from bayan.languages import load_languages  # noqa: E402
from bayan.po_plan import read_templates  # noqa: E402
from bayan.review import review_of  # noqa: E402
from scripts.catalogs import extract  # noqa: E402

WIDTH = 20


@dataclass(frozen=True)
class Row:
    """One page in one target language, counted in messages and in words of the original."""

    page: str
    language: str
    messages: int
    translated: int
    fuzzy: int
    words: int
    translated_words: int
    reviewed: str | None


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where a template or catalog is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pot", type=Path, help="folder of templates; extracted anew where not given")
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "_build" / "progress.json", help="file for programs"
    )
    options = parser.parse_args(arguments)
    try:
        found = list(rows(options.pot or extract(ROOT / "_build" / "gettext"), options.locales))
    except CatalogError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print("The pages could not be read (see above).", file=sys.stderr)
        return error.returncode
    for row in found:
        print(line(row))
    for language in load_languages():
        print(line(total(language, [row for row in found if row.language == language])))
    replace_file(options.out, json.dumps([asdict(row) for row in found], indent=1) + "\n")
    return 0


def rows(pots: Path, locales: Path) -> Iterator[Row]:
    """Every page in every language that it is translated into."""
    languages = load_languages()
    for template in read_templates(pots, languages):
        for target in languages.targets(template.source):
            path = catalog_path(locales, target, template.name)
            catalog = read_text(path, target) if path.exists() else None
            known = {entry.key: entry for entry in catalog.messages if not entry.obsolete} if catalog else {}
            now = [(entry, known.get(entry.key)) for entry in read_text(template.path).messages]
            done = [new for new, old in now if old and all(old.strings) and not old.fuzzy]
            review = review_of(catalog) if catalog else None
            yield Row(
                page=template.name,
                language=target,
                messages=len(now),
                translated=len(done),
                fuzzy=sum(bool(old and old.fuzzy) for _, old in now),
                words=sum(len(new.msgid.split()) for new, _ in now),
                translated_words=sum(len(new.msgid.split()) for new in done),
                reviewed=review.date if review else None,
            )


def total(language: str, found: list[Row]) -> Row:
    """The sum of *found*."""
    keys = ("messages", "translated", "fuzzy", "words", "translated_words")
    sums = {key: sum(getattr(row, key) for row in found) for key in keys}
    reviewed = sum(row.reviewed is not None for row in found)
    return Row(page="ALL", language=language, **sums, reviewed=f"{reviewed} of {len(found)} pages")


def line(row: Row) -> str:
    """One row as the terminal shows it."""
    share = row.translated_words * 100 // row.words if row.words else 100
    bar = ("#" * (share * WIDTH // 100)).ljust(WIDTH, ".")
    reviewed = f", reviewed {row.reviewed}" if row.reviewed else ""
    return (
        f"{row.language} {bar} {share:3} % {row.translated}/{row.messages} messages, "
        f"{row.fuzzy} to be checked{reviewed}  {row.page}"
    )


if __name__ == "__main__":
    sys.exit(main())
