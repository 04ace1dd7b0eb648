"""The day in a dateline's head, with all words and signs that belong to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from bayan.names import level
from bayan.raw_text.calendars import calendar
from bayan.raw_text.dates import Found, find_dates, find_month, range_in
from bayan.raw_text.islamic import ERA, ISLAMIC
from bayan.raw_text.marks import CLOCK

DAY_EDGE = " ,،:."
OPEN_DAY = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d\d(?![\d/.-])")
"""A day whose year has two figures: it stands before a text as others do, but its year is not stated."""


class Cut(NamedTuple):
    """A head without its date: ``start`` is where the date's words begin.

    ``apart`` where a sign stands between them and a place; ``refused`` where there is
    more than one date or an impossible one.
    """

    rest: str
    date: Found | None = None
    start: int = 0
    apart: bool = False
    refused: bool = False


def cut_date(head: str) -> Cut:
    """*head* without its date, the words that belong to it and the Islamic date beside it."""
    dates = find_dates(head)
    if not dates and (days := OPEN_DAY.search(level(head)) or range_in(head)):
        start = _first_word_of_day(level(head), days.start())
        return Cut(_without_islamic(f"{head[:start]} , {head[days.end() :]}"))
    date = dates[0] if dates else find_month(head)
    if len(dates) > 1 or (date and date.problem == "impossible"):
        return Cut(head, refused=True)
    if date is None:
        return Cut(_without_islamic(head))
    flat = level(head)
    start = _first_word_of_day(flat, date.start)
    era = ERA.match(flat, date.end)
    rest = f"{head[:start]} , {head[era.end() if era else date.end :]}"
    before = flat[:start].rstrip()
    return Cut(_without_islamic(rest), date, start, not before or before[-1] in ",،/(|[-:;")


def _without_islamic(rest: str) -> str:
    islamic = ISLAMIC.search(rest)
    if not islamic:
        return rest
    return f"{rest[: _first_word_of_day(level(rest), islamic.start())]} , {rest[islamic.end() :]}"


def _first_word_of_day(flat: str, at: int) -> int:
    """Where the words that lead to the day at *at* begin, as in "le lundi 3 mai"."""
    names = calendar()
    while True:
        word = re.search(r"[^\W\d_]+\Z", flat[:at].rstrip(DAY_EDGE))
        if not word or not (word[0] in names.weekdays or word[0] in names.day_words):
            return at
        at = word.start()


def is_of_day(part: str) -> bool:
    """Whether *part* only leads to a day, or is a time of day."""
    words = CLOCK.sub(" ", level(part)).split()
    return all(word in calendar().weekdays or word in calendar().day_words for word in words)


def is_weekday(part: str) -> bool:
    """Whether *part* is only a day of the week."""
    return level(part) in calendar().weekdays
