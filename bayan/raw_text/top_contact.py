"""A contact above a title, as American releases and the letterheads of ministries print it."""

from __future__ import annotations

from itertools import takewhile

from bayan.raw_text.contact_zones import contact_zones, has_way
from bayan.raw_text.furniture import is_genre
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.letterhead import is_titled
from bayan.raw_text.people import is_name

BLOCKS = 12
"""Blocks at the top among which such a contact is looked for."""
MOST_LINES = 7


def contact_on_top(blocks: list[Block]) -> int:
    """How many of the first *blocks* are a contact with the title below it."""
    zones = contact_zones(blocks[:BLOCKS])
    end = zones[0][1] if zones and not zones[0][0] else _unlabelled_end(blocks[:BLOCKS])
    return end if end and is_titled(blocks[end - 1 :]) else 0


def _unlabelled_end(blocks: list[Block]) -> int:
    """How many of *blocks* are an address that no phrase begins.

    A letterhead's consists of labels with a colon and of numbers; a person's ends above a genre label.
    """
    lines = list(takewhile(lambda block: ":" in block.text or has_way(block.text), blocks))
    if not lines and blocks and is_name(blocks[0].text):
        lines = list(takewhile(lambda block: not is_genre(block.text), blocks[: MOST_LINES + 1]))
        if len(lines) > MOST_LINES or any(ends_sentence(block.text) for block in lines):
            return 0
    return len(lines) if any(has_way(block.text) for block in lines) else 0
