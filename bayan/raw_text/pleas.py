"""Pleas to the reader and labels that a site adds below a release; never the release's own sentences."""

from __future__ import annotations

import re

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.furniture import is_control
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.vocabulary import begins, mentions
from bayan.speech import load_sayings

LONGEST_PLEA = 300
SHORT_LABEL = 8
OPENING = ("«", "“", "„", '"', "‘", "‹", "”")
CLOSED_AMID = re.compile(r"[»”\"][\s,،.]*[^\W\d_]")
INVERTED = re.compile(r"-t-(?:il|elle|on)\b|\b(?:dit|fait)-(?:il|elle)s?\b", re.IGNORECASE)
LINK = re.compile(r"https?:|www\.|@\w", re.IGNORECASE)


def is_known_tail(text: str) -> bool:
    """Whether the site adds such a line: a label, a control, or a plea; never an ordinary sentence."""
    if len(text) > LONGEST_PLEA:
        return False
    label = len(text.split()) <= SHORT_LABEL and not ends_sentence(text)
    return is_plea(text) or (label and bool(begins("end_matter", text))) or is_control(text)


def is_plea(text: str) -> bool:
    """Whether *text* asks the reader for something, and nobody is quoted who does so."""
    if len(text) > LONGEST_PLEA or is_spoken(text):
        return False
    if begins("plea", text):
        return True
    # In Arabic "they contributed" and "contribute!" are one word: what is asked for must be named.
    return bool(begins("plea_to_give", text)) and bool(mentions("giving", text) or LINK.search(text))


def is_spoken(text: str) -> bool:
    """Whether somebody says *text*: a quotation begins it or is followed by words, or a verb tells."""
    if text.lstrip().startswith(OPENING) or CLOSED_AMID.search(text) or INVERTED.search(text):
        return True
    return any(saying.verb.search(text) for saying in load_sayings().values())


def pleas_at_end(blocks: list[Block], in_zone: set[int], past_from: int) -> set[int]:
    """The lines that a site adds at the end of the text, before or after a contact."""
    found: set[int] = set()
    for at in range(min(past_from, len(blocks)) - 1, 0, -1):
        text = blocks[at].text
        if at in in_zone:
            continue
        if not is_known_tail(text) or (find_spots(text) and not is_control(text)):
            return found
        found.add(at)
    return found
