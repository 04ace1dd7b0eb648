"""Where a term appears: the list of releases in each entry of the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from bayan.archive import newest_first
from bayan.wording import number_in_words
from extensions.glossary_data import PageTerms, cross_reference, terms_of
from extensions.glossary_entries import appears_in, fact, in_language
from extensions.pages import pages_of

MOST = 20
"""Releases in one list, the newest ones. Some terms stand in nearly every release of the
archive, and one page must not name them all.
"""


class ListPlaces(SphinxPostTransform):
    """Fill the entries of the glossary with the places of their terms."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder on the page that is being written."""
        docname = self.env.current_document.docname
        terms = terms_of(self.env)
        if docname not in terms.homes:
            return
        order = newest_first(pages_of(self.env).releases)
        others = sorted(terms.pages.keys() - terms.homes.keys() - set(order))
        pages = {name: terms.pages[name] for name in [*order, *others] if name in terms.pages}
        for place in list(self.document.findall(appears_in)):
            term, language = place["term"], self.config.language
            having = {name: page for name, page in pages.items() if term in page.anchors}
            found = list(
                places(
                    term=term,
                    pages=dict(islice(having.items(), MOST)),
                    titles=self.env.titles,
                    language=language,
                    docname=docname,
                )
            )
            if len(having) > MOST:
                found.append(the_others(place["name"], len(having) - MOST, language))
            place.parent.replace(place, listing(found) if found else [])


def places(
    *,
    term: str,
    pages: Mapping[str, PageTerms],
    titles: Mapping[str, nodes.title],
    language: str,
    docname: str,
) -> Iterator[nodes.list_item]:
    """For each of *pages*, which have *term*: its title, and a link to each paragraph with the term."""
    for page in pages:
        anchors = [anchor for anchor in pages[page].anchors[term] if anchor]
        title = in_language(titles[page].astext(), pages[page].language, language, "place-title")
        link = cross_reference("place", anchors[0] if anchors else "", title, refdoc=docname, refpage=page)
        paragraph = nodes.paragraph("", "", link, translatable=False)
        for anchor in anchors:
            number = nodes.inline("", f"¶{anchor[1:]}")
            paragraph += nodes.Text(" ")
            paragraph += cross_reference(
                "place", anchor, number, refdoc=docname, refpage=page, classes=["term-place"]
            )
        yield nodes.list_item("", paragraph)


def the_others(name: str, count: int, language: str) -> nodes.list_item:
    """The link that searches for *name*, for the *count* releases that are not listed."""
    text = _("Search for the other releases (%(number)s)") % {"number": number_in_words(count, language)}
    link = nodes.reference("", text, refuri=f"search.html?q={quote(name)}", internal=True)
    return nodes.list_item("", nodes.paragraph("", "", link, translatable=False), classes=["place-others"])


def listing(found: list[nodes.list_item]) -> nodes.definition_list:
    """The places of one term under their label."""
    item = fact(_("Appears in"), nodes.bullet_list("", *found))
    return nodes.definition_list("", item, classes=["term-facts", "term-places", "no-terms"])
