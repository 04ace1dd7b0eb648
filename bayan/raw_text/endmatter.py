"""Where a release ends, and what a site puts below: end marks, biographies, related titles, pleas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.below import (
    Zones,
    about_heading,
    contacts_below,
    ends_release,
    footnote_numbers,
    is_footnote,
    with_more_lines,
)
from bayan.raw_text.contact_zones import contact_zones
from bayan.raw_text.furniture import is_control
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.pleas import is_known_tail, is_plea, pleas_at_end
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase

SIGNED_OFF = re.compile(
    r"\(\s*(?:fin|end|ends|انتهى|النهاية)\s*\)(?:\s*[/.(]?\s*[^\W\d_]{1,3}\b\.?\)?)*\s*"
    r"|(?:\(?\b[^\W\d_]\b\.?\)?\s*[/.\-]?\s*){2,8}|(?:[#*]\s*){3,}|-\s?30\s?-",
    re.IGNORECASE,
)
STARS = re.compile(r"[*\s]+")
LONGEST_MARK = 40
TAIL_BLOCKS = 30


@dataclass(frozen=True)
class Ending:
    """Where the parts of an ending stand: each a block's place, or the number of blocks for none."""

    zones: Zones
    mark: int
    contact: int
    heading: int
    further: frozenset[int]
    """The numbers of the blocks of contacts that no phrase begins."""

    @property
    def past_from(self) -> int:
        """From where on a block is below the release."""
        return min(self.mark, self.contact, self.heading)

    @property
    def is_site_s(self) -> bool:
        """Whether a heading with no contact below ends it: what follows is surely the site's."""
        return self.past_from == self.heading and not any(at > self.heading for at in self.in_zone)

    @property
    def in_zone(self) -> set[int]:
        """The places of all blocks of contacts."""
        return {at for start, end in self.zones for at in range(start, end)}


def is_end_mark(text: str) -> bool:
    """Whether the line only says that the release is over."""
    line = " ".join(text.split())  # runs of spaces, as a longer line, would be tried in too many ways
    return is_phrase("end_marker", line) or (len(line) <= LONGEST_MARK and bool(SIGNED_OFF.fullmatch(line)))


def find_ending(blocks: list[Block]) -> Ending:
    """Where the release ends, with its contacts."""
    zones = with_more_lines(blocks, contact_zones(blocks))
    in_zone = {at for start, end in zones for at in range(start, end)}
    mark, heading = _end_mark(blocks, in_zone), _tail_heading(blocks, in_zone)
    contact = _after_contact(blocks, zones)
    past_from = min(mark, contact)
    runs = contacts_below(blocks, in_zone, past_from + (past_from == mark), heading)
    further = frozenset(blocks[at].number for start, end in runs for at in range(start, end))
    return Ending(sorted(zones + with_more_lines(blocks, runs)), mark, contact, heading, further)


def take_end_matter(blocks: list[Block], ending: Ending, sheet: Sheet, keep: bool, toml: str) -> list[Block]:
    """*blocks* without what follows the release; *keep* is the maintainer's word that it belongs."""
    in_zone, past_from = ending.in_zone, ending.past_from
    pleas = set() if keep else pleas_at_end(blocks, in_zone, past_from)
    numbers = footnote_numbers(" ".join(block.text for block in blocks[:past_from]))
    noted, notes = ending.is_site_s, False
    body: list[Block] = []
    for at, block in enumerate(blocks):
        past = at > past_from or (at == past_from and at != ending.mark)
        notes = past and _in_notes(block.text, notes)
        kept = not past or at in in_zone or keep or (notes and not is_control(block.text))
        if is_end_mark(block.text) and at:
            stars = STARS.fullmatch(block.text) and at != ending.mark
            sheet.leave_out(list(block.lines), "stray mark" if stars else "end mark")
        elif at in pleas:
            _leave_plea_out(block, sheet, toml)
        elif kept or is_footnote(block.text, numbers):
            body.append(block)
        elif is_known_tail(block.text):
            _leave_plea_out(block, sheet, toml)
        else:
            sheet.leave_out(list(block.lines), "end matter")
            if not noted:
                sheet.warn("after-contact", block.number, what=_end_of(blocks, ending), toml=toml)
                noted = True
    return body


def _in_notes(text: str, before: bool) -> bool:
    """Whether notes to editors begin or go on with *text*: to where a publisher speaks of itself."""
    return (before or bool(begins("notes", text))) and not is_phrase("about_publisher", text)


def _end_of(blocks: list[Block], ending: Ending) -> str:
    """What the release ends with, in the words of the warning."""
    if ending.past_from == ending.heading:
        return f"the heading {blocks[ending.heading].text[:60]!r}"
    if ending.past_from != ending.mark:
        return "the contact"
    return f"the end mark {blocks[ending.mark].text[:30]!r}"


def _leave_plea_out(block: Block, sheet: Sheet, toml: str) -> None:
    """A label goes without a word; a whole sentence could be the release's own."""
    sheet.leave_out(list(block.lines), "end matter")
    if is_plea(block.text) and ends_sentence(block.text):
        sheet.warn("plea", block.number, toml=toml)


def _end_mark(blocks: list[Block], in_zone: set[int]) -> int:
    """Where the line stands after which the release is over; a mark amid the text is none."""
    for at, block in enumerate(blocks):
        if at and at not in in_zone and is_end_mark(block.text):
            rest = sum(len(below.text) for below in blocks[at + 1 :])
            above = sum(len(above.text) for above in blocks[:at])
            if rest <= above and (not STARS.fullmatch(block.text) or _closes(blocks, at, in_zone)):
                return at
    return len(blocks)


def _closes(blocks: list[Block], at: int, in_zone: set[int]) -> bool:
    """Whether stars end the release: they also part two halves of a text."""
    below = at + 1
    if below >= len(blocks) or below in in_zone:
        return True
    text = blocks[below].text
    known = any(begins(kind, text) for kind in ("end_matter", "notes", "tail_heading", "contact"))
    return known or is_known_tail(text) or bool(find_spots(text)) or is_footnote(text, set())


def _after_contact(blocks: list[Block], zones: Zones) -> int:
    """Where the last contact ends, if its phrase begins a block and it stands towards the end."""
    closing = [zone for zone in zones if begins("contact", blocks[zone[0]].text)]
    if not closing or closing[-1][1] < len(blocks) / 3 or not ends_release(blocks, closing[-1]):
        return len(blocks)
    return closing[-1][1]


def _tail_heading(blocks: list[Block], in_zone: set[int]) -> int:
    """Where a heading such as "Related news" stands in the last part, with no contact below it."""
    last = max(in_zone, default=0)
    for at in range(max(1, last, len(blocks) - TAIL_BLOCKS), len(blocks)):
        if is_phrase("tail_heading", blocks[at].text):
            return at
    return about_heading(blocks, in_zone)
