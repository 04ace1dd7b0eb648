"""Concepts: what has several names, and is found by each of them.

A concept is a term of the termbase or a country. Wherever one of its names stands in a text, in
whatever language, the index also holds the concept's mark; a query that has one of its
names looks for the mark. So one search finds all names, and no list of them need be tried.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from bayan.languages import load_languages
from bayan.release import digest
from bayan.release_values import COUNTRY
from bayan.search_text import Keys, rules_for_browser, text_keys
from bayan.termbase import GLOSSARY_FILE, Term, Termbase, load_termbase
from bayan.wording import locale_of

COUNTRY_WORDS = Path(__file__).resolve().parent / "country_words.toml"
MARK = re.compile(r"zz(?<![^\s>]zz)[a-z0-9]+zz\b")  # begins with letters, so that it is quickly looked for
Entry = tuple[str, Mapping[str, tuple[str, ...]]]
"""A concept as plain data: its id and its names."""


class CountryWordsError(ValueError):
    """``country_words.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class Concept:
    """A term (``term-avrr``) or country (``country-KW``) and its names in each language, best first."""

    id: str
    names: Mapping[str, tuple[str, ...]]

    @cached_property
    def mark(self) -> str:
        """The word that stands for it in the index."""
        return mark_of(self.id)


class Finder:
    """Finds the concepts that a text names."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self.by_keys: dict[tuple[str, ...], Concept] = {}
        self.longest: dict[str, int] = {}
        for concept in self.concepts:
            for keys in name_keys(concept):
                self.by_keys.setdefault(keys, concept)
                self.longest[keys[0]] = max(len(keys), self.longest.get(keys[0], 0))

    @cached_property
    def state(self) -> str:
        """A digest of all that staged pages depend on beside their text."""
        names = [(concept.id, sorted(concept.names.items())) for concept in self.concepts]
        return digest(f"{rules_for_browser()} {names}")

    def country_mark(self, code: str) -> str:
        """The mark of the country with the ISO 3166-1 *code*."""
        return Concept(f"country-{code}", {}).mark

    def found(self, words: Sequence[Keys]) -> Iterator[Concept]:
        """Each concept that *words*, of a text in order, name; once for each time, nested ones too."""
        longest = self.longest
        begun = [at for at, keys in enumerate(words) if keys.name in longest or keys.other_name in longest]
        if not begun:
            return  # most texts name none
        names = [keys.name for keys in words]
        for start in begun:
            for first in (words[start].name, words[start].other_name):
                for length in range(1, longest.get(first, 0) + 1):
                    concept = self.by_keys.get((first, *names[start + 1 : start + length]))
                    if concept and start + length <= len(words):
                        yield concept


def name_keys(concept: Concept) -> Iterator[tuple[str, ...]]:
    """The keys of each name of *concept*, each once."""
    seen = set()
    for names in concept.names.values():
        for name in names:
            keys = tuple(keys.name for keys in text_keys(name))
            if keys and keys not in seen:
                seen.add(keys)
                yield keys


def mark_of(concept_id: str) -> str:
    """The word that stands for a concept in the index; no other is the beginning of it."""
    return "zz" + "".join(sign for sign in concept_id.casefold() if sign.isalnum()) + "zz"


def in_use(entries: Iterable[Entry], marks: Container[str]) -> list[Entry]:
    """Of *entries* the terms, and the countries whose marks are among *marks*."""
    return [entry for entry in entries if entry[0].startswith("term-") or mark_of(entry[0]) in marks]


def term_concept(term: Term) -> Concept:
    """The concept of a term of the termbase."""
    return Concept(f"term-{term.id}", {code: tuple(names.linked) for code, names in term.names.items()})


@lru_cache(maxsize=1)
def country_concepts() -> tuple[Concept, ...]:
    """All countries with their names in CLDR, and what else they and their people are called."""
    locales = {code: locale_of(code).territories for code in load_languages()}
    known = {str(code) for names in locales.values() for code in names}
    words = load_country_words()
    return tuple(
        Concept(
            f"country-{code}",
            {
                language: (*filter(None, [names.get(code)]), *words.get(code, {}).get(language, ()))
                for language, names in locales.items()
            },
        )
        for code in sorted(filter(COUNTRY.fullmatch, known))
    )


@lru_cache(maxsize=4)
def load_country_words(path: Path = COUNTRY_WORDS) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words for each country by language, beside its name.

    :raises CountryWordsError: where *path* is not right.
    """
    try:
        data: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CountryWordsError(f"{path}: cannot be read: {error}") from error
    for code, words in data.items():
        if not COUNTRY.fullmatch(code) or not isinstance(words, dict) or set(words) - set(load_languages()):
            raise CountryWordsError(f"{path}: {code}: give a country's code and words by language")
        if not all(isinstance(word, str) and word.strip() for listed in words.values() for word in listed):
            raise CountryWordsError(f"{path}: {code}: each word must be a text that is not empty")
    return data


def concepts_of(termbase: Termbase) -> tuple[Concept, ...]:
    """All concepts: the terms first, since a name that is both is the term's."""
    return (*map(term_concept, termbase.terms), *country_concepts())


def load_finder(path: Path = GLOSSARY_FILE) -> Finder:
    """The finder of all concepts of the termbase in *path*; the same file is read once."""
    return _finder(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _finder(path: Path, time: int) -> Finder:
    return Finder(concepts_of(load_termbase(path)))
