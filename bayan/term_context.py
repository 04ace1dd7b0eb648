"""Whether words that look like a name are one: accents, and the words around."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bayan.folding import LATIN_LETTER, fold
from bayan.termbase import Context


@dataclass
class Surroundings:
    """A stretch of text with the places of its words."""

    text: str
    spans: list[tuple[int, int]]
    _folded: dict[int, str] = field(default_factory=dict)

    def word(self, at: int) -> str:
        """Word number *at*, as it is written."""
        start, end = self.spans[at]
        return self.text[start:end]

    @cached_property
    def folded(self) -> list[str]:
        """All words, folded."""
        return [fold(self.word(at)) for at in range(len(self.spans))]

    @cached_property
    def line(self) -> str:
        """All words, folded, in one line that starts and ends with a space."""
        return f" {' '.join(self.folded)} "

    @cached_property
    def shouts(self) -> bool:
        """Whether the text is set in capitals, so that capitals mark no abbreviation."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(self.spans) > 3 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def fits(context: Context, around: Surroundings, first: int, last: int) -> bool:
    """Whether the words around ``first … last`` allow what *context* asks."""
    if context.after and not _follows(context.after, around, first):
        return False
    if _follows(context.not_after, around, first):
        return False
    behind = " ".join(around.folded[last + 1 : last + 6]) + " "
    if any(behind.startswith(phrase + " ") for phrase in context.not_before):
        return False
    if context.needs and not any(f" {phrase} " in around.line for phrase in context.needs):
        return False
    return not any(f" {phrase} " in around.line for phrase in context.without)


def _follows(phrases: Sequence[str], around: Surroundings, first: int) -> bool:
    """Whether one of *phrases* stands right before word *first*; ``^`` is nothing, or a sign."""
    gap = around.text[around.spans[first - 1][1] : around.spans[first][0]] if first else "."
    if gap.strip(" '’\u00a0\n-"):
        return "^" in phrases
    before = " " + " ".join(around.folded[max(0, first - 5) : first])
    return any(before.endswith(" " + phrase) for phrase in phrases)


def _marked(text: str) -> bool:
    """Whether a Latin letter of *text* bears an accent."""
    return any(len(unicodedata.normalize("NFD", sign)) > 1 and LATIN_LETTER.match(sign) for sign in text)


@lru_cache(maxsize=32768)
def accents_agree(written: str, name: str) -> bool:
    """Whether *written* may be *name* as far as accents go.

    Accents may be missing from capitals, or from a whole word; one that the name does not
    have makes another word (*traité*, *traite*), and so does one left out among others.
    """
    if not _marked(written):
        return True
    for ours, theirs in zip(
        unicodedata.normalize("NFC", written), unicodedata.normalize("NFC", name), strict=False
    ):
        if fold(ours) != fold(theirs):
            return True  # the ending begins here
        if _marked(ours) != _marked(theirs) and not (ours.isupper() and ours.isascii()):
            return False
    return True
