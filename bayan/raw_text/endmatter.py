"""What a site puts below a release: end marks, biographies, related titles, pleas."""

from __future__ import annotations

import re

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.furniture import is_control
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase

SIGNED_OFF = re.compile(
    r"\(\s*(?:fin|end|ends|انتهى|النهاية)\s*\)(?:\s*[/.(]?\s*[^\W\d_]{1,3}\b\.?\)?)*\s*"
    r"|(?:\(?\b[^\W\d_]\b\.?\)?\s*[/.\-]?\s*){2,8}|(?:[#*]\s*){3,}|-\s?30\s?-",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"(?:\*|\[?\d{1,2}[\])]|[¹²³])\s*\S")
TAIL_BLOCKS = 30
LONGEST_PLEA = 300
SHORT_LABEL = 8


def is_end_mark(text: str) -> bool:
    """Whether the line only says that the release is over."""
    return is_phrase("end_marker", text) or bool(SIGNED_OFF.fullmatch(text.strip()))


def take_end_matter(
    blocks: list[Block], zones: list[tuple[int, int]], sheet: Sheet, keep: bool, toml: str
) -> list[Block]:
    """*blocks* without what follows the release; *keep* is the maintainer's word that it belongs."""
    in_zone = {at for start, end in zones for at in range(start, end)}
    mark, heading = _end_mark(blocks, in_zone), _tail_heading(blocks, in_zone)
    past_from = min(mark, _after_contact(blocks, zones), heading)
    pleas = set() if keep else _pleas(blocks, in_zone, past_from)
    noted, notes = past_from == heading, False  # below such a heading it is surely the site's
    body: list[Block] = []
    for at, block in enumerate(blocks):
        past = at > past_from or (at == past_from and at != mark)
        notes = notes or (past and bool(begins("notes", block.text)))
        if is_end_mark(block.text) and at:
            sheet.leave_out(list(block.lines), "end mark")
        elif at in pleas:
            sheet.leave_out(list(block.lines), "end matter")
        elif not past or at in in_zone or keep or notes or FOOTNOTE.match(block.text):
            body.append(block)
        else:
            sheet.leave_out(list(block.lines), "end matter")
            if not (noted or _is_known_tail(block.text)):
                sheet.warn("after-contact", block.number, toml=toml)
                noted = True
    return body


def _end_mark(blocks: list[Block], in_zone: set[int]) -> int:
    """Where the line stands after which the release is over; a mark amid the text is none."""
    for at, block in enumerate(blocks):
        if at and at not in in_zone and is_end_mark(block.text):
            rest = sum(len(below.text) for below in blocks[at + 1 :])
            if rest <= sum(len(above.text) for above in blocks[:at]):
                return at
    return len(blocks)


def _after_contact(blocks: list[Block], zones: list[tuple[int, int]]) -> int:
    """Where the last contact ends, if its phrase begins a block and it stands towards the end."""
    closing = [end for start, end in zones if begins("contact", blocks[start].text)]
    return closing[-1] if closing and closing[-1] >= len(blocks) / 3 else len(blocks)


def _tail_heading(blocks: list[Block], in_zone: set[int]) -> int:
    """Where a heading such as "Related news" stands in the last part, with no contact below it."""
    last = max(in_zone, default=0)
    for at in range(max(1, last, len(blocks) - TAIL_BLOCKS), len(blocks)):
        if is_phrase("tail_heading", blocks[at].text):
            return at
    return len(blocks)


def _pleas(blocks: list[Block], in_zone: set[int], past_from: int) -> set[int]:
    """The lines that a site adds at the end of the text, before or after a contact."""
    found: set[int] = set()
    for at in range(min(past_from, len(blocks)) - 1, 0, -1):
        text = blocks[at].text
        if at in in_zone:
            continue
        if not _is_known_tail(text) or (find_spots(text) and not is_control(text)):
            return found
        found.add(at)
    return found


def _is_known_tail(text: str) -> bool:
    """Whether the site adds such a line: a label, or a plea to the reader; never an ordinary sentence."""
    if len(text) > LONGEST_PLEA:
        return False
    label = len(text.split()) <= SHORT_LABEL and not ends_sentence(text)
    return bool(begins("plea", text) or (label and begins("end_matter", text)) or is_control(text))
