"""Lines that a site puts around a release: controls, genre labels, publishers. Known by their kind."""

from __future__ import annotations

import re

from bayan.names import TATWEEL_AND_MARKS, level
from bayan.places import find
from bayan.raw_text.vocabulary import EDGE, begins, is_phrase, mentions

BREADCRUMB = re.compile(r"(?:home|accueil|الرئيسية)\s*[/»>›|]", re.IGNORECASE)
PATH = re.compile(r"\s[»>›→]\s")
MORE_COUNTRIES = re.compile(r"(\S.{1,40}) \+ \d{1,3} (?:more|autres?|أخرى)")
LONGEST_LABEL = 90
GENRE_KINDS = ("genre", "scope", "genre_more")
SIGNS = f"{EDGE}°#"
NUMBER = re.compile(r"\d+(?:[/.-]\d+)*(?!\w)")
NUMBER_AT_END = re.compile(r"\d\W*$")
ONLY_YEAR = re.compile(r"\D*(?:19|20)\d\d\W*")
LANGUAGES = re.compile(r"[|/•·]|\s-\s")


def is_control(text: str) -> bool:
    """Whether the line only serves the site: a control, a feed's or a republisher's line."""
    if is_phrase("furniture", text) or is_phrase("site", text) or BREADCRUMB.match(text):
        return True
    more = MORE_COUNTRIES.fullmatch(text)
    if _is_language_switch(text) or (more and find(more[1])):
        return True
    if len(text) >= 2 * LONGEST_LABEL:
        return False
    end = begins("furniture_label", text)
    labelled = bool(end) and text[end:].lstrip(" \u00a0")[:1] == ":"
    return labelled or _is_path(text) or _is_sharing(text) or bool(begins("furniture_start", text))


def _is_sharing(text: str) -> bool:
    """Whether the line names only networks and tools, to share, count or print the page."""
    if len(text) > LONGEST_LABEL or not mentions("share", text):
        return False
    return not _without(text, ("share", "share_word", "language"))


def _is_path(text: str) -> bool:
    """Whether the line shows where on the site the page stands: "News > Africa"."""
    first, *rest = PATH.split(text)
    return bool(rest) and (is_genre(first) or is_phrase("menu", first))


def is_genre(text: str) -> bool:
    """Whether the line says only what kind of text this is, its number and who issued it."""
    if len(text) > LONGEST_LABEL or not (begins("genre", text) or begins("scope", text) or _issuer(text)):
        return False
    if ONLY_YEAR.fullmatch(text) or not (mentions("genre", text) or mentions("scope", text)):
        return False  # a year without a number may be a title's ("Report 2019")
    rest = _without(text, (*GENRE_KINDS, "site", "signature", "language"))
    return not rest or (names_issuer(text) and bool(find(rest)))


def names_issuer(text: str) -> bool:
    """Whether a genre label names an organization; where no title follows, it is the title itself."""
    rest = _without(text, GENRE_KINDS) if len(text) <= LONGEST_LABEL else ""
    return bool(mentions("signature", rest) or mentions("site", rest))


def _issuer(text: str) -> int:
    return begins("site", text) or begins("signature", text)


def is_organization(text: str) -> bool:
    """Whether the line only names a publisher, perhaps with its short name or its country."""
    if len(text) > LONGEST_LABEL or not _issuer(text):
        return False
    rest = _without(text, ("site", "signature"))
    return not rest or bool(find(rest))


def is_number(text: str) -> bool:
    """Whether *text* is only a number that a text bears, behind the word for it: "No. 3/14"."""
    return (
        bool(begins("genre_more", text))
        and NUMBER_AT_END.search(text) is not None
        and not _without(text, ("genre_more",))
    )


def _without(text: str, kinds: tuple[str, ...]) -> str:
    """What is left of *text* when the phrases of *kinds* and the numbers at its front are taken off."""
    rest = level(TATWEEL_AND_MARKS.sub("", text)).strip(SIGNS)
    while rest:
        number = NUMBER.match(rest)
        end = number.end() if number else max(begins(kind, rest) for kind in kinds)
        if not end:
            break
        rest = rest[end:].strip(SIGNS)
    return rest


def _is_language_switch(text: str) -> bool:
    parts = LANGUAGES.split(level(text)) if len(text) < LONGEST_LABEL else []
    return len(parts) > 1 and all(is_phrase("language", part) for part in parts)
