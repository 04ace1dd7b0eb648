"""Where running text names terms of the glossary.

Occurrences are found when a page has been read, and kept; links are set when it is
written (:mod:`extensions.linked_text`). So the glossary knows them whichever page is
written first, and messages for translators stay plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from bayan.matching import Matcher
from extensions.glossary_data import Link, PageTerms

ANCHOR = re.compile(r"p\d+")
LANGUAGE = "language-"
SKIPPED_CLASSES = frozenset({"contact", "no-terms", "original-title"})
SKIPPED = (
    nodes.title, nodes.subtitle, nodes.rubric, nodes.caption, nodes.reference, nodes.literal,
    nodes.literal_block, nodes.raw, nodes.comment, nodes.math, nodes.math_block, nodes.term,
    nodes.field_list, nodes.docinfo, nodes.footnote_reference, nodes.citation_reference, nodes.label,
    nodes.system_message, addnodes.pending_xref, addnodes.download_reference, addnodes.index,
    addnodes.toctree, addnodes.literal_emphasis, addnodes.literal_strong,
)  # fmt: skip


@dataclass
class Run:
    """Neighbouring texts that a reader sees as one; their language, anchor and owner.

    *owner* is the term whose definition the run belongs to.
    """

    texts: list[nodes.Text]
    language: str
    anchor: str
    owner: str

    @property
    def text(self) -> str:
        """The words of the run."""
        return "".join(map(str, self.texts))


def runs(document: nodes.document, language: str) -> list[Run]:
    """All runs of text in *document* in which terms may be linked, in order."""
    found: list[Run] = []
    _collect(document, found, language, "", "")
    return found


def _collect(node: nodes.Element, found: list[Run], language: str, anchor: str, owner: str) -> None:
    attributes = node.attributes
    if attributes["classes"]:
        if not SKIPPED_CLASSES.isdisjoint(attributes["classes"]):
            return
        language = language_of(node, language)
    if attributes["ids"]:
        anchor = next(filter(ANCHOR.fullmatch, attributes["ids"]), anchor)
    owner = attributes.get("termbase_id", owner)
    texts: list[nodes.Text] = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            texts.append(child)
            continue
        if texts:
            found.append(Run(texts, language, anchor, owner))
            texts = []
        if isinstance(child, nodes.Element) and not isinstance(child, SKIPPED):
            _collect(child, found, language, anchor, owner)
    if texts:
        found.append(Run(texts, language, anchor, owner))


def find_terms(
    document: nodes.document, *, language: str, matcher_of: Callable[[str], Matcher], made_from: str
) -> PageTerms:
    """The terms in *document*: each linked where it first occurs in each language.

    In a glossary each definition counts by itself, and never links to its own term.
    """
    links: list[Link] = []
    anchors: dict[str, dict[str, None]] = {}
    seen: set[tuple[str, str, str]] = set()
    found = runs(document, language)
    for number, run in enumerate(found):
        for match in matcher_of(run.language).find(run.text):
            if match.term == run.owner:
                continue
            anchors.setdefault(match.term, {})[run.anchor] = None
            key = (match.term, run.language, run.owner)
            if key not in seen:
                seen.add(key)
                links.append(Link(number, match.start, match.end, match.term))
    title = next(iter(document.findall(nodes.title)), None)
    return PageTerms(
        tuple(links),
        {term: tuple(places) for term, places in anchors.items()},
        len(found),
        made_from,
        language_of(title, language) if title is not None else language,
        {
            code: tuple(sorted({term for term, spoken, _ in seen if spoken == code}))
            for code in sorted({spoken for _, spoken, _ in seen})
        },
    )


def language_of(node: nodes.Element, language: str) -> str:
    """The language that *node* itself says it is in, else *language*."""
    classes: list[str] = node.get("classes", [])
    return next((name.removeprefix(LANGUAGE) for name in classes if name.startswith(LANGUAGE)), language)
