"""Dates as releases print them, in the languages and calendars' names of the archive.

A date is only ever read where it stands in full; a false date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bayan.names import TATWEEL_AND_MARKS, level
from bayan.raw_text.calendars import Calendar, any_of, calendar

# What sets the direction of a text and cannot be seen, beside a word, not within one.
EDGE_MARK = re.compile(r"(?<!\w)[\u200e\u200f\u061c]|[\u200e\u200f\u061c](?!\w)")
# "Cairo, Egypt—22 July 2020": the long dash is no hyphen, as in COVID-19.
GLUED_DASH = re.compile(r"(?<=[^\W\d_])[—―](?=\d)")
DIGIT = re.compile(r"\d")
LONGEST_MONTH = 31


@dataclass(frozen=True)
class Found:
    """A date in a text: where it stands and what it says.

    ``value`` is EDTF, or None where the text gives no year, two readings or an
    impossible day; ``problem`` is then ``no-year``, ``ambiguous`` or ``impossible``.
    ``day_first`` is the first of two readings.
    """

    start: int
    end: int
    value: str | None
    problem: str = ""
    day_first: str | None = None


def _month(match: re.Match[str], group: str = "month") -> int:
    """The number of the month that *match* found."""
    return calendar().months[TATWEEL_AND_MARKS.sub("", match[group]).rstrip(".")]


def without_marks(text: str) -> str:
    """*text* with a space for each unseen direction mark beside a word: positions carry over."""
    return EDGE_MARK.sub(" ", text)


def _flat(text: str) -> str:
    """*text* as dates are looked for in it: levelled, with nothing glued to the day."""
    return level(GLUED_DASH.sub(" ", without_marks(text)))


def find_dates(text: str) -> list[Found]:
    """The days that *text* names, in order; a range's days are not among them."""
    if not DIGIT.search(text):  # as in most paragraphs
        return []
    flat = _flat(text)
    found: list[Found] = []
    for item in sorted(_all(flat), key=lambda item: (item.start, -item.end)):
        if found and item.start < found[-1].end:
            continue
        found.append(item)
    return [item for item in found if not _in_range(flat, item)]


def find_month(text: str) -> Found | None:
    """The month with its year that *text* names, where it names no day."""
    match = calendar().month_only.search(_flat(text)) if DIGIT.search(text) else None
    if not match:
        return None
    return Found(match.start(), match.end(), f"{match['year']}-{_month(match):02d}")


def range_in(text: str) -> re.Match[str] | None:
    """The first range of days that *text* names."""
    return calendar().days.search(_flat(text)) if DIGIT.search(text) else None


def _all(flat: str) -> Iterator[Found]:
    names = calendar()
    for match in (*names.written.finditer(flat), *names.american.finditer(flat)):
        month = _month(match)
        if match.re is names.american and not match["year"] and int(match["day"]) > LONGEST_MONTH:
            continue  # "in May 45 people": a number, no day
        if match["second"] and _month(match, "second") != month:
            yield Found(match.start(), match.end(), None, "impossible")
        else:
            yield _checked(match, match["year"], month, int(match["day"]))
    for match in names.numeric.finditer(flat):
        yield _numeric(match, names)


def _numeric(match: re.Match[str], names: Calendar) -> Found:
    """A date in figures; the order of day and month is proved or it is ambiguous."""
    if match["y1"]:
        return _checked(match, match["y1"], int(match["m1"]), int(match["d1"]))
    first, second, year = int(match["a"]), int(match["b"]), match["y2"]
    readings = {_real(year, second, first), _real(year, first, second)} - {None}
    weekday = names.weekdays.get(match["weekday"] or "")
    if weekday is not None:
        readings = {value for value in readings if value and date.fromisoformat(value).weekday() == weekday}
    if len(readings) == 1:
        return Found(match.start(), match.end(), readings.pop())
    if not readings:
        return Found(match.start(), match.end(), None, "impossible")
    open_order = weekday is None
    return Found(
        match.start(), match.end(), None, "ambiguous", _real(year, second, first) if open_order else None
    )


def _checked(match: re.Match[str], year: str | None, month: int, day: int) -> Found:
    # 29 February exists in some year: without a year it is not impossible.
    real = _real(year or "2000", month, day)
    problem = "impossible" if real is None else "" if year else "no-year"
    return Found(match.start(), match.end(), None if problem else real, problem)


def _real(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _in_range(flat: str, item: Found) -> bool:
    before = flat[max(0, item.start - 24) : item.start]
    after = re.match(
        rf"\s*(?:-|au|to|et|and|الي)\s*\d{{1,2}}\s+(?:{any_of(calendar().months)})\b", flat[item.end :]
    )
    if item.problem == "impossible":
        return False
    month = rf"(?:\s+(?:{any_of(calendar().months)}))?"
    first = re.search(rf"\d{{1,2}}{month}\s*(?:-|au?|to|et|and|or|و|الي|الى|حتي)\s*$", before)
    return bool(first or after)
