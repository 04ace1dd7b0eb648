"""What belongs to a release although it stands below its end: contacts and footnotes."""

from __future__ import annotations

import re

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.contact_zones import contact_zones
from bayan.raw_text.contacts import read_contacts
from bayan.raw_text.layout import CLOSERS, Block, ends_sentence
from bayan.raw_text.pleas import is_known_tail
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase, mentions

FOOTNOTE = re.compile(r"(?:\(?\*{1,3}\)?|[\[(]?\d{1,2}[\])]|[¹²³⁴-⁹]{1,2})\s*\S")
BARE_NUMBER = re.compile(r"(\d{1,2})\.?\s+[^\W\d_]")
GLUED = re.compile(r"(?<=[^\W\d_»”\")])\d{1,2}(?!\w)")
ONLINE = re.compile(r"(?:https?://|www\.|@)\S+", re.IGNORECASE)
SHORT_LINE = 80
LONGEST_CONTACT = 300
NEAR = 4
"""Lines without a number or address that may stand above one: name, function, office, town."""

MOST_ABOUT = 3
"""Paragraphs that a publisher has about itself."""

Zones = list[tuple[int, int]]


def with_more_lines(blocks: list[Block], zones: Zones) -> Zones:
    """*zones* with the lines right below each that give a site or an account to write to."""
    wider = []
    for start, end in zones:
        below = end
        while below < len(blocks) and _is_online_line(blocks[below].text):
            below += 1
        wider.append((start, below))
    return wider


def _is_online_line(text: str) -> bool:
    if len(text) > SHORT_LINE or not ONLINE.search(text) or is_known_tail(text):
        return False
    return bool(begins("online_label", text) or ONLINE.fullmatch(text))


def contacts_below(blocks: list[Block], in_zone: set[int], first: int, last: int) -> Zones:
    """Runs between *first* and *last* that have a number or address, whatever words begin them."""
    runs: Zones = []
    free = first  # no line above it belongs to a further run
    for at in range(first, min(last, len(blocks))):
        if at in in_zone or not _has_address(blocks[at].text):
            continue
        start = at
        top = max(free, at - NEAR)
        while start > top and start - 1 not in in_zone and _is_beside(blocks[start - 1].text):
            start -= 1
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((start, at + 1))
        free = at + 1
    return runs


def _has_address(text: str) -> bool:
    """Whether *text* gives a number or address, and not at the end of what the site says of itself."""
    if len(text) > LONGEST_CONTACT or is_known_tail(text) or begins("end_matter", text):
        return False
    return bool(find_spots(text))


def _is_beside(text: str) -> bool:
    """Whether *text* may be a line of an address: short, and neither a sentence nor the site's."""
    if len(text) > SHORT_LINE or is_known_tail(text) or is_phrase("tail_heading", text):
        return False
    sentence = ends_sentence(text) and not text.rstrip(CLOSERS).endswith(":")
    return not sentence and not is_phrase("end_marker", text)


def ends_release(blocks: list[Block], zone: tuple[int, int]) -> bool:
    """Whether the contact in *zone* closes the release: a line with a hotline amid the text does not."""
    start, end = zone
    run = blocks[start:end]
    if mentions("hotline", " ".join(block.text for block in run)):
        return False
    if len(run) > 1 and not find_spots(run[0].text):
        return True  # a heading of its own
    if any(one.name or one.function or one.office for one in read_contacts(run, [(0, len(run))], Sheet([]))):
        return True
    return not any(ends_sentence(block.text) for block in blocks[end:])


def footnote_numbers(text: str) -> set[str]:
    """The numbers that stand glued to a word of *text*, as a note's mark does once it lost its place."""
    return set(GLUED.findall(text))


def is_footnote(text: str, numbers: set[str]) -> bool:
    """Whether *text* begins with a note's mark; a bare number is one if it is among *numbers*."""
    bare = BARE_NUMBER.match(text)
    return bool(FOOTNOTE.match(text)) or bool(bare and bare[1] in numbers)


def zones_left(blocks: list[Block], extra: frozenset[int]) -> Zones:
    """The contacts among what is left of a text; *extra* are the numbers of blocks that are in one, too."""
    zones = contact_zones(blocks)
    inside = {at for start, end in zones for at in range(start, end)}
    for at, block in enumerate(blocks):
        if block.number in extra and at not in inside:
            if zones and zones[-1][1] == at and at - 1 not in inside:
                zones[-1] = (zones[-1][0], at + 1)
            else:
                zones.append((at, at + 1))
    return zones


def about_heading(blocks: list[Block], in_zone: set[int]) -> int:
    """Where a heading such as "About IOM" stands with nothing but its words down to the last contact."""
    about = {at for at, block in enumerate(blocks) if at and is_phrase("about_publisher", block.text)}
    if not about or not in_zone or max(in_zone) < len(blocks) - 1:
        return len(blocks)
    start = max(in_zone)
    while start - 1 in in_zone:
        start -= 1
    first = start
    while above := [at for at in range(max(0, first - MOST_ABOUT - 1), first - 1) if at in about]:
        first = above[0]
    return first if first < start else len(blocks)
