"""What the head of a release is while it is read, and the lines that are taken off it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bayan.raw_text.dateline import Dateline, read_dateline
from bayan.raw_text.dates import Found
from bayan.raw_text.layout import Block
from bayan.raw_text.marks import date_line, reason_to_leave_out
from bayan.raw_text.segments import said_parts
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.titles import same_text
from bayan.raw_text.vocabulary import begins

DATE_KEPT = "date, kept in the front matter"
PLACE_KEPT = "place, kept in the front matter"
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
    contact: list[Block] = field(default_factory=list)
    """A contact that stood above the title; on the page it stands below it, as first of all."""


def take_mark(head: Head, block: Block, sheet: Sheet) -> bool:
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


def take_place(head: Head, block: Block, sheet: Sheet) -> bool:
    """A line above the title that only names the place, perhaps with the date."""
    if head.place or len(head.blocks) < 2 or len(block.text) > 60:
        return False
    bare = _without_edges(said_parts(without_place_label(block.text)))
    line = read_dateline(PREPOSITION.sub(lambda word: " " * len(word[0]), bare))
    if not (line and line.own_line and line.places and line.sure):
        return False
    if line.date and line.date.value is None:
        return False  # a day without its year is not in the front matter: it stays on the page
    if line.date:
        head.dates.append((line.date, block.number))
    head.place, head.dateline = block, line
    sheet.leave_out(list(block.lines), PLACE_KEPT)
    return True


def _without_edges(text: str) -> str:
    """*text* with spaces for the signs at its ends that parted it from parts that say nothing."""
    return re.sub(r"^[\s|•·/\-–—]+|[\s|•·/\-–—]+$", lambda signs: " " * len(signs[0]), text)


def without_place_label(text: str) -> str:
    """*text* with spaces for a label such as "Lieu :" before the place."""
    end = begins("place_label", text)
    return " " * end + text[end:].replace(":", " ", 1) if text[end:].lstrip(" \u00a0")[:1] == ":" else text


def repeats(head: Head, block: Block, sheet: Sheet) -> bool:
    """Leave *block* out where it is the title once more."""
    if head.title is None or not same_text(block.text, head.title):
        return False
    sheet.leave_out(list(block.lines), "title repeated")
    return True
