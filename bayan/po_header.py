"""The header entry of a catalog, kept whole: also the fields that no library knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from babel.messages.pofile import escape

from bayan.po_text import Entry

DEFAULTS = {
    "Project-Id-Version": "Bayan",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "",
    "Language-Team": "",
}
FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
LINE_END = '\\n"'
SOURCE = "X-Source-Language"
RAW = ("X-Raw-File", "X-Raw-SHA256")
"""What the page was made from; it stays the same when the page gets another name."""
Identity = tuple[str, str]


def fields_of(header: Entry) -> dict[str, str]:
    """The fields of the *header* entry in their order."""
    lines = (line.partition(":") for line in header.strings[0].splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, _, value in lines}


def identity(fields: Mapping[str, str]) -> Identity | None:
    """Name and digest of the raw file of a catalog's page, where its header tells them."""
    name, digest = (fields.get(field, "") for field in RAW)
    return (name, digest) if name and digest else None


def fault(fields: Mapping[str, str], language: str, plurals: str) -> str:
    """What is wrong with the header of a catalog of *language*; empty where nothing is."""
    stated = fields.get("Language", "")
    if stated and stated.replace("-", "_").split("_")[0] != language:
        return f"its header says Language: {stated[:40]}, its folder says {language}"
    charset = re.search(r"charset=([\w-]+)", fields.get("Content-Type", ""))
    if charset and charset[1].upper().replace("-", "") not in ("UTF8", "CHARSET"):
        return f"its header says charset={charset[1]}; save the catalog as UTF-8"
    forms = re.search(r"nplurals\s*=\s*(\d+)", fields.get("Plural-Forms", ""))
    wanted = re.search(r"nplurals\s*=\s*(\d+)", plurals)
    if forms and wanted and forms[1] != wanted[1]:
        return f"its header says nplurals={forms[1]}; {language} has nplurals={wanted[1]}"
    return ""


def new_header(name: str) -> Entry:
    """An empty header entry, for a catalog into the language called *name*."""
    lines = (f"# {name}: translation of Bayan.", 'msgid ""', 'msgstr ""')
    return with_fields(Entry("", lines, 2, None, "", None, ("",), False), DEFAULTS)


def completed(header: Entry, *, language: str, source: str, plurals: str, raw: Identity | None) -> Entry:
    """*header* with all that tools need to know; what it says already stays as it is.

    :param plurals: the ``Plural-Forms`` of *language*, in gettext's notation.
    :param raw: what the page was made from, where that is known.
    """
    known = fields_of(header)
    lacking = {"Language": language, **FIXED, "Plural-Forms": plurals}
    needed = {name: value for name, value in lacking.items() if not known.get(name)}
    needed |= {SOURCE: source, **(dict(zip(RAW, raw, strict=True)) if raw else {})}
    return with_fields(header, {name: value for name, value in needed.items() if known.get(name) != value})


def with_fields(header: Entry, fields: Mapping[str, str]) -> Entry:
    """*header* with *fields* set, in their places or at its end; its other lines stay as they are."""
    if not fields:
        return header
    known = fields_of(header)
    values = {**known, **fields}
    begin, groups = _groups(header)
    if set(groups) != set(known) or not all(group[-1].endswith(LINE_END) for group in groups.values()):
        groups = {}  # laid out in a way that no program has: all fields are written anew
    for name, value in (fields if groups else values).items():
        groups[name] = [f'"{name}: {escape(value)[1:-1]}{LINE_END}']
    lines = (*header.lines[:begin], 'msgstr ""', *(line for group in groups.values() for line in group))
    text = "".join(f"{name}: {value}\n" for name, value in values.items())
    return replace(header, lines=lines, strings=(text,))


def without_fields(header: Entry) -> Entry:
    """*header* with nothing in it, in as many lines.

    Babel believes what it reads there: a charset, and how many plural forms to make room for.
    """
    begin = next(at for at, line in enumerate(header.lines) if line.startswith("msgid"))
    rest = ['""'] * (len(header.lines) - begin - 2)
    return replace(header, lines=(*header.lines[:begin], 'msgid ""', 'msgstr ""', *rest))


def _groups(header: Entry) -> tuple[int, dict[str, list[str]]]:
    """Where the header's text begins, and the lines of each field; it may be wrapped."""
    begin = next(at for at, line in enumerate(header.lines) if line.startswith("msgstr"))
    groups: dict[str, list[str]] = {}
    name, whole = "", True
    for line in header.lines[begin + 1 :]:
        name = line.strip(' "').partition(":")[0] if whole else name
        groups.setdefault(name, []).append(line)
        whole = line.endswith(LINE_END)
    return begin, groups
