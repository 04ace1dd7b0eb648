"""Finding the numbers of a text, in figures and in words, with all that each may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from bayan.checks.halves import with_halves
from bayan.checks.number_words import NumberWords, number_words
from bayan.checks.sums import Sum, extend

FIGURES = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,،'’]\d+)*"
TOKEN = re.compile(rf"(?<!\d)(?:{FIGURES})|[^\W\d_]+|\S")
GROUPED = re.compile(r"\d{1,3}(?:([ .,،'’])\d{3})(?:\1\d{3})*")
# "1.7m", "M€": short powers are read both ways, since "m" is also a metre.
SHORT = {"m": 10**6, "k": 10**3, "bn": 10**9, "md": 10**9, "mds": 10**9}
ROMAN = re.compile(r"\b([IVX]{1,6})(?:e|er|ème|ᵉ)\b(?= siècle)")
JOINS = frozenset({"-", "et", "and", "و"})
# What may be written onto a number: 1er, 20th, 1990s, 14h, 1.7m.
SUFFIX = re.compile(r"er|re|e|de|es|nde?|st|rd|th|s|h|a|mds?|bn|m|k", re.I)
PERCENT_BEFORE = re.compile(r"(?<!\d)(?<!\d )% ?$")
RANGE = re.compile(r"\s*(?:-|–|—|à|a|au|to|et|and|ou|or|إلى|الى|و|أو|حتى|%)?\s*و?\s*")


@dataclass(frozen=True)
class Quantity:
    """A number as printed and what it may mean.

    ``figures``: written in digits. ``loose``: nothing is amiss where the other text has it
    not. ``percent`` is None where that cannot be told. ``parts``: for "5 200", which may be
    two numbers.
    """

    text: str
    readings: frozenset[Decimal]
    start: int
    end: int
    figures: bool = False
    loose: bool = False
    glued: bool = False
    percent: bool | None = False
    parts: frozenset[Decimal] = frozenset()


def quantities(text: str, language: str, *, lenient: bool) -> list[Quantity]:
    """The numbers of the normalized *text*.

    :param lenient: also accept the notation of other languages, as sources may have it.
    """
    words = number_words(language)
    text = words.percent.sub(" % ", with_halves(text, language))
    found = [*_scan(text, language, words, lenient=lenient), *_centuries(text)]
    found = [replace(one, percent=_percent(text, one)) for one in found]
    return list(_ranges(text, found))


def readings(figures: str, language: str, *, lenient: bool) -> frozenset[Decimal]:
    """What *figures* may mean in *language*: a comma groups in English, and is decimal in French."""
    bare = figures.replace(" ", "").replace("’", "'").replace("،", ",")
    marks = [sign for sign in bare if sign in ".,'"]
    joined = Decimal(re.sub(r"\D", "", bare))
    if not marks:
        return frozenset({joined})
    whole, _, rest = bare.rpartition(marks[-1])
    decimal = Decimal(re.sub(r"\D", "", whole) + "." + rest)
    if len(set(marks)) > 1:
        return frozenset({decimal})
    if not GROUPED.fullmatch(bare):
        return frozenset({decimal}) if len(marks) == 1 else frozenset()
    if len(marks) > 1 or marks[0] == "'":
        return frozenset({joined})
    grouping = {"en": ",", "fr": "."}.get(language)
    if (grouping is None or lenient) and (bare.endswith("000") or (not grouping and marks[0] == ",")):
        return frozenset({joined})
    if grouping is None or (lenient and marks[0] != grouping):
        return frozenset({joined, decimal})
    return frozenset({joined if marks[0] == grouping else decimal})


def _scan(text: str, language: str, words: NumberWords, *, lenient: bool) -> Iterator[Quantity]:
    """Quantities in the order of *text*."""
    pending: Sum | None = None
    figures: Quantity | None = None
    for token in TOKEN.finditer(text):
        printed, start, end = token[0], token.start(), token.end()
        word = words.find(printed, language) if printed[0].isalpha() else ""
        if figures:
            power = words.powers.get(word, 0)
            if power and not text[figures.end : start].strip(" "):
                yield _times(figures, power, end, text)
                figures = None
                continue
            yield figures
            figures = None
        if printed[0].isdigit():
            yield from _flush(pending, text)
            pending, figures = None, _figures(token, text, language, lenient=lenient)
        elif word:
            pending, done = extend(pending, word, words, (start, end), language)
            yield from _flush(done, text)
        elif printed.casefold() not in JOINS:
            yield from _flush(pending, text)
            pending = None
        elif pending:
            pending.joined = printed == "-"
    yield from _flush(pending, text)
    if figures:
        yield figures


def _flush(done: Sum | None, text: str) -> Iterator[Quantity]:
    if done and done.start >= 0:
        value = Decimal(done.total + done.current)
        printed = text[done.start : done.end]
        # "Quinze jours" are two weeks, and "huit jours" one.
        loose = done.loose or value < 3 or (value in (8, 15) and text[done.end :].startswith(" jours"))
        yield Quantity(printed, frozenset({value}), done.start, done.end, loose=loose)


def _figures(token: re.Match[str], text: str, language: str, *, lenient: bool) -> Quantity:
    printed, start, end = token[0], token.start(), token.end()
    values = readings(printed, language, lenient=lenient)
    before = text[max(0, start - 2) : start]
    latin = re.search(r"[A-Za-z](-?)$", before)
    follows = re.match(r"[^\W\d_]+", text[end:])
    unit = follows and follows[0].isascii() and not SUFFIX.fullmatch(follows[0])
    glued = bool(unit or (latin and (not latin[1] or end - start < 4)))
    after = re.match(r"(mds|md|bn|m|k)(?![\w²³])| ?(?:mds|md|bn|m|k)(?=[€$£])", text[end:].lower())
    if after:
        values |= {value * SHORT[after[0].strip()] for value in values}
    parts = (
        frozenset(map(Decimal, printed.split(" "))) if " " in printed and "," not in printed else frozenset()
    )
    return Quantity(printed, values, start, end, figures=True, glued=glued, parts=parts)


def _times(figures: Quantity, power: int, end: int, text: str) -> Quantity:
    values = frozenset(value * power for value in figures.readings)
    return replace(figures, text=text[figures.start : end], readings=values, end=end, parts=frozenset())


def _centuries(text: str) -> Iterator[Quantity]:
    worth = {"I": 1, "V": 5, "X": 10}
    for match in ROMAN.finditer(text):
        values = [worth[sign] for sign in match[1]]
        pairs = zip(values, [*values[1:], 0], strict=True)
        value = sum(-one if one < following else one for one, following in pairs)
        yield Quantity(match[0], frozenset({Decimal(value)}), *match.span(), loose=True)


def _percent(text: str, one: Quantity) -> bool:
    """A sign behind the number, or before it, as in Arabic, where it is no other number's."""
    return text[one.end :].lstrip(" ").startswith("%") or bool(PERCENT_BEFORE.search(text[: one.start]))


def _ranges(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """In "10 à 15 %" and "2 or 3 million" the first number may share what follows the second."""
    for one, following in zip_longest(found, found[1:]):
        if following and RANGE.fullmatch(text[one.end : following.start]):
            yield _shared(one, following)
        else:
            yield one


def _shared(one: Quantity, following: Quantity) -> Quantity:
    values = one.readings
    if following.figures and " " in following.text:
        for power in (10**3, 10**6, 10**9):
            if _is_power(following, power):
                values |= {value * power for value in one.readings}
    return replace(
        one, readings=values, percent=None if following.percent and not one.percent else one.percent
    )


def _is_power(one: Quantity, power: int) -> bool:
    return any(value % power == 0 and value / power < 1000 for value in one.readings)
