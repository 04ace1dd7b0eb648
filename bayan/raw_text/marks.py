"""Lines that say something about a release and are no part of it: dates, labels, captions."""

from __future__ import annotations

import re

from bayan.names import level
from bayan.raw_text.addresses import find_spots
from bayan.raw_text.calendars import calendar
from bayan.raw_text.dates import Found, find_dates, find_month
from bayan.raw_text.furniture import is_control, is_genre, is_number, is_organization
from bayan.raw_text.islamic import ERA, ISLAMIC, without_islamic_dates
from bayan.raw_text.segments import said_parts
from bayan.raw_text.vocabulary import EDGE, begins, is_phrase, label, mentions

STRAY = re.compile(r"[*/|_#.\-–—•~=\s]+")
CLOCK = re.compile(
    r"(?:(?:à|at|الساعة)\s+)?\d{1,2}\s?[:hH]\s?\d{0,2}(?:\s?[ap]\.?m\.?|\s?[مص]\b)?|\b(?:GMT|UTC|EST|EDT|CET|CEST|EAT)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?<=\S)[\s,;|(–-]+(?:last\s+)?(?:updated|mis\s+à\s+jour|modifié|آخر تحديث|تحديث).*", re.IGNORECASE
)
GLUED_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d-(?=\d{1,2}\s)")  # "12:30-7 April 2022"
LONGEST_DATE_LINE = 120
LONGEST_REFERENCE = 60
CODE = re.compile(r"[A-Z]{2,8}(?:[/.][A-Z0-9-]{1,8}){1,5}")  # a letter's number without a label: UNHCR/BN/20
LETTERS_IN_NUMBER = re.compile(r"\S*\d\S*|[A-Z/.\-–]+|[\u0621-\u064a](?:[/.][\u0621-\u064a])*|[/\-–]")
LONGEST_CAPTION = 200
SHORT_CAPTION = 8


def date_line(text: str) -> Found | None:
    """The date where *text* is a line that gives a date and no more than labels beside it."""
    if len(text) > LONGEST_DATE_LINE:
        return None
    text = without_islamic_dates(said_parts(UPDATED.split(text)[0]))
    text = GLUED_CLOCK.sub(lambda clock: " " * len(clock[0]), text)
    dates = find_dates(text)
    found = dates[0] if len(dates) == 1 else find_month(text) if not dates else None
    if not found or found.problem in ("no-year", "impossible"):
        return None
    era = ERA.match(text, found.end)
    rest = CLOCK.sub(" ", f"{text[: found.start]} | {text[era.end() if era else found.end :]}")
    if all(_is_label(part) for part in re.split(r"[|•–—]|\s-\s", rest)):
        return found
    return None


def _is_label(part: str) -> bool:
    bare = " ".join(word for word in label(part).split() if word.strip(",،") not in calendar().weekdays)
    return (
        not bare
        or is_phrase("date_label", bare)
        or is_genre(bare)
        or is_organization(bare)
        or is_number(bare)
    )


def is_only_days(text: str) -> bool:
    """Whether a line holds days and no more: a range, or a day that is impossible or has no year."""
    if len(text) >= LONGEST_DATE_LINE or find_spots(text):
        return False
    if ISLAMIC.search(text) and not level(without_islamic_dates(text)).strip(EDGE):
        return True
    names = calendar()
    words = re.findall(r"[^\W\d_]+", level(text))
    known = {*names.months, *names.weekdays, *label_words()}
    return bool(re.search(r"\d", text)) and all(word in known for word in words)


def label_words() -> tuple[str, ...]:
    """The little words of a range of days."""
    return ("le", "du", "au", "to", "and", "et", "from", "الي", "من", "و", "er", "th", "st", "nd", "rd")


def says_published(text: str) -> bool:
    """Whether a date's line says that its date is that of publication."""
    return bool(begins("published_label", text))


def reason_to_leave_out(text: str) -> str | None:
    """Why a line at the head of a page does not belong to the release; None where it may."""
    if is_genre(text) or is_phrase("title_label", text):
        return "masthead"
    if _is_embargo(text):
        return "embargo"
    if _is_reference(text):
        return "reference"
    if len(text) <= LONGEST_DATE_LINE and begins("addressee", text):
        return "addressee"
    if is_organization(text):
        return "masthead"
    if is_control(text):
        return "page furniture"
    if is_only_days(said_parts(text)):
        return "days that are no full date"
    if STRAY.fullmatch(text):
        return "stray mark"
    if is_phrase("advertisement", text):
        return "advertisement"
    return "caption" if _is_caption(text) else None


def _is_caption(text: str) -> bool:
    """A picture's line: its label with a colon or sign behind it, or too short for a sentence."""
    end = begins("caption", text)
    if not end or len(text) > LONGEST_CAPTION:
        return False
    labelled = text[end - 1] in ":©" or text[end:].lstrip()[:1] in (":", "©", "/", "")
    return labelled or (len(text.split()) <= SHORT_CAPTION and not text.endswith("."))


def _is_reference(text: str) -> bool:
    """A letter's number, mostly behind its label, as in "Réf. : 0123/MJ/2020"; words make a title of it."""
    if CODE.fullmatch(text) and any(map(str.isdigit, text)):
        return True
    end = begins("reference", text) if len(text) <= LONGEST_REFERENCE else 0
    rest = text[end:].strip(EDGE) if end else ""
    return any(map(str.isdigit, rest)) and all(LETTERS_IN_NUMBER.fullmatch(word) for word in rest.split())


def _is_embargo(text: str) -> bool:
    """A line that says until when nothing may be published; that day is not the release's."""
    end = begins("embargo", text) if len(text) <= LONGEST_DATE_LINE else 0
    if not end:
        return False
    rest = text[end:].strip()
    alone = not rest.strip(EDGE)
    if alone or rest[0].isdigit() or rest[0] in ":(-–—/":
        return True
    return bool(begins("embargo_until", rest)) and _tells_when(rest)


def _tells_when(text: str) -> bool:
    """Whether *text* has a day; "Embargo for boat engines" is a headline."""
    days = calendar().weekdays
    known = any(word in days for word in label(text).split())
    return known or bool(re.search(r"\d", text)) or bool(mentions("embargo_open", text))
