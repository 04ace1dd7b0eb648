"""The termbase: the concepts of ``glossary.toml``, each with its names in every language.

``docs/termbase.md`` describes the file for those who write it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from bayan.folding import words
from bayan.languages import Languages, load_languages
from bayan.term_checks import CONTEXT_LISTS, NAME_LISTS, check_termbase

GLOSSARY_FILE = Path(__file__).resolve().parent.parent / "glossary.toml"


class TermbaseError(ValueError):
    """``glossary.toml`` is not right; one line for each fault: file, line, what to do."""


@dataclass(frozen=True)
class Context:
    """When a form that also means other things is this concept; phrases are folded."""

    form: str
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """What a concept is called in one language.

    ``ours`` are the forms not seen in print, ``matched`` those that are found but not to be used.
    """

    preferred: str | None = None
    abbreviation: str | None = None
    variants: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """All names to use beside the preferred form and the abbreviation."""
        return self.variants + tuple(form for form in self.ours if form != self.preferred)

    @property
    def linked(self) -> tuple[str, ...]:
        """All names by which the concept is recognized in running text."""
        names = (self.preferred, self.abbreviation, *self.others, *self.matched)
        return tuple(form for form in names if form)


@dataclass(frozen=True)
class Term:
    """One concept: its stable id, domain, English definition and names by language."""

    id: str
    domain: str
    definition: str
    source: str | None = None
    names: Mapping[str, Names] = field(default_factory=dict)

    def title(self, language: str) -> tuple[str, str]:
        """(language, name) to show a reader of *language*: their own name, else the first there is."""
        for code in (language, *self.names):
            names = self.names.get(code)
            if names and names.preferred:
                return code, names.preferred
        raise LookupError(self.id)


@dataclass(frozen=True, eq=False)
class Termbase:
    """All concepts in the file's order, the domains (id to English name), a digest of the file."""

    domains: Mapping[str, str]
    terms: tuple[Term, ...]
    digest: str = ""

    def __getitem__(self, term_id: str) -> Term:
        return self.by_id[term_id]

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """The concepts by id."""
        return {term.id: term for term in self.terms}


@lru_cache(maxsize=8)
def _parsed(path: Path, stamp: tuple[int, int]) -> Termbase:
    return parse_termbase(path.read_text(encoding="utf-8"), path, load_languages())


def load_termbase(path: Path = GLOSSARY_FILE) -> Termbase:
    """Read and validate *path*; the same file is read once.

    :raises TermbaseError: with file and line of each fault.
    """
    try:
        stat = path.stat()
        return _parsed(path, (stat.st_mtime_ns, stat.st_size))
    except (OSError, UnicodeDecodeError) as error:
        raise TermbaseError(f"{path}: cannot be read: {error}") from error


def parse_termbase(text: str, path: Path, languages: Languages) -> Termbase:
    """The termbase that *text* holds; *path* is for the messages."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        place = f"{path}:{line[1]}" if line else f"{path}"
        raise TermbaseError(f"{place}: error: not TOML: {error}") from error
    except (ValueError, RecursionError) as error:  # thousands of digits, or lists in lists
        raise TermbaseError(f"{path}: error: holds what no reader of TOML can read") from error
    faults = list(check_termbase(data, text, languages))
    if faults:
        raise TermbaseError("\n".join(f"{path}:{line}: error: {what}" for line, what in sorted(faults)))
    return Termbase(
        {entry["id"]: entry["name"] for entry in data.get("domain", [])},
        tuple(_term(entry, languages) for entry in data.get("term", [])),
        sha256(text.encode()).hexdigest()[:16],
    )


def _term(entry: Mapping[str, Any], languages: Languages) -> Term:
    names = {code: _names(entry[code]) for code in languages if code in entry}
    return Term(entry["id"], entry["domain"], entry["definition"], entry.get("source") or None, names)


def _names(entry: Mapping[str, Any]) -> Names:
    lists = {key: tuple(entry.get(key, ())) for key in NAME_LISTS}
    contexts = tuple(found for item in entry.get("context", ()) for found in _contexts(item))
    return Names(entry.get("preferred"), entry.get("abbreviation"), contexts=contexts, **lists)


def _contexts(entry: Mapping[str, Any]) -> Iterator[Context]:
    """One context for each form that *entry* names."""
    lists = {"needs" if key == "with" else key: tuple(_phrases(entry.get(key, ()))) for key in CONTEXT_LISTS}
    named = entry["form"]
    for form in named if isinstance(named, list) else [named]:
        yield Context(form, **lists)


def _phrases(values: list[str]) -> Iterator[str]:
    for value in values:
        yield value if value == "^" else " ".join(words(value))
