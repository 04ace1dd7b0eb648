"""Reviews: a translation is a draft until a person has read it against the original.

The header field ``X-Review`` of a catalog says who read it, when, and a digest of what
was read. Whoever changes a pair later makes the translation a draft again, without
having to think of it: the digest no longer fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bayan.catalogs import CatalogText
from bayan.po_header import fields_of
from bayan.po_text import Entry
from bayan.release import digest
from bayan.release_values import is_edtf
from bayan.unseen import deceives

FIELD = "X-Review"
MAX_NAME = 100
VALUE = re.compile(r"(?P<reviewer>.+); (?P<date>[\d-]+); sha256:(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True)
class Review:
    """Who reviewed a translation, and on which day (EDTF)."""

    reviewer: str
    date: str


class ReviewError(ValueError):
    """A review cannot be written; the message says why."""


def pairs_digest(entries: Sequence[Entry]) -> str:
    """The digest of all pairs of message and translation, in whatever order they stand."""
    pairs = sorted(
        repr((entry.context, entry.msgid, entry.plural, entry.strings, entry.fuzzy))
        for entry in entries
        if not entry.obsolete and not entry.is_header
    )
    return digest("\n".join(pairs))


def review_of(catalog: CatalogText) -> Review | None:
    """The review of *catalog* that still holds; None where there is none, or pairs changed since."""
    value = fields_of(catalog.header).get(FIELD, "") if catalog.header else ""
    found = VALUE.fullmatch(value)
    if not found or not is_edtf(found["date"]) or found["digest"] != pairs_digest(catalog.entries):
        return None
    if len(found["reviewer"]) > MAX_NAME or deceives(found["reviewer"]):
        return None
    return Review(found["reviewer"], found["date"])


def review_field(entries: Sequence[Entry], reviewer: str, date: str) -> str:
    """What the header says of a review by *reviewer* on *date*.

    :raises ReviewError: where the name cannot stand in a header, or a translation is not finished.
    """
    name = " ".join(reviewer.split())
    if not name or len(name) > MAX_NAME or deceives(name) or any(sign in name for sign in ';"\\'):
        raise ReviewError('REVIEWER must be a name, without ; " and \\')
    active = [entry for entry in entries if not entry.obsolete and not entry.is_header]
    open_ones = [entry for entry in active if entry.fuzzy or not all(entry.strings)]
    if open_ones:
        line = open_ones[0].line
        raise ReviewError(f"{len(open_ones)} messages are not translated yet, the first in line {line}")
    return f"{name}; {date}; sha256:{pairs_digest(entries)}"
