"""The archive: pages by year, country and original language, and the directives that lead to them.

The shelves' pages have no source file. They are made short, and written only where what
they show has changed: with ten thousand releases there are hundreds of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
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
from extensions.pages import pages_of
from extensions.release_header import skip
from extensions.release_list import list_rows

CollectedPage = tuple[str, dict[str, Any], str]
RECORD = "archive.json"
MAKERS = (
    Path(__file__),
    Path(__file__).with_name("release_list.py"),
    Path(__file__).with_name("release_header.py"),
)


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
    now = {}
    for name, context in archive_pages(builder):
        now[name] = digest(surroundings + repr(context))
        if before.get(name) != now[name] or not _output(builder, name).exists():
            yield name, context, "archive.html"
    for name in before.keys() - now.keys():
        _output(builder, name).unlink(missing_ok=True)
    replace_file(record, json.dumps(now, indent=0))


def _output(builder: Builder, name: str) -> Path:
    return Path(builder.outdir, *builder.get_target_uri(name).split("/"))


def surrounding_digest(builder: Builder) -> str:
    """A digest of what all pages share: settings, templates, styles, navigation, this code."""
    shared = [*map(Path, builder.config.html_static_path), *map(Path, builder.config.templates_path)]
    files = [file for folder in shared for file in sorted(Path(builder.confdir, folder).rglob("*"))]
    stamps = [(file.name, file.stat().st_mtime_ns) for file in [*files, *MAKERS] if file.is_file()]
    titles = {name: title.astext() for name, title in builder.env.titles.items() if "/" not in name}
    settings = [(value.name, value.value) for value in builder.config.filter(frozenset({"html", "env"}))]
    return digest(repr((stamps, titles, sorted(map(repr, settings)))))


def archive_pages(builder: Builder) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every page of every shelf: its name and what its template shows."""
    language, site = builder.config.language, Site(builder.config.language)
    for shelf in shelves(pages_of(builder.env).releases):
        pages = shelf.pages
        for name, names in pages:
            here = builder.get_target_uri(name)
            yield (
                name,
                {
                    "title": label(shelf, language),
                    "kind": shelf.kind,
                    "count": len(shelf.names),
                    "rows": list_rows(builder, names, at=name),
                    "archive": site.relative(language, builder.get_target_uri("releases/index"), at=here),
                    "pager": [
                        (
                            number_in_words(at, language),
                            site.relative(language, builder.get_target_uri(page), at=here),
                            page == name,
                        )
                        for at, (page, _names) in enumerate(pages, start=1)
                    ],
                },
            )


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
