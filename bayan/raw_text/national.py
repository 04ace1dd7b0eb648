"""Telephone numbers without a country's prefix: read only behind a label, in a known country.

Years, dates and amounts look the same; so a label ("Tél.") must stand right before the number, or
another number and a slash or "or"; or it is a field of its own in a line that begins "Contact".
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

from bayan.names import level
from bayan.raw_text.addresses import Spot, beginnings, find_spots, parse
from bayan.raw_text.vocabulary import alternatives, begins

# In Lebanon a slash parts the code of a region from the number: "03/392220".
DIGITS = re.compile(
    r"(?<![\w+@])(?:(?<!/)\d{2,3}/\d{6,7}(?![\w@/])|\(?\d[\d .\-()\u200e\u200f]{5,20}\d(?![\w@]))"
)
DATE = re.compile(
    r"\d{1,2}[ .\-]\d{1,2}[ .\-](?:19|20)\d\d|(?:19|20)\d\d[ .\-]+(?:\d{1,2}[ .\-]\d{1,2}|(?:19|20)\d\d)"
    r"|(?:(?:19|20)\d\d[ .\-]+){2,6}(?:19|20)\d\d"
)
AMOUNT = re.compile(
    r"\s?(?:[%€$£]|(?:usd|eur|tnd|dinars?|dollars?|euros?|دينار|دولار|يورو)(?!\w)|[.,]\d)", re.IGNORECASE
)
JOINED = re.compile(r"\s*(?:[/,،;&\-]|ou|or|et|and|او|و)\s*")
BEFORE, BEHIND = re.compile(r"[,،;|:(\n-]\s*\Z"), re.compile(r"\s*(?:[,،;|\n/()]|-\s|\.?\s*\Z)")
TRUNK = re.compile(r"\(?0(?:\D{0,2}\d){7,10}")
"""A number as it is dialled within a country: no figure begins with a nought."""
LINE_BEFORE, LINE_BEHIND = re.compile(r"(?:\A|[\n:,،|]|- )[ ]*\Z"), re.compile(r"[ ]*(?:\n|\Z)")
LABEL_ROOM = 40
LEAST_DIGITS = 6
"""Fewer behind a number belong to it: it is of another country's plan, and none is made of its beginning."""


@lru_cache(maxsize=4096)
def find_ways(text: str, region: str | None, contact: bool = False) -> tuple[Spot, ...]:
    """All of :func:`find_spots` and the numbers without a prefix, parsed as dialled in *region*.

    One that is of no plan there, or of an unknown region, has no value. *contact* says that *text* is
    a contact's, whatever it begins with: there a field that is only a number needs no label.
    """
    known = find_spots(text)
    flat = level(text)
    found: list[Spot] = []
    before: Spot | None = None
    at = passed = 0
    while match := DIGITS.search(flat, at):
        start, at = match.span()
        while passed < len(known) and known[passed].end <= start:
            before = known[passed] if known[passed].kind == "phone" else before
            passed += 1
        if passed < len(known) and known[passed].start < at:
            at = max(known[passed].end, start + 1)
            continue
        home = _home(flat, (start, at), before, region, contact)
        if home is None or DATE.fullmatch(match.group()) or AMOUNT.match(flat, at):
            continue
        before = _spot(match, home)
        found.append(before)
        at = before.end
    return tuple(sorted([*known, *found], key=lambda spot: spot.start))


def _home(
    flat: str, place: tuple[int, int], before: Spot | None, region: str | None, contact: bool
) -> str | None:
    """Where the number at *place* is dialled: "" where that is unknown; None where it is no number."""
    start, end = place
    if before and start - before.end <= LABEL_ROOM and JOINED.fullmatch(flat, before.end, start):
        number = parse(before.value) if before.value else None
        return (phonenumbers.region_code_for_number(number) if number else region) or ""
    if _label("phone_label").search(flat[max(0, start - LABEL_ROOM) : start]):
        return region or ""
    ahead = flat[max(0, start - LABEL_ROOM) : start]
    alone = BEFORE.search(ahead) and BEHIND.match(flat, end)
    led = alone or _label("phone_lead").search(ahead)
    if TRUNK.fullmatch(flat, start, end) and LINE_BEFORE.search(ahead) and LINE_BEHIND.match(flat, end):
        return region or ""
    return region or "" if led and (contact or begins("contact", flat[:LABEL_ROOM])) else None


@lru_cache(maxsize=2)
def _label(kind: str) -> re.Pattern[str]:
    """A label for a telephone right before a number; a single letter needs a sign behind it."""
    words = [word for word in alternatives(kind) if len(word) > 1]
    known = "|".join(map(re.escape, words))
    more = r"(?:[ .(]{1,3}[^\W\d_]{2,12}\)?){1,2} ?: ?"  # "Phone number:", "Tél. (bureau) :"
    return re.compile(rf"(?<!\w)(?:(?:{known})(?:[\s.:/°)\]\-]*|{more})|[tm]\s?[.:]+\s*)\Z")


def _spot(match: re.Match[str], region: str) -> Spot:
    """The longest beginning that is of *region*'s plan, else all of it without a value."""
    for printed in beginnings(match.group()) if region else ():
        rest = sum(sign.isdigit() for sign in match.group()[len(printed) :])
        number = parse(printed, region) if not 0 < rest < LEAST_DIGITS else None
        if number is not None and phonenumbers.is_valid_number(number):
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return Spot(match.start(), match.start() + len(printed), "phone", e164)
    return Spot(match.start(), match.end(), "phone", None)
