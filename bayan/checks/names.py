"""Names of people between French and English: copied letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bayan.checks.pair import Finding, Pair, error
from bayan.folding import fold
from bayan.wording import locale_of

NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ][\w’'-]*"
# Two or more words in capitals: Iman Ereiqat, Falah Al Muteiry.
SEQUENCE = re.compile(rf"{NAME}(?: (?:(?:[Aa]l|[Ee]l|[Bb]en|[Bb]in|de|von|van)[ -])?{NAME})+")
PARTICLES = frozenset({"al", "el", "ben", "bin", "bint", "abu", "abou", "de", "von", "van", "du", "di"})
BETWEEN = rf"[ -](?:(?i:{'|'.join(sorted(PARTICLES))})[ -])?"
FAR = 3
"""Letters by which two spellings of one name differ at most."""


def names(pair: Pair) -> Iterator[Finding]:
    """Names whose first word is the same in both texts, and whose next is spelt otherwise."""
    if "ar" in (pair.source, pair.target):
        return
    for sequence in SEQUENCE.findall(pair.source_text):
        words = [word for word in re.split(r"[ -]", sequence) if word.lower() not in PARTICLES]
        for first, second in pairwise(words):
            for other in (_changed(first, second, pair.target_text), _changed_first(first, second, pair)):
                if other:
                    yield error("names", f"{other} is {first} {second} in the source; copy the name")


def _changed(first: str, second: str, target: str) -> str:
    """How *target* spells *second* behind *first*, where that is another spelling; else empty."""
    if len(first) < 3 or len(second) < 4 or re.search(rf"\b{re.escape(second)}\b", target):
        return ""
    for match in re.finditer(rf"\b{re.escape(first)}{BETWEEN}({NAME})", target):
        other, right = fold(match[1]), fold(second)
        if other != right and other[0] == right[0] and _distance(other, right) <= min(FAR, len(right) // 2):
            return f"{first} {match[1]}"
    return ""


def _changed_first(first: str, second: str, pair: Pair) -> str:
    """How the translation spells *first* before *second*, where *first* is no place's name; else empty."""
    if min(len(first), len(second)) < 4 or re.search(rf"\b{re.escape(first)}\b", pair.target_text):
        return ""
    if fold(first) in _places(pair.source):
        return ""
    for match in re.finditer(rf"({NAME}){BETWEEN}{re.escape(second)}\b", pair.target_text):
        other, right = fold(match[1]), fold(first)
        if other != right and other[0] == right[0] and _distance(other, right) <= 2:
            return f"{match[1]} {second}"
    return ""


@lru_cache(maxsize=4)
def _places(language: str) -> frozenset[str]:
    """The folded words of the names of countries, which languages spell in their own ways."""
    names = locale_of(language).territories.values()
    return frozenset(fold(word) for name in names for word in name.split())


def _distance(one: str, other: str) -> int:
    """Letters to add, take out or change to make *one* into *other*."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row = row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b)))
    return row[-1]
