"""The words by which the parts of a page are known, read from ``bayan/data/vocabulary.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bayan.names import TATWEEL_AND_MARKS, level

VOCABULARY_FILE = Path(__file__).resolve().parent.parent / "data" / "vocabulary.toml"
BEGINNING = 400
"""Signs in which a phrase at the beginning of a text ends, with marks on all its letters."""
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


@dataclass(frozen=True)
class Hit:
    """Where a phrase stands in a text."""

    start: int
    end: int


def begins(kind: str, text: str) -> int:
    """How many signs at the beginning of *text* are one of the *kind*'s phrases; 0 for none."""
    flat, places = _bare(text[:BEGINNING])
    lead = len(flat) - len(flat.lstrip(EDGE))
    match = _starts(kind).match(flat, lead)
    return places[match.end()] if match else 0


def mentions(kind: str, text: str) -> Hit | None:
    """The first of the *kind*'s phrases that stands as whole words in *text*."""
    flat, places = _bare(text)
    match = _words(kind).search(flat)
    return Hit(places[match.start()], places[match.end()]) if match else None


@lru_cache(maxsize=64)
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_starts(kind).pattern}")


def _bare(text: str) -> tuple[str, Sequence[int]]:
    """*text* levelled and without vowel marks, and where in *text* each sign of it stands."""
    flat = level(text)
    marks = [mark.start() for mark in TATWEEL_AND_MARKS.finditer(flat)]
    if not marks:
        return flat, range(len(flat) + 1)
    kept = sorted(set(range(len(flat))).difference(marks))
    return TATWEEL_AND_MARKS.sub("", flat), [*kept, len(flat)]


def alternatives(kind: str) -> tuple[str, ...]:
    """The *kind*'s phrases, levelled, the longest first."""
    return _phrases()[kind]


def kinds(prefix: str) -> tuple[str, ...]:
    """The kinds of phrases whose names begin with *prefix*."""
    return tuple(kind for kind in _phrases() if kind.startswith(prefix))
