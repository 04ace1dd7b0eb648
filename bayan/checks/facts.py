"""Facts: numbers, dates, laws, telephones, e-mails and addresses are the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bayan.checks.dates import ISO, NUMERIC, Mention, date_parts, day_names, months, weekdays
from bayan.checks.figures import numbers
from bayan.checks.masks import HOLE, Masked, mask
from bayan.checks.pair import Finding, Pair, error
from bayan.checks.quantities import Quantity, quantities

# "1/3 des victimes" is a third of them, not the first of March.
FRACTION = re.compile(r"(?<![\d/])([123])/([2-5])(?= (?:des?\b|d['’]|of\b|من ))")
NEAR = 40
"""Characters between the number of a law and its year, in words such as "adopted in"."""


@dataclass(frozen=True)
class Facts:
    """What one text says that can be compared."""

    masked: Masked
    months: tuple[Mention, ...]
    weekdays: Mapping[int, str]
    quantities: tuple[Quantity, ...]

    @property
    def values(self) -> set[Decimal]:
        """All that the numbers of the text may mean, without those of dates, times and laws."""
        return {value for one in self.quantities if one.end > 0 for value in one.readings}


def facts(pair: Pair) -> Iterator[Finding]:
    """The facts of the source that the translation has not, and those that it adds."""
    source = read_facts(pair.source_facts, pair.source, lenient=True)
    target = read_facts(pair.target_facts, pair.target, lenient=False)
    yield from _whole(source.masked, target.masked)
    yield from _phones(source.masked.phones, target.masked.phones, pair)
    yield from _laws(source, target, pair.target_facts, "is not in the translation")
    yield from _laws(target, source, pair.source_facts, "is not in the source")
    yield from _times(source, target)
    yield from _dates(source, target)
    yield from numbers(source.quantities, target.quantities, pair.target, target.masked.text)


def read_facts(text: str, language: str, *, lenient: bool) -> Facts:
    """The facts of the normalized *text*."""
    masked = mask(text)
    aside: set[int] = {number for law in masked.laws for number in law}

    def fraction(match: re.Match[str]) -> str:
        aside.update(int(part) for part in match.groups())
        return HOLE

    masked.text = FRACTION.sub(fraction, masked.text)
    named = tuple(months(masked.text, language))
    aside |= {int(number) for phrase in masked.always for number in re.findall(r"\d+", phrase)}
    for minutes in masked.times:
        aside |= {minutes // 60, minutes // 60 + 12, minutes % 60, *((50,) if minutes % 60 == 30 else ())}

    def blank(match: re.Match[str]) -> str:
        if not date_parts(match):
            return match[0]
        aside.update(int(part) for part in re.findall(r"\d+", match[0]))
        return HOLE

    masked.text = ISO.sub(blank, NUMERIC.sub(blank, masked.text))
    loose = (Quantity(str(n), frozenset({Decimal(n)}), -1, -1, loose=True) for n in sorted(aside))
    found = (*quantities(masked.text, language, lenient=lenient), *loose)
    return Facts(masked, named, weekdays(masked.text, language), found)


def _whole(source: Masked, target: Masked) -> Iterator[Finding]:
    """E-mails and addresses, which are the same in all languages."""
    for check, what, ours, theirs in (
        ("emails", "the e-mail address", source.emails, target.emails),
        ("addresses", "the address", source.addresses, target.addresses),
    ):
        for key in ours.keys() - theirs.keys():
            yield error(check, f"{what} {ours[key]} is not in the translation; copy it from the source")
        for key in theirs.keys() - ours.keys():
            yield error(check, f"{what} {theirs[key]} is not in the source; copy the source's")


def _phones(ours: Mapping[str, str], theirs: Mapping[str, str], pair: Pair) -> Iterator[Finding]:
    printed = re.sub(r"\D", "", pair.target_facts)
    for digits, text in ours.items():
        if not any(_same_phone((digits, text), other) for other in theirs.items()) and digits not in printed:
            yield error("phones", f"the number {text} is not in the translation; copy it from the source")
    printed = re.sub(r"\D", "", pair.source_facts)
    for digits, text in theirs.items():
        if not any(_same_phone((digits, text), other) for other in ours.items()) and digits not in printed:
            yield error("phones", f"the number {text} is not in the source; copy the source's")


def _same_phone(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two numbers (digits, as printed) are one; Arabic may print the groups from right to left."""
    return bool({one[0], _turned(one[1])} & ({other[0], _turned(other[1])} - {""}))


def _turned(printed: str) -> str:
    """The digits with their groups from right to left, where the plus stands at the end."""
    return "".join(reversed(re.findall(r"\d+", printed))) if printed.strip().endswith("+") else ""


def _laws(ours: Facts, theirs: Facts, text: str, what: str) -> Iterator[Finding]:
    """A law's number and its year stand together in the other *text* too."""
    for (number, year), printed in ours.masked.laws.items():
        month = number <= 12 and any(number in one.months for one in theirs.months)
        if (number, year) not in theirs.masked.laws and not month and not _near(number, year, text):
            yield error("laws", f"{printed!r} {what}; write the number and the year of the source together")


def _near(number: int, year: int, text: str) -> bool:
    places = [(m.start(), int(m[0])) for m in re.finditer(r"\d+", text)]
    return any(
        abs(here - there) <= NEAR for here, a in places if a == number for there, b in places if b == year
    )


def _times(source: Facts, target: Facts) -> Iterator[Finding]:
    for ours, theirs, what in (
        (source, target, "is not in the translation; add it"),
        (target, source, "is not in the source; write the time of the source"),
    ):
        for minutes, printed in ours.masked.times.items():
            hour = Decimal(minutes // 60)
            if minutes not in theirs.masked.times and not {hour, hour + 12} & theirs.values:
                yield error("dates", f"the time {printed} {what}")


def _dates(source: Facts, target: Facts) -> Iterator[Finding]:
    for ours, theirs, what in (
        (source, target, "of the source is not in the translation; add it"),
        (target, source, "is not in the source; write the month of the source"),
    ):
        for one in ours.months:
            if one.firm and not any(one.months & other.months for other in theirs.months):
                yield error("dates", f"{one.text} {what}")
    for one in source.months:
        yield from _days(one, source, target)
    yield from _weekdays(source.weekdays, target.weekdays)


def _days(one: Mention, source: Facts, target: Facts) -> Iterator[Finding]:
    """The days of a month stand by it in both texts."""
    ours = _days_of(one.months, source)
    theirs = _days_of(one.months, target)
    elsewhere = frozenset(
        day for other in target.months if not other.months & one.months for day in other.days
    )
    moved = (one.days & elsewhere) - theirs
    if (theirs and len(ours) == len(theirs) and ours != theirs and len(one.months) == 1) or moved:
        days = ", ".join(map(str, sorted(moved or ours - theirs)))
        yield error("dates", f"{days} {one.text} of the source is not in the translation; write it")
    elif one.text[0].isdigit() and not one.days & (theirs | {int(v) for v in target.values if v < 32}):
        yield error("dates", f"the day of {one.text} is not in the translation; add it")


def _days_of(months_: frozenset[int], facts_: Facts) -> frozenset[int]:
    return frozenset(day for other in facts_.months if other.months & months_ for day in other.days)


def _weekdays(ours: Mapping[int, str], theirs: Mapping[int, str]) -> Iterator[Finding]:
    """A day of the week may be left out or added; another day may not."""
    if ours and theirs and not set(ours) & set(theirs):
        yield error(
            "dates", f"{next(iter(theirs.values()))!r} is another day than {next(iter(ours.values()))!r}"
        )


__all__ = ["Facts", "day_names", "facts", "read_facts"]
