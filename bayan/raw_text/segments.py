"""Lines of several parts, as sites print them beside a day: "Press release | Dakar, 3 May 2020 | 3 min read".

The parts that say nothing about where and when are blanked out; positions carry over.
"""

from __future__ import annotations

import re

from bayan.names import level
from bayan.raw_text.dates import find_dates
from bayan.raw_text.furniture import is_genre
from bayan.raw_text.people import is_office, split_name
from bayan.raw_text.vocabulary import begins, is_phrase, label

LONGEST = 120
PART = re.compile(r"[|•·]|\s[-/]\s")
BY = re.compile(r"[\s,،]+(?:(?P<who>by|par|بواسطه|بقلم)|in|dans|في)\s+")
LEADS = re.compile(r"\s+(?:on|le|du|في|بتاريخ)\s*$")
NUMBER_BEFORE = re.compile(r"\d{1,3}\s*")
NAME_WORDS = 5


def said_parts(text: str) -> str:
    """*text* with spaces for its parts that are labels, writers, languages or reading times."""
    if len(text) > LONGEST:
        return text
    flat, start, said = level(text), 0, list(text)
    spans = []
    for sign in PART.finditer(flat):
        spans.append((start, sign.start()))
        start = sign.end()
    spans.append((start, len(text)))
    if len(spans) > 1:
        for begin, end in spans:
            if _says_nothing(text[begin:end]):
                said[begin:end] = " " * (end - begin)
    return without_writer("".join(said))


def _says_nothing(part: str) -> bool:
    bare = label(part)
    if is_phrase("language", bare) or (is_genre(bare) and not find_dates(part)):
        return True
    timed = NUMBER_BEFORE.match(bare)
    if is_phrase("reading_time", bare[timed.end() :] if timed else bare):
        return True
    return is_byline(part)


def is_byline(text: str) -> bool:
    """Whether *text* only says who wrote: the word for it and a person's name."""
    end = begins("byline", text)
    name = text[end:].strip(" :,،-–—|")
    labelled = ":" in text[max(end - 1, 0) : end + 2] and 0 < len(name.split()) <= NAME_WORDS
    return bool(end) and (labelled or bool(split_name(name)[0]))


def without_writer(text: str) -> str:
    """*text* with spaces for who wrote or published it beside its day, and for the section it stood in.

    They are somebody's names: each word has a capital, which a headline's have not.
    """
    days = find_dates(text)
    if len(days) != 1:
        return text
    start, end = days[0].start, days[0].end
    lead = begins("byline", text[:start])
    if lead and split_name(LEADS.sub("", text[lead:start]).strip(" :,،-–—|"))[0]:
        text = " " * start + text[start:]
    by = BY.match(level(text), end)
    behind = text[by.end() :] if by else ""
    if not behind.strip() or len(behind.split()) > NAME_WORDS:
        return text
    named = bool(by and by["who"]) and (
        is_office(behind) or not any(word[0].islower() for word in behind.split())
    )
    if not (named or is_genre(label(behind))):
        return text
    return text[:end] + " " * (len(text) - end)
