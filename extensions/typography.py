"""Text on pages has the no-break spaces of its language; sources and catalogs stay as they are.

It is set when a page has been read, so that titles in lists and navigation have it, too.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from bayan.languages import load_languages
from bayan.typography import set_spaces

LANGUAGE = "language-"
AS_WRITTEN = (
    nodes.literal, nodes.literal_block, nodes.raw, nodes.comment, nodes.math, nodes.math_block,
)  # fmt: skip


def set_page(app: Sphinx, doctree: nodes.document) -> None:
    """Set the page that has just been read; messages for translators are not pages."""
    if app.builder.format == "html":
        set_text(doctree, app.config.language)


def set_text(node: nodes.Element, language: str) -> None:
    """Set all text in *node*, which is in *language* where it does not say otherwise."""
    classes: list[str] = node.get("classes", [])
    for name in classes:
        if name.startswith(LANGUAGE):
            language = name.removeprefix(LANGUAGE)
    for child in list(node.children):
        if isinstance(child, nodes.Text):
            text = set_spaces(str(child), load_languages()[language])
            if text != child:
                node.replace(child, nodes.Text(text))
        elif isinstance(child, nodes.Element) and not isinstance(child, AS_WRITTEN):
            set_text(child, language)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the setting of pages, before titles and terms are collected from them."""
    app.connect("doctree-read", set_page, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
