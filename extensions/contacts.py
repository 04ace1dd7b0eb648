"""Telephone numbers and e-mail addresses of a release's contacts become links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from bayan.contact_links import find_links
from bayan.release import Release
from extensions.pages import pages_of


class LinkContacts(SphinxTransform):
    """Link the contacts of a release page, in the original as in a translation."""

    default_priority = 25  # after the blocks have been translated

    def apply(self, **kwargs: Any) -> None:
        """Link the contacts of the page that is being read."""
        release = pages_of(self.env).releases.get(self.env.docname)
        if release and release.contacts:
            link_contacts(self.document, release)


def link_contacts(document: nodes.document, release: Release) -> None:
    """Turn what is printed of the contacts of *release* into links, in place."""
    phones = {phone for contact in release.contacts for phone in contact.phones}
    emails = {email for contact in release.contacts for email in contact.emails}
    for text in list(document.findall(nodes.Text)):
        links = list(find_links(str(text), phones, emails))
        if links and (block := paragraph_of(text)):
            text.parent.replace(text, list(linked_pieces(str(text), links)))
            block["classes"].append("contact")


def paragraph_of(text: nodes.Text) -> nodes.paragraph | None:
    """The paragraph that *text* stands in; None where it is a link already, or stands elsewhere."""
    node: nodes.Node | None = text.parent
    if isinstance(node, nodes.reference):
        return None
    while node is not None and not isinstance(node, nodes.paragraph):
        node = node.parent
    return node


def linked_pieces(text: str, links: Iterable[tuple[int, int, str]]) -> Iterator[nodes.Node]:
    """*text* as a run of plain text and *links*: start, end and address of each."""
    at = 0
    for start, end, address in links:
        if start < at:
            continue
        if start > at:
            yield nodes.Text(text[at:start])
        link = nodes.reference(text[start:end], text[start:end], refuri=address)
        # A number among right-to-left words falls apart unless it is an island of its own.
        yield nodes.inline("", "", link, classes=["contact-link"], dir="ltr")
        at = end
    if at < len(text):
        yield nodes.Text(text[at:])


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the links of contacts."""
    app.add_transform(LinkContacts)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
