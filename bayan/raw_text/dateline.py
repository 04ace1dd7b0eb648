"""The dateline: where, and sometimes when, at the head of a release's first paragraph.

It is read by its parts, never by a publisher's fixed form: every sign that could end it
is tried, and the longest head that consists only of places, countries, agencies
and a date is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bayan.names import level
from bayan.places import COUNTRY, find
from bayan.raw_text.dates import Found, calendar, find_dates
from bayan.raw_text.place_shape import ACRONYM, looks_like_place
from bayan.raw_text.vocabulary import is_phrase

LONGEST = 140
END = re.compile(r"\s+ـ+\s+|\s*(?:--+|[-:/.,،_|])(?=\s|$)\s*|\s+-|-\s+|_\s*|\)\s+(?=[^\s\-:])|$")
PART = re.compile(r"\s+ـ+\s+|\s*[,،;؛/()|]\s*|\s+-+\s+|(?<=\w)-\s+|\s+(?:et|and|و)\s+|(?<=[،,/])\s*و(?=\w)")
SENTENCE_END = re.compile(r"[.!?؟…»”\"]\]?$|\.\]$")
ORGANIZATION = re.compile(r"\s+(?:(?:L['’])?[A-Z]{2,7}\b|The\b|An?\b|المنظمة)")
# The Islamic date that Gulf agencies print before the common one, and the letter after its year.
HIJRI = re.compile(
    r"[\d٠-٩]{1,2}\s+[^\W\d]{2,}(?:\s[^\W\d]{3,})?\s+[\d٠-٩]{4}\s*(?:هـ|ه)\.?(?:\s*الموافق)?|(?<=,)\s*م(?=\s|$)"
)
BRACKETED = re.compile(r"[^,،/()]+ \([^,()]+\)")


@dataclass(frozen=True)
class Dateline:
    """What a dateline says; ``end`` is where the text after it begins.

    ``places`` are as printed; ``hint`` is a printed country that belongs to the place before it.
    """

    end: int
    places: tuple[str, ...] = ()
    hints: tuple[str | None, ...] = ()
    date: Found | None = None
    agency: str | None = None
    own_line: bool = False
    sure: bool = True


@lru_cache(maxsize=512)
def read_dateline(text: str) -> Dateline | None:
    """The dateline at the head of *text*, or None where there is none."""
    flat = level(text)
    best: Dateline | None = None
    for match in END.finditer(flat[: LONGEST + 1] if len(flat) > LONGEST else flat):
        if match.start() > LONGEST or (match.end() == len(flat[: LONGEST + 1]) < len(flat)):
            break
        sign = match.group().strip()
        head = _head(text[: match.start()])
        if head and _may_end(head, sign, text, match.end()):
            own_line = match.start() >= len(text.rstrip(" .:،,-–—"))
            best = replace(head, end=match.end(), own_line=own_line)
    return best or _without_sign(text) or _unknown(text)


def _may_end(head: Dateline, sign: str, text: str, end: int) -> bool:
    """Whether *sign* can close *head*: dashes always, other signs only where nothing else fits."""
    if sign.startswith(("-", "_", "ـ")) or not sign or end >= len(text):
        return True
    if not head.places and not head.agency:
        return False  # "On 29 April 2015, …" begins a sentence
    if sign in ",،":  # a list goes on, unless the date has been given, and not as a sentence's first word
        return head.date is not None and not re.search(r"[-–—−]\s*(?:\w+\s+)?$", text[: head.date.start])
    if sign == ":":
        return bool(SENTENCE_END.search(text))
    if sign == "/":
        return bool(head.places) and bool(SENTENCE_END.search(text))
    return True


def _head(head: str) -> Dateline | None:
    """*head* as a dateline, where it consists of places, a date and agencies only."""
    dates = find_dates(head)
    if len(dates) > 1 or not head.strip():
        return None
    date = dates[0] if dates else None
    rest = HIJRI.sub(" , ", f"{head[: date.start]} , {head[date.end :]}" if date else head)
    # Weekdays and "le" before a date are part of it.
    rest = re.sub(r"\b(?:le|on|the|في|يوم)\s*,", ",", rest, flags=re.IGNORECASE)
    places, hints, agency = _parts(rest)
    if places is None or not (places or date or agency):
        return None
    if date and date.problem == "impossible":
        return None
    return Dateline(0, tuple(places), tuple(hints), date, agency)


def _parts(rest: str) -> tuple[list[str] | None, list[str | None], str | None]:
    """The places of *rest*, their countries' names, the agency; None for places if more is there."""
    places: list[str] = []
    hints: list[str | None] = []
    agency = None
    unknown = None
    whole = rest.strip()
    bracketed = BRACKETED.fullmatch(whole) and find(whole)  # Congo (DR) is one name
    for part in [whole] if bracketed else _pieces(_unify(rest)):
        if not part or is_weekday(part):
            continue
        if places and hints[-1] is None and _is_country_of(part, places[-1], unknown):
            hints[-1], unknown = part, None
        elif places and is_phrase("agency", part):
            agency = part
        elif find(part):
            places.append(part)
            hints.append(None)
        elif is_phrase("agency", part) or (places and is_phrase("signature", part)):
            agency = part
        elif re.fullmatch(r"\d{1,2}", part) and places:
            continue  # an agency's day and month, as in 15 - 11
        elif unknown is None and not places and looks_like_place(part):
            unknown = part
            places.append(part)
            hints.append(None)
        else:
            return None, [], None
    return (None if unknown else places), hints, agency


def _pieces(rest: str) -> Iterator[str]:
    """The parts of *rest*; Arabic glues "and" to the second of two places."""
    for piece in PART.split(rest):
        part = piece.strip(" \u00a0.:*")
        first, glued, second = part.partition(" و")
        if glued and not find(part) and find(first) and find(second):
            yield from (first, second)
        else:
            yield part


def is_weekday(part: str) -> bool:
    """Whether *part* is only a day of the week."""
    return level(part) in calendar().weekdays


def _is_country_of(part: str, place: str, unknown: str | None) -> bool:
    """Whether *part* is the country that *place*, just before it, is in."""
    known, before = find(part), find(place)
    if not known or known[0].kind != COUNTRY or (before and before[0].kind == COUNTRY):
        return False
    return unknown == place or any(one.country == known[0].country for one in before)


def _unify(text: str) -> str:
    """*text* with every dash as a hyphen and every space plain; the letters stay."""
    flat = level(text)
    return "".join(sign if sign in "- " else char for char, sign in zip(text, flat, strict=True))


def _without_sign(text: str) -> Dateline | None:
    """``Jakarta IOM and …``: a known place straight before an organization's name."""
    for match in ORGANIZATION.finditer(text[:40]):
        head = text[: match.start()]
        known = find(head)
        if known and ACRONYM.fullmatch(match.group().strip()) and SENTENCE_END.search(text):
            return Dateline(match.end() - len(match.group().lstrip()), (head.strip(),), (None,))
    return None


def _unknown(text: str) -> Dateline | None:
    """A place that the gazetteer does not know, where a dash alone makes it one."""
    match = re.match(r"((?:[^-]|(?<=\w)-(?=\w)){2,40}?)(?:\s+-+\s*|-+\s+)(?=\S)", _unify(text))
    if not match or not SENTENCE_END.search(text):
        return None
    head = match[1].strip()
    after = text[match.end() :].lstrip("«\"“' \u00a0")
    if not looks_like_place(head) or not after or after[0].islower():
        return None
    return Dateline(match.end(), (head,), (None,), sure=False)
