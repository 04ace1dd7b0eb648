"""The notes that translators see beside a message, in a template and in a catalog.

A template is for all languages, so it names the concepts of the termbase; a catalog says
what each is called in its own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bayan.termbase import Termbase

TERM = "term: "
NOTED = re.compile(rf"{TERM}(?P<form>.+) \[(?P<term>[a-z0-9-]+)\]")


def term_note(form: str, term: str) -> str:
    """The note of a template that the words *form* name the concept *term*."""
    return f"{TERM}{form} [{term}]"


def notes_for(notes: Iterable[str], language: str, termbase: Termbase | None) -> list[str]:
    """The *notes* of a template as they stand in a catalog of *language*.

    A term that has no name in *language* needs no note: there is nothing to go by.
    """
    result: list[str] = []
    for note in notes:
        noted = NOTED.fullmatch(note)
        name = name_in(noted["term"], language, termbase) if noted else ""
        if noted is None:
            result.append(note)
        elif noted and name:
            result.append(f"{TERM}{noted['form']} = {name}")
    return result


def name_in(term: str, language: str, termbase: Termbase | None) -> str:
    """The preferred name of the concept *term* in *language*, with its abbreviation; else empty."""
    concept = termbase.by_id.get(term) if termbase else None
    names = concept.names.get(language) if concept else None
    if names is None or not names.preferred:
        return (names.abbreviation or "") if names else ""
    return f"{names.preferred} ({names.abbreviation})" if names.abbreviation else names.preferred
