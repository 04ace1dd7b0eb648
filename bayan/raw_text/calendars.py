"""The names of months and weekdays, and the patterns that find days by them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bayan.names import level

MONTHS_FILE = Path(__file__).resolve().parent.parent / "data" / "months.toml"
VOWELS = "[\u064b-\u0652]{0,2}"


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
        rf"{day}{ordinal}(?:\s+(?:of|de|من))?\s*[-/\s]\s*(?:day\s+of\s+)?{pair}"
        rf"(?:(?:[-/]|\s*[,،]?\s*(?:of |de |(?:من )?(?:عام |سنه |العام ))?){year})?"
    )
    american = rf"\b{pair}\s+(?P<day>\d{{1,2}})(?![\d:/]){ordinal}(?:(?:\s*[,،]\s*|\s+){year})?"
    numeric = (
        rf"(?<![\d/.-])(?:(?P<y1>{full_year})(?P<s1>[-.]| ?/ ?)(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})"
        rf"|(?P<a>\d{{1,2}})(?P<s2>[-.]| ?/ ?)(?P<b>\d{{1,2}})(?P=s2)(?P<y2>{full_year}))(?![\d/])"
    )
    weekday = rf"(?:(?P<weekday>\b(?:{any_of(days)})\b)[\s,،.]{{0,4}})?"
    compiled = [
        re.compile(pattern)
        for pattern in (written, american, weekday + numeric, rf"{pair}\s+{year}", _range(month, year))
    ]
    day_words, no_place = (frozenset(map(level, data[kind])) for kind in ("day_words", "no_place"))
    apart, glued = (any_of(map(level, data[kind])) for kind in ("place_words", "place_words_glued"))
    place_words = re.compile(rf"\s*(?:(?:{apart})\s+|(?:{glued})(?=\w))")
    return Calendar(frozenset(data["day_first"]), months, days, day_words, no_place, place_words, *compiled)


def _range(month: str, year: str) -> str:
    """The pattern of several days, as in "du 30 avril au 3 mai 2020": they are an event's."""
    to = r"\s*(?:-|au|to|et|and|و|الي|الى|حتي)\s*"
    return (
        rf"(?<![\d/.,:-])\d{{1,2}}(?:er)?(?:\s+(?:{month}))?{to}\d{{1,2}}(?:er)?\s+(?:{month})(?:\s+{year})?"
    )


def any_of(names: Iterable[str]) -> str:
    """The pattern of any of *names*, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _vowelled(names: Iterable[str]) -> str:
    """The pattern of *names*, which may bear vowel marks in Arabic, as in أيّار."""
    return "|".join(
        VOWELS.join(map(re.escape, name)) + VOWELS if name[0] > "\u0600" else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    )
