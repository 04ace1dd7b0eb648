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
SPEAKER_WORDS = 2
LONG_WORD = 4


def join_title(blocks: list[Block]) -> tuple[list[Block], bool]:
    """*blocks* with the lines of the title in one; and whether it is sure that they are one.

    Its lines stand together above a blank line, and none ends as a sentence does.
    """
    run = _run(blocks)
    if len(run) == len(blocks):
        return blocks, True
    joined, sure = _joined(blocks, run)
    if joined is not blocks or len(run) < 3 or not all(map(_may_belong, run[:3])):
        return joined, sure
    if _goes_on(*run[:2]) and not _goes_on(*run[1:3]):
        return _joined(blocks, run[:2])  # and a subtitle right below
    return joined, sure


def _joined(blocks: list[Block], run: list[Block]) -> tuple[list[Block], bool]:
    """*blocks* with their first ones, *run*, as one title, where they can be; and whether that is sure."""
    if not 1 < len(run) <= MOST_LINES or not all(map(_may_belong, run)):
        return blocks, True
    if not (_goes_on(run[0], run[1]) or not is_kicker(blocks)):
        return blocks, True
    sure = all(_goes_on(one, below) for one, below in pairwise(run))
    wrapped = any(len(block.lines) > 1 for block in blocks[len(run) :])
    if not sure and not all(_goes_on(*pair) or _may_go_on(*pair, wrapped) for pair in pairwise(run)):
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
    who, colon, _ = first.partition(":")
    if colon and len(who.split()) <= SPEAKER_WORDS:
        return bool(split_name(who)[0]) or is_function(who)  # "Adel Example: we shall go on"
    return bool(rest) and bool(split_name(first)[0]) and (is_function(rest[0]) or is_office(rest[0]))


def _may_go_on(one: Block, below: Block, wrapped: bool) -> bool:
    """Whether *below* could be the next line though nothing shows it: never in a title in small letters.

    There a capital begins something new; in a title in capitals, and in Arabic, it tells nothing.
    Where the text is *wrapped*, a title's last line may be as short as a tag.
    """
    words = below.text.split()
    first, *rest = re.split(r"\s*[,،]\s*", below.text)
    if (re.search(r"\d", below.text) and find(first)) or _is_speaker(first, rest):
        return False  # where and when, or who speaks
    if (len(words) <= TAG_WORDS and not wrapped) or one.text.rstrip(CLOSERS)[-1] in "?!؟":
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
