"""Names, functions and offices: which piece of a contact is which."""

from __future__ import annotations

import re

from bayan.raw_text.vocabulary import begins, label, mentions

ARABIC = re.compile("[\u0621-\u064a]")
PARTICLES = {
    "al",
    "el",
    "de",
    "du",
    "bin",
    "ben",
    "bint",
    "van",
    "von",
    "der",
    "da",
    "dos",
    "di",
    "ibn",
    "abu",
    "abou",
    "le",
    "la",
}
TITLES = re.compile(
    r"^(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Monsieur|Madame|السيد|السيدة|الأستاذ|الأستاذة|د\.)\s+",
    re.IGNORECASE,
)
CONNECTOR = re.compile(
    r"^(?:au|à la|à l['’]|aux|à|avec|with|at|in|or|ou|et|and|the|on|via|by|par|le|l['’]|de|du|dans|chez"
    r"|please|مع|في|على|عبر|أو|من خلال|ب)\s*(?=[^\w]*\w)",
    re.IGNORECASE,
)
LABELS = ("phone_label", "email_label")


def tidy(piece: str) -> str:
    """*piece* without the phrase that begins a contact, without labels and connecting words."""
    text = piece.strip(" \u00a0\t.:*•-–—[]<>\"'")
    for _ in range(4):
        before = text
        cut = begins("contact", text)
        text = text[cut:] if cut else text
        match = mentions("contact", text)
        if match and match.start() and len(text) < 400:
            text = text[match.end() :]
        text = text.strip(" \u00a0\t.:*•-–—،,")
        if text.startswith(("au Bureau", "au bureau", "à l’OIM", "à l'OIM")):
            return text.removeprefix("au ").removeprefix("à l’").removeprefix("à l'")
        connector = CONNECTOR.match(text)
        if connector and (connector.group().strip()[-1] in "'’" or connector.group().endswith(" ")):
            text = text[connector.end() :]
        if text == before:
            break
    return _without_trailing_label(text)


def _without_trailing_label(text: str) -> str:
    for kind in LABELS:
        match = mentions(kind, text)
        if match and match.start() and len(match.group()) > 1 and not label(text[match.end() :]):
            text = text[: match.start()]
    return text.strip(" \u00a0\t.:*•-–—،,()")


def is_name(piece: str) -> bool:
    """Whether *piece* reads like a person's name: two to five words and none of an office or function."""
    words = TITLES.sub("", piece).split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d@:?!«»]", piece):
        return False
    if mentions("office", piece) or mentions("function", piece):
        return False
    if ARABIC.search(piece):
        return len(words) <= 4
    return all(word[0].isupper() or word.lower() in PARTICLES for word in words) and words[0][0].isupper()


def is_function(piece: str) -> bool:
    """Whether *piece* says what somebody does."""
    return bool(mentions("function", piece)) and len(piece.split()) <= 14


def is_office(piece: str) -> bool:
    """Whether *piece* names an organization or one of its parts."""
    return bool(mentions("office", piece))


def office_within(piece: str) -> str:
    """The office that a piece of prose ends with: from its first word of one on, if that is short."""
    match = mentions("office", piece)
    tail = piece[match.start() :] if match else ""
    return tail if 1 <= len(tail.split()) <= 8 else piece
