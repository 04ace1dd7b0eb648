"""Note in a catalog that a person has read its translation against the original.

    python scripts/review.py CATALOG.po REVIEWER

Only people review: the name is shown on the page. Any later change of the translation
makes it a draft again.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.catalogs import CatalogError, read_text  # noqa: E402  # the project's folder comes first
from bayan.po_header import with_fields  # noqa: E402
from bayan.po_hold import held, look, replace_unchanged  # noqa: E402
from bayan.review import FIELD, ReviewError, review_field  # noqa: E402
from bayan.unseen import printable  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where nothing could be noted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("catalog", type=Path, help="the .po file that was read")
    parser.add_argument("reviewer", help="the name of the person who read it, as the page shall show it")
    options = parser.parse_args(arguments)
    try:
        with held(options.catalog):
            review(options.catalog, options.reviewer, datetime.now(UTC).date().isoformat())
    except (CatalogError, ReviewError, OSError) as error:
        print(printable(f"error: {error}"), file=sys.stderr)
        return 1
    print(printable(f"{options.catalog}: reviewed by {options.reviewer}"))
    return 0


def review(path: Path, reviewer: str, date: str) -> None:
    """Write the review into the header of the catalog *path*; all else keeps every byte."""
    seen = look(path)
    catalog = read_text(path)
    if catalog.header is None:
        raise ReviewError(f"{path}: has no header; run make catalogs first")
    try:
        value = review_field(catalog.entries, reviewer, date)
    except ReviewError as error:
        raise ReviewError(f"{path}: {error}") from error
    entries = [with_fields(entry, {FIELD: value}) if entry.is_header else entry for entry in catalog.entries]
    replace_unchanged(path, catalog.joined(entries), seen)


if __name__ == "__main__":
    sys.exit(main())
