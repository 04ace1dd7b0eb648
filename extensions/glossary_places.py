"""Where a term appears: the list of releases in each entry of the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from extensions.glossary_data import PageTerms, cross_reference, terms_of
from extensions.glossary_entries import appears_in, fact, in_language


class ListPlaces(SphinxPostTransform):
    """Fill the entries of the glossary with the places of their terms."""

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder on the page that is being written."""
        docname = self.env.current_document.docname
        terms = terms_of(self.env)
        if docname not in terms.homes:
            return
        pages = {name: page for name, page in terms.pages.items() if name not in terms.homes}
        for place in list(self.document.findall(appears_in)):
            found = list(
                places(
                    term=place["term"],
                    pages=pages,
                    titles=self.env.titles,
                    language=self.config.language,
                    docname=docname,
                )
            )
            place.parent.replace(place, listing(found) if found else [])


def places(
    *,
    term: str,
    pages: Mapping[str, PageTerms],
    titles: Mapping[str, nodes.title],
    language: str,
    docname: str,
) -> Iterator[nodes.list_item]:
    """For each page with *term*: its title, and a link to each paragraph with the term."""
    for page in sorted(pages):
        anchors = [anchor for anchor in pages[page].anchors.get(term, ()) if anchor]
        if term not in pages[page].anchors:
            continue
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


def listing(found: list[nodes.list_item]) -> nodes.definition_list:
    """The places of one term under their label."""
    item = fact(_("Appears in"), nodes.bullet_list("", *found))
    return nodes.definition_list("", item, classes=["term-facts", "term-places", "no-terms"])
