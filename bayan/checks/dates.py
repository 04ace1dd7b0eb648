"""Dates: months, days of the week and days of the month, in the words of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from bayan.folding import fold
from bayan.languages import load_languages

# CLDR's locales that name the months otherwise: Levant, Maghreb, Egypt and the Gulf.
REGIONS = {"ar": ("ar", "ar_EG", "ar_LB", "ar_TN", "ar_MA", "ar_MR")}
# Spellings that CLDR does not have, and short forms of French and English.
MORE_MONTHS = {
    "ar": {"ابريل": 4, "نيسان": 4, "اذار": 3, "ايار": 5, "اوت": 8, "شتنبر": 9},
    "en": {"jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
    "fr": {"janv": 1, "fevr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
}
# Month names that are also other words: counted where a number or one of LEAD stands by.
DOUBTFUL = frozenset({"mars", "march", "may", "mai", "مارس", "اب", "ماي", "sept", "dec", "sep", "jan"})
LEAD = re.compile(
    r"(?:\b(?:in|of|since|until|last|next|this|from|to|by|for|and|or|mid|early|late|during|between|before|after"
    r"|en|de|depuis|debut|fin|courant|mois|jusqu'en|entre|et|a|des|du|d'ici)\b"
    r"|(?:شهر|شهري|في|منذ|من|حتى|الى|بين|و|اوائل|اواخر|منتصف|نهايه|بدايه))[ -]?$"
)
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/]|[.-]\d)")
ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
DAYS = r"(?:\d{1,2}(?:er|st|nd|rd|th)?(?: ?(?:-|–|—|,|،|&|/|et|and|au|to|و|الى|الي) ?(?:le )?)?){1,6}"

NEAR = 200
"""Signs by a name that tell what it means; to look through all the text for each would take too long."""


@dataclass(frozen=True)
class Mention:
    """A month as printed: what it may be, and the days written by it."""

    text: str
    months: frozenset[int]
    days: frozenset[int]
    firm: bool = True


@lru_cache(maxsize=8)
def month_names(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The folded names of the months in *language* with their numbers, and the pattern that finds them."""
    names = dict(MORE_MONTHS.get(language, {}))
    for locale in REGIONS.get(language, (load_languages()[language].locale,)):
        for number, name in Locale.parse(locale).months["format"]["wide"].items():
            names.setdefault(fold(name), number)
    return names, _pattern(names, language)


@lru_cache(maxsize=8)
def day_names(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The folded names of the days of the week in *language* (0 = Monday), and their pattern."""
    locale = Locale.parse(load_languages()[language].locale)
    names = {fold(name): number for number, name in locale.days["format"]["wide"].items()}
    return names, _pattern(names, language)


def _pattern(names: dict[str, int], language: str) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    clitics = "[وفبل]{0,2}" if language == "ar" else ""
    return re.compile(rf"(?<!\w){clitics}({'|'.join(map(re.escape, longest_first))})(?!\w)")


def months(text: str, language: str) -> Iterator[Mention]:
    """The months that the normalized *text* names."""
    folded = fold(text)
    names, pattern = month_names(language)
    for match in pattern.finditer(folded):
        before = folded[max(match.start(1) - NEAR, 0) : match.start(1)]
        after = folded[match.end() : match.end() + NEAR]
        days = _days(before, after, language)
        near = bool(days) or re.match(r"[\s/,،]*\d|,? (?:dernier|prochain)", after)
        firm = match[1] not in DOUBTFUL or bool(near) or bool(LEAD.search(before))
        yield Mention(match[1], frozenset({names[match[1]]}), days, firm)
    for numeric in (*NUMERIC.finditer(text), *ISO.finditer(text)):
        choices = date_parts(numeric)
        if choices:
            pairs = frozenset(choices)
            yield Mention(numeric[0], frozenset(m for _, m in pairs), frozenset(d for d, _ in pairs))


def date_parts(match: re.Match[str]) -> list[tuple[int, int]]:
    """The (day, month) that a date in figures may mean; none where it is not a date."""
    if match.re is ISO:
        return [(int(match[4]), int(match[3]))]
    first, sign, second, year = match.groups()
    if (sign != "/" and not (year and len(year) == 4)) or (first, second) == ("24", "7"):
        return []
    pairs = {(int(first), int(second)), (int(second), int(first))}
    return sorted((day, month) for day, month in pairs if 1 <= day <= 31 and 1 <= month <= 12)


def _days(before: str, after: str, language: str) -> frozenset[int]:
    """The days of the month written before or behind a month's name, in figures."""
    # A month's second name may stand between: 28 كانون الثاني/يناير.
    _, pattern = month_names(language)
    before = re.sub(rf"{pattern.pattern}\s*/\s*$", "", before)
    found = re.search(rf"({DAYS})(?: ?(?:de|of|من|من شهر) ?| ?شهر |\s*)$", before)
    if not found and language == "en":
        found = re.match(rf" ({DAYS})(?!\d)", after)
    values = (int(day) for day in re.findall(r"\d+", found[1])) if found else ()
    return frozenset(day for day in values if 1 <= day <= 31)


def weekdays(text: str, language: str) -> dict[int, str]:
    """The days of the week that the normalized *text* names (0 = Monday), as they stand in it."""
    names, pattern = day_names(language)
    folded = fold(text)
    found = {}
    for match in pattern.finditer(folded):
        # "الاثنين" is also "the two", "الأحد" "anyone": Arabic says "day" before a day's name.
        if language != "ar" or re.search(
            r"(?:يوم|يومي|ايام|صباح|مساء|ليله)\s+\S*$", folded[max(match.start(1) - NEAR, 0) : match.start(1)]
        ):
            found[names[match[1]]] = match[1]
    return found
