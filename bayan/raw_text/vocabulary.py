"""The words by which the parts of a page are known, read from ``bayan/data/vocabulary.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from bayan.names import TATWEEL_AND_MARKS, level

VOCABULARY_FILE = Path(__file__).resolve().parent.parent / "data" / "vocabulary.toml"
EDGE = " .:;,،؛|*-–—_·•[]()«»\"'“”!/\\"


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(VOCABULARY_FILE.read_text(encoding="utf-8"))
    return {
        kind: tuple(sorted({label(word) for word in words} - {""}, key=len, reverse=True))
        for kind, words in data.items()
    }


@lru_cache(maxsize=64)
def _starts(kind: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in _phrases()[kind])
    return re.compile(rf"(?:{phrases})(?!\w)")


def label(text: str) -> str:
    """*text* as labels are compared: levelled, without marks at its ends."""
    return " ".join(level(TATWEEL_AND_MARKS.sub("", text)).split()).strip(EDGE)


def is_phrase(kind: str, text: str) -> bool:
    """Whether all of *text* is one of the *kind*'s phrases."""
    return len(text) < 80 and label(text) in _phrases()[kind]


def begins(kind: str, text: str) -> int:
    """How many signs at the beginning of *text* are one of the *kind*'s phrases; 0 for none."""
    flat = level(text)
    lead = len(flat) - len(flat.lstrip(EDGE))
    match = _starts(kind).match(flat, lead)
    return match.end() if match else 0


def mentions(kind: str, text: str) -> re.Match[str] | None:
    """The first of the *kind*'s phrases that stands as whole words in *text*."""
    return re.compile(rf"(?<!\w){_starts(kind).pattern}").search(level(text))
