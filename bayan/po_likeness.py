"""Which new message is an old one, changed: judged by its words, and by where it stands.

Only a message that has gone from the page can have become another. One that still stands
there never lends its translation to a neighbour that merely looks like it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

IN_PLACE = 0.55
"""Likeness, from 0 to 1, of a changed message that stands between the same neighbours."""
ELSEWHERE = 0.7
"""Likeness of a changed message that has also moved."""
SPELLING = 0.8
"""Likeness of the letters of two spellings of one word."""
MAX_STEPS = 20_000_000
"""How much is compared at most, word by word: about a second. Ordinary pages stay far below, since
few of their sentences have half of their words in common."""
MAX_WORDS = 10_000_000
"""How many words are counted at most, to find what is worth comparing."""
WORD = re.compile(r"\w+")
MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0640]")


@dataclass(frozen=True)
class Place:
    """A message and where it stands: how many messages before it have stayed the same."""

    text: str
    after: int


def pair(vanished: Sequence[Place], new: Sequence[Place]) -> dict[int, int]:
    """The index in *vanished* of the message that each index in *new* was made from.

    The likest are paired first, and each only once. Where there is too much to compare,
    the rest stays unpaired: its translations are kept, as obsolete.
    """
    scored: list[tuple[float, int, int]] = []
    steps = 0
    own = [words(place.text) for place in new]
    old = [words(place.text) for place in vanished]
    for _, at, before, needed in _worth_comparing(vanished, new, old, own):
        steps += len(old[before]) * len(own[at])
        if steps > MAX_STEPS:
            break
        score = likeness(old[before], own[at])
        if score >= needed:
            scored.append((-score, at, before))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, at, before in sorted(scored):
        if at not in pairs and before not in used:
            pairs[at] = before
            used.add(before)
    return pairs


def _worth_comparing(
    vanished: Sequence[Place], new: Sequence[Place], old: Sequence[list[str]], own: Sequence[list[str]]
) -> list[tuple[int, int, int, float]]:
    """What may be like enough: rank, new and vanished message, and the likeness that is needed.

    First comes what is likest to each new message by its words, then the second of each.
    """
    sizes = [sum(map(len, text)) for text in old]
    counts = [Counter(text) for text in old]
    room = MAX_WORDS // max(1, len(new))
    found: list[tuple[int, int, int, float]] = []
    for at, place in enumerate(new):
        size, count = sum(map(len, own[at])), Counter(own[at])
        near: list[tuple[float, int, float]] = []
        for before in _within(vanished, old, place, room):
            needed = IN_PLACE if vanished[before].after == place.after else ELSEWHERE
            letters = size + sizes[before]
            if 2 * min(size, sizes[before]) >= needed * letters:
                bound = _bound(counts[before], count, letters)
                if len(old[before]) <= 6 or bound >= needed / 2:  # respelled words cannot make up for less
                    near.append((-bound, before, needed))
        near.sort()
        found += ((rank, at, before, needed) for rank, (_, before, needed) in enumerate(near))
    found.sort()
    return found


def _within(vanished: Sequence[Place], old: Sequence[list[str]], place: Place, room: int) -> Iterable[int]:
    """The vanished messages to look at for *place*: all, or those nearest to it, of *room* words."""
    if sum(map(len, old)) <= room:
        return range(len(vanished))
    nearest: list[int] = []
    for before in sorted(range(len(vanished)), key=lambda at: abs(vanished[at].after - place.after)):
        room -= 1 + len(old[before])
        if room < 0:
            break
        nearest.append(before)
    return nearest


def _bound(one: Counter[str], other: Counter[str], letters: int) -> float:
    """The likeness of two texts of so many *letters* if all words that both have stood in order."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    same = sum(len(word) * min(count, many[word]) for word, count in few.items() if word in many)
    return 2 * same / letters if letters else 1.0


def words(text: str) -> list[str]:
    """The words of *text* without case, accents and vowel marks."""
    return WORD.findall(MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold())


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two texts is the same words in the same order, from 0 to 1.

    A word counts by its letters, so that "the" and "of" do not make two texts alike; two
    spellings of a word are half a match.
    """
    letters = sum(map(len, one)) + sum(map(len, other))
    if not letters:
        return 1.0 if one == other else 0.0
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
        shorter, both = min(len(before), len(after)), len(before) + len(after)
        if shorter > 3 and 2 * shorter >= SPELLING * both:  # else it cannot come up to that
            ratio = SequenceMatcher(None, before, after, autojunk=False).ratio()
            same += shorter * ratio if ratio >= SPELLING else 0
    return same
