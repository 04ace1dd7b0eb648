"""A title over two or three lines, as Word and PDF files break it: joined to one block."""

from __future__ import annotations

import re
from itertools import pairwise

from bayan.places import find
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.layout import BULLET, CLOSERS, WIDEST, Block
from bayan.raw_text.marks import date_line, reason_to_leave_out
from bayan.raw_text.people import is_function, is_office, split_name
from bayan.raw_text.titles import ARABIC, is_kicker, is_title
from bayan.raw_text.vocabulary import begins, is_phrase

MOST_LINES = 3
TAG_WORDS = 3
"""Words: below a title, so few without a sign that they go on are a tag."""
LONG_WORD = 4


def join_title(blocks: list[Block]) -> tuple[list[Block], bool]:
    """*blocks* with the lines of the title in one; and whether it is sure that they are one.

    Its lines stand together above a blank line, and none ends as a sentence does.
    """
    run = _run(blocks)
    if not 1 < len(run) <= MOST_LINES or len(run) == len(blocks) or not all(map(_may_belong, run)):
        return blocks, True
    if not (_goes_on(run[0], run[1]) or not is_kicker(blocks)):
        return blocks, True
    sure = all(_goes_on(one, below) for one, below in pairwise(run))
    if not sure and not all(_goes_on(one, below) or _may_go_on(one, below) for one, below in pairwise(run)):
        return blocks, True
    lines = tuple(line for block in run for line in block.lines)
    joined = [Block(" ".join(block.text for block in run), lines), *blocks[len(run) :]]
    return (joined, sure) if is_title(joined) else (blocks, True)


def _run(blocks: list[Block]) -> list[Block]:
    """The first of *blocks* that no blank line parts; one more than a title has is enough."""
    run = blocks[:1]
    for one, below in pairwise(blocks[: MOST_LINES + 1]):
        if below.number != one.lines[-1].number + 1:
            break
        run.append(below)
    return run


def _may_belong(block: Block) -> bool:
    """Whether *block* could be a title's line: nothing by itself, and no whole sentence."""
    text = block.text
    bare = text.rstrip(CLOSERS)
    if not bare or len(text) > WIDEST or bare[-1] in ".…;؛" or text[0] in "#@" or BULLET.match(text):
        return False
    if date_line(text) or reason_to_leave_out(text) or begins("contact", text):
        return False
    if begins("byline", text) and not (text[0].islower() or text.isupper()):
        return False
    line = read_dateline(text)
    return line is None or not (line.places and line.sure)


def _goes_on(one: Block, below: Block) -> bool:
    """Whether something shows that *below* is the same title's next line."""
    if below.text[0].islower() or one.text.rstrip()[-1] in ":,،-–—":
        return True
    if one.text.rstrip(CLOSERS)[-1] in "?!؟":
        return False
    if is_phrase("joining", one.text.split()[-1]):
        return True
    if ARABIC.search(below.text):
        return is_phrase("joining", below.text.split()[0])
    return one.text.isupper() and below.text.isupper() and not begins("letterhead", one.text)


def _is_speaker(first: str, rest: list[str]) -> bool:
    return bool(rest) and bool(split_name(first)[0]) and (is_function(rest[0]) or is_office(rest[0]))


def _may_go_on(one: Block, below: Block) -> bool:
    """Whether *below* could be the next line though nothing shows it: never in a title in small letters.

    There a capital begins something new; in a title in capitals, and in Arabic, it tells nothing.
    """
    words = below.text.split()
    first, *rest = re.split(r"\s*[,،]\s*", below.text)
    if (re.search(r"\d", below.text) and find(first)) or _is_speaker(first, rest):
        return False  # where and when, or who speaks
    if len(words) <= TAG_WORDS or one.text.rstrip(CLOSERS)[-1] in "?!؟":
        return False
    if ARABIC.search(one.text) and ARABIC.search(below.text):
        return True
    long = [
        word
        for line in (one, below)
        for word in line.text.split()
        if len(word) >= LONG_WORD and word[0].isalpha()
    ]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
