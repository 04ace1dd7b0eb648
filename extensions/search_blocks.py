"""What search takes of a page: its blocks of text, its facts, what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.locale import _

from bayan.release import Release
from bayan.search_pages import Block, Page
from extensions.glossary_links import language_of
from extensions.pages import Progress
from extensions.release_header import facts, translation_state

KINDS = (nodes.title, nodes.paragraph, nodes.term, nodes.attribution)


def search_page(
    doctree: nodes.document, language: str, release: Release | None, progress: Progress | None
) -> Page:
    """The page with *doctree* on the site of *language*; *release* is the one that it holds."""
    blocks = tuple(page_blocks(doctree, language))
    if entries := tuple(glossary_entries(doctree, language)):
        return Page((*blocks[:1], *entries), filters={"kind": ("glossary",)})
    if release is None:
        return Page(blocks, filters={"kind": ("page",)})
    return Page(
        blocks,
        facts=tuple(shown_facts(release, progress, language)),
        filters=filters(release, progress),
        countries=release.countries,
    )


def page_blocks(doctree: nodes.document, language: str) -> Iterator[Block]:
    """Title, headings, paragraphs and list items of *doctree*, in order; originals beside translations
    are left out, since their own language's index has them.
    """
    titled = False
    for node, anchor, marked in marked_nodes(doctree, "", language):
        text = " ".join(node.astext().split())
        if text:
            yield Block(anchor if titled else "", marked, text)
            titled = titled or isinstance(node, nodes.title)


def marked_nodes(
    element: nodes.Element, anchor: str, language: str
) -> Iterator[tuple[nodes.Element, str, str]]:
    """Each node of text in *element* with the nearest anchor and language around it, down the tree once."""
    attributes = element.attributes
    if attributes["ids"]:
        anchor = attributes["ids"][0]
    if attributes["classes"]:
        if "original" in attributes["classes"]:
            return
        language = language_of(element, language)
    if isinstance(element, KINDS):
        yield element, anchor, language
        return
    for child in element.children:
        if isinstance(child, nodes.Element):
            yield from marked_nodes(child, anchor, language)


def glossary_entries(doctree: nodes.document, language: str) -> Iterator[Block]:
    """The entries of the glossary: a term's name and its definition; its other names are marks."""
    for item in doctree.findall(nodes.definition_list_item):
        if "termbase_id" in item:
            name = " ".join(item.children[0].astext().replace("¶", " ").split())
            told = next(iter(item.findall(nodes.paragraph)), nodes.paragraph())
            anchor = f"term-{item['termbase_id']}"
            yield Block(anchor, language_of(told, language), f"{name}: {told.astext()}")


def filters(release: Release, progress: Progress | None) -> dict[str, tuple[str, ...]]:
    """By what a release can be filtered; the same names stand in the address of a search."""
    return {
        "kind": ("release",),
        "country": release.countries,
        "year": (release.published[:4],) if release.published else (),
        "original": (release.language,),
        "state": (translation_state(progress),),
    }


def shown_facts(release: Release, progress: Progress | None, language: str) -> Iterator[str]:
    """Date, countries and translation of a release, in the reader's words."""
    known = facts(release, language)
    yield known["date"] or _("Date unknown")
    if known["countries"]:
        yield _(", ").join(known["countries"])
    sentence = {
        "original": _("Original text in %(language)s"),
        "none": _("Not yet translated: shown in %(language)s"),
    }.get(translation_state(progress), _("Translated from %(language)s"))
    yield sentence % {"language": known["source_name"]}
