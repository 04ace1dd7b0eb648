"""Lines that say something about a release and are no part of it: dates, labels, captions."""

from __future__ import annotations

import re

from bayan.raw_text.dates import Found, calendar, find_dates, find_month
from bayan.raw_text.furniture import is_control, is_genre
from bayan.raw_text.vocabulary import begins, is_phrase, label

STRAY = re.compile(r"[*/|_#.\-–—•~=\s]+")
CLOCK = re.compile(
    r"(?:(?:à|at|الساعة)\s+)?\d{1,2}\s?[:hH]\s?\d{0,2}(?:\s?[ap]\.?m\.?)?|\b(?:GMT|UTC)\b", re.IGNORECASE
)
LONGEST_DATE_LINE = 120
LONGEST_CAPTION = 200


def date_line(text: str) -> Found | None:
    """The date where *text* is a line that gives a date and no more than labels beside it."""
    if len(text) > LONGEST_DATE_LINE:
        return None
    dates = find_dates(text)
    found = dates[0] if len(dates) == 1 else find_month(text) if not dates else None
    if not found or found.problem in ("no-year", "impossible"):
        return None
    rest = CLOCK.sub(" ", f"{text[: found.start]} | {text[found.end :]}")
    if all(_is_label(part) for part in re.split(r"[|•–—]|\s-\s", rest)):
        return found
    return None


def _is_label(part: str) -> bool:
    bare = " ".join(word for word in label(part).split() if word.strip(",،") not in calendar().weekdays)
    return not bare or is_phrase("date_label", bare) or is_genre(bare)


def says_published(text: str) -> bool:
    """Whether a date's line says that its date is that of publication."""
    return bool(begins("published_label", text))


def reason_to_leave_out(text: str) -> str | None:
    """Why a line at the head of a page does not belong to the release; None where it may."""
    if is_genre(text):
        return "masthead"
    if is_control(text):
        return "page furniture"
    if STRAY.fullmatch(text):
        return "stray mark"
    if is_phrase("advertisement", text):
        return "advertisement"
    if len(text) < LONGEST_CAPTION and begins("caption", text):
        return "caption"
    return None
