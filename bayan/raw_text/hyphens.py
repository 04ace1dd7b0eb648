"""Words that a line's end broke in two: joined again, and the maintainer is told."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from bayan.raw_text.sheet import Line, Sheet

HYPHENS_FILE = Path(__file__).resolve().parent.parent / "data" / "hyphens.toml"
WORD = re.compile(r"(?:[^\W\d_]|[-‐])+")
LETTERS = re.compile(r"[^\W\d_]+")
LONGEST = 40
"""Letters of a word's part before its hyphen; no longer one was seen."""
MOST = 5
"""Words that a warning names."""


class Hyphens:
    """The words of one text, and those that were joined."""

    def __init__(self, sheet: Sheet) -> None:
        """Learn the words of *sheet*, once they are needed."""
        self._sheet = sheet
        self._words: set[str] | None = None
        self._joined: list[str] = []
        self._first = 1

    def joined(self, lines: list[Line]) -> str:
        """The text of *lines*, which are one paragraph."""
        text = lines[0].text
        for line in lines[1:]:
            text = self._with(text, line)
        return text

    def warn(self) -> None:
        """Name the words that lost a hyphen."""
        if self._joined:
            words = ", ".join(dict.fromkeys(self._joined[:MOST]))
            self._sheet.warn("broken-word", self._first, words=words)

    def _with(self, text: str, line: Line) -> str:
        """*text* and *line* in one: without the hyphen, with it and no space, or with a space."""
        before, after = _parts(text, line.text)
        if not before or not after or after in _data()["joining"]:
            return f"{text} {line.text}"
        known = self._known()
        lower = line.text[0].islower()
        inside = text[-len(before) - 2 : -len(before) - 1] in ("-", "‐")  # c’est-à-dire
        takes = inside or before in _data()["before"] or (lower and after in _data()["after"])
        if f"{before}-{after}" in known or (takes and before + after not in known):
            return text + line.text
        if not lower:
            return f"{text} {line.text}"
        self._first = self._first if self._joined else line.number
        self._joined.append(before + after)
        return text[:-1] + line.text

    def _known(self) -> set[str]:
        if self._words is None:
            self._words = {
                word.lower().replace("‐", "-").strip("-")
                for line in self._sheet.standing()
                for word in WORD.findall(line.text)
            }
        return self._words


def _parts(text: str, below: str) -> tuple[str, str]:
    """The letters before the hyphen at the end of *text* and those at the beginning of *below*."""
    if text[-1:] not in ("-", "‐"):
        return "", ""
    before = LETTERS.findall(text[-LONGEST - 1 : -1])
    after = LETTERS.match(below)
    if not before or not after or not text[:-1].endswith(before[-1]):
        return "", ""
    return before[-1].lower(), after[0].lower()


@lru_cache(maxsize=1)
def _data() -> dict[str, frozenset[str]]:
    data = tomllib.loads(HYPHENS_FILE.read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}
