"""The letterhead above a title: a state, a ministry, an organization, one below the other.

A line is one only where a title follows: an office's name also begins many a headline.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bayan.names import fold_name
from bayan.places import find
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.furniture import is_genre, is_organization
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.marks import STRAY, date_line, reason_to_leave_out
from bayan.raw_text.people import is_office
from bayan.raw_text.title_lines import join_title
from bayan.raw_text.titles import is_headline, is_title, same_text
from bayan.raw_text.vocabulary import alternatives, begins, is_phrase, mentions

MOST_LINES = 6
MOST_WORDS = 9
MOST_WORDS_ALONE = 7
LONGEST = 80


def letterhead_of(blocks: list[Block]) -> tuple[int, bool]:
    """How many of the first *blocks* are a letterhead, and whether that is sure."""
    labelled = _above_label(blocks)
    if labelled:
        return labelled, all(_is_line(block.text) or _is_mark(block.text) for block in blocks[:labelled])
    count = _lines_on_top(blocks)
    if not count or count == len(blocks) or _is_doubled(blocks[: count + 1]):
        return 0, True
    below = _past_marks(blocks, count)
    titled = is_title(blocks[below:])
    if not titled and not _stand_together(blocks[:count]):
        return 0, True  # a title and its subtitle, rather, which a blank line parts
    if count > 1:
        return count, titled
    first, next_one = blocks[0].text, blocks[below].text
    if not titled or next_one[0].islower() or find(first):
        return 0, True  # a place alone says where, not who
    labelled = any(is_genre(block.text) for block in blocks[1:below])
    if labelled or is_organization(first) or _is_issued(first):
        return 1, True
    words = len(first.split())
    broken = join_title(blocks)[0] is not blocks  # a title's first line, rather
    if broken or _has_small_word(first) or not words < min(len(next_one.split()), MOST_WORDS_ALONE):
        return 0, True
    return 1, False


def _lines_on_top(blocks: list[Block]) -> int:
    """How many of the first *blocks* a letterhead's lines reach; rows of stars may stand between."""
    count = lines = 0
    for at, block in enumerate(blocks):
        if at and STRAY.fullmatch(block.text):
            continue
        if lines == MOST_LINES or not _is_line(block.text):
            break
        lines, count = lines + 1, at + 1
    return count


def _above_label(blocks: list[Block]) -> int:
    """How many of *blocks* stand above a genre label with a title below it, the first an office's name."""
    first = blocks[0].text if blocks else ""
    if not (_is_line(first) or is_office(first)) or _is_mark(first) or read_dateline(first):
        return 0
    for at, block in enumerate(blocks[: MOST_LINES + 1]):
        if at and is_genre(block.text):
            return at if is_titled(blocks[at:]) and not _is_doubled(blocks[: at + 1]) else 0
        if len(block.text) > LONGEST or ends_sentence(block.text) or is_headline(block.text):
            return 0
    return 0


def _stand_together(blocks: list[Block]) -> bool:
    return all(below.number == one.lines[-1].number + 1 for one, below in pairwise(blocks))


def _has_small_word(text: str) -> bool:
    """Whether a word begins with a small letter that no office's name has inside: a headline's."""
    return any(word[0].islower() and not is_phrase("office_particle", word) for word in text.split())


def is_titled(blocks: list[Block]) -> bool:
    """Whether a title stands below the first of *blocks*, dates and labels aside."""
    return len(blocks) > 1 and is_title(join_title(blocks[_past_marks(blocks, 1) :])[0])


def _past_marks(blocks: list[Block], at: int) -> int:
    last = min(at + MOST_LINES, len(blocks) - 1)
    while at < last and _is_mark(blocks[at].text):
        at += 1
    return at


def _is_doubled(blocks: list[Block]) -> bool:
    return any(same_text(one.text, below.text) for one, below in pairwise(blocks))


def _is_mark(text: str) -> bool:
    line = read_dateline(text)
    placed = line is not None and line.own_line and bool(line.places) and line.sure
    return placed or date_line(text) is not None or reason_to_leave_out(text) is not None


def _is_line(text: str) -> bool:
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or ends_sentence(text):
        return False
    if is_organization(text) or _is_issued(text) or fold_name(text) in _mottoes():
        return True
    if is_genre(text) or ":" in text or re.search(r"\d", text):
        return False
    return bool(begins("letterhead", text)) and not is_headline(text)


@lru_cache(maxsize=1)
def _mottoes() -> frozenset[str]:
    """The mottoes of states, folded: one prints dashes between the words, another commas."""
    return frozenset(map(fold_name, alternatives("motto")))


def _is_issued(text: str) -> bool:
    """A genre label that names who issued the text, as in "بيان صادر عن وزارة"."""
    end = begins("genre", text)
    source = mentions("issued", text[end:]) if end else None
    return source is not None and source.start < LONGEST / 4 and not is_headline(text)
