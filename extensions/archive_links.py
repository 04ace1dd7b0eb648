"""What leads to the archive's shelves: the directive ``release-shelves``, and breadcrumbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from bayan.addresses import Site
from bayan.archive import KINDS, UNKNOWN, Shelf, per_year, shelves, year_of
from bayan.folding import sort_key
from bayan.languages import Language, load_languages
from bayan.release import Release
from bayan.termbase import load_termbase
from bayan.wording import country_name, language_name, number_in_words
from extensions.glossary_data import termbase_file, terms_of
from extensions.pages import pages_of
from extensions.parts import main_address, year_address, years_elsewhere
from extensions.release_header import skip


class release_shelves(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where links to the shelves of one ``kind`` are shown; ``chart`` asks for the chart."""


class ReleaseShelves(SphinxDirective):
    """Link the shelves of a kind (``year``, ``country``, …); ``:chart:`` draws the years."""

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
    builder, releases = self.builder, pages_of(self.builder.env).releases
    shown = [shelf for shelf in all_shelves(builder.env) if shelf.kind == node["kind"]]
    links = [shelf_link(builder, shelf, at=node["docname"]) for shelf in shown]
    others = years_elsewhere(builder.env)
    if node["kind"] != "year":
        links.sort(key=lambda link: sort_key(str(link["label"])))
    elif others:
        links = with_others([shelf.key for shelf in shown], links, others, builder, at=node["docname"])
    chart = chart_of(per_year(releases, others), self.config.language) if node["chart"] else {}
    number = number_in_words(len(links), self.config.language)
    context = {"links": links, "number": number, "chart": chart}
    self.body.append(builder.templates.render("release-shelves.html", context))
    raise nodes.SkipNode


def all_shelves(env: BuildEnvironment) -> list[Shelf]:
    """The shelves of all releases, with those of the terms that stand in them."""
    return shelves(pages_of(env).releases, terms_by_page(env) if env.config.archive_by_term else {})


def terms_by_page(env: BuildEnvironment) -> dict[str, tuple[str, ...]]:
    """The identifiers of the terms in the original of each release, in a fixed order.

    Of the original alone: a translation may have a term more or less, and every language's
    site must have the same pages.
    """
    releases = pages_of(env).releases
    return {name: terms for name, terms in terms_of(env).originals.items() if name in releases}


def shelf_link(builder: Builder, shelf: Shelf, *, at: str) -> dict[str, Any]:
    """A link from the page *at* to a shelf, with the number of its releases."""
    label, language = shelf_label(builder, shelf)
    return {
        "label": label,
        "language": language,
        "count": number_in_words(len(shelf.names), builder.config.language),
        "address": address(builder, shelf.page(), at=at),
    }


def with_others(
    keys: Iterable[str],
    links: Iterable[dict[str, Any]],
    others: Mapping[int, int],
    builder: Builder,
    *,
    at: str,
) -> list[dict[str, Any]]:
    """The *links* to the years *keys*, and links to those of *others*, by their numbers of releases."""
    found = list(zip(keys, links, strict=True))
    for year, count in others.items():
        number = number_in_words(count, builder.config.language)
        link = {"label": str(year), "language": None, "count": number}
        found.append((str(year), {**link, "address": year_address(builder, year, at=at)}))
    found.sort(key=lambda pair: (pair[0] != UNKNOWN, pair[0]), reverse=True)
    return [link for _key, link in found]


def shelf_label(builder: Builder, shelf: Shelf) -> tuple[str, Language | None]:
    """What a shelf is called in the reader's words, and their language where it is another."""
    language = builder.config.language
    if shelf.key == UNKNOWN:
        return str(_("Date unknown") if shelf.kind == "year" else _("Country unknown")), None
    if shelf.kind == "country":
        return country_name(shelf.key, language), None
    if shelf.kind == "language":
        return language_name(shelf.key, language), None
    if shelf.kind == "term":
        term = load_termbase(termbase_file(builder.config, builder.env)).by_id.get(shelf.key)
        code, name = term.title(language) if term else (language, shelf.key)
        return name, None if code == language else load_languages()[code]
    return shelf.key, None


def chart_of(counts: Iterable[tuple[int, int]], language: str) -> dict[str, Any]:
    """The chart of years: its bars, and in words what they show.

    A bar has its year, its number, and its height in hundredths of the highest.
    """
    known = list(counts)
    highest = max((number for _year, number in known), default=1)
    bars = [
        {"year": year, "number": number_in_words(number, language), "height": number * 100 // highest}
        for year, number in known
    ]
    words = [f"{bar['year']}: {bar['number']}" for bar in bars if bar["height"]]
    return {"bars": bars, "words": str(_(", ")).join(words)}


def crumbs(builder: Builder, *, at: str, release: Release | None = None) -> list[tuple[str, str]]:
    """The way from the first page to the page *at*: labels and addresses.

    A *release* stands below its year, a page of a shelf below the archive.
    """
    found = [(str(_("Home")), "index"), (str(_("Releases")), "releases/index")]
    way = [(label, main_address(builder, name, at=at)) for label, name in found]
    if release:
        shelf = Shelf("year", year_of(release), ())
        way.append((shelf_label(builder, shelf)[0], address(builder, shelf.page(), at=at)))
    return way


def address(builder: Builder, name: str, *, at: str) -> str:
    """The link from the page *at* to the page *name* of the same language."""
    language = builder.config.language
    return Site(language).relative(language, builder.get_target_uri(name), at=builder.get_target_uri(at))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_config_value("archive_by_term", True, "html", types=(bool,))
    leave_out = (skip, None)
    app.add_node(
        release_shelves,
        html=(visit_release_shelves, None),
        text=leave_out,
        latex=leave_out,
        man=leave_out,
        texinfo=leave_out,
    )
    app.add_directive("release-shelves", ReleaseShelves)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
