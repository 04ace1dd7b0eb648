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
from bayan.places import find
from bayan.raw_text.calendars import calendar
from bayan.raw_text.dateline_day import Cut, cut_date
from bayan.raw_text.dateline_parts import read_parts, unify
from bayan.raw_text.dates import Found, find_dates, without_marks
from bayan.raw_text.islamic import ERA
from bayan.raw_text.place_shape import ACRONYM, looks_like_place
from bayan.raw_text.vocabulary import is_phrase, mentions

LONGEST = 140
END = re.compile(
    r"\s+ـ+\s+|\s*(?:--+|[-:/,،_|•·]|(?<!\.)\.)(?=\s|$)\s*|\s+-|-\s+|_\s*|[)\]]\s+(?=[^\s\-:])|$"
    # a dash without spaces, where it is no hyphen: after a bracket or a year
    r"|(?<=[)\]\d])-(?=[^\W\d]|[\"'«“])"
)
LONG_DASH = re.compile(r"[—―](?=\S)")
SENTENCE_END = re.compile(r"[.!?؟…»”\"]\]?$|\.\]$")
ORGANIZATION = re.compile(r"\s+(?:(?:L['’])?[A-Z]{2,7}\b|The\b|An?\b|المنظمة)")


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
    text = without_marks(text).rstrip()
    best = _longest(text, text)
    if best is None or not best.sure:
        lead = calendar().place_words.match(level(text[:LONGEST]))  # "Fait à Tunis, le 3 mai 2020"
        best = (lead and _longest(" " * lead.end() + text[lead.end() :], text)) or best
    return best or _without_sign(text) or _unknown(text)


def _longest(bare: str, text: str) -> Dateline | None:
    """The longest dateline of *bare*, which is *text*, or *text* without a phrase before the place."""
    best: Dateline | None = None
    for start, end in _ends(bare):
        sign = text[start:end].strip()
        head = _head(bare[:start])
        if head is None or not _may_end(head, sign, text, end):
            continue
        if bare != text and not (head.places and head.date and level(sign)[:1] in ("", "-")):
            continue  # "À Tunis, le 3 mai 2020, …" begins a sentence
        own_line = start >= len(text.rstrip(" .:،,-–—"))
        if head.sure or (not own_line and _may_be_unknown(text, sign, end)):
            best = replace(head, end=end, own_line=own_line)
    return best


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where a dateline could end and the text after it begin, in order."""
    flat = level(text)
    short = flat[: LONGEST + 1]
    spans = [match.span() for match in END.finditer(short)]
    spans += [match.span() for match in LONG_DASH.finditer(text[: LONGEST + 1])]
    for start, end in sorted(spans):
        if start > LONGEST or end == len(short) < len(flat):
            return
        yield start, end


def _may_end(head: Dateline, sign: str, text: str, end: int) -> bool:
    """Whether *sign* can close *head*: dashes always, other signs only where nothing else fits."""
    sign = level(sign)
    if sign.startswith(("-", "_", "ـ")) or not sign or end >= len(text):
        return True
    if not head.places and not head.agency:
        return False  # "On 29 April 2015, …" begins a sentence
    if sign in ",،":  # a list goes on, unless the date has been given, and not as a sentence's first word
        if head.date is None or _only_month(head.date):
            return False
        return not re.search(r"[-–—−]\s*$", text[: cut_date(text[: head.date.end]).start])
    if sign == ":":
        return bool(SENTENCE_END.search(text))
    if sign == "/":
        return bool(head.places) and bool(SENTENCE_END.search(text))
    return sign not in ")]" or not text[end].islower()


def _only_month(date: Found) -> bool:
    return date.value is not None and len(date.value) < len("2020-05-03")


def _may_be_unknown(text: str, sign: str, end: int) -> bool:
    """Whether a place that nobody knows may stand before *sign*: a sentence must follow."""
    after = text[end:].lstrip("«\"“' \u00a0")
    closes = level(sign)[:1] in ("-", ":")
    return closes and bool(after) and not after[0].islower() and bool(SENTENCE_END.search(text))


def _head(head: str) -> Dateline | None:
    """*head* as a dateline, where it consists of places, a date and agencies only."""
    if not head.strip():
        return None
    cut = cut_date(head)
    if cut.refused:
        return None
    day_last = cut.date is not None and not cut.rest[cut.start :].strip(" ,،")
    parts = read_parts(cut.rest, dated=cut.date is not None, day_last=day_last)
    if parts is None or not (parts.places or cut.date or parts.agency):
        return None
    if cut.date and _only_month(cut.date) and not parts.places:
        return None  # "May 2020 - …" may say when something happened
    if parts.unknown and not parts.known and not _is_signed(parts.agency, cut):
        return None
    return Dateline(
        0, tuple(parts.places), tuple(parts.hints), cut.date, parts.agency, sure=not parts.unknown
    )


def _is_signed(agency: str | None, cut: Cut) -> bool:
    """Whether a day apart and in full, or a news agency, shows that an unknown word before it is a place."""
    return bool(agency and is_phrase("agency", agency)) or bool(cut.apart and cut.date and cut.date.value)


def _without_sign(text: str) -> Dateline | None:
    """A head that no sign ends.

    ``Jakarta IOM and …``: a known place straight before an organization's name; ``الرياض 7 مارس
    2020 م واس …``: place, full date and agency; or place and full date, with a sentence below.
    """
    for match in ORGANIZATION.finditer(text[:40]):
        head = text[: match.start()]
        known = find(head) and head.strip()[-1:] not in ",،:-–—"
        if known and ACRONYM.fullmatch(match.group().strip()) and SENTENCE_END.search(text):
            return Dateline(match.end() - len(match.group().lstrip()), (head.strip(),), (None,))
    dates = find_dates(text[:LONGEST])
    if len(dates) != 1 or not (dates[0].value or dates[0].day_first) or not SENTENCE_END.search(text):
        return None
    end = dates[0].end
    era = ERA.match(text, end)
    agency = mentions("agency", text[end:LONGEST])
    for stop in (end + agency.end if agency else 0, era.end() if era else end):
        line = _head(text[:stop])
        after = text[stop:].lstrip()
        begins = after != text[stop:] and after[:1].isalpha() and not after[0].islower()
        if line and line.places and line.sure and begins:
            return replace(line, end=len(text) - len(after))
    return None


def _unknown(text: str) -> Dateline | None:
    """A place that the gazetteer does not know, where a dash alone makes it one."""
    match = re.match(r"((?:[^-]|(?<=\w)-(?=\w)){2,40}?)(?:\s+(?:-+|ـ+(?=\s))\s*|-+\s+)(?=\S)", unify(text))
    if not match or not _may_be_unknown(text, "-", match.end()):
        return None
    head = match[1].strip()
    if not looks_like_place(head) or calendar().no_place & set(level(head).split()):
        return None  # "Exclusive - …"
    return Dateline(match.end(), (head,), (None,), sure=False)
