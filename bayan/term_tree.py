"""The names of all concepts in one language, as a tree of words to walk a text along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from bayan.folding import WORD, fold
from bayan.languages import load_languages
from bayan.stems import SKIPPED, SMALL_WORDS, name_labels
from bayan.termbase import Context, Termbase


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


def tree_of(termbase: Termbase, language: str) -> Node:
    """The tree of all names that count in *language*."""
    root = Node()
    for name, paths in _names(termbase, language):
        for path in paths:
            node = root
            for label in path:
                node = node.children.setdefault(label, Node())
            if name not in node.names:
                node.names.append(name)
    return root


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
