"""Which lines were broken by a fixed width, as in an e-mail or a PDF, and not by the writer."""

from __future__ import annotations

import re
from itertools import pairwise

from bayan.raw_text.layout import NARROWEST, WIDEST, ends_sentence, is_bulleted, stands_alone
from bayan.raw_text.sheet import Line

NEAR = 0.8
"""A line so full, against the widest, was broken by the width: letters are of unequal breadth."""
ENOUGH_BREAKS = 3
ARABIC = re.compile("[\u0621-\u064a]")


def wrapped_groups(groups: list[list[Line]]) -> list[bool]:
    """For each of *groups* (the lines between blank ones) whether its lines are to be rejoined."""
    wrapped = [_is_wrapped(group) for group in groups]
    runs = _caseless_runs(groups)
    width = max((width_of(group) for group, is_ in zip(groups, wrapped, strict=True) if is_), default=0)
    width = max(width, *(len(line.text) for run in runs.values() for line in run), 0)
    # Once a text is known to be hard-wrapped, so are its other full lines.
    return [
        is_wrapped or at in runs or (width > 0 and (_is_full(group, width) or _has_long_item(group, width)))
        for at, (group, is_wrapped) in enumerate(zip(groups, wrapped, strict=True))
    ]


def width_of(group: list[Line]) -> int:
    """The column at which *group* was wrapped: its longest line that is no paragraph of its own."""
    lengths = sorted(len(line.text) for line in group if len(line.text) <= WIDEST)
    below = [len(line.text) for line in group[1:] if len(line.text) <= WIDEST]
    return max(below or lengths, default=0)


def fits(line: Line, below: Line, width: int) -> bool:
    """Whether the first word of *below* had room on *line*."""
    return len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) <= width


def is_forced(line: Line, below: Line, width: int) -> bool:
    """Whether *line* had to break: it is not overlong and the next word had no room on it."""
    if not NARROWEST * 0.7 <= len(line.text) <= WIDEST or len(below.text) > WIDEST:
        return False
    return not fits(line, below, width)


def _is_wrapped(group: list[Line]) -> bool:
    """Whether lines of *group* break within sentences, where the next word had no room."""
    width = width_of(group)
    if len(group) < 2 or width < NARROWEST:
        return False
    breaks = [
        below for line, below in pairwise(group)
        if is_forced(line, below, width) and not ends_sentence(line.text) and not stands_alone(below)
    ]  # fmt: skip
    narrow = sum(len(line.text) <= WIDEST for line in group)
    if narrow < 0.6 * len(group):
        return False
    return any(below.text[0].islower() for below in breaks) or len(breaks) >= max(
        ENOUGH_BREAKS, len(group) // 3
    )


def _caseless_runs(groups: list[list[Line]]) -> dict[int, list[Line]]:
    """The groups that are wrapped paragraphs of a script without capitals, by their place.

    Nothing within one short paragraph tells that it goes on from line to line, so all are judged
    together: each ends a sentence in its last line only, and all others are near one width.
    """
    runs = {
        at: lines
        for at, group in enumerate(groups)
        # The first line of a text may be its title, which has a width of its own.
        if len(lines := group[at == 0 :]) > 1 and not (at and _announces(groups[at - 1])) and _may_run(lines)
    }
    width = max((len(line.text) for lines in runs.values() for line in lines), default=0)
    runs = {
        at: lines
        for at, lines in runs.items()
        if all(len(line.text) >= NEAR * width for line, _ in _open_breaks(lines))
    }
    breaks = sum(len(_open_breaks(lines)) for lines in runs.values())
    enough = width >= NARROWEST and (breaks >= ENOUGH_BREAKS or len(runs) > 1)
    return runs if enough else {}


def _may_run(lines: list[Line]) -> bool:
    breaks = _open_breaks(lines)
    return (
        bool(breaks)
        and ends_sentence(lines[-1].text)
        and all(len(line.text) <= WIDEST and not stands_alone(line) for line in lines)
        and all(ARABIC.match(below.text.lstrip('«"“(')) or below.text[0].isdigit() for _, below in breaks)
    )


def _open_breaks(lines: list[Line]) -> list[tuple[Line, Line]]:
    """The breaks of *lines* that are within a sentence."""
    return [(line, below) for line, below in pairwise(lines) if not ends_sentence(line.text)]


def _announces(group: list[Line]) -> bool:
    """Whether a list follows, the lines of which are no paragraph."""
    return group[-1].text.endswith(":")


def _is_full(group: list[Line], width: int) -> bool:
    """Whether each line but the last of *group* had to break at *width*."""
    return len(group) > 1 and all(
        is_forced(line, below, width) and not stands_alone(line) and not stands_alone(below)
        for line, below in pairwise(group)
    )


def _has_long_item(group: list[Line], width: int) -> bool:
    """Whether an item of a list goes on in an indented line."""
    return any(
        is_bulleted(line)
        and not stands_alone(below)
        and below.indent > line.indent
        and is_forced(line, below, width)
        for line, below in pairwise(group)
    )


def spaced_line(groups: list[list[Line]]) -> Line | None:
    """Where a sentence first goes on below a blank line, if many do: the lines of a PDF, copied with gaps."""
    width = max((len(line.text) for group in groups for line in group if len(line.text) <= WIDEST), default=0)
    broken = [
        below[0]
        for above, below in pairwise(groups)
        if len(above) == 1
        and NARROWEST <= len(above[0].text) <= WIDEST
        and len(above[0].text) >= NEAR * width
        and not ends_sentence(above[0].text)
        and not stands_alone(below[0])
        and (below[0].text[0].islower() or ARABIC.match(below[0].text))
    ]
    return broken[0] if len(broken) >= ENOUGH_BREAKS and len(broken) > len(groups) / 4 else None
