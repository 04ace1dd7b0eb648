"""The sheet: a raw text's lines and what becomes of each.

Every non-blank line ends on the page or among the lines left out, with the reason;
:meth:`Sheet.lost` proves it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from bayan.raw_text.messages import MESSAGES
from bayan.unseen import clean

LINE_END = re.compile(r"\r\n|\r|\n")
EDGES = " \t\u00a0\u202f\u2007\u3000\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# Word puts one before every Arabic line. What is seen stays the same without it, since a page has its
# direction; a mark from left to right stays, which holds a number's + before it.
RTL_MARKS = "\u200f\u061c"

# Arabic letters as a PDF's font draws them; not the signs that stand for whole words, nor lone marks.
DRAWN = re.compile("[\ufb50-\ufbb1\ufbd3-\ufc5d\ufc64-\ufd3d\ufd50-\ufdef\ufe80-\ufefc]+")


class RawTextError(ValueError):
    """A raw text cannot become a page; :attr:`line` (from 1) and the message say why."""

    def __init__(self, code: str, line: int = 1, **details: object) -> None:
        self.line = line
        super().__init__(MESSAGES[code].fill(**details))


@dataclass(frozen=True)
class Finding:
    """A warning about one line (counted from 1)."""

    line: int
    message: str


@dataclass(frozen=True)
class Line:
    """One line: its number (from 1), its text without the white space around it, its indent."""

    number: int
    text: str
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read on the line."""
        return not self.text


@dataclass
class Sheet:
    """The lines of one raw text, what was left out of them, and the findings on the way."""

    lines: list[Line]
    left_out: dict[int, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    going_on: set[int] = field(default_factory=set)
    """The lines that go on with the sentence above them, whatever stood between."""

    @classmethod
    def from_text(cls, text: str) -> Sheet:
        """The sheet of *text*; lines end at LF, CR or CR LF, as editors count them."""
        return cls([_line(number, line) for number, line in enumerate(LINE_END.split(text), 1)])

    def leave_out(self, lines: list[Line], why: str) -> None:
        """Note that the non-blank ones of *lines* do not go onto the page, and *why*."""
        for line in lines:
            if not line.blank:
                self.left_out[line.number] = why

    def warn(self, code: str, line: int, **details: object) -> None:
        """Note a warning of the catalogue about *line*; the same one is noted once."""
        finding = Finding(line, MESSAGES[code].fill(**details))
        if finding not in self.findings:
            self.findings.append(finding)

    def standing(self) -> list[Line]:
        """The lines that were not left out, blank ones included."""
        return [line for line in self.lines if line.number not in self.left_out]

    def lost(self, used: set[int]) -> list[int]:
        """The non-blank lines that are neither in *used* nor left out: always none."""
        return [
            line.number
            for line in self.lines
            if not line.blank and line.number not in used and line.number not in self.left_out
        ]

    def left_out_groups(self) -> list[tuple[str, list[int]]]:
        """The reasons with their line numbers, in the order of the text."""
        groups: list[tuple[str, list[int]]] = []
        for number in sorted(self.left_out):
            why = self.left_out[number]
            if groups and groups[-1][0] == why:
                groups[-1][1].append(number)
            else:
                groups.append((why, [number]))
        return groups


def _line(number: int, raw: str) -> Line:
    text = clean(raw.translate(CONTROL_TO_SPACE)).strip(f"{EDGES}{RTL_MARKS}")
    text = DRAWN.sub(lambda drawn: unicodedata.normalize("NFKC", drawn[0]), text)
    return Line(number, text, len(raw) - len(raw.lstrip(EDGES)))


# A control character that parts words becomes a space, so that the words stay apart.
CONTROL_TO_SPACE = {ord(char): " " for char in "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"}
