"""The archive: pages by year, country and original language, and the directives that lead to them.

The shelves' pages have no source file. They are made short, and written only where what
they show has changed: with ten thousand releases there are hundreds of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from bayan.addresses import Site
from bayan.archive import KINDS, UNKNOWN, Shelf, per_year, shelves
from bayan.files import replace_file
from bayan.release import digest
from bayan.wording import country_name, language_name, number_in_words
from extensions.archive_state import release_digests, surrounding_digest
from extensions.pages import pages_of
from extensions.release_header import skip
from extensions.release_list import list_rows

CollectedPage = tuple[str, dict[str, Any], str]
RECORD = "archive.json"


class release_shelves(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where links to the shelves of one ``kind`` are shown; ``years`` asks for the chart."""


class ReleaseShelves(SphinxDirective):
    """Link the shelves of a kind: ``year``, ``country`` or ``language``; ``:chart:`` draws the years."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"chart": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Leave a node that is filled when the page is written."""
        kind = directives.choice(self.arguments[0], KINDS)
        docname = self.env.docname
        pages_of(self.env).lists[docname] = True
        return [release_shelves(docname=docname, kind=kind, chart="chart" in self.options)]


def visit_release_shelves(self: HTML5Translator, node: release_shelves) -> None:
    """Write the links through their template."""
    builder, language = self.builder, self.config.language
    releases = pages_of(builder.env).releases
    here, site = builder.get_target_uri(node["docname"]), Site(language)
    links = [
        {
            "label": label(shelf, language),
            "count": number_in_words(len(shelf.names), language),
            "address": site.relative(language, builder.get_target_uri(shelf.page()), at=here),
        }
        for shelf in shelves(releases)
        if shelf.kind == node["kind"]
    ]
    if node["kind"] != "year":
        links.sort(key=lambda link: str(link["label"]))
    chart = bars(per_year(releases)) if node["chart"] else []
    context = {"links": links, "kind": node["kind"], "chart": chart}
    self.body.append(builder.templates.render("release-shelves.html", context))
    raise nodes.SkipNode


def bars(counts: list[tuple[int, int]]) -> list[dict[str, int]]:
    """The bars of the chart of years: year, number, and height in hundredths of the highest."""
    highest = max((number for _year, number in counts), default=1)
    return [{"year": year, "number": number, "height": number * 100 // highest} for year, number in counts]


def label(shelf: Shelf, language: str) -> str:
    """What a shelf is called in the reader's words."""
    if shelf.key == UNKNOWN:
        return str(_("Date unknown") if shelf.kind == "year" else _("Country unknown"))
    if shelf.kind == "country":
        return country_name(shelf.key, language)
    return language_name(shelf.key, language) if shelf.kind == "language" else shelf.key


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
    known = release_digests(builder)
    now = {}
    for page in archive_pages(builder):
        now[page.name] = digest(repr((surroundings, page, [known[name] for name in page.names])))
        if before.get(page.name) != now[page.name] or not _output(builder, page.name).exists():
            yield page.name, page_context(builder, page), "archive.html"
    for name in before.keys() - now.keys():
        _output(builder, name).unlink(missing_ok=True)
    replace_file(record, json.dumps(now, indent=0))


def _output(builder: Builder, name: str) -> Path:
    return Path(builder.outdir, *builder.get_target_uri(name).split("/"))


@dataclass(frozen=True)
class ArchivePage:
    """One page of a shelf: its name, its number from 1, and the releases on it."""

    name: str
    number: int
    names: tuple[str, ...]
    kind: str
    title: str
    count: int
    others: tuple[str, ...]


def archive_pages(builder: Builder) -> Iterator[ArchivePage]:
    """Every page of every shelf."""
    for shelf in shelves(pages_of(builder.env).releases):
        pages, title = shelf.pages, label(shelf, builder.config.language)
        others = tuple(name for name, _names in pages)
        for number, (name, names) in enumerate(pages, start=1):
            yield ArchivePage(name, number, names, shelf.kind, title, len(shelf.names), others)


def page_context(builder: Builder, page: ArchivePage) -> dict[str, Any]:
    """What the template shows of *page*."""
    language, here = builder.config.language, builder.get_target_uri(page.name)

    def address(name: str) -> str:
        return Site(language).relative(language, builder.get_target_uri(name), at=here)

    return {
        "title": page.title,
        "kind": page.kind,
        "count": page.count,
        "rows": list_rows(builder, page.names, at=page.name),
        "archive": address("releases/index"),
        "pager": [
            (number_in_words(at, language), address(other), other == page.name)
            for at, other in enumerate(page.others, start=1)
        ],
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the pages of the shelves."""
    app.add_node(
        release_shelves,
        html=(visit_release_shelves, None),
        text=(skip, None),
        latex=(skip, None),
        man=(skip, None),
        texinfo=(skip, None),
    )
    app.add_directive("release-shelves", ReleaseShelves)
    app.connect("html-collect-pages", collect_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
