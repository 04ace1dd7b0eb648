"""Folding of names and labels, so that one spelling finds another.

Recognition folds; what is shown stays as given.
"""

from __future__ import annotations

import re
import unicodedata

# Arabic letters that are typed for one another: hamza forms of alef, final ya (Egypt
# writes it without dots), the Farsi and Urdu keys for yeh, heh and kaf, ta marbuta.
ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و",
        "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ة": "ه", "ۃ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك",
    }
)  # fmt: skip
TATWEEL_AND_MARKS = re.compile(
    "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u061c\ufeff]"
)
APART = re.compile(r"[\s\-‐‑‒–—'’‘ʼ`´ʿʾ.,،_/()]+")
SIMPLE_SPACES = "\u00a0\u202f\u2007\u2009\u200a\u3000\t"


def fold_name(text: str) -> str:
    """*text* without case, accents, vowel marks and punctuation, words parted by one space.

    >>> fold_name("Koweït-City") == fold_name("KOWEIT CITY")
    True
    """
    text = TATWEEL_AND_MARKS.sub("", text).translate(ARABIC).replace("œ", "oe").replace("Œ", "oe")
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    return APART.sub(" ", bare).strip()


class _Level(dict[int, str]):
    """A translation table that fills itself: one character for one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _level_char(char)
        return self[code]


def _level_char(char: str) -> str:
    """Lower case, no accent, ASCII digit, plain space and dash."""
    if char in SIMPLE_SPACES:
        return " "
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char in "‐‑‒–—―−":
        return "-"
    if char in "’‘ʼ`´":
        return "'"
    if char in "│┃¦｜":
        return "|"
    base = unicodedata.normalize("NFD", char.translate(ARABIC))[0].lower()
    return base if len(base) == 1 else char


_LEVEL = _Level()


def level(text: str) -> str:
    """*text* folded sign by sign: the result has the same length, so positions carry over."""
    return text.translate(_LEVEL)
