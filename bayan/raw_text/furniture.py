"""What a site puts above a release: navigation, masthead, controls. Known by its kind."""

from __future__ import annotations

import re

from bayan.names import TATWEEL_AND_MARKS, fold_name, level
from bayan.places import find
from bayan.raw_text.dates import find_dates
from bayan.raw_text.mail import take_mail_header
from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import EDGE, begins, is_phrase, mentions

AGENDA = re.compile(r"-\s*2030\s+agenda", re.IGNORECASE)
MENU_ITEM = re.compile(r"-\s*\S")
BREADCRUMB = re.compile(r"(?:home|accueil|الرئيسية)\s*[/»>›|]", re.IGNORECASE)
PATH = re.compile(r"\s[»>›→]\s")
MORE_COUNTRIES = re.compile(r"(\S.{1,40}) \+ \d{1,3} (?:more|autres?|أخرى)")
LONGEST_NAVIGATION = 200
LONGEST_MENU = 60
LEAST_MENU = 2
LONGEST_LABEL = 90
GENRE_KINDS = ("genre", "scope", "genre_more")
SIGNS = f"{EDGE}°#"
NUMBER = re.compile(r"\d+(?:[/.-]\d+)*(?!\w)")
ONLY_YEAR = re.compile(r"\D*(?:19|20)\d\d\W*")
LANGUAGES = re.compile(r"[|/•·]|\s-\s")


def take_furniture(sheet: Sheet) -> None:
    """Leave out what stands above the title: controls, then a navigation or a masthead."""
    _controls(sheet)
    take_mail_header(sheet)
    _navigation(sheet)
    _controls(sheet)
    _masthead(sheet)


def _text_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.standing() if not line.blank]


def _controls(sheet: Sheet) -> None:
    """Controls, language switches, feed lines and a menu's entries at the very top.

    An entry ("Who we are") could be a title, too: it is none among several of its kind.
    """
    run: list[Line] = []
    sure = entries = last = 0
    for line in _text_lines(sheet)[:LONGEST_MENU]:
        control = _is_sure_control(line.text)
        entry = control or is_phrase("menu", line.text) or is_phrase("language", line.text)
        if not (entry or is_genre(line.text) or is_organization(line.text)):
            break
        run.append(line)
        entries += entry
        last = len(run) if entry else last
        sure = len(run) if control and sure == len(run) - 1 else sure
    sheet.leave_out(run[: last if entries >= LEAST_MENU else sure], "page furniture")


def _is_sure_control(text: str) -> bool:
    bare = text.lstrip("•-* \u00a0")
    return is_control(text) or (text.startswith("•") and len(bare.split()) == 1)


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


def _navigation(sheet: Sheet) -> None:
    """A block that begins with a lone hyphen and ends at "- 2030 Agenda"."""
    lines = _text_lines(sheet)
    if not lines or lines[0].text != "-":
        return
    head = lines[:LONGEST_NAVIGATION]
    end = next((at for at, line in enumerate(head) if AGENDA.fullmatch(line.text)), None)
    if end is None:
        end = _menu_end(head)
        sheet.warn("navigation-end", head[end].number)
    sheet.leave_out(lines[: end + 1], "navigation")


def _menu_end(lines: list[Line]) -> int:
    """The last line that is part of a menu: an item, a lone hyphen, a label that is repeated."""
    end = 0
    for at, line in enumerate(lines):
        before = fold_name(lines[at - 1].text) if at else ""
        repeated = bool(before) and len(before) < LONGEST_LABEL and fold_name(line.text).startswith(before)
        if line.text == "-" or MENU_ITEM.match(line.text) or repeated:
            end = at
        elif at - end > 1:
            break
    return end


def _masthead(sheet: Sheet) -> None:
    """A genre label (Communiqué, News, Press release) and the scope below it (Global, Local)."""
    lines = _text_lines(sheet)
    if lines and is_genre(lines[0].text) and not (names_issuer(lines[0].text) or find_dates(lines[0].text)):
        sheet.leave_out(lines[:1], "masthead")
        if len(lines) > 1 and is_phrase("scope", lines[1].text):
            sheet.leave_out(lines[1:2], "masthead")


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
