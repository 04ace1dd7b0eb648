"""Contacts: who to write to, from a sentence, a block of lines or the prose itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from bayan.raw_text.addresses import Spot, find_spots
from bayan.raw_text.contact_draft import Draft, merged, shared
from bayan.raw_text.contact_fields import LEADING_JOIN, Field, fields, names_ahead
from bayan.raw_text.contact_zones import begins_with_name, has_way, is_office_line
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.national import find_ways
from bayan.raw_text.people import is_function, is_office, may_be_function, office_within, split_name
from bayan.raw_text.posts import goes_on, split_post
from bayan.raw_text.sheet import Sheet
from bayan.release import Contact

LED = re.compile(r"(?:à|au|at|in|في|لدى)\s", re.IGNORECASE)
"""A word that leads to where somebody is."""
ACRONYM = re.compile(r"[A-Z][A-Z.&-]{2,11}")
"""An organization's name in letters, such as KAFA."""


def read_contacts(
    blocks: list[Block], zones: list[tuple[int, int]], sheet: Sheet, region: str | None = None
) -> list[Contact]:
    """The contacts in *blocks*, in order; *zones* are the runs that ``contact_zones`` found.

    *region* is the release's only country, by whose plan numbers without a prefix are read.
    """
    contacts: list[Contact] = []
    starts = dict(zones)
    at = 0
    while at < len(blocks):
        end = starts.get(at, at + 1)
        run = blocks[at:end]
        text = _text(run)
        # In prose a number without a prefix is a hotline or a figure as likely as not.
        labelled = at in starts or (has_way(text) and (begins_with_name(run[0]) or is_office_line(run[0])))
        # "Adel Example, who heads the desk (adel@example.org), said …" may hold any figure.
        closed = at in starts or not ends_sentence(text)
        spots = find_ways(text, region, contact=closed) if labelled else find_spots(text)
        contacts += _people(text, spots, labelled) if spots else []
        _note(run, text, spots, sheet)
        at = end
    return merged(contacts)


def _text(run: list[Block]) -> str:
    """The lines of *run* as one text."""
    return "".join(block.text + gap for block, gap in zip(run, _gaps(run), strict=True))


def _gaps(run: list[Block]) -> list[str]:
    """What stands below each line: blank lines part contacts only where others follow one another closely."""
    wide = [below.lines[0].number - above.lines[-1].number > 1 for above, below in pairwise(run)]
    parting = not all(wide)
    return [*("\n\n" if gap and parting else "\n" for gap in wide), ""]


def _people(text: str, spots: tuple[Spot, ...], labelled: bool) -> list[Contact]:
    """The contacts of one run; in prose only what stands right before an address is read."""
    drafts = [Draft()]
    parts = list(fields(text, spots))
    for at, part in enumerate(parts):
        draft = drafts[-1]
        if part.kind == "text" and part.addressed and not labelled:
            if draft.reachable() or draft.name:
                drafts.append(Draft())
            drafts[-1].name = split_name(part.value)[0]
        elif part.kind == "text":
            before = parts[at - 1] if at else None
            if labelled and _is_next(draft, parts, at):
                drafts.append(Draft(joined=part.joined))
            elif labelled and before and before.kind == "text" and goes_on(draft, before, part):
                continue
            for value in split_post(part.value) if labelled else (part.value,):
                _place(drafts[-1], value, labelled)
        elif part.kind == "phone":
            draft.phones.append(part.value)
        else:
            if draft.emails and not draft.name and not labelled:
                drafts.append(Draft())
                draft = drafts[-1]
            draft.emails.append(part.value)
    return [draft.done() for draft in shared(drafts) if draft.reachable()]


def _is_next(draft: Draft, parts: list[Field], at: int) -> bool:
    """Whether the field *at* begins the next contact."""
    value = parts[at].value
    if split_name(value)[0]:
        if draft.name is None and parts[at - 1].kind != "text" and parts[at].sign.strip() == "(":
            return False  # "+222 45 24 40 81 (Adel Example)"
        return draft.reachable() or (draft.name is not None and parts[at].joined)
    if not draft.reachable() or not (is_function(value) or is_office(value)):
        return False
    if parts[at].sign.count("\n") > 1 and any(part.kind != "text" for part in parts[at + 1 : at + 8]):
        return True  # below a blank line, with a way of its own
    ahead = parts[at + 1 : at + 8]
    if (
        LED.match(parts[at].printed)
        and ahead
        and ahead[0].kind == "text"
        and LEADING_JOIN.match(ahead[0].printed)
    ):
        return False  # "…, tél. +41 22 …, à l’OIM Genève, ou Amira Example, …"
    way = next((part.kind for part in ahead if part.kind != "text"), None)
    if way is None:
        return False  # "…, +216 71 860 312, OIM Tunisie": more about the one before
    return names_ahead(ahead) or bool(draft.emails if way == "email" else draft.phones)


def _place(draft: Draft, value: str, labelled: bool) -> None:
    """Put a piece of text where it belongs: name, function or office."""
    if not labelled:
        value = office_within(value)
    elif draft.name is None:
        name, rest = split_name(value)
        if name:
            draft.name = name
            value = rest if is_office(rest) or is_function(rest) else ""
    if is_office(value) and len(value.split()) <= 14:
        if is_function(value) and not draft.functions:
            draft.functions.append(value)
        else:
            draft.offices.append(value)
    elif is_function(value):
        draft.functions.append(value)
    elif labelled and draft.name and value and not draft.reachable() and may_be_function(value):
        if ACRONYM.fullmatch(value):
            draft.offices.append(value)
        elif not (draft.functions and draft.offices):  # else it may be a street or a quarter
            draft.functions.append(value)


def _note(run: list[Block], text: str, spots: tuple[Spot, ...], sheet: Sheet) -> None:
    """Warn of addresses that were hidden or repaired and of numbers of no country's plan."""
    ends = list(accumulate(len(block.text) + len(gap) for block, gap in zip(run, _gaps(run), strict=True)))
    for spot in spots:
        number = run[bisect_right(ends, spot.start)].number
        printed = text[spot.start : spot.end]
        if spot.value is None and spot.kind == "phone":
            sheet.warn("unread-phone", number, phone=printed)
        elif spot.value is None:
            sheet.warn("lost-address", number, text=printed)
        elif spot.kind == "email" and spot.value != printed:
            sheet.warn("repaired-address", number, text=printed, address=spot.value)
        elif spot.doubtful:
            sheet.warn("doubtful-phone", number, phone=printed)
