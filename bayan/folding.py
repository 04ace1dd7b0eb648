"""Folding: what two spellings of one word have in common.

Readers and writers leave out accents, vowel marks and hamzas, or type ی for ي. Matching,
sorting and filtering all compare folded text, so they agree with one another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc"
)
LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
ARABIC_LETTER = re.compile(f"[{ARABIC}]")
LATIN_LETTER = re.compile(f"[{LATIN}]")
# Words end where the script changes ("لـIOM" is two), at apostrophes and at hyphens. A comma
# counts as a word, so that a name may hold one and no other name reaches across one.
WORD = re.compile(f"[{LATIN}][{LATIN}0-9\u0300-\u036f]*|[{ARABIC}\u200c\u200d]+|\\d+|[^\\W\\d_]+|[,،&]")

# What compatibility decomposition leaves apart: Farsi and Urdu letters on Arabic keyboards,
# ta marbuta and final ya as they are often typed, ligatures of Latin.
LETTERS = str.maketrans(
    {
        "ى": "ي", "ی": "ي", "ے": "ي", "ې": "ي", "ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ه",
        "ک": "ك", "ڪ": "ك", "ٱ": "ا", "گ": "ك", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "،": ",",
        "ـ": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u061c": "", "\u00ad": "",
        "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    }
)  # fmt: skip
REPLACED = re.compile(f"[{''.join(map(chr, LETTERS))}]")

# Words whose first two letters are not the article.
NO_ARTICLE = frozenset(
    {
        "التزام", "التزامات", "التماس", "التماسات", "التحاق", "التهاب", "التفاف", "التقاء",
        "الله", "الان", "الاف",
        "الغاء", "الهام", "المانيا", "الباني", "الكترون", "الكتروني", "اليه", "اليات", "الي", "اليا",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """*text* without case, accents, vowel marks, tatweel, hamzas and digit shapes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", _replaced(text.casefold()))
    if decomposed.isalpha():  # neither marks nor digits, as in most words
        return _replaced(decomposed)
    bare = "".join([sign for sign in decomposed if not unicodedata.combining(sign)]).translate(LETTERS)
    return "".join([str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in bare])


def _replaced(text: str) -> str:
    """*text* by :data:`LETTERS`; most words have none of these."""
    return text.translate(LETTERS) if REPLACED.search(text) else text


def words(text: str) -> list[str]:
    """The folded words of *text*, in order."""
    return [fold(match.group()) for match in WORD.finditer(text)]


def without_article(folded: str) -> str:
    """A folded Arabic word or phrase without the definite article at its start."""
    first = folded.split(" ", 1)[0]
    if folded.startswith("ال") and len(first) > 3 and first not in NO_ARTICLE:
        return folded[2:]
    return folded


def sort_key(text: str) -> tuple[str, str]:
    """Orders text as a dictionary does: letters first, accents only to part equals.

    The Arabic alphabet stands in order in Unicode once its variants are folded, and so does
    the Latin one, so the table of the Unicode collation algorithm (two megabytes) is not needed.
    The Arabic article, hyphens and apostrophes do not count.
    """
    return without_article(" ".join(words(text))), text


def initial(text: str) -> str:
    """The letter under which an index lists *text*."""
    return sort_key(text)[0][:1].upper()
