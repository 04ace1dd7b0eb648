"""Finding the names of concepts in running text, in one language.

Longest name first. How words answer to one another is in :mod:`bayan.stems`; this module
keeps the names in a tree of words and walks the text along it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count
from typing import TypeAlias

from bayan.cutting import Table, Word, words_of
from bayan.folding import WORD
from bayan.stems import SKIPPED, label_start, text_labels
from bayan.term_context import Surroundings, accents_agree, fits
from bayan.term_tree import Name, Node, tree_of
from bayan.termbase import Termbase

# What may stand between two words of one name; everything else ends it.
JOINT = re.compile(r"(?:['’ʼ]?\s+|['’ʼ]|\s*[-‐‑/&]\s?|°\s?)?")
NUMBER = frozenset({"no", "nos", "nr"})


Step: TypeAlias = tuple[list[Name], list[dict[str, Node]]]
"""The names that end at a place in the tree, and where it goes on."""
NOWHERE: Step = ([], [])


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
        self._starts = frozenset(map(label_start, self.root.children))
        self._first: Table[Step] = Table(self._begin)
        self._inner: Table[set[str]] = Table(lambda word: text_labels(word, language, first=False))
        self._cut = Table(words_of)
        self._begun: Table[list[int]] = Table(self._beginnings)

    def find(self, text: str) -> list[Match]:
        """All names in *text*, in order, none overlapping another."""
        found: list[Match] = []
        around, done = Surroundings(text, self._cut), 0
        for number in compress(count(), map(self._begun.__getitem__, around.pieces)):
            for index in self._begun[around.pieces[number]]:
                match = self._longest(around, around.words_from(number, index), done)
                if match:
                    found.append(match)
                    done = match.end
        return found

    def _begin(self, word: str) -> Step:
        """The first step along the tree, for *word*."""
        labels = text_labels(word, self.language, first=True, starts=self._starts)
        known = self.root.children.keys() & labels
        return step([self.root.children[label] for label in sorted(known)]) if known else NOWHERE

    def _beginnings(self, piece: str) -> list[int]:
        """Which words of *piece* may begin a name."""
        return [at for at, word in enumerate(WORD.findall(piece)) if self._first[word] is not NOWHERE]

    def _longest(self, around: Surroundings, words: Iterator[Word], done: int) -> Match | None:
        """The longest name that the first of *words* begins, unless it lies before the place *done*."""
        first = next(words)
        if first[1] < done:
            return None
        used, ends = self._walk(around.text, first, words)
        for length, names in reversed(ends):
            for name in names:
                if self._is(name, around, used[:length]):
                    return Match(first[1], used[length - 1][2], name.term)
        return None

    def _walk(
        self, text: str, first: Word, words: Iterator[Word]
    ) -> tuple[list[Word], list[tuple[int, list[Name]]]]:
        """Along the tree: the words of *text* used, and after how many of them names end."""
        names, children = self._first[first[0]]
        used, before = [first], first
        ends = [(1, names)] if names else []
        for word in words if children else ():
            if not joined(text, before, word):
                break
            before = word
            if word[0].lower() in self.skipped:
                continue
            inner = self._inner[word[0]]
            nodes = [known[label] for known in children for label in sorted(known.keys() & inner)]
            if not nodes:
                break
            used.append(word)
            names, children = step(nodes)
            if names:
                ends.append((len(used), names))
            if not children:
                break
        return used, ends

    def _is(self, name: Name, around: Surroundings, used: list[Word]) -> bool:
        """Whether the words *used* really are *name*: accents, signs around, context."""
        start, end = used[0][1], used[-1][2]
        if around.text[start - 1 : start] in ("@", "#", "_") or around.text[end : end + 1] in ("@", "_"):
            return False
        if name.abbreviation:
            if around.shouts and around.text[start - 1 : start] != "(":
                return False
        elif not all(accents_agree(word[0], form) for word, form in zip(used, name.words, strict=True)):
            return False
        return name.context is None or fits(name.context, around, used[0], used[-1])


def joined(text: str, before: Word, word: Word) -> bool:
    """Whether *word* and the one before it may belong to one name."""
    between = text[before[2] : word[1]]
    if between == " " or JOINT.fullmatch(between):
        return True
    return between.strip() == "." and before[0].lower() in NUMBER


def step(nodes: Sequence[Node]) -> Step:
    """What stands at all of *nodes*."""
    return [name for node in nodes for name in node.names], [node.children for node in nodes if node.children]


@lru_cache(maxsize=8)
def matcher_for(termbase: Termbase, language: str) -> Matcher:
    """The matcher of *language*, made once for each termbase."""
    return Matcher(termbase, language)
