"""Anchors on a release page that are the same in every language.

``#p<n>`` counts paragraphs and list items in source order, ``#s<n>`` headings below the
title. They come from the place in the source, never from text, which translation changes.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from extensions.pages import is_prose


class NumberBlocks(SphinxTransform):
    """Give each block of a prose page its anchor, before anything is translated."""

    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        """Number the page that is being read."""
        if is_prose(self.env.docname, self.config.prose_pages):
            number_blocks(self.document)


def number_blocks(document: nodes.document) -> None:
    """Number the blocks of *document*; the first paragraph of a list item has its item's number."""
    sections = list(document.findall(nodes.section))
    for count, section in enumerate(sections):
        section["ids"] = [f"s{count}"] if count else ["release"]
    blocks = (node for node in document.findall(nodes.Element) if is_counted(node))
    for count, block in enumerate(blocks, start=1):
        block["ids"] = [f"p{count}"]


def is_counted(node: nodes.Element) -> bool:
    """Whether *node* is a list item, or a paragraph that does not open one."""
    if isinstance(node, nodes.list_item):
        return True
    if not isinstance(node, nodes.paragraph):
        return False
    parent = node.parent
    return not (isinstance(parent, nodes.list_item) and parent.children[0] is node)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the anchors."""
    app.add_transform(NumberBlocks)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
