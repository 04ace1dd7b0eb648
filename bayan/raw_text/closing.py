"""The closing line of a release that gives its day and place at the end, not at the head."""

from __future__ import annotations

from dataclasses import replace

from bayan.raw_text.dateline import Dateline, read_dateline
from bayan.raw_text.dates import Found
from bayan.raw_text.head_lines import Head
from bayan.raw_text.layout import Block
from bayan.raw_text.marks import date_line, says_published

TAIL = 3
"""Blocks at the end among which a closing line is looked for."""


def closing_dates(blocks: list[Block]) -> list[tuple[Found, int]]:
    """The date of a closing line such as "Published on …" or "Geneva, 12 May 2020"."""
    for block in blocks[-TAIL:]:
        found = date_line(block.text) if says_published(block.text) else None
        if found:
            return [(found, block.number)]
        line = _closing(block)
        if line and line.date:
            return [(line.date, block.number)]
    return []


def _closing(block: Block) -> Dateline | None:
    """*block* as a closing line with place and date, such as "Fait à Genève, le 12 mai 2020"."""
    line = read_dateline(block.text)
    if line and line.own_line and line.places and line.sure and line.date and line.date.value:
        return line
    return None


def place_at_end(head: Head, blocks: list[Block]) -> None:
    """The place of a closing line, where the head gives neither place nor day below the title."""
    if head.dateline:
        return
    for block in blocks[-TAIL:]:
        line = _closing(block)
        if line:
            # A date above the title is the day of publication, whenever the text was signed.
            head.dateline = replace(line, date=None) if head.dates else line
            head.dateline_block = block
            return
