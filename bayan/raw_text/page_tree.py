"""A saved page as a tree: what a reader sees of it, and what the extraction of text would lose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from bayan.raw_text.addresses import find_spots

BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|d[dlt]|details|div|fieldset|fig(?:caption|ure)"
    r"|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|summary|table|t(?:body|[dhr]|foot|head)|ul"
)
UNSEEN = {"head", "script", "style", "noscript", "template", "iframe", "svg", "object", "select", "button"}
SITE = {"nav", "header", "footer", "aside", "form"}
CELLS = ("td", "th")
NOT_IN_CELLS = ("table", "h1", "h2", "h3", "ul", "ol", "form", "img")
LONGEST_CELL = 200
CELL_MARK = " | "
MOST_LINKS = 300
MAIL = re.compile(r"\s*(?:mailto|tel):", re.IGNORECASE)


class Element(Protocol):
    """What is used of the parser's elements, which publish no types; a comment's tag is no text."""

    tag: object
    text: str | None
    tail: str | None
    sourceline: int | None

    def get(self, key: str) -> str | None:
        """The value of an attribute."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Itself and all elements in it of these *tags*, in order."""

    def itertext(self) -> Iterator[str]:
        """All text in it."""

    def remove(self, child: Element) -> None:
        """Take *child* out, with the text behind it."""

    def __iter__(self) -> Iterator[Element]: ...
    def __reversed__(self) -> Iterator[Element]: ...


@dataclass(frozen=True)
class Chunk:
    """A run of text that a reader sees as one: its element, its line, and whether it is the site's."""

    text: str
    tag: str
    line: int
    site: bool


@dataclass(frozen=True)
class Seen:
    """All chunks of a page in order; ``spans`` are the elements: the chunks (from, to) in each."""

    chunks: list[Chunk]
    spans: list[tuple[int, int]]


def _walk(tree: Element) -> Iterator[tuple[Element, bool]]:
    """Each element of *tree* twice: when it begins and, with ``True``, when it ends; what is unseen never."""
    stack = [(tree, False)]
    while stack:
        element, ends = stack.pop()
        yield element, ends
        if not ends:
            stack.append((element, True))
            if _is_seen(element):
                stack += [(child, False) for child in reversed(element)]


def _is_seen(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag not in UNSEEN


def seen(tree: Element) -> Seen:
    """What a reader sees of *tree*."""
    chunks: list[Chunk] = []
    spans: list[tuple[int, int]] = []
    buffer: list[str] = []
    opened: list[tuple[Element, int]] = []
    site = 0

    def flush(element: Element) -> None:
        text = " ".join("".join(buffer).split())
        buffer.clear()
        if text:
            chunks.append(Chunk(text, str(element.tag), element.sourceline or 1, site > 0))

    for element, ends in _walk(tree):
        is_block = isinstance(element.tag, str) and bool(BLOCK.fullmatch(element.tag))
        if not ends:
            if is_block:
                flush(opened[-1][0] if opened else element)
                opened.append((element, len(chunks)))
            site += element.tag in SITE
            buffer.append((_is_seen(element) and element.text) or "")
            continue
        if is_block:
            flush(element)
            spans.append((opened.pop()[1], len(chunks)))
        site -= element.tag in SITE
        buffer.append(element.tail or "")
    flush(tree)
    return Seen(chunks, spans)


def show_addresses(tree: Element) -> None:
    """Put the address or number of a link behind its words where the page shows it nowhere."""
    links = [link for link in tree.iter("a") if MAIL.match(link.get("href") or "")][:MOST_LINKS]
    if not links:
        return
    shown = {spot.value for chunk in seen(tree).chunks for spot in find_spots(chunk.text)}
    for link in links:
        target = unquote(MAIL.sub("", link.get("href") or "", count=1).partition("?")[0]).strip()
        spots = find_spots(target)
        if len(spots) != 1 or spots[0].value is None or (spots[0].start, spots[0].end) != (0, len(target)):
            continue
        if spots[0].value not in shown:
            shown.add(spots[0].value)
            link.tail = f" ({target}){link.tail or ''}"


def flatten_tables(tree: Element) -> None:
    """Make each row of figures a paragraph, and a table that only places things on a page no table."""
    tables = [list(table.iter("tr")) for table in tree.iter("table")]
    cells = [[[cell for cell in row if cell.tag in CELLS] for row in rows] for rows in tables]
    for rows, texts in zip(tables, cells, strict=True):
        if _holds_data(texts):
            for row, row_cells in zip(rows, texts, strict=True):
                _flatten_row(row, [" ".join(" ".join(cell.itertext()).split()) for cell in row_cells])
    for part in list(tree.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")):
        part.tag = "p" if part.tag == "caption" else "div"


def _holds_data(cells: list[list[Element]]) -> bool:
    """Whether a table's rows hold short texts side by side, and nothing that a page is built of."""
    if not any(len(row) > 1 for row in cells):
        return False
    return all(
        next(cell.iter(*NOT_IN_CELLS), None) is None
        and len("".join(cell.itertext()).strip()) <= LONGEST_CELL
        and sum(1 for _ in cell.iter("p", "a", "br")) <= 1
        for row in cells
        for cell in row
    )


def _flatten_row(row: Element, texts: list[str]) -> None:
    for child in list(row):
        row.remove(child)
    row.text = CELL_MARK.join(text or "–" for text in texts) if any(texts) else ""
    row.tag = "p"
