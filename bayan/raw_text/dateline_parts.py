"""The places and agencies of a dateline's head, without its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bayan.names import level
from bayan.places import COUNTRY, Place, find
from bayan.raw_text.calendars import calendar
from bayan.raw_text.dateline_day import is_of_day, is_weekday
from bayan.raw_text.furniture import is_organization
from bayan.raw_text.people import is_office
from bayan.raw_text.place_shape import ACRONYM, looks_like_place
from bayan.raw_text.vocabulary import begins, is_phrase

PART = re.compile(r"(\s+ـ+\s+|\s*[,،;؛/()|•·\[\]]\s*|\s+-+\s+|(?<=\w)-\s+)")
AND = re.compile(r"(?:^|\s+)(?:et|and|و)\s+")
BRACKETED = re.compile(r"[^,،/()]+ \([^,()]+\)")
INITIALS = re.compile(r"(?:.*\s)?(?:[A-Z]\.)+[A-Z]")
STATE = re.compile(r"(?:[A-Z]\.){2}")
REGION_WORDS = 4
SHORT = 16
"""Signs: an agency's name in brackets has no more."""


@dataclass
class Parts:
    """The places of a head, their countries' names, the agency; ``unknown`` are places' numbers."""

    places: list[str] = field(default_factory=list)
    hints: list[str | None] = field(default_factory=list)
    agency: str | None = None
    unknown: set[int] = field(default_factory=set)
    loose: bool = False
    day_last: bool = False

    @property
    def known(self) -> bool:
        """Whether one of the places is known."""
        return len(self.unknown) < len(self.places)

    def before_day(self, sign: str, commas: str) -> bool:
        """Whether a part behind *sign*, one of *commas*, stands before the day that ends the head."""
        return self.day_last and sign.strip() in tuple(commas)

    def add(self, place: str, *, known: bool) -> None:
        """Note a further place."""
        if not known:
            self.unknown.add(len(self.places))
        self.places.append(place)
        self.hints.append(None)


def read_parts(rest: str, *, dated: bool, day_last: bool = False) -> Parts | None:
    """The parts of *rest*, a head without its date; None if more is there.

    *day_last* where the date ends the head: what stands before it cannot begin the text.
    """
    whole = rest.strip()
    parts = Parts(day_last=day_last)
    if BRACKETED.fullmatch(whole) and find(whole):  # Congo (DR) is one name
        parts.add(whole, known=True)
        return parts
    for sign, part in _pieces(unify(rest)):
        if not part or is_weekday(part) or (dated and is_of_day(part)):
            continue
        if not _take(parts, part, sign, dated=dated):
            return None
    return None if parts.unknown and parts.loose else parts


def _take(parts: Parts, part: str, sign: str, *, dated: bool) -> bool:
    """Whether *part*, behind *sign*, has a place among *parts*; it is noted there."""
    places, known = parts.places, _find(part)
    last = len(places) - 1
    if places and not parts.hints[-1] and _is_country_of(part, places[-1], unknown=last in parts.unknown):
        parts.hints[-1] = _undirected(part)
        parts.unknown.discard(last)
    elif places and is_phrase("agency", part):
        parts.agency = part
    elif known:
        parts.loose = parts.loose or bool(places and not _joins(sign, part))
        parts.add(part, known=True)
    elif places and sign.strip() in ",،" and _find(f"{places[-1]}, {part}"):
        places[-1] = f"{places[-1]}, {part}"  # Washington, D.C.
    elif places and (STATE.fullmatch(part) or _is_region(part)):
        pass  # New York, N.Y.; Agadez, région d'Agadez
    elif is_phrase("agency", part) or (places and is_phrase("signature", part)):
        parts.agency = part
    elif parts.agency and "/" in sign and _is_initials(part):
        pass  # a second agency in the same brackets
    elif re.fullmatch(r"\d{1,2}", part) and places:
        pass  # an agency's day and month, as in 15 - 11
    elif places and _is_agency(parts, part, sign, dated=dated):
        parts.agency = part
    elif _could_be_place(part) and (not places or parts.before_day(sign, "،") or _joins(sign, part)):
        parts.add(part, known=False)
    else:
        return False
    return True


def _find(part: str) -> tuple[Place, ...]:
    """The places of that name; a single letter is none, though an article could make it one."""
    return find(part) if len(part) > 1 else ()


def _joins(sign: str, part: str) -> bool:
    """Whether *sign* joins *part* to places one of which is unknown, and cannot begin the text."""
    latin = not re.search("[\u0621-\u064a]", part)
    return sign == "/" or (latin and sign.strip() in ("", ",", "/"))


def _is_agency(parts: Parts, part: str, sign: str, *, dated: bool) -> bool:
    """Whether *part* is an agency: in brackets an organization or initials, before the day an office."""
    if "(" in sign:
        short = dated and len(part) <= SHORT and not re.search(r"\d", part)
        return short or is_organization(part) or _is_initials(part)
    return parts.known and parts.before_day(sign, ",،") and is_office(part)


def _is_region(part: str) -> bool:
    """Whether *part* is the name of a part of a country, with the word for it before or behind it."""
    words = part.split()
    return 1 < len(words) <= REGION_WORDS and (
        bool(begins("region", part)) or is_phrase("region_behind", words[-1])
    )


def _is_initials(part: str) -> bool:
    return bool(ACRONYM.fullmatch(part)) or all(len(word) == 1 for word in part.split())


def _could_be_place(part: str) -> bool:
    if not looks_like_place(part) or calendar().no_place & set(level(part).split()):
        return False
    kinds = ("date_label", "genre", "site", "signature", "agency")
    return not any(is_phrase(kind, part) for kind in kinds) and not begins("caption", part)


def _pieces(rest: str) -> Iterator[tuple[str, str]]:
    """The parts of *rest*, each with the sign before it; "and" between two parts goes."""
    sign = ""
    for at, piece in enumerate(PART.split(rest)):
        if at % 2:
            sign = piece
            continue
        part = _bare(piece)
        for one in [part] if find(part) or _is_initials(part) else map(_bare, AND.split(part)):
            yield from ((sign, each) for each in _unglued(one))


def _bare(piece: str) -> str:
    part = " ".join(piece.split()).strip(" .:*_-ـ")
    return f"{part}." if INITIALS.fullmatch(part) else part


def _unglued(part: str) -> tuple[str, ...]:
    """Two places in one: Arabic glues "and" to the second; a hyphen joins them. Or "and" alone."""
    if find(part) or is_phrase("agency", part):
        return (part,)
    for sign in (" و", "-"):  # and Latin hyphens, as in Bruxelles-Tunis
        first, joined, second = part.partition(sign)
        if joined and _find(first) and (_find(second) or (sign == "-" and is_phrase("agency", second))):
            return first, second
    return (part[1:],) if part.startswith("و") and _find(part[1:]) else (part,)


def _is_country_of(part: str, place: str, *, unknown: bool) -> bool:
    """Whether *part* is the country that *place*, just before it, is in."""
    known, before = _find(_undirected(part)), find(place)
    if not known or known[0].kind != COUNTRY:
        return False
    # A country is in no other; but Djibouti and عمان are cities, too.
    return unknown or any(one.country == known[0].country and one.kind != COUNTRY for one in before)


def _undirected(part: str) -> str:
    """*part* without words of direction: "sud-est de la Tunisie" is in the country that it ends with."""
    rest = part
    while not find(rest) and (end := begins("direction", rest)) and rest[end:].strip():
        rest = rest[end:].lstrip()
    return rest


def unify(text: str) -> str:
    """*text* with every dash as a hyphen and every space plain; the letters stay."""
    flat = level(text)
    return "".join(sign if sign in "- " else char for char, sign in zip(text, flat, strict=True))
