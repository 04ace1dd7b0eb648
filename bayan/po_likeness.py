"""Which new message is an old one, changed: judged by its words, and by where it stands.

Only a message that has gone from the page can have become another. One that still stands
there never lends its translation to a neighbour that merely looks like it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

IN_PLACE = 0.55
"""Likeness, from 0 to 1, of a changed message that stands between the same neighbours."""
ELSEWHERE = 0.7
"""Likeness of a changed message that has also moved."""
WORD = re.compile(r"\w+")
MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0640]")


@dataclass(frozen=True)
class Place:
    """A message and where it stands: how many messages before it have stayed the same."""

    text: str
    after: int


def pair(vanished: Sequence[Place], new: Sequence[Place]) -> dict[int, int]:
    """The index in *vanished* of the message that each index in *new* was made from.

    The likest are paired first, and each only once.
    """
    old_words = [words(place.text) for place in vanished]
    scored: list[tuple[float, int, int]] = []
    for at, place in enumerate(new):
        own = words(place.text)
        for before, other in enumerate(old_words):
            needed = IN_PLACE if vanished[before].after == place.after else ELSEWHERE
            score = likeness(other, own, needed)
            if score >= needed:
                scored.append((-score, at, before))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, at, before in sorted(scored):
        if at not in pairs and before not in used:
            pairs[at] = before
            used.add(before)
    return pairs


def words(text: str) -> list[str]:
    """The words of *text* without case, accents and vowel marks."""
    return WORD.findall(MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold())


def likeness(one: Sequence[str], other: Sequence[str], needed: float = 0.0) -> float:
    """How much of two texts is the same words in the same order, from 0 to 1.

    A word counts by its letters, so that "the" and "of" do not make two texts alike; two
    spellings of a word are half a match. Below *needed* the value may be too high.
    """
    letters = sum(map(len, one)) + sum(map(len, other))
    if not letters:
        return 1.0 if one == other else 0.0
    shared = Counter(one) & Counter(other)
    bound = 2 * sum(len(word) * count for word, count in shared.items()) / letters
    if len(one) > 6 and bound < needed / 2:  # respelled words cannot make up for that
        return bound
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    same = 0.0
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            same += sum(map(len, one[start:end]))
        elif tag == "replace":
            same += _respelled(one[start:end], other[begin:stop])
    return 2 * same / letters


def _respelled(one: Sequence[str], other: Sequence[str]) -> float:
    """The letters of words that are the same but for a letter or two."""
    same = 0.0
    for before, after in zip(one, other, strict=False):
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        if min(len(before), len(after)) > 3 and matcher.ratio() >= 0.8:
            same += min(len(before), len(after)) * matcher.ratio()
    return same
