"""Terms: a concept of the source is called by one of its names in the translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bayan.checks.known import concepts, head_stands
from bayan.checks.pair import Finding, Pair, error, warning
from bayan.folding import WORD
from bayan.matching import Matcher
from bayan.stems import SKIPPED, SMALL_WORDS, name_labels, text_labels
from bayan.termbase import Names, Term, Termbase, load_termbase

ENOUGH, ENOUGH_OF_NAMES = 1 / 3, 3 / 4
"""Of the words of a term, what a translation must have not to be asked about it: a part, since terms
are bent into sentences; most of it, where the source has a proper name of :data:`LONG` words or more."""
LONG = 3
# Concepts that writers mix up: where the source has the first, the second must not stand for it.
CONFUSED = (
    ("trafficking-in-persons", "smuggling-of-migrants"),
    ("counter-trafficking", "smuggling-of-migrants"),
    ("victim-of-trafficking", "smuggling-of-migrants"),
    ("smuggling-of-migrants", "trafficking-in-persons"),
    ("refugee", "internally-displaced-persons"),
    ("internally-displaced-persons", "refugee"),
    ("refugee", "asylum-seeker"),
    ("asylum-seeker", "refugee"),
)


def terms(pair: Pair) -> Iterator[Finding]:
    """Concepts of the source without a name of theirs in the translation, and names not to be used."""
    given = {
        one.term: pair.source_text[one.start : one.end] for one in concepts(pair.source_text, pair.source)
    }
    found = {
        one.term
        for one in concepts(pair.target_text, pair.target)
        # A name that is printed somewhere, and linked there, may still be one not to write.
        if one.term not in _used_forbidden(pair.target_text[one.start : one.end], pair.target)
    }
    forbidden = _used_forbidden(pair.target_text, pair.target)
    for term_id, printed in given.items():
        term = load_termbase()[term_id]
        names = term.names.get(pair.target)
        if not names or not names.preferred or term_id in found:
            continue
        confused = _confused(term_id, given, pair) or _other_body(term, set(given), found, pair.target)
        if term_id in forbidden:
            yield error("terms", f"{forbidden[term_id]!r} must not be used; write {names.preferred!r}")
        elif confused:
            yield error(
                "terms", f"{printed!r} is {names.preferred!r}, never {confused!r}; mend the translation"
            )
        elif not _nearly_says(term, names, printed, pair):
            yield warning("terms", f"{printed!r} is {names.preferred!r} in the glossary; use that name")


def _used_forbidden(text: str, language: str) -> dict[str, str]:
    """The concepts for which *text* has a forbidden name, and that name."""
    found = _forbidden(load_termbase(), language).find(text)
    return {one.term: text[one.start : one.end] for one in found}


def _confused(term_id: str, given: dict[str, str], pair: Pair) -> str:
    """The word by which the translation says the other concept of :data:`CONFUSED`; else empty."""
    for first, second in CONFUSED:
        if term_id != first or second in given:
            continue
        other = load_termbase().by_id.get(second)
        head, own = _head(other, pair.target), _head(other, pair.source)
        if (
            head
            and _has(pair.target_text, head, pair.target)
            and not _has(pair.source_text, own, pair.source)
        ):
            return head
    return ""


def _other_body(term: Term, given: set[str], found: set[str], language: str) -> str:
    """The body or office of the same kind that the translation names in place of *term*; else empty."""
    kind = _head(term, language)
    for other in load_termbase().terms:
        kin = other.domain == term.domain == "authorities" and _head(other, language) == kind != ""
        if kin and other.id in found - given:
            return other.title(language)[1]
    return ""


def _head(term: Term | None, language: str) -> str:
    """The first word of the concept's preferred name."""
    preferred = term.names[language].preferred if term and language in term.names else None
    return preferred.split(" ")[0] if preferred else ""


def _has(text: str, word: str, language: str) -> bool:
    return bool(word) and bool(name_labels(word, language, True) & _labels(text, language))


def _nearly_says(term: Term, names: Names, printed: str, pair: Pair) -> bool:
    """Whether the translation has enough of one of the names, the printed name itself, or its kind."""
    if printed in pair.target_text or head_stands(term, pair.target_text, pair.target):
        return True
    there = _labels(pair.target_text, pair.target)
    english = term.names["en"].preferred if "en" in term.names else None
    whole_name = bool(english) and english != str(english).lower()
    long = len(_content(printed, pair.source)) >= LONG
    enough = ENOUGH_OF_NAMES if long and whole_name else ENOUGH
    for form in names.linked:
        words = _content(form, pair.target)
        present = sum(bool(name_labels(word, pair.target, True) & there) for word in words)
        if words and present >= len(words) * enough:
            return True
    return False


def _content(name: str, language: str) -> list[str]:
    """The words of *name* that say something."""
    small = SKIPPED.get(language, frozenset()) | frozenset(SMALL_WORDS.get(language, ()))
    return [word for word in WORD.findall(name) if len(word) > 2 and word.lower() not in small]


@lru_cache(maxsize=256)
def _labels(text: str, language: str) -> frozenset[str]:
    """All that the words of *text* may answer to."""
    return frozenset(label for word in WORD.findall(text) for label in text_labels(word, language, True))


@lru_cache(maxsize=8)
def _forbidden(termbase: Termbase, language: str) -> Matcher:
    """Finds the forbidden names of all concepts."""
    kept = tuple(
        replace(term, names={language: Names(variants=term.names[language].forbidden)})
        for term in termbase.terms
        if language in term.names and term.names[language].forbidden
    )
    return Matcher(Termbase(termbase.domains, kept), language)
