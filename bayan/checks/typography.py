"""Typography: the spaces and signs of punctuation of French, Arabic and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.masks import HANDLE, URL
from bayan.checks.pair import Finding, Pair, error, warning
from bayan.contact_links import EMAIL, PHONE

LETTER = "ء-ي\u064b-\u0652\u0670-\u06d3"
SPACE = " \u00a0\u202f\u2009"
DUPLICATE = re.compile(rf"(?<=\S)[{SPACE}]{{2,}}(?=\S)")
BEFORE_STOP = re.compile(rf"(?<=\w)[{SPACE}]+([,.])(?=[{SPACE}]|$)")
NO_SPACE_AFTER = re.compile(
    r"[^\W\d_][,;](?=[^\W\d_])|[a-zà-ÿ]{2}\.(?=[A-ZÀ-Þ][a-zà-ÿ])|[ء-ي]{2}\.(?=[ء-ي]{2})"
)
TWO_SIGNS = re.compile(r"([,;:،؛])\1|(?<!\.)\.\.(?!\.)")

FRENCH_HIGH = re.compile(rf"(?<=[^{SPACE}\s;!?:(\[«¦])(?:[;!?](?![\w])|:(?=[{SPACE}\s«“\"]|$))")
FRENCH_OPEN = re.compile(rf"«(?![{SPACE}])")
FRENCH_CLOSE = re.compile(rf"(?<![{SPACE}])»")
FRENCH_PERCENT = re.compile(r"\d%")
ENGLISH_HIGH = re.compile(rf"(?<=[\w)”\"])[{SPACE}]+([;!?]|:(?![\w/]))(?=[{SPACE}”\"]|$)")

ARABIC_NEXT = re.compile(rf"[{LETTER}][\"”»)\]]*([{SPACE}]?)([,;?])|([,;?])(?=[{SPACE}]?[\"“«(]*[{LETTER}])")
ARABIC_SPACE = re.compile(rf"[{SPACE}]([،؛؟])")
ARABIC_CLOSE = re.compile(rf"[،؛](?=[{LETTER}])|؟(?=[{LETTER}])")
ARABIC_SIGNS = re.compile("[،؛؟٪٫٬]")
SIGNS = {",": "،", ";": "؛", "?": "؟", "٪": "%", "٫": "the decimal sign", "٬": "the thousands sign"}
# Letters may be stretched by nothing; the sign stands only behind a small word that is
# written onto a figure or a foreign word (لـ500), and in the abbreviation هـ of the Hijri year.
KASHIDA = re.compile(rf"ـ(?=[{LETTER}ـ])|(?<![{LETTER}])ـ|[{LETTER}]+ـ")
STRETCHED_WORD = re.compile(rf"(?<![{LETTER}])(?:[وف]?(?:[بلك]|ال|بال|لل|كال)|ه)ـ(?![{LETTER}ـ])")


def typography(pair: Pair) -> Iterator[Finding]:
    """The rules of the target language, on what a reader sees."""
    text = pair.target_text
    for pattern in (URL, EMAIL, HANDLE):
        text = pattern.sub("¦", text)
    yield from _everywhere(text, pair)
    if pair.target == "ar":
        yield from arabic(PHONE.sub("¦", text))
        return
    for sign in dict.fromkeys(ARABIC_SIGNS.findall(text)):
        latin = {new: old for old, new in SIGNS.items()}.get(sign, SIGNS.get(sign, ""))
        yield error("punctuation", f"{sign} is an Arabic sign; write {latin}")
    if pair.target == "fr":
        yield from french(text)
    elif pair.target == "en":
        yield from english(text)


def _everywhere(text: str, pair: Pair) -> Iterator[Finding]:
    if DUPLICATE.search(text) and not DUPLICATE.search(pair.source_text):
        yield warning("spacing", "two spaces in a row; write one")
    found = BEFORE_STOP.search(text)
    if found and not BEFORE_STOP.search(pair.source_text):
        yield error("spacing", f"a space before {found[1]!r}; take it out")
    if NO_SPACE_AFTER.search(text) and not NO_SPACE_AFTER.search(pair.source_text):
        yield error("spacing", "no space after a sign of punctuation; put one in")
    found = TWO_SIGNS.search(text)
    if found and not TWO_SIGNS.search(pair.source_text):
        yield error("punctuation", f"{found[0]!r}: write the sign once")


def french(text: str) -> Iterator[Finding]:
    """French puts a space before ; : ! ? and inside « »; a plain one will do, see docs/checks.md."""
    for match in FRENCH_HIGH.finditer(text):
        yield error("spacing", f"no space before {match[0]!r}; French puts one there (no-break, if you can)")
    if FRENCH_OPEN.search(text) or FRENCH_CLOSE.search(text):
        yield error("spacing", "no space inside « »; French puts one there (no-break, if you can)")
    if FRENCH_PERCENT.search(text):
        yield warning("spacing", "no space before %; French puts one there (no-break, if you can)")


def english(text: str) -> Iterator[Finding]:
    """English puts no space before signs of punctuation."""
    for match in ENGLISH_HIGH.finditer(text):
        yield error("spacing", f"a space before {match[1]!r}; English has none there")


def arabic(text: str) -> Iterator[Finding]:
    """Arabic has its own comma, semicolon and question mark, and stretches no words."""
    for match in ARABIC_NEXT.finditer(text):
        sign = match[2] or match[3]
        yield error("punctuation", f"{sign} in Arabic text; write {SIGNS[sign]}")
        break
    found = ARABIC_SPACE.search(text)
    if found:
        yield error("spacing", f"a space before {found[1]}; take it out")
    if ARABIC_CLOSE.search(text):
        yield error("spacing", "no space after a sign of punctuation; put one in")
    if KASHIDA.search(STRETCHED_WORD.sub("", text)):
        yield error("kashida", "a word is stretched with ـ (kashida); take that sign out")
