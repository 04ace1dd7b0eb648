"""What a site puts below a release: end marks, biographies, related titles, pleas."""

from __future__ import annotations

import re

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.layout import Block
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase

SIGNED_OFF = re.compile(
    r"\(\s*(?:fin|end|ends|انتهى|النهاية)\s*\)\s*(?:\([^)]{1,12}\)\s*)*|(?:\(\s*[^\W\d_]\.?\s?[^\W\d_]?\.?\s*\)\s*)+|[#*]{3,}|-\s?30\s?-",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"(?:\*|\[?\d{1,2}[\])]|[¹²³])\s*\S")
TAIL_BLOCKS = 30


def is_end_mark(text: str) -> bool:
    """Whether the line only says that the release is over."""
    return is_phrase("end_marker", text) or bool(SIGNED_OFF.fullmatch(text.strip()))


def take_end_matter(
    blocks: list[Block], zones: list[tuple[int, int]], sheet: Sheet, keep: bool, toml: str
) -> list[Block]:
    """*blocks* without what follows the release; *keep* is the maintainer's word that it belongs."""
    mark = next((at for at, block in enumerate(blocks) if at and is_end_mark(block.text)), None)
    in_zone = {at for start, end in zones for at in range(start, end)}
    last_contact = _closing_zone(blocks, zones)
    noted = False
    body: list[Block] = []
    notes = False
    for at, block in enumerate(blocks):
        past = (mark is not None and at > mark) or (last_contact is not None and at >= last_contact)
        notes = notes or (past and bool(begins("notes", block.text)))
        if at == mark:
            sheet.leave_out(list(block.lines), "end mark")
        elif at in in_zone or keep or notes or (past and FOOTNOTE.match(block.text)):
            body.append(block)
        elif past or _is_plea(blocks, at, in_zone):
            sheet.leave_out(list(block.lines), "end matter")
            if past and not noted and not begins("end_matter", block.text):
                noted = True
                sheet.warn("after-contact", block.number, toml=toml)
        else:
            body.append(block)
    return body


def _closing_zone(blocks: list[Block], zones: list[tuple[int, int]]) -> int | None:
    """Where the last contact ends, if it stands in the text's last part and begins with its phrase."""
    closing = [end for start, end in zones if begins("contact", blocks[start].text)]
    return closing[-1] if closing and closing[-1] >= len(blocks) / 3 else None


def _is_plea(blocks: list[Block], at: int, in_zone: set[int]) -> bool:
    """A line that a site adds, at the end of the text, before or instead of a contact."""
    text = blocks[at].text
    if not at or len(text) > 200 or find_spots(text) or len(blocks) - at > TAIL_BLOCKS:
        return False
    short = len(text.split()) <= 6 or bool(re.search(r"@\w|https?:", text))
    return bool(begins("end_matter", text)) and (short and at >= len(blocks) - 6)
