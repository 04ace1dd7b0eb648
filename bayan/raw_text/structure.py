"""Lists and sub-headings among the blocks of a body."""

from __future__ import annotations

import re
from dataclasses import replace

from bayan.raw_text.layout import BULLET, CLOSERS, Block, ends_sentence

LONGEST_HEADING = 12
LEAST_INDENT = 2
STAR = re.compile(r"\*\s+(?=\S)")
# The mark of a footnote in the text; where there is one, a star below may be the note's.
NOTED = re.compile(r"[^\W_][”»\"’)]?\*(?!\*)")
# Word's bullet of the second level, where only one space is left behind it.
SECOND_LEVEL = re.compile(r"o\s+(?=\S)")


def mark_structure(blocks: list[Block], fixed: set[int]) -> list[Block]:
    """*blocks* with their kinds; those with a number in *fixed* (contacts) stay paragraphs."""
    stars = _starred_items(blocks)
    marked: list[Block] = []
    for at, block in enumerate(blocks):
        before = marked[-1] if marked else None
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.number in fixed:
            marked.append(block)
        elif at in stars or _is_item(block, before):
            marked.append(replace(block, text=_without_bullet(block.text, at in stars), kind="item"))
        elif _is_heading(block, before, below, fixed):
            marked.append(replace(block, kind="heading"))
        else:
            marked.append(block)
    return marked


def _starred_items(blocks: list[Block]) -> set[int]:
    """The blocks that a star makes items: two or more together, or below a colon; a footnote is none."""
    stars = [bool(STAR.match(block.text)) for block in blocks]
    noted = any(NOTED.search(block.text) for block in blocks)
    found: set[int] = set()
    for at, star in enumerate(stars):
        announced = at > 0 and (at - 1 in found or blocks[at - 1].text.rstrip(CLOSERS).endswith(":"))
        beside = any(stars[max(0, at - 1) : at]) or any(stars[at + 1 : at + 2])
        if star and (announced or (beside and not noted)):
            found.add(at)
    return found


def _without_bullet(text: str, starred: bool) -> str:
    match = BULLET.match(text) or SECOND_LEVEL.match(text)
    return text[match.end() :] if match and (starred or text[0] != "*") else text


def _is_item(block: Block, before: Block | None) -> bool:
    """A bulleted line; or, below a colon, indented lines and lines that end in semicolons."""
    if BULLET.match(block.text) and block.text[0] != "*":
        return True
    if before is None:
        return False
    announced = before.text.rstrip(CLOSERS).endswith(":")
    in_list = before.kind == "item"
    if (announced or in_list) and SECOND_LEVEL.match(block.text):
        return True
    if block.lines[0].indent >= LEAST_INDENT and (
        announced or (in_list and before.lines[0].indent >= LEAST_INDENT)
    ):
        return True
    semicolon = (";", "؛")
    if block.text.endswith(semicolon):
        return announced or in_list
    return (
        in_list
        and before.text.endswith(semicolon)
        and before.lines[0].indent < LEAST_INDENT
        and len(block.text) < 300
    )


def _is_heading(block: Block, before: Block | None, below: Block | None, fixed: set[int]) -> bool:
    """A short line without a full stop between two paragraphs of sentences."""
    text = block.text
    if before is None or below is None or len(block.lines) > 1 or below.number in fixed:
        return False
    if len(text.split()) > LONGEST_HEADING or len(text) > 100 or text[0].islower() or not text[0].isalnum():
        return False
    bare = text.rstrip(CLOSERS)
    if (
        not any(sign.isalpha() for sign in bare)  # a number is a page's or a table's
        or bare[-1] in ".:;,…؛،!"
        or before.text.rstrip().endswith((":", '"', "”", "»"))
        or "[" in text
    ):
        return False
    if any(sign in text for sign in ("@", "http", ", ", "، ")):
        return False
    # The items of a list often end without a stop; a question below them is none of them.
    closed = ends_sentence(before.text) or (before.kind == "item" and bare[-1] in "?؟")
    return closed and ends_sentence(below.text) and len(below.text) > len(text)
