"""Finding the names of concepts in running text, in one language.

Longest name first. How words answer to one another is in :mod:`bayan.stems`; this module
keeps the names in a tree of words and walks the text along it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from bayan.folding import WORD, fold
from bayan.languages import load_languages
from bayan.stems import SKIPPED, SMALL_WORDS, name_labels, text_labels
from bayan.term_context import Surroundings, accents_agree, fits
from bayan.termbase import Context, Termbase

# What may stand between two words of one name; everything else ends it.
JOINT = re.compile(r"(?:['’ʼ]?\s+|['’ʼ]|\s*[-‐‑/&]\s?|° ?)?")
NUMBER = frozenset({"no", "nos", "nr"})


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` names the concept *term*."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Name:
    """One name as the tree keeps it: its concept, its words, and when it counts."""

    term: str
    words: tuple[str, ...]
    abbreviation: bool
    context: Context | None


@dataclass(slots=True)
class Node:
    """A place in the tree: the next words, and the names that end here."""

    children: dict[str, Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


class Matcher:
    """Finds all concepts of *termbase* in texts written in *language*."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self.language = language
        self.root = Node()
        self.skipped = SKIPPED.get(language, frozenset())
        for name, paths in _names(termbase, language):
            for path in paths:
                self._add(name, path)
        # Words come again and again; these hold for as long as the matcher does.
        self._first = lru_cache(maxsize=32768)(lambda word: self._labels(word, True))
        self._inner = lru_cache(maxsize=32768)(lambda word: self._labels(word, False))

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a Matcher is rebuilt from its termbase, never pickled")

    def _add(self, name: Name, path: Sequence[str]) -> None:
        node = self.root
        for label in path:
            node = node.children.setdefault(label, Node())
        if name not in node.names:
            node.names.append(name)

    def _labels(self, word: str, first: bool) -> tuple[str, ...]:
        labels = text_labels(word, self.language, first)
        return tuple(label for label in labels if label in self.root.children) if first else tuple(labels)

    def find(self, text: str) -> list[Match]:
        """All names in *text*, in order, none overlapping another."""
        found: list[Match] = []
        around = Surroundings(text, [match.span() for match in WORD.finditer(text)])
        at = 0
        while at < len(around.spans):
            labels = self._first(around.word(at))
            best = self._longest(around, at, labels) if labels else None
            if best:
                name, last = best
                found.append(Match(around.spans[at][0], around.spans[last][1], name.term))
                at = last
            at += 1
        return found

    def _longest(self, around: Surroundings, at: int, labels: Sequence[str]) -> tuple[Name, int] | None:
        """The longest name that starts at word *at*, and its last word."""
        ends = list(self._walk(around, at, labels))
        for used, names in reversed(ends):
            for name in names:
                if self._is(name, around, used):
                    return name, used[-1]
        return None

    def _walk(
        self, around: Surroundings, at: int, labels: Sequence[str]
    ) -> Iterator[tuple[list[int], list[Name]]]:
        """Along the tree from word *at*: each place where names end, with the words they used."""
        nodes = [self.root.children[label] for label in labels]
        used = [at]
        while nodes:
            names = [name for node in nodes for name in node.names]
            if names:
                yield list(used), names
            following = self._next(around, used[-1])
            if following is None:
                return
            inner = self._inner(around.word(following))
            nodes = [child for node in nodes for label in inner if (child := node.children.get(label))]
            used.append(following)

    def _next(self, around: Surroundings, at: int) -> int | None:
        """The next word that a name starting before it may hold; small words are passed over."""
        while at + 1 < len(around.spans) and self._joined(around, at):
            at += 1
            if around.word(at).lower() not in self.skipped:
                return at
        return None

    @staticmethod
    def _joined(around: Surroundings, at: int) -> bool:
        """Whether word *at* and the one behind it may belong to one name."""
        start, end = around.spans[at][1], around.spans[at + 1][0]
        if JOINT.fullmatch(around.text, start, end):
            return True
        return around.text[start:end].strip() == "." and around.word(at).lower() in NUMBER

    def _is(self, name: Name, around: Surroundings, used: list[int]) -> bool:
        """Whether the words at *used* really are *name*: accents, signs around, context."""
        start, end = around.spans[used[0]][0], around.spans[used[-1]][1]
        if around.text[start - 1 : start] in ("@", "#", "_") or around.text[end : end + 1] in ("@", "_"):
            return False
        if name.abbreviation:
            if around.shouts and around.text[start - 1 : start] != "(":
                return False
        elif not all(accents_agree(around.word(at), word) for at, word in zip(used, name.words, strict=True)):
            return False
        return name.context is None or fits(name.context, around, used[0], used[-1])


def _names(termbase: Termbase, language: str) -> Iterator[tuple[Name, list[tuple[str, ...]]]]:
    """Every name that counts in *language*, with its paths through the tree."""
    own: set[str] = set()
    for term in termbase.terms:
        names = term.names.get(language)
        if not names:
            continue
        contexts = {context.form: context for context in names.contexts}
        for form in names.linked:
            own.add(form)
            short = form == names.abbreviation or is_abbreviation(form)
            yield _name(term.id, form, short, contexts.get(form), language)
    foreign = [
        (term.id, names.abbreviation)
        for term in termbase.terms
        for code, names in term.names.items()
        if code != language and names.abbreviation and names.abbreviation not in own
    ]
    for term_id, form in foreign:
        if len(form) > 2:  # "UN" and "EU" are words in other languages
            yield _name(term_id, form, True, None, language)


def is_abbreviation(form: str) -> bool:
    """Whether *form* is recognized only as it is printed."""
    return " " not in form and sum(letter.isupper() for letter in form) > 1


def _name(
    term_id: str, form: str, short: bool, context: Context | None, language: str
) -> tuple[Name, list[tuple[str, ...]]]:
    skipped = SKIPPED.get(language, frozenset())
    written = [match.group() for match in WORD.finditer(form)]
    kept = [word for index, word in enumerate(written) if not index or fold(word) not in skipped]
    name = Name(term_id, tuple(kept), short, context)
    if short:
        paths = [tuple("!" + word for word in kept)]
        if language == "en" and len(kept) == 1:
            paths.append((f"!{kept[0]}s",))
        return name, paths
    if form != form.lower() and load_languages()[language].direction == "ltr":
        small = SMALL_WORDS.get(language, {})
        return name, [tuple("=" + small.get(fold(word), fold(word)) for word in kept)]
    labels = [name_labels(word, language, index == 0) for index, word in enumerate(kept)]
    return name, list(product(*labels))


@lru_cache(maxsize=8)
def matcher_for(termbase: Termbase, language: str) -> Matcher:
    """The matcher of *language*, made once for each termbase."""
    return Matcher(termbase, language)
