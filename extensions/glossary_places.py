"""Where a term appears: the list of releases in each entry of the glossary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.writers.html5 import HTML5Translator

from bayan.archive import Shelf, newest_first
from bayan.languages import load_languages
from bayan.wording import number_in_words
from extensions.archive_links import terms_by_page
from extensions.glossary_data import PageTerms, terms_of
from extensions.glossary_entries import appears_in
from extensions.pages import pages_of
from extensions.release_header import skip

MOST = 10
"""Releases in one list, the newest ones. Some terms stand in nearly every release of the
archive, and one page must not name them all; the term's shelf does.
"""


def list_places(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Fill the glossary's entries when it is written: only then are all places known."""
    terms = terms_of(app.env)
    if docname not in terms.homes:
        return
    order = newest_first(pages_of(app.env).releases)
    others = sorted(terms.pages.keys() - terms.homes.keys() - set(order))
    fill_entries(
        doctree,
        pages={name: terms.pages[name] for name in [*order, *others] if name in terms.pages},
        shelved=Counter(term for found in terms_by_page(app.env).values() for term in found)
        if app.config.archive_by_term
        else {},
        titles=app.env.titles,
        language=app.config.language,
        address_of=lambda page: app.builder.get_relative_uri(docname, page),
    )


def fill_entries(
    document: nodes.document,
    *,
    pages: Mapping[str, PageTerms],
    shelved: Mapping[str, int],
    titles: Mapping[str, nodes.title],
    language: str,
    address_of: Callable[[str], str],
) -> None:
    """Give each placeholder in *document* the list of those of *pages* that have its term.

    *shelved* counts the releases on each term's shelf.
    """
    names = names_by_term(pages)
    for node in document.findall(appears_in):
        term = node["term"]
        node["places"] = [
            place_item(
                titles[name].astext(),
                spoken="" if pages[name].language == language else pages[name].language,
                address=address_of(name),
                anchors=pages[name].anchors[term],
            )
            for name in names[term]
        ]
        if count := shelved.get(term, 0):
            node["shelf"] = address_of(Shelf("term", term, ()).page())
            number = number_in_words(count, language)
            node["all"] = _("All releases with this term (%(number)s)") % {"number": number}


def names_by_term(pages: Mapping[str, PageTerms]) -> Mapping[str, list[str]]:
    """The first of *pages* that have each term, as many as one list holds."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, page in pages.items():
        for term in page.anchors:
            if len(names[term]) < MOST:
                names[term].append(name)
    return names


def place_item(title: str, *, spoken: str, address: str, anchors: Iterable[str]) -> dict[str, Any]:
    """The *title* of a page in the language *spoken* (empty: the reader's), and links to its paragraphs."""
    links = [(anchor.removeprefix("p"), f"{address}#{anchor}") for anchor in anchors if anchor]
    return {
        "title": title,
        "language": spoken,
        "direction": load_languages()[spoken].direction if spoken else "",
        "first": links[0][1] if links else address,
        "links": links,
    }


def visit_appears_in(self: HTML5Translator, node: appears_in) -> None:
    """Write the list through its template."""
    if node.get("places") or node.get("shelf"):
        places = self.builder.templates.render("glossary/places.html", {**node.attributes})
        self.body += (places, "\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the lists; :mod:`extensions.glossary_entries` leaves their places."""
    leave_out = (skip, None)
    app.add_node(
        appears_in,
        html=(visit_appears_in, None),
        latex=leave_out,
        text=leave_out,
        man=leave_out,
        texinfo=leave_out,
    )
    app.connect("doctree-resolved", list_places)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
