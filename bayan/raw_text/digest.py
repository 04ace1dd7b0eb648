"""Inputs that hold several releases: refused, with the lines where each seems to start."""

from __future__ import annotations

from itertools import pairwise

from bayan.names import fold_name
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.furniture import is_genre
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.marks import date_line
from bayan.raw_text.page_top import AGENDA
from bayan.raw_text.sheet import RawTextError
from bayan.raw_text.titles import is_title
from bayan.raw_text.vocabulary import is_phrase

LEAST_WORDS = 4


def refuse_digest(blocks: list[Block]) -> None:
    """:raises RawTextError: where two or more of *blocks* are titles with a dateline below."""
    # A title that is printed twice starts one release.
    titles: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if _starts_release(blocks, at):
            titles.setdefault(fold_name(block.text), block.number)
    starts = sorted({*titles.values(), *_repeated_tops(blocks)})
    if len(starts) > 1:
        raise RawTextError("digest", starts[1], starts=", ".join(map(str, starts)))


def _repeated_tops(blocks: list[Block]) -> list[int]:
    """Where a further navigation or masthead stands, with the text's own beginning; none for none."""
    tops = [block.number for block in blocks if AGENDA.fullmatch(block.text)]
    tops += [
        one.number for one, below in pairwise(blocks) if is_genre(one.text) and is_phrase("scope", below.text)
    ]
    return [blocks[0].number, *tops] if tops else []


def _starts_release(blocks: list[Block], at: int) -> bool:
    """A title, perhaps a date's line, then a paragraph that begins with a sure place."""
    title = blocks[at].text
    below = blocks[at + 1 : at + 3]
    if len(title.split()) < LEAST_WORDS or date_line(title) or not is_title(blocks[at : at + 1]):
        return False
    if len(below) == 2 and date_line(below[0].text):
        dated, below = True, below[1:]
    else:
        dated = False
    if not below:
        return False
    line = read_dateline(below[0].text)
    placed = line is not None and bool(line.places) and line.sure and not line.own_line
    return (placed and ends_sentence(below[0].text)) or (dated and ends_sentence(below[0].text) and at > 0)
