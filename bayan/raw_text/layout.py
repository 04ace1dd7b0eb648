"""The block, and the signs by which lines are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.sheet import Line
from bayan.raw_text.vocabulary import begins, is_phrase

CLOSERS = "»”\"'’)]* \u00a0"
TERMINAL = ".!?؟…:;؛"
WIDEST = 100
"""Columns: old pages wrap at 60 to 80; a longer line is a paragraph of its own."""
NARROWEST = 40
EMAIL = re.compile(r"\S+@\S+\.\w+|\S+\s?\[at\]\s?\S+", re.IGNORECASE)
WAY = re.compile(r"\(?[+0]|\S+@")
WORD = re.compile(r"[^\W\d_]+")
# The letter o is Word's bullet of the second level; the last three are its bullets' own signs.
BULLET = re.compile(r"[•●▪■◦‣∙·➢➤✓►*\uf0a7\uf0b7\uf0d8]\s+(?=\S)|[-–—]\s+(?=\S)|o(?:\u00a0|\s\s)\s*(?=\S)")


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


def is_bulleted(line: Line) -> bool:
    """Whether *line* begins an item of a list."""
    return bool(BULLET.match(line.text))


def stands_alone(line: Line) -> bool:
    """List items and the lines of an address are never run together."""
    return is_bulleted(line) or line.text in "*/-" or is_address(line)


def is_address(line: Line) -> bool:
    """Whether *line* is one of a contact: a telephone's label, numbers or e-mail addresses."""
    text = line.text
    if len(text) >= WIDEST:
        return False
    labelled = begins("phone_label", text) or begins("email_label", text)
    return bool(labelled or EMAIL.fullmatch(text)) or (bool(WAY.match(text)) and _is_ways_only(text))


def _is_ways_only(text: str) -> bool:
    """Whether *text* holds numbers or addresses and between them nothing but labels."""
    at, between = 0, ""
    for spot in find_spots(text):
        between += f"{text[at : spot.start]} "
        at = spot.end
    words = WORD.findall(between + text[at:])
    return at > 0 and all(is_phrase("extension", one) or is_phrase("phone_label", one) for one in words)
