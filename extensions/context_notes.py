"""What translators are told about each message: what it is, where it stands, the terms in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from bayan.contact_links import find_links
from bayan.matching import Matcher
from bayan.po_context import term_note
from bayan.prose import plain
from bayan.release import Release
from bayan.speech import is_quotation, speaker

KINDS: tuple[tuple[type[nodes.Node], str], ...] = (
    (addnodes.toctree, "label in the navigation"),
    (nodes.image, "description of an image"),
    (nodes.meta, "description for search engines"),
    (nodes.caption, "caption"),
    (nodes.term, "term"),
    (nodes.rubric, "heading"),
    (nodes.title, "heading"),
)
AROUND: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.list_item, "list item"),
    (nodes.definition, "definition"),
    (nodes.block_quote, "quotation"),
    (nodes.entry, "cell of a table"),
)
"""What a paragraph of the site's own pages is, by what is around it."""


@dataclass
class PageNotes:
    """Writes the notes of one page, from its first block to its last.

    *release* is what the page holds, unless it is one of the site's own; *matcher* finds terms
    in the language of the page.
    """

    release: Release | None
    matcher: Matcher | None
    earlier: str = ""
    lead: bool = True

    def notes(self, node: nodes.Element, msgid: str) -> Iterator[str]:
        """The notes of one message of the page."""
        text = plain(msgid)
        anchor = anchor_of(node)
        kind = self._kind(node, text)
        yield f"{kind}, #{anchor}" if anchor else kind
        found: set[str] = set()
        for match in self.matcher.find(text) if self.matcher else ():
            if match.term not in found:
                found.add(match.term)
                yield term_note(text[match.start : match.end], match.term)

    def _kind(self, node: nodes.Element, text: str) -> str:
        """What the message is to a reader of the page."""
        if isinstance(node, nodes.title) and is_page_title(node):
            return "title"
        for kind, name in KINDS:
            if isinstance(node, kind):
                return name
        return self._kind_of_text(node, text)

    def _kind_of_text(self, node: nodes.Element, text: str) -> str:
        lead, inside = self.lead, {type(parent) for parent in ancestors(node)}
        self.lead = False
        release = self.release
        if release is None:
            return next((name for kind, name in AROUND if kind in inside), "paragraph")
        phones = [phone for contact in release.contacts for phone in contact.phones]
        emails = [email for contact in release.contacts for email in contact.emails]
        if any(find_links(text, phones, emails)):
            return "contact line"
        quoted = nodes.block_quote in inside
        if quoted or is_quotation(text):
            by = speaker(text, release.language, self.earlier)
            self.earlier = by or self.earlier
            if by or quoted or text[:1] in '«“"':
                return f"quotation by {by}" if by else "quotation"
        if nodes.list_item in inside:
            return "list item"
        return "lead" if lead else "paragraph"


def is_page_title(node: nodes.Element) -> bool:
    """Whether *node* is the title of the page, not of one of its sections."""
    return isinstance(node.parent, nodes.section) and isinstance(node.parent.parent, nodes.document)


def ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    """The nodes around *node*, the nearest first."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def anchor_of(node: nodes.Element) -> str:
    """The name of the nearest place that a link can lead to."""
    for place in (node, *ancestors(node)):
        # The name of an entry in a list of definitions stands on its term.
        named = place.children[0] if isinstance(place, nodes.definition_list_item) else place
        if isinstance(named, nodes.Element) and named.get("ids"):
            return str(named["ids"][0])
    return ""
