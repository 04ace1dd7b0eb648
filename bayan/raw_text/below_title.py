"""What stands between a title and the text: captions, tags, dates, the dateline."""

from __future__ import annotations

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.between import is_between, is_credited
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.furniture import is_genre
from bayan.raw_text.head_lines import DATE_KEPT, Head, repeats, take_mark, take_place, without_place_label
from bayan.raw_text.layout import Block
from bayan.raw_text.marks import date_line
from bayan.raw_text.segments import said_parts
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.titles import KICKER_WORDS, is_title

BETWEEN = 7
"""Blocks between title and dateline; more were not seen, and further down it is body."""
LATEST_DATE = 2
"""Blocks that may stand between a title and a line with only the date: a subtitle, a caption."""
SUBTITLE_WORDS = 25
SHORT_LEAD = 5
LABEL_BETWEEN = "caption, tag or byline between title and dateline"


def below_title(head: Head, sheet: Sheet) -> None:
    """Leave out what stands between the title and the dateline or the first sentence."""
    while head.blocks and _is_above_text(head, head.blocks[0], sheet):
        head.blocks.pop(0)
    at = _find_dateline(head)
    if at is None:
        _note_topic(head)
        _take_later_date(head, sheet)
        return
    head.blocks[:at] = [block for block in head.blocks[:at] if not _is_label_between(head, block, sheet)]
    # "Madrid: Example News" is no whole own line, but too short to be the text
    own = head.dateline is not None and (
        head.dateline.own_line or len(head.blocks[0].text.split()) <= SHORT_LEAD
    )
    while own and len(head.blocks) > 2 and _is_below_place(head, head.blocks[1], sheet):
        head.blocks.pop(1)


def _is_below_place(head: Head, block: Block, sheet: Sheet) -> bool:
    """Whether *block*, below a place on its own line, was left out: the title once more, or the day."""
    if repeats(head, block, sheet):
        return True
    found = date_line(block.text) if head.dateline and not head.dateline.date else None
    if found:
        head.dates.append((found, block.number))
        sheet.leave_out(list(block.lines), DATE_KEPT)
    return found is not None


def _note_topic(head: Head) -> None:
    """Tell of a topic above a title: without a dateline it may be a title above its subtitle."""
    title, below = head.title or "", head.blocks[:2]
    words, more = len(title.split()), len(below[0].text.split()) if below else 0
    if not below or (title.isupper() and below[0].text.isupper()):
        return
    longer = more > 2 * words or title.isupper()
    if 0 < words <= KICKER_WORDS < more and longer and is_title(below):
        head.rivals.append(below[0])


def _take_later_date(head: Head, sheet: Sheet) -> None:
    """A line with only the date below a subtitle or a caption, where it is the text's only such line."""
    dated = [(at, found) for at, block in enumerate(head.blocks) if (found := date_line(block.text))]
    if len(dated) != 1 or head.dates or not 0 < dated[0][0] <= LATEST_DATE < len(head.blocks) - 1:
        return
    at, found = dated[0]
    if any(len(above.text.split()) > SUBTITLE_WORDS for above in head.blocks[:at]):
        return  # a paragraph: the day below it is of what follows
    block = head.blocks.pop(at)
    head.dates.append((found, block.number))
    sheet.leave_out(list(block.lines), DATE_KEPT)


def _is_above_text(head: Head, block: Block, sheet: Sheet) -> bool:
    if head.title and is_credited(block.text):
        sheet.leave_out(list(block.lines), "caption")
        return True
    placed = without_place_label(block.text) != block.text or said_parts(block.text) != block.text
    if placed and take_place(head, block, sheet):
        return True
    return repeats(head, block, sheet) or take_mark(head, block, sheet)


def _find_dateline(head: Head) -> int | None:
    """Where the dateline stands among the first blocks, if there is one."""
    for at, block in enumerate(head.blocks[:BETWEEN]):
        line = read_dateline(block.text)
        if line is None or (at and not line.sure) or is_genre(block.text):
            continue
        closing = at > 0 and at == len(head.blocks) - 1  # "Fait à Tunis, le 3 mai 2020"
        if line.own_line and (closing or not line.places):
            continue
        if head.dateline is None or line.places:
            head.dateline, head.dateline_block = line, block
        return at
    return None


def _is_label_between(head: Head, block: Block, sheet: Sheet) -> bool:
    """Whether *block*, between title and dateline, was left out as a tag, caption or byline."""
    if repeats(head, block, sheet) or take_mark(head, block, sheet):
        return True
    if find_spots(block.text):
        return False  # somebody to write to: no tag
    title = head.title or ""
    as_long = len(block.text.split()) >= len(title.split()) and is_title([block])
    out, sure = is_between(block.text, title, head.dateline_block.text if head.dateline_block else title)
    if not sure or as_long:
        head.rivals.append(block)
    if out:
        sheet.leave_out(list(block.lines), LABEL_BETWEEN)
    return out
