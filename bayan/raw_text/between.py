"""What stands between a title and the dateline: tags, captions and bylines go, a subtitle stays."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.names import level
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.dates import find_dates
from bayan.raw_text.language import likeliest
from bayan.raw_text.layout import ends_sentence
from bayan.raw_text.titles import ARABIC
from bayan.raw_text.vocabulary import alternatives, begins

LONGEST_CAPTION = 240
CREDIT_WORDS = 10
SIGN = re.compile(r"(?<=\S )©")
SHORT = 12
"""Words: a caption or byline has no more."""
TAG_WORDS = 4
TAG_WORDS_ARABIC = 3


def is_credited(text: str) -> bool:
    """Whether *text* is a caption without a label, which ends with whose picture it is: "… © IOM 2020"."""
    if len(text) > LONGEST_CAPTION or read_dateline(text):
        return False
    credit = _credit().search(level(text)) or (None if ends_sentence(text) else SIGN.search(text))
    return credit is not None and len(text[credit.end() :].split()) <= CREDIT_WORDS


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    """The words, behind the end of a sentence or a bracket, that begin a picture's credit."""
    words = "|".join(re.escape(word) for word in alternatives("credit"))
    return re.compile(rf"(?:(?<=[.!?؟)\]|/-] )|(?<=[(\[]))(?:©|(?:{words})\s*[:/©])")


def is_between(text: str, title: str, lead: str) -> tuple[bool, bool]:
    """Whether *text* is a tag, caption or byline below *title* and above *lead*; and whether that is sure.

    A caption without a label is only known by its language: sites print the text of a
    picture in theirs. Anything else of more than a tag's words is taken for a subtitle.
    """
    if is_credited(text):
        return True, True
    sentence = ends_sentence(text) or bool(find_dates(text))
    words = text.split()
    if (ARABIC.search(title) and not ARABIC.search(text)) or (begins("byline", text) and not sentence):
        return True, True
    if sentence or len(words) > SHORT:
        return False, True
    if len(words) <= (TAG_WORDS_ARABIC if ARABIC.search(text) else TAG_WORDS) or all(
        word[0] == "#" for word in words
    ):
        return True, True
    foreign = likeliest(text) != likeliest(lead)
    return foreign, not foreign
