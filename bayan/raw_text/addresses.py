"""E-mail addresses and telephone numbers in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers

from bayan.names import level

EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}\s?(?:@|\[\s?at\s?\]|\(\s?at\s?\)|\{at\}|\s\[?AT\]?\s|\[@\]|\(@\))\s?"
    r"[A-Za-z0-9\-]+(?:\s?(?:\.|\[\s?dot\s?\]|\(\s?dot\s?\))\s?[A-Za-z0-9\-]+)*\s?(?:\.|\[\s?dot\s?\]|\(dot\))\s?[A-Za-z]{2,24}"
)
HIDDEN = re.compile(r"\[email\s*protected\]|\[courriel\s*protégé\]|\[البريد الإلكتروني محمي\]", re.IGNORECASE)
# A number of a country's plan, with + or 00 before it; the + may stand behind it in Arabic.
PHONE = re.compile(
    r"(?<![\w/])(?:(?:\+|\b00(?=[1-9 (]))[ .(]{0,2}\d[\d ().\-/·]{5,24}\d|\d[\d \-.]{8,18}\d\s?\+(?!\d))"
)
LOCAL = re.compile(r"(?<![\d/+])\(?0\d[\d ().\-]{5,14}\d")


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


def find_spots(text: str) -> list[Spot]:
    """All addresses and numbers in *text*, in order."""
    spots = [Spot(m.start(), m.end(), "email", _address(m.group())) for m in EMAIL.finditer(text)]
    spots += [Spot(m.start(), m.end(), "email", None) for m in HIDDEN.finditer(text)]
    flat = level(text)
    for match in PHONE.finditer(flat):
        if not any(spot.start < match.end() and match.start() < spot.end for spot in spots):
            spots += _phone(match)
    return sorted(spots, key=lambda spot: spot.start)


def _address(printed: str) -> str:
    bare = re.sub(r"\s?[\[({]\s?at\s?[\])}]\s?|\s\[?AT\]?\s|[\[(]@[\])]|\s?@\s?", "@", printed, flags=re.I)
    return re.sub(r"\s?[\[(]\s?dot\s?[\])]\s?|\s?\.\s?", ".", bare, flags=re.I)


def _phone(match: re.Match[str]) -> list[Spot]:
    """The number as E.164; where more follows it on the line, the longest possible beginning."""
    printed = match.group()
    while True:
        digits = re.sub(r"\D", "", printed)
        if len(digits) < 8:
            return []
        number = _parse(f"+{digits.removeprefix('00')}")
        if number is not None:
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            doubtful = not phonenumbers.is_valid_number(number)
            return [Spot(match.start(), match.start() + len(printed), "phone", e164, doubtful)]
        shorter = re.sub(r"[\s/.\-]*\d+\D*$", "", printed)
        if shorter == printed:
            return []
        printed = shorter


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    # "+961 (07) 662": the trunk zero in brackets is not dialled from abroad.
    for candidate in (text, re.sub(r"^(\+\d{1,3}?)0", r"\1", text)):
        try:
            number = phonenumbers.parse(candidate, None)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return number
    return None


def local_phones(text: str, country: str) -> list[str]:
    """The numbers in *text* that are printed as dialled within *country*, as E.164."""
    found = []
    for match in LOCAL.finditer(level(text)):
        try:
            number = phonenumbers.parse(match.group(), country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            found.append(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return found
