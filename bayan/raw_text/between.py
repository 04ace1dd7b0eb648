"""What stands between a title and the dateline: tags, captions and bylines go, a subtitle stays."""

from __future__ import annotations

from bayan.raw_text.dates import find_dates
from bayan.raw_text.language import likeliest
from bayan.raw_text.layout import ends_sentence
from bayan.raw_text.titles import ARABIC
from bayan.raw_text.vocabulary import begins

SHORT = 12
"""Words: a caption or byline has no more."""
TAG_WORDS = 4
TAG_WORDS_ARABIC = 3


def is_between(text: str, title: str, lead: str) -> tuple[bool, bool]:
    """Whether *text* is a tag, caption or byline below *title* and above *lead*; and whether that is sure.

    A caption without a label is only known by its language: sites print the text of a
    picture in theirs. Anything else of more than a tag's words is taken for a subtitle.
    """
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
