"""Where in a text the contacts stand: a phrase that begins one, or a name, and the lines of an address."""

from __future__ import annotations

import re

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.contact_fields import first_fields, undotted
from bayan.raw_text.layout import Block, ends_sentence
from bayan.raw_text.national import find_ways
from bayan.raw_text.people import ARABIC, is_function, is_office, split_name
from bayan.raw_text.pleas import is_plea
from bayan.raw_text.vocabulary import begins, is_phrase, mentions

SHORT_LINE = 160
SIGNATURE_LINE = 80
STREET_SIGN = re.compile(r"\d.*[,،–-]|[,،–-].*\d")
"""A number and a comma: "a road to follow" has neither."""
SENTENCES = re.compile(r"(?<!\b[^\W\d_])[.!?؟]\s+[^\W\d_]{2}")


def contact_zones(blocks: list[Block]) -> list[tuple[int, int]]:
    """The runs of *blocks* (from, to) that hold contacts."""
    zones: list[tuple[int, int]] = []
    at = 0
    while at < len(blocks):
        if _begins_contact(blocks, at) or _begins_signature(blocks, at):
            end = _zone_end(blocks, at)
            zones.append((at, end))
            at = end
        else:
            at += 1
    return zones


def has_way(text: str) -> bool:
    """Whether an address or a number is in *text*, be it one that cannot be read."""
    return bool(find_ways(text, None))


def begins_with_name(block: Block) -> bool:
    """Whether a line without a contact's phrase is one all the same: somebody's name is first or second."""
    return len(block.text) <= SHORT_LINE and any(split_name(field)[0] for field in first_fields(block.text))


def is_office_line(block: Block) -> bool:
    """Whether a line gives an office and its e-mail address: "Press unit – Tel. … – press@example.org"."""
    text = block.text
    if len(text) > SHORT_LINE or ends_sentence(text) or mentions("hotline", text):
        return False
    return is_office(first_fields(text)[0]) and any(spot.kind == "email" for spot in find_spots(text))


def _opens(text: str) -> bool:
    """Whether *text* begins with a contact's phrase, or with a label such as "Press office:"."""
    if begins("contact", text):
        return True
    cut = begins("contact_label", text)
    rest = text[cut:].lstrip(" \u00a0")
    if cut and not rest:
        return not is_function(text)  # "Press officer" below a name is no beginning
    return bool(cut) and (rest[0] in ":(–—-" or any(not way.start for way in find_ways(rest, None)))


def _begins_contact(blocks: list[Block], at: int) -> bool:
    text = blocks[at].text
    if not _opens(text):
        return bool(mentions("contact", text)) and bool(find_spots(text))
    if has_way(text):
        return True
    ahead = blocks[at + 1 : at + 7]
    if len(text) > SHORT_LINE:
        return False
    for block in ahead:
        if has_way(block.text):
            return _is_contact_line(block)
        if begins("contact", block.text) or not _is_contact_line(block):
            return False  # another phrase begins nearer to the address
    return False


def _begins_signature(blocks: list[Block], at: int) -> bool:
    """Whether towards the end a name stands above the lines of an address, without any phrase."""
    text = blocks[at].text
    if len(text) > SIGNATURE_LINE or is_phrase("end_marker", text) or has_way(text):
        return False
    said = [text]
    for block in blocks[at + 1 : at + 5]:
        if not _is_contact_line(block) or len(block.text) > SIGNATURE_LINE or _opens(block.text):
            return False
        if mentions("hotline", block.text) or (_is_sentence(block.text) and not has_way(block.text)):
            return False  # a heading above what it is about
        said.append(block.text)
        if has_way(block.text):
            # Two Arabic words may be anything; a function or a form of address makes them a name.
            sure = not ARABIC.search(text) or begins("form_of_address", text)
            below = is_function(text) and len(said) > 2 and begins_with_name(blocks[at + 1])
            named = below or (begins_with_name(blocks[at]) and (sure or any(map(is_function, said))))
            return bool(named) and _stands_late(blocks, at)
    return False


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(":")


def _stands_late(blocks: list[Block], at: int) -> bool:
    """Whether most of the text stands above the block *at*."""
    return sum(len(above.text) for above in blocks[:at]) >= sum(len(below.text) for below in blocks[at:])


def _is_contact_line(block: Block) -> bool:
    """Whether *block* could be a line of an address: short, or with a number or address in it."""
    if has_way(block.text) or begins("phone_label", block.text):
        return True
    return (
        len(block.text) <= SHORT_LINE
        and not SENTENCES.search(undotted(block.text))
        and len(block.text.split()) <= SHORT_LINE // 10
    )


def _may_be_in_zone(block: Block) -> bool:
    """Whether *block* may go on with a contact: "To unsubscribe, write to …" does not."""
    return _is_contact_line(block) and not is_plea(block.text)


def _zone_end(blocks: list[Block], at: int) -> int:
    """Where the contact ends: after its last line with a number or address that follows closely."""
    end = at + 1
    ahead = at + 1
    while ahead < len(blocks) and ahead - end < 5 and _may_be_in_zone(blocks[ahead]):
        ahead += 1
        if _reaches(blocks[ahead - 1]) or _opens(blocks[ahead - 1].text):
            end = ahead
    while end < len(blocks) and len(blocks[end].text) <= SIGNATURE_LINE and _is_site(blocks[end].text):
        end += 1
    return end


def _reaches(block: Block) -> bool:
    """Whether a line of a contact gives a way to somebody, if only a number without a label behind a name."""
    return has_way(block.text) or (
        begins_with_name(block) and bool(find_ways(block.text, None, contact=True))
    )


def _is_site(text: str) -> bool:
    """Whether *text* is a line such as "Website: example.org", "Address: …" or "47 C, Example Street"."""
    cut = begins("address_word", text)
    if cut and text[cut:].lstrip(" \u00a0").startswith(":"):
        return True
    return bool(mentions("street", text)) and bool(STREET_SIGN.search(text)) and not _is_sentence(text)
