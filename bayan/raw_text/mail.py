"""What a message puts above the release that it brings: its header, and a word to who reads it."""

from __future__ import annotations

from itertools import takewhile

from bayan.raw_text.sheet import Line, Sheet
from bayan.raw_text.vocabulary import begins

LONGEST_HEADER = 12
LONGEST_GREETING = 60
LONGEST_NOTE = 4
"""Lines of what its sender writes below the greeting; a longer paragraph is the release's."""


def take_mail_header(sheet: Sheet) -> None:
    """The fields above a message, its writer's among them; the title stands below them."""
    lines = [line for line in sheet.standing() if not line.blank]
    fields = list(takewhile(lambda line: _field(line.text), lines[:LONGEST_HEADER]))
    if len(fields) > 1 and any(_field(line.text) == "mail_sender" for line in fields):
        sheet.leave_out(fields, "e-mail header")
        _covering_note(sheet)


def _field(text: str) -> str | None:
    """Which kind of field of a message's header *text* is; None for no field."""
    for kind in ("mail_sender", "mail_field"):
        end = begins(kind, text)
        if end and text[end:].lstrip(" \u00a0*").startswith(":"):
            return kind
    return None


def _covering_note(sheet: Sheet) -> None:
    """A greeting, and the sentence that says what follows: neither is the release's, nor its title."""
    lines = sheet.standing()
    at = _next_text(lines, 0)
    if at < len(lines) and _is_greeting(lines[at].text):
        sheet.leave_out([lines[at]], "covering note")
        at = _next_text(lines, at + 1)
    if at == len(lines) or not begins("covering_note", lines[at].text):
        return
    note = list(takewhile(lambda line: not line.blank, lines[at : at + LONGEST_NOTE]))
    end = next((number for number, line in enumerate(note, 1) if line.text[-1] in ".:!"), 0)
    sheet.leave_out(note[:end], "covering note")


def _next_text(lines: list[Line], at: int) -> int:
    while at < len(lines) and lines[at].blank:
        at += 1
    return at


def _is_greeting(text: str) -> bool:
    return len(text) <= LONGEST_GREETING and bool(begins("greeting", text)) and text[-1] in ",،:!."
