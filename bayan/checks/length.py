"""Length: a translation that is far shorter or longer than its source is not all of it, or more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.known import abbreviated, concepts
from bayan.checks.masks import URL
from bayan.checks.pair import Finding, Pair, error, warning
from bayan.contact_links import EMAIL, PHONE, digits_of

# Characters for the same text, French = 1; measured on this project's translations of releases.
DENSITY = {"fr": 1.0, "en": 0.9, "ar": 0.7}
SENTENCE = re.compile(r"[.!?؟…]+[\"”»)\]]*(?=\s|$)")
LAST = re.compile(r"[\w)\]]$")
SHORT, LONG = 40, 100
"""Characters of French below which length says little, and above which it says much."""


def length(pair: Pair) -> Iterator[Finding]:
    """Whether *pair* is as long as translations of its source are, and ends as it does."""
    source, target = pair.source_text.strip(), pair.target_text.strip()
    short = abbreviated(source, pair.source) ^ abbreviated(target, pair.target)
    yield from _size(_measured(source, pair.source, short), _measured(target, pair.target, short), pair)


def _measured(text: str, language: str, short: set[str]) -> str:
    """*text* without what is as long in all languages, and with the names of the concepts *short* cut."""
    for one in reversed(concepts(text, language)):
        if one.term in short:
            text = f"{text[: one.start]}ABCD{text[one.end :]}"
    for pattern in (URL, EMAIL):
        text = pattern.sub("", text)
    return PHONE.sub(lambda match: "" if len(digits_of(match[0])) > 7 else match[0], text).strip()


def _size(source: str, target: str, pair: Pair) -> Iterator[Finding]:
    if not source or not target:
        return
    expected = len(source) * DENSITY.get(pair.target, 1) / DENSITY.get(pair.source, 1)
    share, size = len(target) / expected, len(source) / DENSITY.get(pair.source, 1)
    low, high = _bounds(size)
    if share < low:
        yield error("length", f"only {share:.0%} of the length expected; translate all of it")
    elif share > high and len(target) - expected > SHORT:
        yield error("length", f"{share:.0%} of the length expected; say what the source says, and no more")
    elif size >= LONG and (share < 0.6 or share > 1.6):
        yield warning("length", f"{share:.0%} of the length expected; compare it with the source")
    elif share < 0.8 and len(SENTENCE.findall(pair.target_text)) < len(SENTENCE.findall(pair.source_text)):
        yield warning("length", "fewer sentences than the source; make sure that none is missing")
    elif size >= SHORT and SENTENCE.search(source[-3:]) and LAST.search(target):
        yield warning(
            "length", "the source ends with a full stop, this does not; make sure that all is there"
        )


def _bounds(size: float) -> tuple[float, float]:
    if size >= LONG * 2:
        return 0.55, 1.9
    if size >= LONG:
        return 0.45, 2.2
    return (0.35, 2.8) if size >= SHORT else (0.2, 4.0)
