"""Finding the names of concepts in running text, in one language.

Longest name first. How words answer to one another is in :mod:`bayan.stems`; this module
keeps the names in a tree of words and walks the text along it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bayan.stems import SKIPPED
from bayan.term_context import Surroundings, accents_agree, fits
from bayan.term_tree import Labels, Name, tree_of
from bayan.termbase import Termbase

# What may stand between two words of one name; everything else ends it.
JOINT = re.compile(r"(?:['’ʼ]?\s+|['’ʼ]|\s*[-‐‑/&]\s?|° ?)?")
NUMBER = frozenset({"no", "nos", "nr"})


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` names the concept *term*."""

    start: int
    end: int
    term: str


class Matcher:
    """Finds all concepts of *termbase* in texts written in *language*."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self.language = language
        self.root = tree_of(termbase, language)
        self.skipped = SKIPPED.get(language, frozenset())
        self._first = Labels(language, self.root)
        self._inner = Labels(language)

    def find(self, text: str) -> list[Match]:
        """All names in *text*, in order, none overlapping another."""
        found: list[Match] = []
        around, first, done = Surroundings(text), self._first, -1
        for at in [at for at, word in enumerate(around.words) if first[word]]:
            best = self._longest(around, at) if at > done else None
            if best:
                name, done = best
                found.append(Match(around.span(at)[0], around.span(done)[1], name.term))
        return found

    def _longest(self, around: Surroundings, at: int) -> tuple[Name, int] | None:
        """The longest name that starts at word *at*, and its last word."""
        used, ends = self._walk(around, at)
        for count, names in reversed(ends):
            for name in names:
                if self._is(name, around, used[:count]):
                    return name, used[count - 1]
        return None

    def _walk(self, around: Surroundings, at: int) -> tuple[list[int], list[tuple[int, list[Name]]]]:
        """Along the tree from word *at*: the words used, and after how many of them names end."""
        nodes = [self.root.children[label] for label in self._first[around.words[at]]]
        used = [at]
        ends: list[tuple[int, list[Name]]] = []
        while nodes:
            names = [name for node in nodes for name in node.names]
            if names:
                ends.append((len(used), names))
            following = self._next(around, used[-1])
            if following is None:
                break
            inner = self._inner[around.words[following]]
            nodes = [child for node in nodes for label in inner if (child := node.children.get(label))]
            used.append(following)
        return used, ends

    def _next(self, around: Surroundings, at: int) -> int | None:
        """The next word that a name starting before it may hold; small words are passed over."""
        while at + 1 < len(around.words) and self._joined(around, at):
            at += 1
            if around.words[at].lower() not in self.skipped:
                return at
        return None

    @staticmethod
    def _joined(around: Surroundings, at: int) -> bool:
        """Whether word *at* and the one behind it may belong to one name."""
        start, end = around.found[at].end(), around.found[at + 1].start()
        if JOINT.fullmatch(around.text, start, end):
            return True
        return around.text[start:end].strip() == "." and around.words[at].lower() in NUMBER

    def _is(self, name: Name, around: Surroundings, used: list[int]) -> bool:
        """Whether the words at *used* really are *name*: accents, signs around, context."""
        start, end = around.span(used[0])[0], around.span(used[-1])[1]
        if around.text[start - 1 : start] in ("@", "#", "_") or around.text[end : end + 1] in ("@", "_"):
            return False
        if name.abbreviation:
            if around.shouts and around.text[start - 1 : start] != "(":
                return False
        elif not all(
            accents_agree(around.words[at], word) for at, word in zip(used, name.words, strict=True)
        ):
            return False
        return name.context is None or fits(name.context, around, used[0], used[-1])


@lru_cache(maxsize=8)
def matcher_for(termbase: Termbase, language: str) -> Matcher:
    """The matcher of *language*, made once for each termbase."""
    return Matcher(termbase, language)
