"""Text with links to the glossary in it: one node for a run, however many terms it names.

A reference for each term, with the texts between, takes docutils three times as long to make
and to write, and a page has some forty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from extensions.glossary_data import Link, PageTerms
from extensions.glossary_links import Run, runs
from extensions.html_writer import plain_tag


class linked_text(nodes.inline):  # nodes are named as docutils names them
    """A text in which ``links`` lead to the glossary at ``address``; other formats show the text alone."""


def set_links(document: nodes.document, *, language: str, page: PageTerms, address: str) -> bool:
    """Set the links of *page* in *document*; they lead to the glossary at *address*.

    Nothing is done, and False told, where *document* is not what the links were found in.
    """
    by_run: dict[int, list[Link]] = {}
    for link in page.links:
        by_run.setdefault(link.run, []).append(link)
    found = runs(document, language)
    if len(found) != page.runs:
        return False
    for number, links in by_run.items():
        link_run(found[number], links, address)
    return True


def link_run(run: Run, links: Iterable[Link], address: str) -> None:
    """Set *links* in one run of text."""
    first, *others = run.texts
    parent = first.parent
    parent.replace(first, linked_text("", run.text, links=tuple(links), address=address))
    for text in others:
        parent.remove(text)


def visit_linked_text(self: HTML5Translator, node: linked_text) -> None:
    """Write the text and its links."""
    text, at = node.astext(), 0
    for link in node["links"]:
        href = f"{node['address']}#term-{link.term}"
        tag = plain_tag("a", ("term-link",), (("class", "reference internal"), ("href", href)))
        words = self.encode(text[link.start : link.end])
        self.body += (self.encode(text[at : link.start]), tag, words, "</a>")
        at = link.end
    self.body.append(self.encode(text[at:]))
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register how such texts are written; :mod:`extensions.glossary` sets them."""
    app.add_node(linked_text, html=(visit_linked_text, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
