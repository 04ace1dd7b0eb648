"""Names, functions and offices: which piece of a contact is which."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.names import TATWEEL_AND_MARKS
from bayan.places import find
from bayan.raw_text.vocabulary import Hit, begins, is_phrase, label, mentions

ARABIC = re.compile("[\u0621-\u064a]")
PARTICLES = frozenset(
    "al el de du bin ben bint van von der da dos di ibn abu abou le la".split()  # noqa: SIM905  # a list of words
)
CONNECTOR = re.compile(
    r"^(?:au|à la|à l['’]|aux|à|avec|with|at|in|or|ou|et|and|the|on|via|by|par|le|l['’]|de|du|dans|chez"
    r"|please|call|phone|appeler|appelez|joindre|مع|في|على|عبر|أو|من خلال|بـ?)\s*(?=[^\w]*\w)",
    re.IGNORECASE,
)
LABELS = ("phone_label", "email_label")
MARKS = " \u00a0\u200e\u200f\u061c\t.:*•-–—،,/|"
ALI = "علي"
"""A first name, which folds to the same as the Arabic "on"."""
ARABIC_PARTICLES = frozenset("بن بنت ابن آل ال عبد أبو ابو ولد بو".split())  # noqa: SIM905  # a list of words
# The Arabic "to", which is written onto the name: "الاتصال بسارة".
WRITTEN_ON = re.compile(rf"\s+ب{TATWEEL_AND_MARKS.pattern}*(?=[\u0621-\u064a]{{2}})")
TOPIC = re.compile(r"\W*(?:on|about|sur|عن|حول)\s+(?=[^\W\d_])", re.IGNORECASE)
ELIDED = re.compile(r"[dl]['’](?=[A-ZÀ-Ý])")
MOST_WORDS = 6
WORD_END = re.compile(r"\s+(?=\S)")


def tidy(piece: str) -> str:
    """*piece* without the phrase that begins a contact, without labels and connecting words."""
    text = piece.strip(f"{MARKS}[]<>\"'")
    for _ in range(4):
        before = text
        cut = begins("contact", text)
        text = _behind(text, cut) if cut else text
        if cut and TOPIC.match(text) and not (mentions("contact", text) or mentions("reach", text)):
            return ""  # "For more information on IOM’s work, contact …"
        for kind in ("contact", "reach"):
            hit = mentions(kind, text)
            if hit and (hit.start or kind == "reach") and len(text) < 400 and not _is_in_title(text, hit):
                text = _behind(text, hit.end)
        text = text.strip(MARKS)
        if text.startswith(("au Bureau", "au bureau", "à l’OIM", "à l'OIM")):
            return text.removeprefix("au ").removeprefix("à l’").removeprefix("à l'")
        connector = CONNECTOR.match(text)
        if connector and (connector.group().strip()[-1] in "'’" or connector.group().endswith(" ")):
            text = text[connector.end() :]
        if text == before:
            break
    return "" if begins("matter", text) else without_form(_without_end(text))


def _is_in_title(text: str, hit: Hit) -> bool:
    """Whether the Arabic word for contact is part of a function or an office: "مسؤولة الاتصال"."""
    before = text[: hit.start].split()
    alone = ARABIC.search(text) and len(text[hit.start : hit.end].split()) == 1
    return bool(alone and before) and (is_office(before[-1]) or is_function(before[-1]))


def _behind(text: str, end: int) -> str:
    """What stands behind the phrase that ends at *end*; "الاتصال بسارة" is about سارة."""
    written_on = WRITTEN_ON.match(text, end) if label(text[:end]).endswith("تصال") else None
    return text[written_on.end() if written_on else end :]


def without_form(text: str) -> str:
    """*text* without the forms of address before a name, which every office writes otherwise."""
    for _ in range(3):
        end = begins("form_of_address", text)
        rest = text[end:].lstrip()
        letter = len(label(text[:end])) < 2
        if not end or not rest or (letter and rest[0] != ".") or (rest[0] != "." and rest == text[end:]):
            break
        text = rest.lstrip(". \u00a0")
    return text


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


def _is_where(piece: str) -> bool:
    """Whether *piece* names a place: "A Tunis", too, as a capital À loses its accent."""
    return bool(find(piece) or find(piece.removeprefix("A ")))


@lru_cache(maxsize=1024)
def is_name(piece: str) -> bool:
    """Whether *piece* reads like a person's name: two to five words and none of an office or function."""
    words = without_form(piece).split()
    if not 2 <= len(words) <= MOST_WORDS or re.search(r"[\d@:?!«»]", piece):
        return False
    if any(mentions(kind, piece) for kind in ("office", "function", "address_word")) or _is_where(piece):
        return False
    if ARABIC.search(piece):
        short = len([word for word in words if word not in ARABIC_PARTICLES]) <= 4
        return short and not any(_leads_away(words[at:]) for at in range(len(words)))
    if len([word for word in words if word.lower() not in PARTICLES]) > 5:
        return False
    return (
        all(word[0].isupper() or word.lower() in PARTICLES or ELIDED.match(word) for word in words)
        and words[0][0].isupper()
    )


def _leads_away(words: list[str]) -> bool:
    """Whether no name goes on with *words*: the first leads elsewhere; علي does so before a label only."""
    if words[0] == "a":  # "Amina Example a ouvert"; only À loses its accent
        return False
    if words[0] != ALI:
        return bool(begins("after_name", " ".join(words[:2])))
    ahead = " ".join(words[1:3])
    return any(begins(kind, ahead) for kind in ("phone_lead", *LABELS)) or ahead[:1].isdigit()


def split_name(piece: str) -> tuple[str, str]:
    """The name that *piece* begins with and the rest: "Jane Example in Geneva"; ("", piece) for none."""
    if is_name(piece):
        return piece, ""
    if len(piece) < 200:
        for space in WORD_END.finditer(piece):
            left, rest = piece[: space.start()], piece[space.end() :]
            leads = begins("after_name", rest) if _leads_away(rest.split()) else 0
            says = ARABIC.search(piece) and (begins("function", rest) or begins("office", rest))
            if (leads or says) and is_name(left):
                return left, rest[leads:].strip(f"{MARKS}'’")
    return "", piece


def is_function(piece: str) -> bool:
    """Whether *piece* says what somebody does."""
    return bool(mentions("function", piece)) and len(piece.split()) <= 14


def may_be_function(piece: str) -> bool:
    """Whether *piece* behind a name may say what somebody does: it is no place, street or site."""
    shape = len(piece.split()) <= 10 and not re.search(r"[\d@/]|^(?:who|qui|whose|الذي|التي)\s", piece)
    return shape and not mentions("address_word", piece) and not find(piece)


def is_office(piece: str) -> bool:
    """Whether *piece* names an organization or one of its parts."""
    return bool(mentions("office", piece))


def office_within(piece: str) -> str:
    """The office that a piece of prose ends with: from its first word of one on, if that is short."""
    hit = mentions("office", piece)
    tail = piece[hit.start :] if hit else ""
    said = mentions("verb", tail)
    tail = tail[: said.start].strip() if said else tail  # "the ministry can be asked at …"
    return tail if 1 <= len(tail.split()) <= 8 else piece
