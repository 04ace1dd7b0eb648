"""The original beside its translation.

Each translated block of a release page stands in a pair with the block it translates.
Without JavaScript the translation shows; the reader's view is a word on ``<html>``,
``data-view``, and the style sheet does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _

from bayan.languages import load_languages
from bayan.wording import language_name


def set_beside(node: nodes.Element, original: Iterable[nodes.Node], language: str) -> None:
    """Put the nodes of the *original*, in *language*, beside its translation *node*.

    The pair takes over the anchor, so that it leads to whichever of the two is shown. A
    heading's original is no heading: the page has each of its sections once.
    """
    beside = nodes.paragraph(node.rawsource, "", *original, classes=["original"], translatable=False)
    mark_language(beside, language)
    if isinstance(node, nodes.title):
        beside["classes"].append("original-title")
        node["classes"].append("translated-title")
        node.parent.insert(node.parent.index(node) + 1, beside)
        return
    pair = nodes.container(classes=["pair"], ids=node["ids"])
    node["ids"] = []
    node.replace_self(pair)
    pair += [node, beside]
    node["classes"].append("translation")


def mark_language(node: nodes.Element, language: str) -> None:
    """Say on *node* that it is in *language*, and which way that runs."""
    node["classes"].append(f"language-{language}")
    node["dir"] = load_languages()[language].direction


def mark_untranslated(blocks: Iterable[nodes.Element], language: str, reader: str) -> None:
    """Make *blocks* stand out on a page whose other blocks are translated.

    The mark says, to the eye and to screen readers, in which *language* they are.
    """
    mark = _("Original language: %(language)s") % {"language": language_name(language, reader)}
    for block in blocks:
        if isinstance(block, (nodes.paragraph, nodes.title)):
            block["classes"].append("untranslated")
            block["mark"] = str(mark)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the script that switches the view."""
    app.add_js_file("views.js", defer="defer")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
