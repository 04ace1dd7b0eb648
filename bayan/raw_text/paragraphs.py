"""From lines to blocks: paragraphs as the publisher meant them, hard-wrapped ones rejoined."""

from __future__ import annotations

from dataclasses import dataclass

from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.hyphens import Hyphens
from bayan.raw_text.layout import (
    WIDEST,
    Block,
    ends_sentence,
    is_address,
    is_bulleted,
    stands_alone,
)
from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.titles import same_text
from bayan.raw_text.wrapping import NEAR, fits, is_forced, spaced_line, width_of, wrapped_groups

FULL = 0.9
TITLE_LINES = 3
TOP = 8
"""Lines of a text among which its title stands."""


@dataclass(frozen=True)
class _Place:
    """Where a group stands: *top*, where a title may begin it; *alone*, where no blank line marks ends."""

    width: int
    top: bool
    alone: bool


def blocks_of(sheet: Sheet, known_title: str | None = None) -> list[Block]:
    """The blocks of the lines that still stand; *known_title* is the maintainer's."""
    hyphens = Hyphens(sheet)
    blocks: list[Block] = []
    for piece in _pieces(sheet, known_title):
        blocks.append(Block(hyphens.joined(piece), tuple(piece)))
    hyphens.warn()
    return blocks


def _pieces(sheet: Sheet, known_title: str | None) -> list[list[Line]]:
    lines = sheet.standing()
    groups = _groups(lines, sheet)
    alone = len(groups) == 1
    spaced = spaced_line(groups)
    if spaced:
        sheet.warn("spaced-lines", spaced.number)
    start, end = _title_lines(lines, known_title)
    if not end:
        return _in_groups(lines, sheet, alone, titled=False)
    title = [line for line in lines[start:end] if not line.blank]
    above, below = (_in_groups(part, sheet, alone, titled=True) for part in (lines[:start], lines[end:]))
    return [*above, title, *below]


def _in_groups(lines: list[Line], sheet: Sheet, alone: bool, titled: bool) -> list[list[Line]]:
    groups = _groups(lines, sheet)
    pieces: list[list[Line]] = []
    for at, (group, is_wrapped) in enumerate(zip(groups, wrapped_groups(groups), strict=True)):
        place = _Place(width_of(group), top=at == 0 and not titled, alone=alone)
        if is_wrapped and place.alone:
            sheet.warn("guessed-paragraphs", group[0].number)
        piece = [group[0]]
        for below in group[1:]:
            parted = _parted(piece, below, place, first=piece == group[:1]) if is_wrapped else True
            if parted and below.number not in sheet.going_on:
                pieces.append(piece)
                piece = []
            piece.append(below)
        pieces.append(piece)
    return pieces


def _title_lines(lines: list[Line], title: str | None) -> tuple[int, int]:
    """From where to where among the first of *lines* the *title* stands that the maintainer gave."""
    texts = [(at, line.text) for at, line in enumerate(lines[: 4 * TOP]) if not line.blank][:TOP]
    for first in range(len(texts) if title else 0):
        for last in range(first, min(first + TITLE_LINES, len(texts))):
            if same_text(" ".join(text for _, text in texts[first : last + 1]), title or ""):
                return texts[first][0], texts[last][0] + 1
    return 0, 0


def _groups(lines: list[Line], sheet: Sheet) -> list[list[Line]]:
    """The *lines* between blank ones; a line that goes on with a sentence belongs to those above it."""
    groups: list[list[Line]] = []
    parted = True
    for line in lines:
        if line.blank:
            parted = True
            continue
        if not groups or (parted and line.number not in sheet.going_on):
            groups.append([])
        groups[-1].append(line)
        parted = False
    return groups


def _parted(piece: list[Line], below: Line, place: _Place, first: bool) -> bool:
    """Whether *below* begins a new paragraph after *piece*; *first* where that is the group's first line."""
    line = piece[-1]
    if stands_alone(below) or is_address(line) or line.text in "*/-" or len(line.text) > WIDEST:
        return True
    if is_bulleted(piece[0]):
        return not _item_goes_on(piece, below, place.width)
    if place.top and not ends_sentence(line.text) and len(piece) <= TITLE_LINES and _begins_release(below):
        return True
    room = fits(line, below, place.width)
    if ends_sentence(line.text):
        return place.alone and (room or len(line.text) < FULL * place.width)
    if below.text[0].islower() or not first or not place.top:
        return False
    # A title above a wrapped text: what follows begins anew, which capitals tell; without
    # them, the title is wider than the text or was broken where there was room.
    if place.alone:
        return below.text[0].isupper() or room or len(line.text) > place.width
    return len(line.text) < NEAR * place.width and room and not read_dateline(line.text)


def _item_goes_on(piece: list[Line], below: Line, width: int) -> bool:
    """Whether *below* is a further line of the item of a list that *piece* begins."""
    line = piece[-1]
    if below.indent > piece[0].indent:
        return True
    return not ends_sentence(line.text) and (below.text[0].islower() or is_forced(line, below, width))


def _begins_release(line: Line) -> bool:
    """Whether *line* begins with a place and then a date or the sign that ends a dateline."""
    head = read_dateline(line.text)
    if head is None or not head.places or not head.sure:
        return False
    return head.date is not None or line.text[: head.end].rstrip()[-1:] in "-–—−:/ـ"
