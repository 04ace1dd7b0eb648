"""The parser of release pages: prose, and nothing else that MyST could read.

Release pages come from outside, so they are read with the few rules of
:mod:`bayan.prose` and turned into nodes here. The site's own pages, which the
project writes, keep all of MyST. One Markdown reader serves all pages; stock
MyST makes one for every page and every translated message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.token import Token
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx

from bayan.link_rules import refuse_address
from bayan.prose import BLOCK_RULES_OFF, MAX_NESTING
from extensions.pages import is_prose
from extensions.prose_steps import keep_needed_steps

Element = nodes.Element
INLINE_RULES_OFF = ("html_inline", "image")


@lru_cache(maxsize=1)
def page_reader() -> MarkdownIt:
    """The Markdown reader of release pages; it holds no state between pages."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    return reader.disable([*BLOCK_RULES_OFF, *INLINE_RULES_OFF])


class ProseParser(MystParser):
    """MyST for the site's own pages, prose for the pages that ``prose_pages`` names."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill *document* from *inputstring*."""
        env = document.settings.env
        if not is_prose(env.docname, env.config.prose_pages):
            super().parse(inputstring, document)
            return
        keep_needed_steps(document)
        body = blank_front_matter(inputstring)
        Blocks(document, page_reader().parse(body)).fill()


def blank_front_matter(text: str) -> str:
    """*text* with the front matter as blank lines, so that line numbers stay right."""
    head, fence, body = text.partition("\n---\n")
    if not (fence and text.startswith("---\n")):
        return text
    return "\n" * (head.count("\n") + 2) + body


class Blocks:
    """Builds the nodes of one page from its block tokens."""

    def __init__(self, document: nodes.document, tokens: Sequence[Token]) -> None:
        self.document = document
        self.tokens = tokens
        self.parents: list[Element] = [document]
        self.openers: dict[str, Callable[[Token], Element]] = {
            "paragraph_open": lambda token: nodes.paragraph(),
            "heading_open": lambda token: nodes.title(),
            "bullet_list_open": lambda token: nodes.bullet_list(bullet=token.markup),
            "ordered_list_open": self._ordered_list,
            "list_item_open": lambda token: nodes.list_item(),
            "blockquote_open": lambda token: nodes.block_quote(),
        }

    def fill(self) -> None:
        """Append everything that the tokens hold to the document."""
        for token in self.tokens:
            if token.type in self.openers:
                self._open(token)
            elif token.type == "inline":
                self.parents[-1].rawsource = token.content
                self.parents[-1].extend(inline_nodes(token.children or ()))
            elif token.nesting == -1:
                self.parents.pop()

    def _open(self, token: Token) -> None:
        node = self.openers[token.type](token)
        if token.type == "heading_open" and not isinstance(self.parents[-1], (nodes.section, nodes.document)):
            node = nodes.paragraph()  # no section can begin inside a quotation or a list
        node.source, node.line = self.document["source"], (token.map or [0])[0] + 1
        if isinstance(node, nodes.title):
            self._enter_section(int(token.tag[1:]), node)
        self.parents[-1].append(node)
        self.parents.append(node)

    def _enter_section(self, level: int, title: Element) -> None:
        """Close the sections that a heading of *level* ends, and open its own."""
        while len(self.parents) > 1 and self.parents[-1].get("heading", 0) >= level:
            self.parents.pop()
        section = nodes.section(heading=level)
        section.source, section.line = title.source, title.line
        self.parents[-1].append(section)
        self.parents.append(section)

    def _ordered_list(self, token: Token) -> Element:
        start = int(token.attrs.get("start", 1))
        extra: dict[str, Any] = {"start": start} if start != 1 else {}
        return nodes.enumerated_list(enumtype="arabic", prefix="", suffix=token.markup, **extra)


def inline_nodes(
    tokens: Iterable[Token], other: Callable[[Token], nodes.Node] | None = None
) -> list[nodes.Node]:
    """The nodes of inline *tokens*; *other* gives those of links and roles where they differ.

    A link whose address is not allowed is left as its text.
    """
    root = Element()
    parents: list[Element] = [root]
    for token in tokens:
        if token.nesting == -1:
            parents.pop()
        elif token.nesting == 1:
            node = _opened(token) if other is None or token.type != "link_open" else other(token)
            assert isinstance(node, Element)  # noqa: S101  # opening tokens give elements
            parents[-1].append(node)
            parents.append(innermost(node))
        elif token.type == "myst_role" and other is not None:
            parents[-1].append(other(token))
        elif token.type == "code_inline":
            parents[-1].append(nodes.literal(token.content, token.content))
        else:
            parents[-1].append(nodes.Text(token.content or "\n"))
    return root.children


def innermost(node: Element) -> Element:
    """Where the text of a link goes: MyST wraps it into an inline node of its own."""
    while len(node.children) == 1 and isinstance(node.children[0], nodes.inline):
        node = node.children[0]
    return node


def _opened(token: Token) -> Element:
    if token.type == "em_open":
        return nodes.emphasis()
    if token.type == "strong_open":
        return nodes.strong()
    address = str(token.attrs.get("href", ""))
    if address.startswith("#") and not refuse_address(address):
        return nodes.reference(refid=address[1:])
    return nodes.inline() if refuse_address(address) else nodes.reference(refuri=address)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the parser."""
    app.add_source_parser(ProseParser, override=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
