"""Halves of big numbers: un million et demi, half a million, مليون ونصف المليون."""

from __future__ import annotations

import re

from bayan.checks.number_words import number_words

# Before the power: "one and a half million", "un demi-million", "نصف مليون".
AND_A_HALF = re.compile(r"\b(\w+) and a half (?=(?:thousand|million|billion)s?\b)", re.I)
HALF_A = re.compile(
    r"\b(?:half a |half (?=million)|(?:un )?demi[- ])(?=(?:million|milliard|billion))|\bنصف (?=مليون|مليار)",
    re.I,
)
# Behind it.
POWER_AND_HALF = {
    "fr": re.compile(r"(?<!\w)(?:(\w+) )?(million|milliard)s? et demie?\b", re.I),
    "en": re.compile(r"(?<!\w)(?:(\w+) )?(million|billion)s? and a half\b", re.I),
    "ar": re.compile(
        r"(?<!\w)(?:(\w+) )?(مليونا?|ملايين|مليارا?|مليارات)ً? ونصف(?: (?:ال)?(?:مليون|مليار))?(?!\w)"
    ),
}
SINGULAR = {"ملايين": "مليون", "مليونا": "مليون", "مليارات": "مليار", "مليارا": "مليار"}


def with_halves(text: str, language: str) -> str:
    """*text* with halves of thousands, millions and milliards in figures: 1.5 million."""
    sign = "," if language == "fr" else "."

    def value(word: str | None) -> str:
        if not word or word.isdigit():
            return word or "1"
        words = number_words(language)
        found = words.find(word, language)
        return str(words.units.get(found, words.loose.get(found, ""))) if found else ""

    def before(match: re.Match[str]) -> str:
        return f"{value(match[1])}{sign}5 " if value(match[1]) else match[0]

    def behind(match: re.Match[str]) -> str:
        number, power = value(match[1]), SINGULAR.get(match[2], match[2])
        return f"{number}{sign}5 {power}" if number else f"{match[1]} 1{sign}5 {power}"

    text = HALF_A.sub(f"0{sign}5 ", AND_A_HALF.sub(before, text))
    pattern = POWER_AND_HALF.get(language)
    return pattern.sub(behind, text) if pattern else text
