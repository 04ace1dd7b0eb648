"""What a site puts above a release: navigation, menu, masthead. Left out by its kind."""

from __future__ import annotations

import re

from bayan.names import fold_name
from bayan.raw_text.dates import find_dates
from bayan.raw_text.furniture import LONGEST_LABEL, is_control, is_genre, is_organization, names_issuer
from bayan.raw_text.mail import take_mail_header
from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import is_phrase

AGENDA = re.compile(r"-\s*2030\s+agenda", re.IGNORECASE)
MENU_ITEM = re.compile(r"-\s*\S")
LONGEST_NAVIGATION = 200
LONGEST_MENU = 60
LEAST_MENU = 2
"""Entries: one alone could be a title."""


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
