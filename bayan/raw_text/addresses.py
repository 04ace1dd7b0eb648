"""E-mail addresses and telephone numbers in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from bayan.names import level

AT = r"(?:@|\s?[\[({]\s?(?:at|a|@|arobase)\s?[\])}]\s?)"
DOT = r"(?:\.|\s?[\[({]\s?(?:dot|point)\s?[\])}]\s?)"
EMAIL = re.compile(
    rf"[A-Za-z0-9][A-Za-z0-9._%+'\-]{{0,63}}{AT}[A-Za-z0-9\-]{{1,63}}(?:{DOT}[A-Za-z0-9\-]{{1,63}}){{0,5}}{DOT}[A-Za-z]{{2,24}}\b",
    re.IGNORECASE,
)
# "adel.example AT example DOT org": the capitals tell it from a sentence, the dot from "news AT example.org".
SHOUTED = re.compile(
    r"(?<![\w.])(?=[a-z\d]{1,63}[._\d-]|\S{1,64} AT [a-z\d-]{1,63} DOT )[a-z\d][a-z\d._\-]{0,63} AT "
    r"[a-z\d\-]{1,63}(?:(?:\.| DOT )[a-z\d\-]{1,63}){0,5}(?:\.| DOT )[a-z]{2,24}\b"
)
HIDDEN = re.compile(r"\[email\s*protected\]|\[courriel\s*protégé\]|\[البريد الإلكتروني محمي\]", re.IGNORECASE)
# A number of a country's plan, with + or 00 before it; the + may stand behind it in Arabic.
PHONE = re.compile(
    r"(?<![\w/])(?:(?:\+|00(?=[1-9 (.\-]))[ .(\-\u200e\u200f]{0,3}\d[\d ().\-/·\u200e\u200f]{5,28}\d"
    r"|\d[\d \-.]{8,18}\d\s?\+(?!\s?\(?\d)"
    r"|\d[\d \-.]{4,14}\d\s?\(\d{1,3}\s?\+\)|\(\d{1,3}\s?\+\)\s?\d[\d \-.]{4,14}\d)"
)
# "6 562 5080 (962+)", as right-to-left text turns +962 round.
PREFIX_BEHIND = re.compile(r"(?<=[\d ])\((\d{1,3})\s?\+\)\Z")
# "312 860 71 216+", as right-to-left text turns the groups of +216 71 860 312 round.
TURNED = re.compile(r"\d[\d \-]*\+\Z")

LEAST_DIGITS, MOST_DIGITS = 10, 13
"""With the country's prefix; more are two numbers."""

MAYBE = re.compile(r"\d{2}|[\[({]\s?(?:at|a|arobase|email|courriel|البريد)|protected", re.IGNORECASE)


@dataclass(frozen=True)
class Spot:
    """An address or number in a text: where it stands, its kind, and its one true form.

    ``value`` is None for an e-mail address that the site has hidden.
    """

    start: int
    end: int
    kind: str
    value: str | None
    doubtful: bool = False


@lru_cache(maxsize=4096)
def find_spots(text: str) -> tuple[Spot, ...]:
    """All addresses and numbers in *text*, in order; kept, since every step asks for them."""
    if "@" not in text and " AT " not in text and not MAYBE.search(text):
        return ()
    spots = [Spot(m.start(), m.end(), "email", _address(m.group())) for m in EMAIL.finditer(text)]
    if " AT " in text:
        spots += [Spot(m.start(), m.end(), "email", _address(m.group())) for m in SHOUTED.finditer(text)]
    spots += [Spot(m.start(), m.end(), "email", None) for m in HIDDEN.finditer(text)]
    spots.sort(key=lambda spot: spot.start)
    starts = [spot.start for spot in spots]
    phones: list[Spot] = []
    for match in PHONE.finditer(level(text)):
        before = bisect_left(starts, match.end())  # addresses do not overlap: the last one decides
        if not before or spots[before - 1].end <= match.start():
            phones += _phone(match)
    return tuple(sorted([*spots, *phones], key=lambda spot: spot.start))


def _address(printed: str) -> str:
    bare = re.sub(AT, "@", printed.replace(" AT ", "@").replace(" DOT ", "."), flags=re.IGNORECASE)
    name, _, host = bare.partition("@")
    return f"{name}@{re.sub(DOT, '.', host, flags=re.IGNORECASE)}"


def _phone(match: re.Match[str]) -> list[Spot]:
    """The number as E.164: the longest beginning that is of a country's plan, else a possible one."""
    possible = None
    if turned := _turned(match.group()):
        return [Spot(match.start(), match.end(), "phone", turned)]
    for printed in beginnings(match.group()):
        prefix = PREFIX_BEHIND.search(printed)
        ahead = f"{prefix[1]}{printed[: prefix.start()]}" if prefix else printed
        number = _parsed(ahead)
        if number is None:
            continue
        valid = phonenumbers.is_valid_number(number)
        spot = Spot(match.start(), match.start() + len(printed), "phone", _e164(number), not valid)
        if valid:
            return [spot]
        if "+" in printed:  # with 00 alone it may be any figure
            possible = possible or spot
    return [possible] if possible else _of_old_plan(match)


def _of_old_plan(match: re.Match[str]) -> list[Spot]:
    """A number with its country's prefix, too short or too long for the plan of today."""
    digits = re.sub(r"\D", "", match.group())
    known = any(int(digits[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE for size in (1, 2, 3))
    if "+" not in match.group()[:2] or not known or not LEAST_DIGITS <= len(digits) <= MOST_DIGITS:
        return []
    return [Spot(match.start(), match.end(), "phone", f"+{digits}", True)]


def _turned(printed: str) -> str | None:
    """The number that *printed* is with its groups in reverse: the last is a country's prefix."""
    groups = re.findall(r"\d+", printed)
    prefixes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    if not TURNED.fullmatch(printed) or int(groups[-1]) not in prefixes or int(groups[0]) in prefixes:
        return None
    number = _parsed("".join(reversed(groups)))
    return _e164(number) if number is not None and phonenumbers.is_valid_number(number) else None


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    digits = re.sub(r"\D", "", printed).removeprefix("00")
    return parse(f"+{digits}")


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def beginnings(printed: str) -> Iterator[str]:
    """*printed*, then without its last group of digits, and so on: more may follow a number."""
    while re.search(r"\d", printed):  # a sign before the country is left at the end
        yield printed
        printed = re.sub(r"[^\d+]*\d+\D*$", "", printed)


def parse(text: str, region: str | None = None) -> phonenumbers.PhoneNumber | None:
    """The number in *text*, dialled from *region* where it bears no prefix; None where it cannot be one."""
    # "+961 (07) 662": the trunk zero in brackets is not dialled from abroad; the library drops it.
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
