"""Dates, countries and languages in the reader's words, from CLDR."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from bayan.languages import load_languages


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale:
    """The CLDR locale that *language* writes dates and names by."""
    return Locale.parse(load_languages()[language].locale)


def date_in_words(edtf: str, language: str) -> str:
    """An EDTF date (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``) as *language* writes it."""
    parts = [int(part) for part in edtf.split("-")]
    day = date(*(*parts, 1, 1)[:3])
    locale = locale_of(language)
    if len(parts) == 3:
        return format_date(day, "long", locale)
    return format_skeleton("yMMMM" if len(parts) == 2 else "y", day, locale=locale)


def country_name(code: str, language: str) -> str:
    """The name of the country with the ISO 3166-1 *code*; the code where CLDR has none."""
    return str(locale_of(language).territories.get(code, code))


def language_name(code: str, language: str) -> str:
    """What *language* calls the language *code*; its own name where CLDR has none."""
    return str(locale_of(language).languages.get(code, load_languages()[code].name))


def share_in_words(part: int, whole: int, language: str) -> str:
    """*part* of *whole* as a percentage, rounded down so that only all of it is 100 %."""
    return format_percent(part * 100 // whole / 100 if whole else 0, locale=locale_of(language))


def number_in_words(number: int, language: str) -> str:
    """*number* with the digits and separators of *language*."""
    return format_decimal(number, locale=locale_of(language))
