"""Names, functions and offices: which piece of a contact is which."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.places import find
from bayan.raw_text.vocabulary import begins, label, mentions

ARABIC = re.compile("[\u0621-\u064a]")
PARTICLES = frozenset(
    "al el de du bin ben bint van von der da dos di ibn abu abou le la".split()  # noqa: SIM905  # a list of words
)
LABELS = ("phone_label", "email_label")
MARKS = " \u00a0\u200e\u200f\u061c\t.:*•-–—،,/|"
ALI = "علي"
"""A first name, which folds to the same as the Arabic "on"."""
ARABIC_PARTICLES = frozenset("بن بنت ابن آل ال عبد أبو ابو ولد بو".split())  # noqa: SIM905  # a list of words
NO_NAME = frozenset(("les", "the", "des", "our", "nos", "for", "pour", "about", "in", "at", "by"))
"""No name begins with one of these: "Les Berges du Lac"."""
ELIDED = re.compile(r"[dl]['’](?=[A-ZÀ-Ý])")
MOST_WORDS = 6
WORD_END = re.compile(r"\s+(?=\S)")


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
    if words[0].lower() in NO_NAME:
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
