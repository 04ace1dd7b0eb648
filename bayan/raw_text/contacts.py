"""Contacts: who to write to, from a sentence, a block of lines or the prose itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.contact_draft import Draft, merged
from bayan.raw_text.layout import Block
from bayan.raw_text.people import is_function, is_name, is_office, office_within, tidy
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import begins, is_phrase, mentions
from bayan.release import Contact

SEPARATOR = re.compile(
    r"\s*[,،;؛|\n]\s*|\s+[–—-]+\s+|(?<=[^\W\d_])\s*/\s*(?=[^\W\d_])|\s+at\s+(?=[A-Z])|:\s+|\s*[()]\s*|\.\s+"
)
SHORT_LINE = 160


def contact_zones(blocks: list[Block]) -> list[tuple[int, int]]:
    """The runs of *blocks* (from, to) that hold contacts: a phrase that begins one and its lines."""
    zones: list[tuple[int, int]] = []
    at = 0
    while at < len(blocks):
        if _begins_contact(blocks, at):
            end = _zone_end(blocks, at)
            zones.append((at, end))
            at = end
        else:
            at += 1
    return zones


def _begins_contact(blocks: list[Block], at: int) -> bool:
    text = blocks[at].text
    opened = begins("contact", text)
    if not opened:
        return bool(mentions("contact", text)) and bool(find_spots(text))
    if find_spots(text):
        return True
    ahead = blocks[at + 1 : at + 7]
    if len(text) > SHORT_LINE:
        return False
    for block in ahead:
        if find_spots(block.text):
            return _is_contact_line(block)
        if begins("contact", block.text) or not _is_contact_line(block):
            return False  # another phrase begins nearer to the address
    return False


def _is_contact_line(block: Block) -> bool:
    """Whether *block* could be a line of an address: short, or with a number or address in it."""
    if find_spots(block.text) or begins("phone_label", block.text):
        return True
    return (
        len(block.text) <= SHORT_LINE
        and not re.search(r"[.!?؟]\s+[^\W\d_]{2}", block.text)
        and len(block.text.split()) <= SHORT_LINE // 10
    )


def _zone_end(blocks: list[Block], at: int) -> int:
    """Where the contact ends: after its last line with a number or address that follows closely."""
    end = at + 1
    ahead = at + 1
    while ahead < len(blocks) and ahead - end < 5 and _is_contact_line(blocks[ahead]):
        ahead += 1
        if find_spots(blocks[ahead - 1].text) or begins("contact", blocks[ahead - 1].text):
            end = ahead
    return end


def read_contacts(blocks: list[Block], zones: list[tuple[int, int]], sheet: Sheet) -> list[Contact]:
    """The contacts in *blocks*, in order; *zones* are the runs that :func:`contact_zones` found."""
    contacts: list[Contact] = []
    starts = dict(zones)
    at = 0
    while at < len(blocks):
        end = starts.get(at, at + 1)
        run = blocks[at:end]
        if any(find_spots(block.text) for block in run):
            labelled = at in starts or _begins_with_name(run[0])
            contacts += _people("\n".join(block.text for block in run), labelled)
        for block in run:
            _note(block, sheet)
        at = end
    return merged(contacts)


def _begins_with_name(block: Block) -> bool:
    """Whether a line without a contact's phrase is one all the same: somebody's name is first."""
    return len(block.text) <= SHORT_LINE and is_name(tidy(SEPARATOR.split(block.text)[0]))


def _people(text: str, labelled: bool) -> list[Contact]:
    """The contacts of one run; in prose only what stands right before an address is read."""
    drafts = [Draft()]
    for kind, value in _parts(text):
        draft = drafts[-1]
        if kind == "text":
            if draft.reachable() and (is_name(value) or is_function(value)) and labelled:
                drafts.append(Draft())
            _place(drafts[-1], value, labelled)
        elif kind == "phone":
            draft.phones.append(value)
        else:
            if draft.emails and not draft.name and not labelled:
                drafts.append(Draft())
                draft = drafts[-1]
            draft.emails.append(value)
    return [draft.done() for draft in drafts if draft.reachable()]


def _place(draft: Draft, value: str, labelled: bool) -> None:
    """Put a piece of text where it belongs: name, function or office."""
    if not labelled:
        value = office_within(value)
    if draft.name is None and is_name(value) and labelled:
        draft.name = value
    elif is_office(value) and len(value.split()) <= 14:
        if is_function(value) and not draft.functions:
            draft.functions.append(value)
        else:
            draft.offices.append(value)
    elif is_function(value) or (
        labelled and draft.name and not draft.reachable() and len(value.split()) <= 10
    ):
        draft.functions.append(value)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of text, numbers and addresses in order; labels are dropped."""
    at = 0
    for spot in find_spots(text):
        yield from _pieces(text[at : spot.start])
        if spot.value:
            yield spot.kind, spot.value
        at = spot.end
    yield from _pieces(text[at:])


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for piece in SEPARATOR.split(text):
        bare = tidy(piece)
        if bare and not is_phrase("phone_label", bare) and not is_phrase("email_label", bare):
            yield "text", bare


def _note(block: Block, sheet: Sheet) -> None:
    """Warn of addresses that were hidden or repaired and of numbers of no country's plan."""
    for spot in find_spots(block.text):
        printed = block.text[spot.start : spot.end]
        if spot.value is None:
            sheet.warn("lost-address", block.number, text=printed)
        elif spot.kind == "email" and spot.value != printed:
            sheet.warn("repaired-address", block.number, text=printed, address=spot.value)
        elif spot.doubtful:
            sheet.warn("doubtful-phone", block.number, phone=printed)
