"""Translations for people and programs without catalogs: two-column tables and TMX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bayan.po_text import Entry
from bayan.unseen import deceives

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for an old encoding."""
DANGER = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets take for a formula at the start of a cell; some of them in full width too."""
SEPARATORS = ",;\t"
"""What spreadsheets put between cells; which of them depends on the language that they are set to."""
LOST = re.compile(r"\?{2}")
"""What a spreadsheet puts for Arabic letters that it cannot write, where it saves no Unicode."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class TableError(ValueError):
    """A table cannot be used; the message says why."""


@dataclass(frozen=True)
class Row:
    """One row of a table: the line where it starts, and its two cells."""

    line: int
    source: str
    target: str


def translatable(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a catalog that a table holds: no header, nothing obsolete, no plural, no context."""
    return [entry for entry in entries if is_translatable(entry)]


def is_translatable(entry: Entry) -> bool:
    """Whether the msgid of *entry* tells which message it is, as a row's original must."""
    return bool(entry.msgid) and not entry.obsolete and entry.plural is None and entry.context is None


def to_csv(entries: Iterable[Entry], source: str, target: str) -> str:
    """A table of the entries' messages and translations; its first row names the languages."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([source, target])
    writer.writerows([_safe(entry.msgid), _safe(entry.strings[0])] for entry in translatable(entries))
    return BOM + out.getvalue()


def from_csv(text: str) -> tuple[str, str, list[Row]]:
    """The languages and rows of a table, as any spreadsheet saves it; rows of nothing are left out.

    :raises TableError: where it has no head of two languages, or a row has not two cells.
    """
    text = text.removeprefix(BOM)
    head = text.partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], 1
    try:
        for written in reader:
            cells = _filled(written)
            if line == 1 and len(cells) != 2:
                raise TableError("line 1: the first row must name the two languages, such as fr,ar")
            if len(cells) not in (0, 2):
                raise TableError(
                    f"line {line}: {len(cells)} cells; each row has the original and its translation"
                )
            rows += [Row(line, _plain(cells[0]), _plain(cells[1]))] if cells else []
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"line {line}: not a table of commas: {error}") from error
    if not rows:
        raise TableError("line 1: the first row must name the two languages, such as fr,ar")
    return rows[0].source.strip().lower(), rows[0].target.strip().lower(), rows[1:]


def to_tmx(pairs: Iterable[tuple[str, str]], source: str, target: str) -> bytes:
    """A translation memory (TMX 1.4) of finished *pairs*.

    One with signs that no page would show is left out: some of them no program can read.
    """
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "Bayan", "creationtoolversion": "1", "segtype": "paragraph", "o-tmf": "po",
            "adminlang": "en", "srclang": source, "datatype": "plaintext",
        },
    )  # fmt: skip
    body = ET.SubElement(root, "body")
    for pair in dict.fromkeys(pairs):
        if any(map(deceives, pair)):
            continue
        unit = ET.SubElement(body, "tu")
        for language, text in zip((source, target), pair, strict=True):
            ET.SubElement(ET.SubElement(unit, "tuv", {XML_LANG: language}), "seg").text = text
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def match_rows(rows: Sequence[Row], entries: Sequence[Entry]) -> tuple[dict[str, str], dict[int, str]]:
    """What *rows* bring for *entries*: new translations by msgid, and why others are refused, by line."""
    known = {entry.msgid: entry for entry in translatable(entries)}
    loose = {_loose(msgid): msgid for msgid in known}
    found: dict[str, list[Row]] = {}
    why: dict[int, str] = {}
    for row in rows:
        # Programs turn no-break spaces into plain ones, and take spaces off at the ends.
        msgid = row.source if row.source in known else loose.get(_loose(row.source))
        if msgid is None:
            why[row.line] = "its original is not in the catalog; it changed or was never there"
        elif _is_lost(row.target) and not _is_lost(msgid):
            why[row.line] = "its letters have become question marks; save the table as CSV UTF-8"
        elif row.target.strip() and row.target != known[msgid].strings[0]:
            found.setdefault(msgid, []).append(row)
    for same in found.values():
        if len({row.target for row in same}) > 1:
            lines = f"lines {same[0].line} and {same[-1].line}"
            why |= dict.fromkeys((row.line for row in same), f"{lines} translate the same; keep one of them")
    return {msgid: same[0].target for msgid, same in found.items() if same[0].line not in why}, why


def _filled(cells: list[str]) -> list[str]:
    """*cells* without empty ones at the end that a spreadsheet added; none where nothing is in them."""
    end = len(cells)
    while end > 2 and not cells[end - 1].strip():
        end -= 1
    return cells[:end] if any(map(str.strip, cells)) else []


def _is_lost(text: str) -> bool:
    return bool(LOST.search(text)) and text.count("?") > sum(map(str.isalpha, text))


def _loose(text: str) -> str:
    return " ".join(text.split())


def _safe(cell: str) -> str:
    return f"'{cell}" if _is_danger(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_danger(cell) else cell


def _is_danger(cell: str) -> bool:
    # One that has an apostrophe of its own gets another, or it would come back without any.
    return cell.lstrip("'").startswith(DANGER)
