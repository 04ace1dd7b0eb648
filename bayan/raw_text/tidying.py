"""A piece of a contact without what leads to it and from it: phrases, labels, connecting words."""

from __future__ import annotations

import re

from bayan.names import TATWEEL_AND_MARKS
from bayan.raw_text.people import ALI, ARABIC, LABELS, MARKS, is_function, is_office, without_form
from bayan.raw_text.vocabulary import Hit, begins, is_phrase, label, mentions

CONNECTOR = re.compile(
    r"^(?:au|à la|à l['’]|aux|à|avec|with|at|in|or|ou|et|and|the|on|via|by|par|le|l['’]|de|du|dans|chez"
    r"|please|call|phone|appeler|appelez|joindre|مع|في|على|عبر|أو|من خلال|بـ?)\s*(?=[^\w]*\w)",
    re.IGNORECASE,
)
LONGEST = 400
TOPIC = re.compile(r"\W*(?:(?:on|about|sur|عن|حول)\s+(?=[^\W\d_])|وال)", re.IGNORECASE)
ON_BEHALF = re.compile(r"(?:pour (?:l['’]|le |la )?|for (?:the )?)", re.IGNORECASE)
# The Arabic "to", which is written onto the name: "الاتصال بسارة".
WRITTEN_ON = re.compile(rf"\s+ب{TATWEEL_AND_MARKS.pattern}*(?=[\u0621-\u064a]{{2}})")


def tidy(piece: str) -> str:
    """*piece* without the phrase that begins a contact, without labels and connecting words."""
    text = piece.strip(f"{MARKS}[]<>\"'")
    for _ in range(4):
        before = text
        text = _behind_phrases(text).strip(MARKS)
        if text.startswith(("au Bureau", "au bureau", "à l’OIM", "à l'OIM")):
            return text.removeprefix("au ").removeprefix("à l’").removeprefix("à l'")
        connector = CONNECTOR.match(text)
        if connector and (connector.group().strip()[-1] in "'’" or connector.group().endswith(" ")):
            text = text[connector.end() :]
        if text == before:
            break
    on_behalf = ON_BEHALF.match(text)  # "Pour l’OIM : Adel Example"
    if on_behalf and begins("office", text[on_behalf.end() :]):
        text = text[on_behalf.end() :]
    return "" if begins("matter", text) else without_form(_without_end(text))


def _behind_phrases(text: str) -> str:
    """*text* behind the phrase that begins a contact, and behind what leads to a person amid a sentence."""
    cut = begins("contact", text)
    text = _behind(text, cut) if cut else text
    if cut and TOPIC.match(text) and not (mentions("contact", text) or mentions("reach", text)):
        return ""  # "For more information on IOM’s work, contact …"
    for kind in ("contact", "reach"):
        hit = mentions(kind, text)
        if hit and (hit.start or kind == "reach") and len(text) < LONGEST and not _is_in_title(text, hit):
            text = _behind(text, hit.end)
    return text


def _is_in_title(text: str, hit: Hit) -> bool:
    """Whether the Arabic word for contact is part of a function or an office: "مسؤولة الاتصال"."""
    before = text[: hit.start].split()
    alone = ARABIC.search(text) and len(text[hit.start : hit.end].split()) == 1
    return bool(alone and before) and (is_office(before[-1]) or is_function(before[-1]))


def _behind(text: str, end: int) -> str:
    """What stands behind the phrase that ends at *end*; "الاتصال بسارة" is about سارة."""
    written_on = WRITTEN_ON.match(text, end) if label(text[:end]).endswith("تصال") else None
    return text[written_on.end() if written_on else end :]


def _without_end(text: str) -> str:
    """*text* without labels and words that lead to an address behind it: "… at", "على هاتف رقم"."""
    led = False  # علي before a label is "on", at the end of a name it is a name
    for _ in range(4):
        before, text = text, _without_trailing_label(text)
        led = led or text != before
        head, _space, last = text.rpartition(" ")
        leads = any(is_phrase(kind, last) for kind in ("phone_lead", "after_name"))
        if head and leads and (led or last != ALI):
            text, led = head.strip(MARKS), True
        if text == before:
            break
    return text


def _without_trailing_label(text: str) -> str:
    for kind in LABELS:
        hit = mentions(kind, text)
        if not hit or is_office(text[hit.start : hit.end]):  # "Press office"
            continue
        if hit.start and hit.end - hit.start > 1 and not label(text[hit.end :]):
            text = text[: hit.start]
    return text.strip(f"{MARKS}()")
