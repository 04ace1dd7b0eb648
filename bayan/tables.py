"""Translations for people and programs without catalogs: two-column tables and TMX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bayan.po_text import Entry

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for an old encoding."""
DANGER = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for a formula at the start of a cell."""
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
    """The entries of a catalog that a table holds: no header, nothing obsolete, no plural."""
    return [entry for entry in entries if entry.msgid and not entry.obsolete and entry.plural is None]


def to_csv(entries: Iterable[Entry], source: str, target: str) -> str:
    """A table of the entries' messages and translations; its first row names the languages."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([source, target])
    writer.writerows([_safe(entry.msgid), _safe(entry.strings[0])] for entry in translatable(entries))
    return BOM + out.getvalue()


def from_csv(text: str) -> tuple[str, str, list[Row]]:
    """The languages and rows of a table.

    :raises TableError: where it has no head of two languages, or a row has not two cells.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    try:
        head = next(reader, [])
        if len(head) != 2:
            raise TableError("line 1: the first row must name the two languages, such as fr,ar")
        rows, line = [], reader.line_num + 1
        for cells in reader:
            if len(cells) != 2:
                raise TableError(
                    f"line {line}: {len(cells)} cells; each row has the original and its translation"
                )
            rows.append(Row(line, _plain(cells[0]), _plain(cells[1])))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"line {reader.line_num}: not a table of commas: {error}") from error
    return head[0].strip(), head[1].strip(), rows


def to_tmx(pairs: Iterable[tuple[str, str]], source: str, target: str) -> bytes:
    """A translation memory (TMX 1.4) of finished *pairs*."""
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
        unit = ET.SubElement(body, "tu")
        for language, text in zip((source, target), pair, strict=True):
            ET.SubElement(ET.SubElement(unit, "tuv", {XML_LANG: language}), "seg").text = text
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def match_rows(rows: Sequence[Row], entries: Sequence[Entry]) -> tuple[dict[str, str], list[Row]]:
    """What *rows* bring for *entries*: new translations by msgid, and the rows whose source is gone."""
    known = {entry.msgid: entry for entry in translatable(entries)}
    strange = [row for row in rows if row.source not in known]
    new = {
        row.source: row.target
        for row in rows
        if row.source in known and row.target.strip() and row.target != known[row.source].strings[0]
    }
    return new, strange


def _safe(cell: str) -> str:
    return f"'{cell}" if _is_danger(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_danger(cell) else cell


def _is_danger(cell: str) -> bool:
    # One that has an apostrophe of its own gets another, or it would come back without any.
    return cell.lstrip("'").startswith(DANGER)
