"""What the pages of a printed release leave amid its text: numbers, running heads, "more"."""

from __future__ import annotations

import re

from bayan.names import fold_name, level
from bayan.raw_text.endmatter import is_end_mark
from bayan.raw_text.layout import NARROWEST, WIDEST, ends_sentence, stands_alone
from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import is_phrase, label
from bayan.raw_text.wrapping import ARABIC

LONGEST = 30
BARE = re.compile(r"[\[(]?(\d{1,3})[\])]?|(\d{1,3}) ?/ ?\d{1,3}")
DASHED = re.compile(r"[-|~] ?\d{1,3} ?[-|~]")
LEAST_BETWEEN = 100
"""Signs of text above the number of a page; between the numbers of a list there are fewer."""
HEAD_LINES = 6
"""Lines at the top of a text of which the running heads are made."""
MOST_HEADS = 3


def take_pages(sheet: Sheet) -> None:
    """Leave out page numbers and running heads, and note where a sentence goes on below them."""
    lines = [line for line in sheet.standing() if not line.blank]
    taken = {at for at, line in enumerate(lines) if at and _is_sure(line.text)}
    bare = _bare_numbers(lines, taken)
    if bare and not any(_goes_on(lines[at - 1], lines[at + 1]) for at in bare if 0 < at < len(lines) - 1):
        sheet.warn("page-numbers", lines[min(bare)].number, number=lines[min(bare)].text)
    taken |= bare
    if not taken:
        return
    taken |= _running_heads(sheet, lines, taken)
    sheet.leave_out([lines[at] for at in sorted(taken)], "page furniture")
    for at, below in enumerate(lines):
        if at and at - 1 in taken and at not in taken:
            above = next((lines[up] for up in range(at - 1, -1, -1) if up not in taken), None)
            if above and _goes_on(above, below):
                sheet.going_on.add(below.number)


def _is_sure(text: str) -> bool:
    """Whether a line says by itself that it belongs to the page: "Page 1 of 2", "– 2 –", "-more-"."""
    if len(text) > LONGEST or is_end_mark(text):
        return False
    flat = level(text)
    if DASHED.fullmatch(flat):
        return True
    if is_phrase("page_more", text):
        # A word alone, such as "Suite", could be a heading; Arabic has one that is none.
        return not text[0].isascii() or not text[0].isalpha()
    words = re.findall(r"[^\W\d_]+|\d+", flat)
    numbers = [word for word in words if word.isdigit()]
    rest = [word for word in words if not word.isdigit()]
    return (
        0 < len(numbers) < 3
        and all(len(number) < 4 for number in numbers)
        and is_phrase("page", words[0])
        and all(is_phrase("page_of", word) for word in rest[1:])
    )


def _bare_numbers(lines: list[Line], sure: set[int]) -> set[int]:
    """Where lone numbers stand that count the pages: one after the other, with a page's text between."""
    found: set[int] = set()
    last, between = 0, 0
    for at, line in enumerate(lines):
        number = _number(line.text)
        if at in sure:
            between = 0
        elif number is None:
            between += len(line.text)
        elif number == last + 1 or (not last and number == 2):
            announced = lines[at - 1].text.endswith(":") or _is_mark(lines[at + 1 : at + 2])
            if between < LEAST_BETWEEN or announced:
                return set()  # they count something else: none is taken
            found.add(at)
            last, between = number, 0
    return found


def _number(text: str) -> int | None:
    match = BARE.fullmatch(level(text)) if len(text) <= LONGEST else None
    return int(match[1] or match[2]) if match else None


def _is_mark(below: list[Line]) -> bool:
    """Whether the line below a number goes on with a sign: then the number is that of a footnote."""
    return bool(below) and below[0].text[0] in ",;.)%،؛"


def _running_heads(sheet: Sheet, lines: list[Line], signs: set[int]) -> set[int]:
    """Where lines of the text's top are printed once more beside the *signs* of a page."""
    tops: dict[str, int] = {}
    for line in [line for line in sheet.lines if not line.blank][:HEAD_LINES]:
        tops.setdefault(_folded(line), line.number)
    found: set[int] = set()
    for sign in signs:
        for step in (1, -1):
            for at in range(sign + step, sign + step * (MOST_HEADS + 1), step):
                if not 0 <= at < len(lines) or not _is_below(tops.get(_folded(lines[at])), lines[at]):
                    break
                found.add(at)
    return found


def _is_below(top: int | None, line: Line) -> bool:
    return top is not None and top < line.number


def _folded(line: Line) -> str:
    return fold_name(label(line.text)) or line.text


def _goes_on(above: Line, below: Line) -> bool:
    """Whether the sentence that *above* begins goes on in *below*."""
    if ends_sentence(above.text) or stands_alone(below):
        return False
    if below.text[0].islower():
        return True
    # Without capitals only a full line above tells.
    return bool(ARABIC.match(below.text)) and NARROWEST <= len(above.text) <= WIDEST
