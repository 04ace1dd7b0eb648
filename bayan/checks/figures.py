"""Numbers: each of the source is in the translation, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bayan.checks.pair import Finding, error, warning
from bayan.checks.quantities import Quantity

NOTATION = {
    "en": (re.compile(r"(?<![\d.,])\d+,\d{1,2}(?!\d)"), "a decimal comma", "point"),
    "fr": (
        re.compile(r"(?<![\d.,+])\d+\.\d{1,2}(?= ?(?:%|millions?|milliards?|euros?|dollars?))"),
        "a decimal point",
        "comma",
    ),
}


def numbers(
    source: Sequence[Quantity], target: Sequence[Quantity], language: str, text: str
) -> Iterator[Finding]:
    """What differs between the numbers of the source and those of its translation.

    :param language: of the translation, whose normalized text is *text*.
    """
    missing = [one for one in source if not _is_in(one, target)]
    added = [one for one in target if not _is_in(one, source)]
    # A dual needs no number in Arabic: "2 femmes" is امرأتان.
    if language == "ar":
        missing = [one for one in missing if not one.readings <= {Decimal(1), Decimal(2)}]
    firm_missing = [one for one in missing if not one.loose]
    firm_added = [one for one in added if not one.loose]
    if len(firm_missing) == len(firm_added) == 1:
        old, new = firm_missing[0].text, firm_added[0].text
        yield error("numbers", f"{new!r} stands where the source has {old!r}; write the number of the source")
    else:
        yield from _missing(firm_missing, replaced=bool(firm_added))
        yield from _added(firm_added, replaced=bool(firm_missing))
    yield from _percentages(source, target)
    yield from _notation(language, text)
    if not firm_missing and not firm_added:
        yield from _order(source, target)


def _is_in(one: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether *others* have the number, whole or in its two parts."""
    values = {value for other in others for value in (*other.readings, *other.parts)}
    return bool(one.readings & values) or bool(one.parts and one.parts <= values)


def _missing(missing: list[Quantity], *, replaced: bool) -> Iterator[Finding]:
    for one in missing:
        what = f"{one.text!r} of the source is not in the translation"
        if (one.figures and not one.glued) or (replaced and not one.glued):
            yield error("numbers", f"{what}; add it")
        else:
            yield warning("numbers", f"{what}; add it unless it is said in another way")


def _added(added: list[Quantity], *, replaced: bool) -> Iterator[Finding]:
    for one in added:
        what = f"{one.text!r} is not in the source"
        if (one.figures and not one.glued) or (replaced and not one.glued):
            yield error("numbers", f"{what}; write the numbers of the source")
        else:
            yield warning("numbers", f"{what}; take it out unless the source says it in another way")


def _percentages(source: Sequence[Quantity], target: Sequence[Quantity]) -> Iterator[Finding]:
    for one in source:
        same = [other for other in target if one.readings & other.readings]
        if one.percent is True and same and all(other.percent is False and not other.loose for other in same):
            yield error("numbers", f"{one.text!r} is a percentage in the source; add the sign")
    for other in target:
        same = [one for one in source if one.readings & other.readings]
        if other.percent is True and same and all(one.percent is False and not one.loose for one in same):
            yield error("numbers", f"{other.text!r} is no percentage in the source; take out the sign")


def _notation(language: str, text: str) -> Iterator[Finding]:
    pattern, what, sign = NOTATION.get(language, (None, "", ""))
    if pattern:
        for match in pattern.finditer(text):
            yield error("numbers", f"{match[0]!r} has {what}; write a {sign}")


def _order(source: Sequence[Quantity], target: Sequence[Quantity]) -> Iterator[Finding]:
    """Two counts that changed places may belong to the wrong things."""
    ours, theirs = _counts(source), _counts(target)
    if len(ours) < 2 or sorted(ours) != sorted(theirs):
        return
    moved = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(moved) == 2 and moved[0] == moved[1][::-1]:
        one, other = moved[0]
        yield warning("numbers", f"{one:f} and {other:f} have changed places; make sure what each counts")


def _counts(found: Sequence[Quantity]) -> list[Decimal]:
    """The plain counts in their order: neither years nor percentages, nor days of a month."""
    values = [
        next(iter(one.readings))
        for one in found
        if one.figures and not one.percent and len(one.readings) == 1 and not one.glued
    ]
    return [value for value in values if value > 31 and not 1900 <= value <= 2100]
