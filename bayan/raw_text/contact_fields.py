"""A contact's text cut into its fields: names, functions, offices, numbers and addresses in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bayan.names import level
from bayan.raw_text.addresses import Spot
from bayan.raw_text.people import is_name, is_office, split_name
from bayan.raw_text.tidying import tidy
from bayan.raw_text.vocabulary import alternatives, begins, is_phrase

# A full stop parts fields, but not the one of an initial or of "M.".
SEPARATOR = re.compile(
    r"\s*[,،;؛|\n]\s*|\s+[–—-]+\s+|\s+@\s+|(?<=[^\W\d_])\s*/\s*(?=[^\W\d_])|\s+at\s+(?=[A-Z])|\s*:\s+|\s*[()]\s*"
    r"|(?<!\b[^\W\d_])\.\s+"
)
JOINED = re.compile(r"\s+(?:and|or|et|ou|&|أو)\s+", re.IGNORECASE)
WAW = re.compile(r"\s+(?=و[\u0621-\u064a]{2})")
LEADING_JOIN = re.compile(r"[\s.,،;)]*(?:and|or|et|ou|&|أو|و)\s", re.IGNORECASE)
SITE = re.compile(r"(?:https?://|www\.)\S*|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}")
EXTENSION = 40
"""The room behind a number in which its extension stands."""
OF = re.compile(r"\b(?:de|du|of|d['’])\s*\Z")
LETTER = re.compile(r"[^\W\d_]")
LABELS = ("phone_label", "email_label", "contact_field", "form_of_address", "after_name", "phone_lead")


@dataclass(frozen=True)
class Field:
    """One field: its kind ("text", "phone" or "email"), and whether "and" or "or" joins it on."""

    kind: str
    value: str
    joined: bool = False
    printed: str = ""
    """As printed, with its connecting word."""
    sign: str = ""
    """What parts it from the text before it."""
    addressed: bool = False
    """Whether a form of address before a name begins it amid a sentence."""


def fields(text: str, spots: tuple[Spot, ...]) -> Iterator[Field]:
    """The fields of *text*, whose numbers and addresses are *spots*; labels and extensions are dropped."""
    at = 0
    for spot in spots:
        yield from _pieces(text[at : spot.start])
        if spot.value:
            yield Field(spot.kind, spot.value)
        at = spot.end
        extension = _extension().match(level(text[at : at + EXTENSION])) if spot.kind == "phone" else None
        at += extension.end() if extension else 0
    yield from _pieces(text[at:])


def first_fields(text: str) -> list[str]:
    """The first two fields of *text*, tidied."""
    return [tidy(piece) for piece in SEPARATOR.split(undotted(text), maxsplit=2)[:2]]


def undotted(text: str) -> str:
    """*text* without the full stops of abbreviations, which end no sentence and part no fields."""
    return _dotted().sub(lambda match: text[match.start() : match.end() - 1], text)


@lru_cache(maxsize=1)
def _dotted() -> re.Pattern[str]:
    words = [word for kind in ("form_of_address", "abbreviation") for word in alternatives(kind)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words if len(word) > 1)})\.", re.I)


@lru_cache(maxsize=1)
def _extension() -> re.Pattern[str]:
    words = "|".join(map(re.escape, alternatives("extension")))
    return re.compile(rf"\s?[,،\-–(]?\s?(?:{words})(?!\w)[\s.:]{{0,3}}\d{{1,5}}(?!\d)\)?")


def _pieces(text: str) -> Iterator[Field]:
    joined, sign = bool(LEADING_JOIN.match(text)), ""
    for piece, behind in _cut(undotted(text)):
        for part, addressed in _parts(piece):
            bare = tidy(part)
            if (
                LETTER.search(bare)
                and not SITE.fullmatch(bare)
                and not any(is_phrase(kind, bare) for kind in LABELS)
            ):
                yield Field("text", bare, joined, part.strip(), sign, addressed)
                joined = True
        joined, sign = False, behind


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of *text*, each with the sign behind it."""
    at = 0
    for match in SEPARATOR.finditer(text):
        yield text[at : match.start()], match.group()
        at = match.end()
    yield text[at:], ""


def _parts(piece: str) -> Iterator[tuple[str, bool]]:
    """*piece* cut between persons, and before one whom a form of address shows amid a sentence."""
    for part in _persons(piece):
        found = _address_form().search(level(part)) if len(part) < 400 else None
        at = found.end() if found else 0
        if (
            found
            and not _is_one_office(part[: found.start()])
            and not part[found.start("form")].islower()
            and split_name(tidy(part[at:]))[0]
        ):
            yield part[: found.start()], False
            yield part[at:], True
        else:
            yield part, False


def _is_one_office(before: str) -> bool:
    """Whether an office's name goes on with a person's: "Cabinet de Mme Example"."""
    return bool(OF.search(before)) and is_office(before)


@lru_cache(maxsize=1)
def _address_form() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in alternatives("form_of_address") if len(word) > 2)
    return re.compile(rf"(?<=[\w'])\s+(?:ب|مع )?(?P<form>(?:{words}|mr|ms|dr|pr)\.?|m\.)\s+(?=[^\W\d_])")


def _persons(piece: str) -> list[str]:
    """*piece*, or its parts where "and" or "or" stands between two persons."""
    for pattern in (JOINED, WAW):
        parts = pattern.split(piece) if len(piece) < 200 else []
        if len(parts) < 2 or any(begins("names_in_waw", part) for part in parts[1:]):
            continue
        if pattern is WAW:
            parts = [parts[0], *(part[1:] for part in parts[1:])]
        if all(split_name(tidy(part))[0] for part in parts):
            return parts
    return [piece]


def names_ahead(ahead: list[Field]) -> bool:
    """Whether a name stands in *ahead* before the next number or address."""
    for field in ahead:
        if field.kind != "text":
            return False
        if is_name(field.value) or split_name(field.value)[0]:
            return True
    return False
