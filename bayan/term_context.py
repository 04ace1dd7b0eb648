"""Whether words that look like a name are one: accents, and the words around."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache

from bayan.folding import LATIN_LETTER, WORD, fold
from bayan.termbase import Context


class Surroundings:
    """A stretch of text, its words as they are written and their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = list(WORD.finditer(text))
        self.words = [match[0] for match in self.found]

    def span(self, at: int) -> tuple[int, int]:
        """The place of word *at*."""
        return self.found[at].span()

    def folded(self, first: int, last: int) -> str:
        """Words *first* to *last* (left out), folded, each with a space before and behind."""
        return f" {' '.join(map(fold, self.words[max(0, first) : last]))} "

    @cached_property
    def line(self) -> str:
        """All words, folded, each with a space before and behind."""
        return self.folded(0, len(self.words))

    @cached_property
    def shouts(self) -> bool:
        """Whether the text is set in capitals, so that capitals mark no abbreviation."""
        return len(self.words) > 3 and sum(map(str.isupper, self.words)) > 0.6 * len(self.words)


def fits(context: Context, around: Surroundings, first: int, last: int) -> bool:
    """Whether the words around ``first … last`` allow what *context* asks."""
    if context.after and not _follows(context.after, around, first):
        return False
    if _follows(context.not_after, around, first):
        return False
    if context.not_before:
        behind = around.folded(last + 1, last + 6)
        if any(behind.startswith(f" {phrase} ") for phrase in context.not_before):
            return False
    if context.needs and not any(f" {phrase} " in around.line for phrase in context.needs):
        return False
    return not any(f" {phrase} " in around.line for phrase in context.without)


def _follows(phrases: Sequence[str], around: Surroundings, first: int) -> bool:
    """Whether one of *phrases* stands right before word *first*; ``^`` is nothing, or a sign."""
    if not phrases:
        return False
    gap = around.text[around.span(first - 1)[1] : around.span(first)[0]] if first else "."
    if gap.strip(" '’\u00a0\n-"):
        return "^" in phrases
    before = around.folded(first - 5, first)
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
