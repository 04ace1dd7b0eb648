"""Marks that come in pairs: brackets, quotation marks, and stray signs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.pair import Finding, Pair, error, warning

OPENING = {")": "(", "]": "[", "}": "{"}
NUMBERED = re.compile(r"(?<!\w)(?:\d{1,3}|[A-Za-zء-ي])$")
"""Looks at the five signs before a bracket; all the text before each would be work without bound."""
QUOTED = re.compile(r"«([^«»]*)»|[“„”]([^“”„]*)[”“]|\"([^\"]*)\"|‹([^‹›]*)›")
SINGLE = re.compile(r"(?<!\w)[‘']([^‘’']*(?:’\w[^‘’']*)*)[’'](?!\w)")
LONG_QUOTATION = 4
"""Words from which what stands in quotation marks is speech, not a name or title."""


def marks(pair: Pair) -> Iterator[Finding]:
    """Pairs of marks that are not closed, and marks that the reader of the page would see."""
    source, target = pair.source_text, pair.target_text
    fault = unbalanced(target)
    if fault and not unbalanced(source):
        yield error("marks", f"{fault}; mend the brackets")
    for sign in "*`":
        if target.count(sign) > source.count(sign):
            yield error("marks", f"a lone {sign} shows on the page; take it out or close it")
    fault = odd_quotes(target, pair.target)
    if fault and not odd_quotes(source, pair.source):
        yield error("quotes", f"{fault}; close what is opened")
    elif not fault:
        yield from _kinds(target, pair.target)
    yield from _lost(pair)


def unbalanced(text: str) -> str:
    """What is wrong with the brackets of *text*; empty where nothing is."""
    open_: list[str] = []
    for at, sign in enumerate(text):
        if sign in OPENING.values():
            open_.append(sign)
        elif sign not in OPENING or (not open_ and NUMBERED.search(text[max(at - 5, 0) : at])):
            continue
        elif not open_ or open_.pop() != OPENING[sign]:
            return f"'{sign}' closes nothing"
    return f"'{open_[-1]}' is not closed" if open_ else ""


def odd_quotes(text: str, language: str) -> str:
    """What is wrong with the quotation marks of *text*; empty where nothing is."""
    if text.count("«") != text.count("»"):
        return "« and » are not as many"
    if "«" in text and text.index("»") < text.index("«"):
        return "» stands before «"
    opened, closed = text.count("“") + text.count("„"), text.count("”")
    # In Arabic type “ and ” look alike, and are found in either order.
    if (opened + closed) % 2 if language == "ar" else opened != closed:
        return "“ and ” are not as many"
    return 'an odd number of "' if text.count('"') % 2 else ""


def _kinds(text: str, language: str) -> Iterator[Finding]:
    """Quotation marks of another language than the text's."""
    if language == "fr":
        outside = re.sub(r"«[^«»]*»", "", text)
        if '"' in text or "“" in outside:
            yield error("quotes", "these are not French quotation marks; write « … » with spaces inside")
    elif language == "en" and ("«" in text or "„" in text):
        yield error("quotes", "« » are not English quotation marks; write “…”")


def _lost(pair: Pair) -> Iterator[Finding]:
    """Words that the source quotes, and the translation says as its own."""
    quoted = quotations(pair.source_text)
    kept = quotations(pair.target_text) or SINGLE.search(pair.target_text)
    if not quoted or kept or odd_quotes(pair.target_text, pair.target):
        return
    longest = max(len(words.split()) for words in quoted)
    if longest >= LONG_QUOTATION:
        yield error("quotes", "the source quotes somebody here; put the quotation in quotation marks")
    elif longest > 1 and "(" not in pair.target_text:
        yield warning(
            "quotes", "the source has quotation marks here; put them in unless emphasis replaces them"
        )


def quotations(text: str) -> list[str]:
    """What stands in quotation marks in *text*."""
    return ["".join(match.groups(default="")) for match in QUOTED.finditer(text)]
