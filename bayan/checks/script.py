"""Scripts: letters and digits that look right and are another script's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bayan.checks.pair import Finding, Pair, error, warning
from bayan.folding import fold

# Arabic's own letters and vowel marks, and those that Arabic spells foreign names with (پ چ ڤ گ).
ARABIC_LETTERS = re.compile("[ء-غف-\u0652\u0670ٱپچژڤگڭڨڥ\u0653-\u0655ـ]")
ARABIC_BLOCKS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc]")
ORNATE = "﴾﴿ﷺﷻ"
ARABIC_DIGIT, PERSIAN_DIGIT = re.compile("[٠-٩]"), re.compile("[۰-۹]")
# A small Arabic word may be written onto an acronym: وNCCHT.
MIXED = re.compile(
    "[A-Za-z\u00c0-\u024f][ء-ي]|(?<![ء-ي])(?![وفبلك]?(?:ال)?[A-Z]{2})[ء-ي]+[A-Za-z\u00c0-\u024f]"
)
LATIN_SIGNS = "ªºµ"
LOOSE_ACCENT = re.compile("[A-Za-z][\u0300-\u036f]")
ZERO = re.compile(r"(?<![A-Za-z])\d+[oO](?![A-Za-z])|(?<=\d)[oOlI](?=\d)")


def script(pair: Pair) -> Iterator[Finding]:
    """Letters and digits of the translation that are not its own script's."""
    text, source = pair.target_text, pair.source_text
    if pair.target == "ar":
        yield from _arabic(text)
    else:
        if ARABIC_DIGIT.search(text) or PERSIAN_DIGIT.search(text):
            yield error("script", "Arabic-Indic digits; write 0 to 9")
        if LOOSE_ACCENT.search(text):
            yield warning("script", "an accent apart from its letter; type the letter with its accent")
    known = set(re.findall(r"\w+", source))
    for word in dict.fromkeys(re.findall(r"\w+", text)):
        strange = [sign for sign in word if sign.isalpha() and not _usual(sign)]
        if strange and word not in known:
            names = ", ".join(f"{sign} ({unicodedata.name(sign, '?').title()})" for sign in strange[:3])
            yield error("script", f"{word!r} has letters of another script: {names}; type it anew")
    found = ZERO.search(text)
    if found and not ZERO.search(source):
        yield error("script", f"a letter among digits in {found[0]!r}; type the digit")


def _arabic(text: str) -> Iterator[Finding]:
    if PERSIAN_DIGIT.search(text):
        yield error("script", "Persian digits; write Arabic ones, ٠ to ٩, or 0 to 9")
    strange = [
        sign
        for sign in dict.fromkeys(ARABIC_BLOCKS.findall(text))
        if sign.isalpha() and not ARABIC_LETTERS.match(sign) and sign not in ORNATE
    ]
    if strange:
        letters = ", ".join(f"{sign} (U+{ord(sign):04X}, write {_arabic_for(sign)})" for sign in strange[:4])
        yield error("script", f"letters that are not Arabic's: {letters}")
    found = MIXED.search(text)
    if found:
        yield error("script", f"Latin and Arabic letters in one word: {found[0]}; set them apart")


def _arabic_for(sign: str) -> str:
    """The Arabic letter that *sign* is taken for."""
    return {"ی": "ي or ى", "ۀ": "ه", "ە": "ه"}.get(sign, fold(sign) or "the Arabic letter")


def _usual(sign: str) -> bool:
    """Whether *sign* is a Latin or Arabic letter as keyboards have them."""
    if ARABIC_BLOCKS.match(sign) or sign in LATIN_SIGNS:
        return True
    return unicodedata.name(sign, "").startswith("LATIN ")
