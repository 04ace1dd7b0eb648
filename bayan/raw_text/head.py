"""The head of a release: its title, its date and place, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bayan.names import level
from bayan.raw_text.between import is_between
from bayan.raw_text.dateline import Dateline, read_dateline
from bayan.raw_text.dates import Found, find_dates
from bayan.raw_text.furniture import is_genre, names_issuer
from bayan.raw_text.layout import CLOSERS, Block
from bayan.raw_text.letterhead import is_titled, letterhead_of
from bayan.raw_text.marks import date_line, reason_to_leave_out
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.title_lines import join_title
from bayan.raw_text.titles import bare_title, is_title, same_text, title_at
from bayan.raw_text.vocabulary import begins

BETWEEN = 7
"""Blocks between title and dateline; more were not seen, and further down it is body."""
DATE_KEPT = "date, kept in the front matter"
PLACE_KEPT = "place, kept in the front matter"
LABEL_BETWEEN = "caption, tag or byline between title and dateline"
PREPOSITION = re.compile(r"(?<=[\d,،] )(?:à|in|at|في)(?= )")


@dataclass
class Head:
    """What the head says; ``blocks`` is what is left, for the body."""

    title: str | None = None
    title_lines: tuple[int, ...] = ()
    dates: list[tuple[Found, int]] = field(default_factory=list)
    dateline: Dateline | None = None
    dateline_block: Block | None = None
    place: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    rivals: list[Block] = field(default_factory=list)
    """Lines that could be the title, too; the maintainer is told, unless he gave it himself."""


def read_head(blocks: list[Block], sheet: Sheet, known_title: str | None, toml: str) -> Head:
    """Take title, date lines and dateline from the front of *blocks*.

    *known_title* is the maintainer's, who has the last word; *toml* is the file to name in advice.
    """
    mastered = bool(sheet.left_out)
    head = Head(blocks=list(blocks))
    _letterhead(head, sheet)
    _above_title(head, sheet)
    _letterhead(head, sheet)
    _above_title(head, sheet)
    joined = _join(head, known_title)
    at = _known_at(head.blocks, known_title) if known_title is not None else title_at(head.blocks, mastered)
    if at is not None:
        for block in head.blocks[:at]:
            sheet.leave_out(list(block.lines), "kicker above the title")
            head.rivals.append(block)
        head.title = known_title or bare_title(head.blocks[at].text)
        head.title_lines = tuple(line.number for line in head.blocks[at].lines)
        del head.blocks[: at + 1]
    head.title = known_title or head.title
    _below_title(head, sheet)
    _date_of_title(head)
    if known_title is None and head.title:
        if joined is not None:
            sheet.warn("joined-title", joined, title=head.title, toml=toml)
        for block in head.rivals:
            sheet.warn("doubtful-title", block.number, title=head.title, toml=toml)
    return head


def _letterhead(head: Head, sheet: Sheet) -> None:
    count, sure = letterhead_of(head.blocks)
    for block in head.blocks[:count]:
        sheet.leave_out(list(block.lines), "letterhead")
    head.rivals += [] if sure else head.blocks[:count]
    del head.blocks[:count]


def _join(head: Head, known_title: str | None) -> int | None:
    """Join the title's lines; the first's number where it is not sure that they are one title."""
    blocks, sure = join_title(head.blocks)
    if known_title is None or _known_at(blocks, known_title) == 0:
        head.blocks = blocks
    return None if sure else head.blocks[0].number


def _known_at(blocks: list[Block], title: str) -> int | None:
    return 0 if blocks and same_text(bare_title(blocks[0].text), title) else None


def _above_title(head: Head, sheet: Sheet) -> None:
    while head.blocks:
        block = head.blocks[0]
        if _is_titles_label(block.text) and not is_titled(head.blocks):
            if found := date_line(block.text):
                head.dates.append((found, block.number))
            return  # the only line that can be the title
        if not (_take_mark(head, block, sheet) or _take_place(head, block, sheet)):
            return
        head.blocks.pop(0)


def _is_titles_label(text: str) -> bool:
    """Whether a genre label says so much that it may be the title: who speaks, or which day it is of."""
    return (is_genre(text) and names_issuer(text)) or bool(begins("genre", text) and date_line(text))


def _take_mark(head: Head, block: Block, sheet: Sheet) -> bool:
    """Leave *block* out where it is a date's line, a label, a control or a caption."""
    found = date_line(block.text)
    if found:
        head.dates.append((found, block.number))
        sheet.leave_out(list(block.lines), DATE_KEPT)
        return True
    why = reason_to_leave_out(block.text)
    if why:
        sheet.leave_out(list(block.lines), why)
    return why is not None


def _take_place(head: Head, block: Block, sheet: Sheet) -> bool:
    """A line above the title that only names the place, perhaps with the date."""
    if head.place or len(head.blocks) < 2 or len(block.text) > 60:
        return False
    line = read_dateline(PREPOSITION.sub(lambda word: " " * len(word[0]), block.text))
    if not (line and line.own_line and line.places and line.sure):
        return False
    if line.date and line.date.value is None:
        return False  # a day without its year is not in the front matter: it stays on the page
    if line.date:
        head.dates.append((line.date, block.number))
    head.place, head.dateline = block, line
    sheet.leave_out(list(block.lines), PLACE_KEPT)
    return True


def _below_title(head: Head, sheet: Sheet) -> None:
    """Leave out what stands between the title and the dateline or the first sentence."""
    while head.blocks and (_repeats(head, head.blocks[0], sheet) or _take_mark(head, head.blocks[0], sheet)):
        head.blocks.pop(0)
    at = _find_dateline(head)
    if at is None:
        return
    head.blocks[:at] = [block for block in head.blocks[:at] if not _is_label_between(head, block, sheet)]
    own = head.dateline is not None and head.dateline.own_line
    if own and len(head.blocks) > 1 and _repeats(head, head.blocks[1], sheet):
        head.blocks.pop(1)


def _find_dateline(head: Head) -> int | None:
    """Where the dateline stands among the first blocks, if there is one."""
    for at, block in enumerate(head.blocks[:BETWEEN]):
        line = read_dateline(block.text)
        if line is None or (at and not line.sure):
            continue
        closing = at > 0 and at == len(head.blocks) - 1  # "Fait à Tunis, le 3 mai 2020"
        if line.own_line and (closing or not line.places):
            continue
        if head.dateline is None or line.places:
            head.dateline, head.dateline_block = line, block
        return at
    return None


def _is_label_between(head: Head, block: Block, sheet: Sheet) -> bool:
    """Whether *block*, between title and dateline, was left out as a tag, caption or byline."""
    if _repeats(head, block, sheet) or _take_mark(head, block, sheet):
        return True
    title = head.title or ""
    as_long = len(block.text.split()) >= len(title.split()) and is_title([block])
    out, sure = is_between(block.text, title, head.dateline_block.text if head.dateline_block else title)
    if not sure or as_long:
        head.rivals.append(block)
    if out:
        sheet.leave_out(list(block.lines), LABEL_BETWEEN)
    return out


def _repeats(head: Head, block: Block, sheet: Sheet) -> bool:
    if head.title is None or not same_text(block.text, head.title):
        return False
    sheet.leave_out(list(block.lines), "title repeated")
    return True


def _date_of_title(head: Head) -> None:
    """A full date at the very end of a printed title, after a comma, is the day of the release."""
    if not head.title or not head.title_lines:
        return
    dates = [found for found in find_dates(head.title) if found.value]
    if len(dates) == 1 and not head.title[dates[0].end :].strip(CLOSERS):
        before = level(head.title[: dates[0].start]).rstrip()
        if before.endswith((",", "،", "-", "(")):
            head.dates.append((dates[0], head.title_lines[0]))
