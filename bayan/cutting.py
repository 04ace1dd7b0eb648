"""Cutting texts into words, quickly: most words stand between two spaces, and are met again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias, TypeVar

from bayan.folding import WORD

T = TypeVar("T")
KEPT = 2_000_000
"""Letters of the strings of which a table keeps what was made of them; it begins anew when it is full."""


class Table(dict[str, T]):
    """What *make* makes of a string, kept: cheaper to ask than a function with a cache."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make
        self._letters = 0

    def __missing__(self, text: str) -> T:
        self._letters += len(text)
        if self._letters > KEPT:
            self.clear()
            self._letters = len(text)
        self[text] = made = self._make(text)
        return made


Word: TypeAlias = tuple[str, int, int]
"""A word as it is written, its start and its end; a tuple, since most are only looked at once."""


def words_of(text: str) -> list[Word]:
    """The words of *text*; none holds a space."""
    return [(found[0], *found.span()) for found in WORD.finditer(text)]


class Pieces:
    """*text* taken apart at its spaces; *cut* keeps the words of each piece."""

    def __init__(self, text: str, cut: Table[list[Word]]) -> None:
        self.text = text
        self.pieces = text.split(" ")
        self._cut = cut

    @cached_property
    def _letters(self) -> list[int]:
        """How many letters there are, spaces left out, up to the end of each piece."""
        return list(accumulate(map(len, self.pieces)))

    def words_from(self, number: int, index: int) -> Iterator[Word]:
        """All words from the word *index* of the piece *number* on.

        Nothing before them is looked at, since a piece, like a text, may hold any number of words.
        """
        before = self._letters[number - 1] + number if number else 0
        for at in range(number, len(self.pieces)):
            words = self._cut[self.pieces[at]]
            for which in range(index, len(words)):
                word, start, end = words[which]
                yield word, before + start, before + end
            before += len(self.pieces[at]) + 1
            index = 0
