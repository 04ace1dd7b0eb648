"""Where a term appears: the list of releases in each entry of the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _

from bayan.archive import Shelf, newest_first
from bayan.wording import number_in_words
from extensions.archive_links import terms_by_page
from extensions.glossary_data import PageTerms, terms_of
from extensions.glossary_entries import appears_in, fact, in_language
from extensions.pages import pages_of

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
    """Replace each placeholder in *document* by the list of those of *pages* that have its term.

    *shelved* counts the releases on each term's shelf.
    """
    for place in list(document.findall(appears_in)):
        having = [name for name, page in pages.items() if place["term"] in page.anchors]
        found = [
            place_item(
                in_language(titles[name].astext(), pages[name].language, language, "place-title"),
                address_of(name),
                pages[name].anchors[place["term"]],
            )
            for name in islice(having, MOST)
        ]
        if count := shelved.get(place["term"], 0):
            shelf = address_of(Shelf("term", place["term"], ()).page())
            found.append(all_of_them(shelf, count, language))
        place.parent.replace(place, listing(found) if found else [])


def place_item(title: nodes.TextElement, address: str, anchors: tuple[str, ...]) -> nodes.list_item:
    """The *title* of a page, and a link to each of its paragraphs *anchors*."""
    named = [anchor for anchor in anchors if anchor]
    paragraph = nodes.paragraph("", "", link_to(title, address, *named[:1]), translatable=False)
    for anchor in named:
        paragraph += nodes.Text(" ")
        link = link_to(nodes.inline("", f"¶{anchor[1:]}"), address, anchor)
        link["classes"].append("term-place")
        paragraph += link
    return nodes.list_item("", paragraph)


def link_to(content: nodes.Node, address: str, anchor: str = "") -> nodes.reference:
    """*content* as a link to a place of the page at *address*."""
    refuri = f"{address}#{anchor}" if anchor else address
    return nodes.reference("", "", content, internal=True, refuri=refuri)


def all_of_them(address: str, count: int, language: str) -> nodes.list_item:
    """The link to the shelf at *address* with the *count* releases that have a term."""
    text = _("All releases with this term (%(number)s)") % {"number": number_in_words(count, language)}
    paragraph = nodes.paragraph("", "", link_to(nodes.inline("", text), address), translatable=False)
    return nodes.list_item("", paragraph, classes=["all-places"])


def listing(found: list[nodes.list_item]) -> nodes.definition_list:
    """The places of one term under their label."""
    item = fact(_("Appears in"), nodes.bullet_list("", *found))
    return nodes.definition_list("", item, classes=["term-facts", "term-places", "no-terms"])
