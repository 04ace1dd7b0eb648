"""The head of a release: its title, its date and place, and what stands between them."""

from __future__ import annotations

from bayan.names import level
from bayan.raw_text.below_title import below_title
from bayan.raw_text.dates import find_dates
from bayan.raw_text.furniture import is_genre, names_issuer
from bayan.raw_text.head_lines import Head, take_mark, take_place
from bayan.raw_text.layout import CLOSERS, Block
from bayan.raw_text.letterhead import is_titled, letterhead_of
from bayan.raw_text.marks import date_line
from bayan.raw_text.segments import is_byline
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.title_lines import join_title
from bayan.raw_text.titles import bare_title, same_text, title_at
from bayan.raw_text.top_contact import contact_on_top
from bayan.raw_text.vocabulary import begins


def read_head(blocks: list[Block], sheet: Sheet, known_title: str | None, toml: str) -> Head:
    """Take title, date lines and dateline from the front of *blocks*.

    *known_title* is the maintainer's, who has the last word; *toml* is the file to name in advice.
    """
    mastered = bool(sheet.left_out)
    head = Head(blocks=list(blocks))
    for _ in range(2):
        _letterhead(head, sheet)
        _above_title(head, sheet)
    if count := contact_on_top(head.blocks):
        head.contact = head.blocks[:count]
        del head.blocks[:count]
        _above_title(head, sheet)
    joined = _join(head, known_title)
    at = _known_at(head.blocks, known_title) if known_title is not None else title_at(head.blocks, mastered)
    if at is not None:
        for block in head.blocks[:at]:
            sheet.leave_out(list(block.lines), "kicker above the title")
            head.rivals.append(block)
        head.title = known_title or bare_title(head.blocks[at].text)
        head.title_lines = tuple(line.number for line in head.blocks[at].lines)
        del head.blocks[: at + 1]
    head.title = known_title or head.title
    below_title(head, sheet)
    _date_of_title(head)
    if known_title is None and head.title:
        if joined is not None:
            sheet.warn("joined-title", joined, title=head.title, toml=toml)
        for block in head.rivals:
            sheet.warn("doubtful-title", block.number, title=head.title, toml=toml)
    return head


def _letterhead(head: Head, sheet: Sheet) -> None:
    count, sure = letterhead_of(head.blocks)
    for block in head.blocks[:count]:
        sheet.leave_out(list(block.lines), "letterhead")
    head.rivals += [] if sure else head.blocks[:count]
    del head.blocks[:count]


def _join(head: Head, known_title: str | None) -> int | None:
    """Join the title's lines; the first's number where it is not sure that they are one title."""
    blocks, sure = join_title(head.blocks)
    if known_title is None or _known_at(blocks, known_title) == 0:
        head.blocks = blocks
    return None if sure else head.blocks[0].number


def _known_at(blocks: list[Block], title: str) -> int | None:
    return 0 if blocks and same_text(bare_title(blocks[0].text), title) else None


def _above_title(head: Head, sheet: Sheet) -> None:
    while head.blocks:
        block = head.blocks[0]
        if _is_titles_label(block.text) and not is_titled(head.blocks):
            if found := date_line(block.text):
                head.dates.append((found, block.number))
            return  # the only line that can be the title
        if not (take_mark(head, block, sheet) or take_place(head, block, sheet) or _take_writer(head, sheet)):
            return
        head.blocks.pop(0)


def _take_writer(head: Head, sheet: Sheet) -> bool:
    """Leave out a line above the title that only says who wrote: "By Adel Example"."""
    if not (is_byline(head.blocks[0].text) and is_titled(head.blocks)):
        return False
    sheet.leave_out(list(head.blocks[0].lines), "byline")
    return True


def _is_titles_label(text: str) -> bool:
    """Whether a genre label says so much that it may be the title: who speaks, or which day it is of."""
    return (is_genre(text) and names_issuer(text)) or bool(begins("genre", text) and date_line(text))


def _date_of_title(head: Head) -> None:
    """A full date at the very end of a printed title, after a comma, is the day of the release."""
    if not head.title or not head.title_lines:
        return
    dates = [found for found in find_dates(head.title) if found.value]
    if len(dates) == 1 and not head.title[dates[0].end :].strip(CLOSERS):
        before = level(head.title[: dates[0].start]).rstrip()
        if before.endswith((",", "،", "-", "(")):
            head.dates.append((dates[0], head.title_lines[0]))
