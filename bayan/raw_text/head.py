"""The head of a release: its title, its date and place, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bayan.names import fold_name, level
from bayan.raw_text.dateline import Dateline, read_dateline
from bayan.raw_text.dates import Found, calendar, find_dates, find_month
from bayan.raw_text.furniture import is_control, is_genre
from bayan.raw_text.layout import CLOSERS, Block, ends_sentence
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase, label

LONGEST_TITLE = 300
QUOTES = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("‘", "’"), ("”", "“"))
STRAY = re.compile(r"[*/|_#.\-–—•~=\s]+")
BETWEEN = 6
"""Blocks between title and dateline; more were not seen, and further down it is body."""
SHORT = 12
"""Words: a caption, tag or byline has no more; a standfirst mostly has."""
SENTENCE_INSIDE = re.compile(r"[.!؟]\s+[\"«“]?[^\W\d_]{2}")


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


def read_head(blocks: list[Block], sheet: Sheet, known_title: str | None) -> Head:
    """Take title, date lines and dateline from the front of *blocks*.

    *known_title* is the maintainer's, who has the last word.
    """
    head = Head(blocks=list(blocks))
    _above_title(head, sheet)
    if known_title is not None:
        head.title = known_title
        if head.blocks and _same(head.blocks[0].text, known_title):
            _take_title(head)
    elif head.blocks and is_title(head.blocks):
        head.title = bare_title(head.blocks[0].text)
        _take_title(head)
    _below_title(head, sheet)
    if head.title:
        _date_of_title(head)
    return head


def _take_title(head: Head) -> None:
    head.title_lines = tuple(line.number for line in head.blocks.pop(0).lines)


def _above_title(head: Head, sheet: Sheet) -> None:
    while head.blocks:
        block = head.blocks[0]
        if not (_take_meta(head, block, sheet) or _take_place(head, block, sheet)):
            return
        head.blocks.pop(0)


def _take_meta(head: Head, block: Block, sheet: Sheet) -> bool:
    """Leave *block* out where it is a label, a control, a date's line or a caption."""
    found = date_line(block.text)
    if found:
        head.dates.append((found, block.number))
        sheet.leave_out(list(block.lines), "date, kept in the front matter")
        return True
    for why, known in (
        ("masthead", is_genre(block.text)),
        ("page furniture", is_control(block.text)),
        ("stray mark", bool(STRAY.fullmatch(block.text))),
        ("advertisement", is_phrase("advertisement", block.text)),
        ("caption", len(block.text) < 200 and bool(begins("caption", block.text))),
    ):
        if known:
            sheet.leave_out(list(block.lines), why)
            return True
    return False


def _take_place(head: Head, block: Block, sheet: Sheet) -> bool:
    """A line above the title that only names the place: part of a masthead."""
    if head.place or len(head.blocks) < 2 or len(block.text) > 60:
        return False
    line = read_dateline(block.text)
    if not (line and line.own_line and line.places and line.sure):
        return False
    if line.date:
        head.dates.append((line.date, block.number))
    head.place, head.dateline = block, line
    sheet.leave_out(list(block.lines), "place, kept in the front matter")
    return True


def _below_title(head: Head, sheet: Sheet) -> None:
    """Leave out what stands between the title and the dateline or the first sentence."""
    for _ in range(2):
        while head.blocks and (
            _repeats(head, head.blocks[0], sheet) or _take_meta(head, head.blocks[0], sheet)
        ):
            head.blocks.pop(0)
        at = _find_dateline(head)
        if at is None:
            return
        between = head.blocks[:at]
        kept = [block for block in between if not _is_label_between(head, block, sheet)]
        head.blocks[:at] = kept


def _find_dateline(head: Head) -> int | None:
    for at, block in enumerate(head.blocks[:BETWEEN]):
        line = read_dateline(block.text)
        if line and (line.sure or at == 0) and not (at and line.own_line and not (line.places and line.date)):
            if head.dateline is None or line.places:
                head.dateline, head.dateline_block = line, block
            return at
    return None


def _is_label_between(head: Head, block: Block, sheet: Sheet) -> bool:
    """Whether *block*, between title and dateline, was left out as a tag, caption or byline."""
    if _repeats(head, block, sheet) or _take_meta(head, block, sheet):
        return True
    short = len(block.text.split()) <= SHORT and not ends_sentence(block.text)
    if short or (begins("byline", block.text) and not ends_sentence(block.text)):
        sheet.leave_out(list(block.lines), "caption, tag or byline between title and dateline")
        return True
    return False


def _repeats(head: Head, block: Block, sheet: Sheet) -> bool:
    if head.title is None or not _same(block.text, head.title):
        return False
    sheet.leave_out(list(block.lines), "title repeated")
    return True


def _same(one: str, other: str) -> bool:
    return label(fold_name(one)) == label(fold_name(other))


def date_line(text: str) -> Found | None:
    """The date where *text* is a line that gives a date and no more than labels beside it."""
    if len(text) > 120:
        return None
    dates = find_dates(text)
    found = dates[0] if len(dates) == 1 else None
    found = found or (find_month(text) if not dates else None)
    if not found or found.problem in ("no-year", "impossible"):
        return None
    rest = f"{text[: found.start]} | {text[found.end :]}"
    rest = re.sub(r"\d{1,2}\s?[:hH]\s?\d{0,2}(?:\s?[ap]\.?m\.?)?|GMT|UTC", " ", rest)
    for part in re.split(r"[|•–—]|\s-\s", rest):
        bare = label(part)
        if (
            bare
            and bare not in calendar().weekdays
            and not is_phrase("date_label", bare)
            and not is_genre(bare)
        ):
            words = [word for word in bare.split() if word not in calendar().weekdays]
            if not is_phrase("date_label", " ".join(words)) and words:
                return None
    return found


def is_title(blocks: list[Block]) -> bool:
    """Whether the first of *blocks* is a title: never guessed, a sentence is none."""
    text, below = blocks[0].text, blocks[1:]
    if len(text) > LONGEST_TITLE or len(blocks[0].lines) > 3 or text[0].islower():
        return False
    if below and any(_same(text, block.text) for block in below[:3]):
        return True
    if begins("contact", text) or (begins("byline", text) and ends_sentence(text)):
        return False
    bare = text.rstrip(CLOSERS)
    if not bare or bare[-1] in ".…:;؛,،":
        return False
    line = read_dateline(text)
    return not (line and line.own_line) and not SENTENCE_INSIDE.search(text)


def bare_title(text: str) -> str:
    """*text* without the quotation marks that stand around all of it."""
    for opening, closing in QUOTES:
        inner = text[1:-1]
        if (
            len(text) > 2
            and text[0] == opening
            and text[-1] == closing
            and not set(inner) & {opening, closing}
        ):
            return inner.strip()
    return text


def _date_of_title(head: Head) -> None:
    """A full date at the very end of the title, after a comma, is the day of the release."""
    dates = [found for found in find_dates(head.title or "") if found.value]
    if len(dates) == 1 and head.title and not head.title[dates[0].end :].strip(CLOSERS):
        before = level(head.title[: dates[0].start]).rstrip()
        if before.endswith((",", "،", "-", "(")) and head.title_lines:
            head.dates.append((dates[0], head.title_lines[0]))
