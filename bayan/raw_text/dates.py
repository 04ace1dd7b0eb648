"""Dates as releases print them, in the languages and calendars' names of the archive.

A date is only ever read where it stands in full; a false date is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bayan.names import TATWEEL_AND_MARKS, level

# What sets the direction of a text and cannot be seen, beside a word, not within one.
EDGE_MARK = re.compile(r"(?<!\w)[\u200e\u200f\u061c]|[\u200e\u200f\u061c](?!\w)")
# "Cairo, Egypt—22 July 2020": the long dash is no hyphen, as in COVID-19.
GLUED_DASH = re.compile(r"(?<=[^\W\d_])[—―](?=\d)")
DIGIT = re.compile(r"\d")
MONTHS_FILE = Path(__file__).resolve().parent.parent / "data" / "months.toml"
LONGEST_MONTH = 31
VOWELS = "[\u064b-\u0652]{0,2}"


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


@dataclass(frozen=True)
class Calendar:
    """The months' and weekdays' names and the words around days, levelled, and their patterns."""

    day_first: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    day_words: frozenset[str]
    no_place: frozenset[str]
    place_words: re.Pattern[str]
    written: re.Pattern[str]
    american: re.Pattern[str]
    numeric: re.Pattern[str]
    month_only: re.Pattern[str]
    days: re.Pattern[str]


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The names of ``bayan/data/months.toml`` and the patterns that find dates by them."""
    data = tomllib.loads(MONTHS_FILE.read_text(encoding="utf-8"))
    months = {level(name): at for at, names in enumerate(data["months"], 1) for name in names}
    days = {level(name): at for at, names in enumerate(data["weekdays"]) for name in names}
    month = rf"(?:{_vowelled(months)})\b\.?"
    pair = rf"(?P<month>{month})(?:\s*[/(]\s*(?P<second>{month})\s*\)?)?"
    full_year = r"(?:1[0-25-9]|2\d)\d\d"  # 1441 is a year of the Islamic calendar
    year = rf"(?P<year>{full_year})(?!\d)"
    day = r"(?<![\d/.,:-])(?P<day>\d{1,2})"
    ordinal = r"(?:\s?(?:er|ᵉʳ|st|nd|rd|th)\b)?"
    written = (
        rf"{day}{ordinal}(?:\s+(?:of|de|من))?\s*[-\s]\s*(?:day\s+of\s+)?{pair}"
        rf"(?:(?:-|\s*[,،]?\s*(?:of |de |(?:من )?(?:عام |سنه |العام ))?){year})?"
    )
    american = rf"\b{pair}\s+(?P<day>\d{{1,2}})(?![\d:/]){ordinal}(?:(?:\s*[,،]\s*|\s+){year})?"
    numeric = (
        rf"(?<![\d/.-])(?:(?P<y1>{full_year})(?P<s1>[-.]| ?/ ?)(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})"
        rf"|(?P<a>\d{{1,2}})(?P<s2>[-.]| ?/ ?)(?P<b>\d{{1,2}})(?P=s2)(?P<y2>{full_year}))(?![\d/])"
    )
    weekday = rf"(?:(?P<weekday>\b(?:{_any(days)})\b)[\s,،.]{{0,4}})?"
    compiled = [
        re.compile(pattern)
        for pattern in (written, american, weekday + numeric, rf"{pair}\s+{year}", _range(month, year))
    ]
    day_words, no_place = (frozenset(map(level, data[kind])) for kind in ("day_words", "no_place"))
    apart, glued = (_any(map(level, data[kind])) for kind in ("place_words", "place_words_glued"))
    place_words = re.compile(rf"\s*(?:(?:{apart})\s+|(?:{glued})(?=\w))")
    return Calendar(frozenset(data["day_first"]), months, days, day_words, no_place, place_words, *compiled)


def _range(month: str, year: str) -> str:
    """The pattern of several days, as in "du 30 avril au 3 mai 2020": they are an event's."""
    to = r"\s*(?:-|au|to|et|and|و|الي|الى|حتي)\s*"
    return (
        rf"(?<![\d/.,:-])\d{{1,2}}(?:er)?(?:\s+(?:{month}))?{to}\d{{1,2}}(?:er)?\s+(?:{month})(?:\s+{year})?"
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _vowelled(names: Iterable[str]) -> str:
    """The pattern of *names*, which may bear vowel marks in Arabic, as in أيّار."""
    return "|".join(
        VOWELS.join(map(re.escape, name)) + VOWELS if name[0] > "\u0600" else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    )


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
    before = flat[max(0, item.start - 12) : item.start]
    after = re.match(
        rf"\s*(?:-|au|to|et|and|الي)\s*\d{{1,2}}\s+(?:{_any(calendar().months)})\b", flat[item.end :]
    )
    if item.problem == "impossible":
        return False
    first = re.search(r"\d{1,2}\s*(?:-|au?|to|et|and|or|و|الي|الى|حتي)\s*$", before)
    return bool(first or after)
