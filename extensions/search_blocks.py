"""What search takes of a page: its blocks of text, its facts, what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.locale import _

from bayan.release import Release
from bayan.search_pages import Block, Page
from extensions.pages import Progress
from extensions.release_header import facts, translation_state

LANGUAGE = "language-"
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
    """Title, headings, paragraphs and list items of *doctree*, in order."""
    titled = False
    for node in doctree.findall(lambda node: isinstance(node, KINDS)):
        text = " ".join(node.astext().split())
        if not text or is_second_copy(node):
            continue
        anchor = anchor_of(node) if titled else ""
        titled = titled or isinstance(node, nodes.title)
        yield Block(anchor, language_of(node) or language, text)


def glossary_entries(doctree: nodes.document, language: str) -> Iterator[Block]:
    """The entries of the glossary: a term's name and its definition; its other names are marks."""
    for item in doctree.findall(lambda node: isinstance(node, nodes.Element) and "termbase_id" in node):
        assert isinstance(item, nodes.Element)  # noqa: S101  # the condition above says so
        name = " ".join(item.children[0].astext().replace("¶", " ").split())
        told = next(iter(item.findall(nodes.paragraph)), nodes.paragraph())
        anchor = f"term-{item['termbase_id']}"
        yield Block(anchor, language_of(told) or language, f"{name}: {told.astext()}")


def lineage(node: nodes.Node) -> Iterator[nodes.Element]:
    """*node* and what it stands in, from the inside."""
    at: nodes.Node | None = node
    while isinstance(at, nodes.Element):
        yield at
        at = at.parent


def anchor_of(node: nodes.Node) -> str:
    """The nearest anchor that *node* stands in."""
    return next((element["ids"][0] for element in lineage(node) if element["ids"]), "")


def language_of(node: nodes.Node) -> str:
    """The language that *node* is marked with; empty where it is the page's own."""
    marks = (name for element in lineage(node) for name in element["classes"] if name.startswith(LANGUAGE))
    return next(marks, "").removeprefix(LANGUAGE)


def is_second_copy(node: nodes.Node) -> bool:
    """Whether *node* is the original beside a translation: its own language's index has it."""
    return any("original" in element["classes"] for element in lineage(node))


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
