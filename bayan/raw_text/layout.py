"""From lines to blocks: paragraphs as the publisher meant them, hard-wrapped ones rejoined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import begins

CLOSERS = "»”\"'’)]* \u00a0"
TERMINAL = ".!?؟…:;؛"
WIDEST = 100
"""Columns: old pages wrap at 60 to 80; a longer line is a paragraph of its own."""
NARROWEST = 40
FULL = 0.9
EMAIL = re.compile(r"\S+@\S+\.\w+|\S+\s?\[at\]\s?\S+", re.IGNORECASE)
BULLET = re.compile(r"[•●▪■◦‣∙·➢➤✓►*]\s+(?=\S)|[-–—]\s+(?=\S)")


@dataclass(frozen=True)
class Block:
    """One paragraph, heading or list item: its text as printed and the lines it stands on."""

    text: str
    lines: tuple[Line, ...]
    kind: str = "paragraph"

    @property
    def number(self) -> int:
        """The number of its first line."""
        return self.lines[0].number


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, closing marks aside; a colon ends one, too."""
    bare = text.rstrip(CLOSERS)
    return bool(bare) and bare[-1] in TERMINAL


def blocks_of(sheet: Sheet) -> list[Block]:
    """The blocks of the lines that still stand."""
    groups = _groups(sheet.standing())
    wrapped = [_is_wrapped(group) for group in groups]
    width = max(
        (_width(group) for group, is_wrapped in zip(groups, wrapped, strict=True) if is_wrapped), default=0
    )
    # Once a text is known to be hard-wrapped, so are its other full lines.
    wrapped = [
        is_wrapped or (width > 0 and _is_full(group, width))
        for group, is_wrapped in zip(groups, wrapped, strict=True)
    ]
    blocks: list[Block] = []
    for group, is_wrapped in zip(groups, wrapped, strict=True):
        if not is_wrapped:
            blocks += [Block(line.text, (line,)) for line in group]
            continue
        pieces = _rejoin(group, alone=len(groups) == 1)
        if len(groups) == 1:
            sheet.warn("guessed-paragraphs", group[0].number)
        blocks += [Block(" ".join(line.text for line in piece), tuple(piece)) for piece in pieces]
    return blocks


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _width(group: list[Line]) -> int:
    """The column at which *group* was wrapped: its longest line that is no paragraph of its own."""
    lengths = sorted(len(line.text) for line in group if len(line.text) <= WIDEST)
    below = [len(line.text) for line in group[1:] if len(line.text) <= WIDEST]
    return max(below or lengths, default=0)


def _is_wrapped(group: list[Line]) -> bool:
    """Whether lines of *group* break within sentences, where the next word had no room."""
    width = _width(group)
    if len(group) < 2 or width < NARROWEST:
        return False
    breaks = [
        below for line, below in pairwise(group)
        if _forced(line, below, width) and not ends_sentence(line.text) and not _stands_alone(below)
    ]  # fmt: skip
    narrow = sum(len(line.text) <= WIDEST for line in group)
    if narrow < 0.6 * len(group):
        return False
    return any(below.text[0].islower() for below in breaks) or len(breaks) >= max(3, len(group) // 3)


def _is_full(group: list[Line], width: int) -> bool:
    """Whether each line but the last of *group* had to break at *width*."""
    return len(group) > 1 and all(
        _forced(line, below, width) and not _stands_alone(line) and not _stands_alone(below)
        for line, below in pairwise(group)
    )


def _forced(line: Line, below: Line, width: int) -> bool:
    """Whether *line* had to break: it is not overlong and the next word had no room on it."""
    if not NARROWEST * 0.7 <= len(line.text) <= WIDEST or len(below.text) > WIDEST:
        return False
    return len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width


def _stands_alone(line: Line) -> bool:
    """List items and the lines of an address are never run together."""
    text = line.text
    if BULLET.match(text) or text in "*/-":
        return True
    return len(text) < WIDEST and bool(
        begins("phone_label", text) or begins("email_label", text) or EMAIL.fullmatch(text)
    )


def _rejoin(group: list[Line], alone: bool) -> list[list[Line]]:
    """The paragraphs of a hard-wrapped *group*; *alone* where no blank line marks their ends."""
    width = _width(group)
    pieces = [[group[0]]]
    for line, below in pairwise(group):
        if _parted(line, below, width, alone, first=line is group[0]):
            pieces.append([below])
        else:
            pieces[-1].append(below)
    return pieces


def _parted(line: Line, below: Line, width: int, alone: bool, first: bool) -> bool:
    if _stands_alone(line) or _stands_alone(below) or len(line.text) > WIDEST:
        return True
    fits = len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) <= width
    if ends_sentence(line.text):
        return alone and (fits or len(line.text) < FULL * width)
    # A title above a wrapped text: what follows begins anew, which capitals tell; without
    # them, the title is wider than the text or was broken where there was room.
    begins_anew = below.text[0].isupper() or (
        not below.text[0].islower() and (fits or len(line.text) > width)
    )
    return alone and first and begins_anew
