"""One raw text, read: the steps in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bayan.raw_text.below import Zones, zones_left
from bayan.raw_text.calendars import calendar
from bayan.raw_text.closing import closing_dates, place_at_end
from bayan.raw_text.contact_draft import merged
from bayan.raw_text.contacts import read_contacts
from bayan.raw_text.countries import countries_of
from bayan.raw_text.dates import Found, find_dates
from bayan.raw_text.digest import refuse_digest
from bayan.raw_text.endmatter import find_ending, is_end_mark, take_end_matter
from bayan.raw_text.head import read_head
from bayan.raw_text.head_lines import Head
from bayan.raw_text.language import language_of
from bayan.raw_text.layout import Block
from bayan.raw_text.letters import note_letters
from bayan.raw_text.marks import STRAY
from bayan.raw_text.page_top import take_furniture
from bayan.raw_text.pages import take_pages
from bayan.raw_text.paragraphs import blocks_of
from bayan.raw_text.render import body_of
from bayan.raw_text.sheet import RawTextError, Sheet
from bayan.raw_text.structure import mark_structure
from bayan.raw_text.vocabulary import is_phrase
from bayan.raw_toml import Known
from bayan.release import Contact

MAX_LINES = 2_000
"""Lines with text in one release; a long one has about 100."""
MAX_WORD = 1_000
LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1}}}")


@dataclass
class Reading:
    """What a raw text says, and all that was noted while it was read."""

    sheet: Sheet
    language: str | None = None
    title: str | None = None
    body: str = ""
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    published: str | None = None
    contacts: tuple[Contact, ...] = ()
    error: RawTextError | None = field(default=None)


def read(text: str, known: Known, toml: str) -> Reading:
    """Read *text* with what the maintainer *known*; *toml* is the file to name in advice.

    The reading bears the error, where there is one, with all that was read all the same.
    """
    sheet = Sheet.from_text(text)
    reading = Reading(sheet)
    try:
        _read(text, known, toml, reading)
    except RawTextError as error:
        reading.error = error
    return reading


def _read(text: str, known: Known, toml: str, reading: Reading) -> None:
    sheet = reading.sheet
    count = sum(not line.blank for line in sheet.lines)
    if not count:
        raise RawTextError("empty")
    word = next((line for line in sheet.lines if LONG_WORD.search(line.text)), None)
    if word:  # the work on a word grows with the square of its length
        raise RawTextError("long-word", word.number, limit=MAX_WORD)
    if count > MAX_LINES:
        raise RawTextError("too-many", MAX_LINES, count=count, what="lines", limit=MAX_LINES)
    take_furniture(sheet)
    take_pages(sheet)
    blocks = blocks_of(sheet, known.title)
    refuse_digest(blocks)
    head = read_head(blocks, sheet, known.title, toml)
    blocks = _without_strays(head.blocks, sheet)
    ending = find_ending(blocks)
    fixed = {blocks[at].number for at in ending.in_zone}
    blocks = take_end_matter(blocks, ending, sheet, known.keep_end, toml)
    reading.title = head.title
    prose = " ".join([*(block.text for block in blocks if block.number not in fixed)] or [head.title or ""])
    reading.language = known.language or language_of(prose, sheet, toml)
    place_at_end(head, blocks)
    _date(head, blocks, known, reading, toml)
    _place(head, known, reading, f"{head.title or ''} {prose}", toml)
    _contacts(reading, blocks, zones_left(blocks, ending.further), head.contact)
    blocks = [*head.contact, *blocks]
    fixed |= {block.number for block in head.contact}
    _note_dates(head, blocks, sheet)
    note_letters(sheet, text)
    _refuse(head, blocks, sheet, toml)
    reading.body = body_of(head.title or "", mark_structure(blocks, fixed))
    used = {*head.title_lines, *(line.number for block in blocks for line in block.lines)}
    lost = sheet.lost(used)
    if lost:  # a defect of ours; better no page than one with a hole
        raise AssertionError(f"lines {lost} are neither on the page nor left out")


def _refuse(head: Head, blocks: list[Block], sheet: Sheet, toml: str) -> None:
    first = next((line.number for line in sheet.standing() if not line.blank), 1)
    if head.title is None:
        raise RawTextError("no-title", first, toml=toml)
    if not blocks:
        raise RawTextError("no-text", first)


def _without_strays(blocks: list[Block], sheet: Sheet) -> list[Block]:
    """*blocks* without advertisements and single stray signs between the paragraphs."""
    kept = []
    for block in blocks:
        advertisement = is_phrase("advertisement", block.text)
        stray = STRAY.fullmatch(block.text) and not is_end_mark(block.text)
        if advertisement or stray:
            sheet.leave_out(list(block.lines), "advertisement" if advertisement else "stray mark")
        else:
            kept.append(block)
    return kept


def _date(head: Head, blocks: list[Block], known: Known, reading: Reading, toml: str) -> None:
    """The day of publication: the maintainer's, else the one that the text states in full."""
    reading.published = known.published
    if known.published:
        return
    stated = list(head.dates)
    if head.dateline and head.dateline.date and head.dateline_block:
        stated.append((head.dateline.date, head.dateline_block.number))
    if not any(found.value for found, _ in stated):
        stated += closing_dates(blocks)
    day_first = reading.language in calendar().day_first
    values = [found.value or (found.day_first if day_first else None) for found, _ in stated]
    known_values = list(dict.fromkeys(value for value in values if value))
    if len(known_values) == 1 or (len(known_values) == 2 and _refines(*known_values)):
        reading.published = max(known_values, key=len)
    elif known_values:
        line = stated[-1][1]
        reading.sheet.warn("two-dates", line, first=known_values[0], second=known_values[1], toml=toml)
    for (found, line), value in zip(stated, values, strict=True):
        _note_open_date(reading, found, line, value, toml)


def _note_open_date(reading: Reading, found: Found, line: int, value: str | None, toml: str) -> None:
    text = reading.sheet.lines[line - 1].text[found.start : found.end]
    if found.problem == "ambiguous" and value is None:
        reading.sheet.warn("ambiguous-date", line, date=text, toml=toml)
    elif found.problem == "no-year" and not reading.published:
        reading.sheet.warn("date-without-year", line, date=text, toml=toml)


def _refines(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _place(head: Head, known: Known, reading: Reading, text: str, toml: str) -> None:
    line = head.dateline
    reading.places = known.places if known.places is not None else line.places if line else ()
    if known.countries is not None:
        reading.countries = known.countries
    elif line and line.places:
        block = head.dateline_block or head.place
        number = block.number if block else 1
        codes = countries_of(line, text, reading.language or "", number, reading.sheet, toml)
        reading.countries = tuple(codes)


def _contacts(reading: Reading, blocks: list[Block], zones: Zones, on_top: list[Block]) -> None:
    """The contacts of the text, then those that stood *on_top* of it, which are nobody else's."""
    region = reading.countries[0] if len(reading.countries) == 1 else None
    found = read_contacts(blocks, zones, reading.sheet, region)
    found += read_contacts(on_top, [(0, len(on_top))], reading.sheet, region)
    reading.contacts = tuple(merged(found))


def _note_dates(head: Head, blocks: list[Block], sheet: Sheet) -> None:
    for block in blocks:
        for found in find_dates(block.text):
            if found.problem == "impossible":
                sheet.warn("impossible-date", block.number, date=block.text[found.start : found.end])
