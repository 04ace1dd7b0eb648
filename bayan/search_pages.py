"""One page as search takes it: keys for the index, and beside them what is shown of it.

Pagefind reads an HTML page of keys. What the reader sees of a hit is put behind it in a
comment and moved into the index when that is written (:mod:`bayan.search_index`): words
that are indexed need not look like words that are shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from bayan.search_concepts import Finder
from bayan.search_text import text_keys

SHOWN = "<!--shown:"
END = "-->"
DATED = 2
"""How many of a page's facts are searched: its date and its countries come first."""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item: its anchor (empty: the page itself), language and text."""

    anchor: str
    language: str
    text: str


@dataclass(frozen=True)
class Page:
    """What is indexed and shown of a page; the first block is its title.

    *facts* are short texts in the reader's language, *filters* the values by name, *countries*
    the ISO 3166-1 codes of the places that the release comes from.
    """

    blocks: tuple[Block, ...]
    facts: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    countries: tuple[str, ...] = ()


def staged_page(page: Page, finder: Finder) -> str:
    """The HTML of *page* for Pagefind."""
    concepts: dict[str, None] = {}
    lines = [
        f"<{tag}>{block_keys(block, finder, concepts)}</{tag}>"
        for tag, block in zip(_tags(), page.blocks, strict=False)
    ]
    facts = [keys.key for fact in page.facts[:DATED] for keys in text_keys(fact)]
    lines.append(f"<p>{' '.join([*facts, *map(finder.country_mark, page.countries)])}</p>")
    terms = tuple(sorted(name.removeprefix("term-") for name in concepts if name.startswith("term-")))
    for name, values in sorted({**page.filters, "term": terms}.items()):
        lines += (f'<i data-pagefind-filter="{name}:{escape(value)}"></i>' for value in values)
    shown = {
        "facts": page.facts,
        "blocks": [(block.anchor, block.language, block.text) for block in page.blocks],
    }
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":")).replace("-", "\\u002d")
    return (
        f"<!DOCTYPE html><html><body data-pagefind-body>\n{chr(10).join(lines)}\n"
        f"</body></html>\n{SHOWN}{text}{END}\n"
    )


def block_keys(block: Block, finder: Finder, concepts: dict[str, None]) -> str:
    """The index words of *block*: the keys in order, then other keys and marks of concepts.

    The concepts found are added to *concepts*.
    """
    words = text_keys(block.text)
    found = {concept.id: concept.mark for concept in finder.found(words)}
    concepts.update(dict.fromkeys(found))
    return " ".join(
        [
            *(keys.key for keys in words),
            *(keys.other for keys in words if keys.other),
            *found.values(),
        ]
    )


def _tags() -> Iterable[str]:
    yield "h1"
    while True:
        yield "p"


def shown_of(staged: str) -> dict[str, Any]:
    """What :func:`staged_page` put aside to be shown."""
    start = staged.rindex(SHOWN) + len(SHOWN)
    shown: dict[str, Any] = json.loads(staged[start : staged.rindex(END)])
    return shown
