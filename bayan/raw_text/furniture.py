"""What a site puts above a release: navigation, masthead, controls. Known by its kind."""

from __future__ import annotations

import re

from bayan.names import fold_name
from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import begins, is_phrase

AGENDA = re.compile(r"-\s*2030\s+agenda", re.IGNORECASE)
MENU_ITEM = re.compile(r"-\s*\S")
BREADCRUMB = re.compile(r"(?:home|accueil|الرئيسية)\s*[/»>›|]", re.IGNORECASE)
LONGEST_NAVIGATION = 200
LONGEST_LABEL = 90


def take_furniture(sheet: Sheet) -> None:
    """Leave out what stands above the title: controls, then a navigation or a masthead."""
    _controls(sheet)
    _navigation(sheet)
    _controls(sheet)
    _masthead(sheet)


def _text_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.standing() if not line.blank]


def _controls(sheet: Sheet) -> None:
    """Controls, language switches and feed lines at the very top."""
    for line in _text_lines(sheet):
        bare = line.text.lstrip("•-* \u00a0")
        switch = line.text.startswith("•") and len(bare.split()) == 1
        if not (is_control(line.text) or switch):
            return
        sheet.leave_out([line], "page furniture")


def is_control(text: str) -> bool:
    """Whether the line only serves the site: a control, a feed's or a republisher's line."""
    if is_phrase("furniture", text) or is_phrase("site", text) or BREADCRUMB.match(text):
        return True
    return len(text) < 2 * LONGEST_LABEL and bool(begins("furniture_start", text))


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
    if lines and is_genre(lines[0].text):
        sheet.leave_out(lines[:1], "masthead")
        if len(lines) > 1 and is_phrase("scope", lines[1].text):
            sheet.leave_out(lines[1:2], "masthead")


def is_genre(text: str) -> bool:
    """Whether the line says only what kind of text this is."""
    parts = [part for part in re.split(r"\s*[|–—]\s*|\s+-\s*", text) if part.strip()]
    return bool(parts) and all(is_phrase("genre", part) or is_phrase("scope", part) for part in parts)
