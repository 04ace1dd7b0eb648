"""Whether words that look like a name are one: accents, and the words around."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import itemgetter

from bayan.cutting import Pieces, Word
from bayan.folding import LATIN_LETTER, WORD, fold
from bayan.termbase import Context


class Surroundings(Pieces):
    """A stretch of text, its words as they are written and their places."""

    @cached_property
    def words(self) -> list[Word]:
        """All words, in order; most texts are done with before anybody asks for them."""
        return list(self.words_from(0, 0))

    def folded(self, first: int, last: int) -> str:
        """Words *first* to *last* (left out), folded, each with a space before and behind."""
        return f" {' '.join(fold(word[0]) for word in self.words[max(0, first) : last])} "

    def number_of(self, word: Word) -> int:
        """How many words stand before *word*."""
        return bisect_left(self.words, word[1], key=itemgetter(1))

    @cached_property
    def line(self) -> str:
        """All words, folded, each with a space before and behind."""
        return self.folded(0, len(self.words))

    @cached_property
    def shouts(self) -> bool:
        """Whether the text is set in capitals, so that capitals mark no abbreviation."""
        words = WORD.findall(self.text)
        return len(words) > 3 and sum(map(str.isupper, words)) > 0.6 * len(words)


def fits(context: Context, around: Surroundings, first: Word, last: Word) -> bool:
    """Whether the words around ``first … last`` allow what *context* asks."""
    if context.after and not _follows(context.after, around, first):
        return False
    if _follows(context.not_after, around, first):
        return False
    if context.not_before:
        at = around.number_of(last) + 1
        behind = around.folded(at, at + 5)
        if any(behind.startswith(f" {phrase} ") for phrase in context.not_before):
            return False
    if context.needs and not any(f" {phrase} " in around.line for phrase in context.needs):
        return False
    return not any(f" {phrase} " in around.line for phrase in context.without)


def _follows(phrases: Sequence[str], around: Surroundings, first: Word) -> bool:
    """Whether one of *phrases* stands right before the word *first*; ``^`` is nothing, or a sign."""
    if not phrases:
        return False
    at = around.number_of(first)
    gap = around.text[around.words[at - 1][2] : first[1]] if at else "."
    if gap.strip(" '’\u00a0\n-"):
        return "^" in phrases
    before = around.folded(at - 5, at)
    return any(before.endswith(f" {phrase} ") for phrase in phrases)


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
