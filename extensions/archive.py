"""The archive's pages: releases by year, country, original language and term.

They have no source file. They are made short, and written only where what they show has
changed: with ten thousand releases there are thousands of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder

from bayan.archive import near
from bayan.files import replace_file
from bayan.languages import Language
from bayan.release import digest
from bayan.wording import number_in_words
from extensions.archive_links import address, all_shelves, crumbs, shelf_label
from extensions.archive_state import surrounding_digest
from extensions.glossary_data import entry_address, terms_of
from extensions.release_digests import LISTED, release_digests
from extensions.release_list import list_rows

CollectedPage = tuple[str, dict[str, Any], str]
RECORD = "archive.json"
FILTERS = {"country": "country", "language": "original", "term": "term"}
"""The search's filter for each kind of shelf; a year is whole in one part."""


def collect_pages(app: Sphinx) -> Iterator[CollectedPage]:
    """The pages of all shelves that are not already written as they should be."""
    return changed_pages(app.builder, Path(app.doctreedir) / RECORD)


def changed_pages(builder: Builder, record: Path) -> Iterator[CollectedPage]:
    """Each page whose content is not what *record* says was written; what is gone is removed.

    The record is away while pages are written, so a build that was stopped writes all anew.
    """
    try:
        before: dict[str, str] = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = {}
    record.unlink(missing_ok=True)
    surroundings = surrounding_digest(builder)
    known = release_digests(builder.env)
    rows: dict[str, str] = {}
    now = {}
    for page in archive_pages(builder):
        now[page.name] = digest(repr((surroundings, page, [known[name][LISTED] for name in page.names])))
        if before.get(page.name) != now[page.name] or not _output(builder, page.name).exists():
            yield page.name, page_context(builder, page, rows), "archive.html"
    for name in before.keys() - now.keys():
        _output(builder, name).unlink(missing_ok=True)
    replace_file(record, json.dumps(now, indent=0))


def _output(builder: Builder, name: str) -> Path:
    return Path(builder.outdir, *builder.get_target_uri(name).split("/"))


@dataclass(frozen=True)
class ArchivePage:
    """One page of a shelf: its name, the releases on it, and what it says beside them.

    *language* is the title's where it is not the reader's; *links* are the shelf's pages to
    link to, by number and name, with None for a gap; *entry* is the term whose entry the
    glossary has; *everywhere* asks the search for the shelf in all parts of a split archive.
    """

    name: str
    names: tuple[str, ...]
    title: str
    language: Language | None
    number: int
    links: tuple[tuple[int, str] | None, ...]
    entry: str
    everywhere: str


def archive_pages(builder: Builder) -> Iterator[ArchivePage]:
    """Every page of every shelf."""
    home, split = terms_of(builder.env).home, bool(builder.config.archive_parts)
    for shelf in all_shelves(builder.env):
        pages = shelf.pages
        title, language = shelf_label(builder, shelf)
        entry = shelf.key if home and shelf.kind == "term" else ""
        everywhere = f"{FILTERS[shelf.kind]}={shelf.key}" if split and shelf.kind in FILTERS else ""
        for number, (name, names) in enumerate(pages, start=1):
            shown = near(number, len(pages)) if len(pages) > 1 else []
            links = tuple((at, pages[at - 1][0]) if at else None for at in shown)
            yield ArchivePage(name, names, title, language, number, links, entry, everywhere)


def page_context(builder: Builder, page: ArchivePage, rows: dict[str, str]) -> dict[str, Any]:
    """What the template shows of *page*; *rows* keeps those made for other shelves.

    All shelves lie at the same depth, so the same links hold on each of them.
    """
    missing = [name for name in page.names if name not in rows]
    rows.update(zip(missing, list_rows(builder, missing, at=page.name), strict=True))
    home = terms_of(builder.env).home
    search = address(builder, "search", at=page.name)
    return {
        "title": page.title,
        "title_language": page.language,
        "rows": [rows[name] for name in page.names],
        "crumbs": crumbs(builder, at=page.name),
        "entry": entry_address(builder, home, page.entry, at=page.name) if home and page.entry else "",
        "everywhere": f"{search}?{page.everywhere}" if page.everywhere else "",
        "pager": [
            (number_in_words(link[0], builder.config.language), address(builder, link[1], at=page.name))
            if link
            else None
            for link in page.links
        ],
        "number": number_in_words(page.number, builder.config.language),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the pages of the shelves."""
    app.connect("html-collect-pages", collect_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
