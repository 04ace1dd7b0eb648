"""The HTML writer of all pages: it also writes directions, and it writes fast."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

SPECIAL = re.compile(f"[{''.join(map(chr, HTML5Translator.special_characters))}]")
LANGUAGE = "language-"
WRITTEN = {"dir": "dir", "mark": "data-mark"}
"""Attributes of nodes that docutils does not write, and what HTML calls them."""
PLAIN = frozenset({"a", "blockquote", "div", "em", "li", "ol", "p", "section", "span", "strong", "ul"})
"""Elements of which Docutils writes the tag by the rules below and no others."""


class DirectedTranslator(HTML5Translator):
    """Sphinx's own, which also writes what :data:`WRITTEN` names."""

    def __init__(self, document: nodes.document, builder: StandaloneHTMLBuilder) -> None:
        # Docutils looks for a style sheet of its own, which Sphinx never shows, for each text.
        document.settings.stylesheet_path = None
        super().__init__(document, builder)

    def encode(self, text: object) -> str:
        """*text* with its special characters encoded; nearly always there are none."""
        plain = str(text)
        return str(super().encode(plain)) if SPECIAL.search(plain) else plain

    def starttag(
        self, node: nodes.Element, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """The start tag of *node* with its language and direction, and the words of its mark."""
        known = node.attributes if isinstance(node, nodes.Element) else {"ids": True}
        attributes |= {name: known[key] for key, name in WRITTEN.items() if key in known}
        lists = "classes" in attributes or "ids" in attributes
        if known["ids"] or lists or empty or self.in_mailto or tagname not in PLAIN:
            return str(super().starttag(node, tagname, suffix, empty, **attributes))
        return plain_tag(tagname, tuple(known["classes"]), tuple(attributes.items())) + suffix


@lru_cache(maxsize=4096)
def plain_tag(name: str, classes: tuple[str, ...], attributes: tuple[tuple[str, object], ...]) -> str:
    """The start tag of an element without anchors, as Docutils writes it; most are written often."""
    found = {key.lower(): str(value) for key, value in attributes}
    every = (*classes, *found.pop("class", "").split())
    languages = [one.removeprefix(LANGUAGE) for one in every if one.startswith(LANGUAGE)]
    if languages:
        found["lang"] = languages[0]
    shown = dict.fromkeys(one for one in every if not one.startswith(LANGUAGE) and one.strip())
    if shown:
        found["class"] = " ".join(shown)
    text = "".join(f' {key}="{in_attribute(value)}"' for key, value in sorted(found.items()))
    return f"<{name}{text}>"


def in_attribute(text: str) -> str:
    """*text* as an attribute holds it: on one line, its special characters encoded."""
    return re.sub("[\n\r\t\v\f]", " ", text).translate(HTML5Translator.special_characters)
