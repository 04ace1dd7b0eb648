"""The header entry of a catalog, kept whole: also the fields that no library knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from babel.messages.pofile import escape

from bayan.po_escape import unescape
from bayan.po_reader import STRING
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
SOURCE = "X-Source-Language"
RAW = ("X-Raw-File", "X-Raw-SHA256")
"""What the page was made from; it stays the same when the page gets another name."""
Identity = tuple[str, str]
Group = tuple[str, list[str]]
"""A line of the header's text, and the lines of the file that it is written in."""


def fields_of(header: Entry) -> dict[str, str]:
    """The fields of the *header* entry in their order."""
    found = ((name_of(line), line.partition(":")[2].strip()) for line in lines_of(header))
    return {name: value for name, value in found if name}


def identity(fields: Mapping[str, str]) -> Identity | None:
    """Name and digest of the raw file of a catalog's page, where its header tells them."""
    name, digest = (fields.get(field, "") for field in RAW)
    return (name, digest) if name and digest else None


def fault(fields: Mapping[str, str], language: str, plurals: str) -> str:
    """What is wrong with the header of a catalog of *language*; empty where nothing is."""
    stated = fields.get("Language", "")
    if stated and re.split(r"[-_@.]", stated)[0].lower() != language:
        return f"its header says Language: {stated[:40]}, its folder says {language}; correct one of the two"
    charset = re.search(r"charset=([\w-]+)", fields.get("Content-Type", ""))
    if charset and charset[1].upper().replace("-", "") not in ("UTF8", "CHARSET"):
        return f"its header says charset={charset[1]}; save the catalog as UTF-8"
    forms = re.search(r"nplurals\s*=\s*(\d+)", fields.get("Plural-Forms", ""))
    wanted = re.search(r"nplurals\s*=\s*(\d+)", plurals)
    if forms and wanted and forms[1] != wanted[1]:
        return f"its header says nplurals={forms[1]}; {language} has nplurals={wanted[1]}; write that"
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
    """*header* with *fields* set, in their places or at its end; its other lines stay as they are.

    A line may be no field at all, such as a word of thanks: that is a translator's work too.
    """
    if not fields:
        return header
    begin, groups = _groups(header)
    missing = dict(fields)
    kept: list[Group] = []
    for text, written in groups:
        name = name_of(text)
        if name in missing:
            kept.append(_group(f"{name}: {missing.pop(name)}"))
        elif name not in fields:  # the same field again would gainsay what has been set
            kept.append((text, written))
    kept += [_group(f"{name}: {value}") for name, value in missing.items()]
    lines = (*header.lines[:begin], 'msgstr ""', *(line for _, written in kept for line in written))
    return replace(header, lines=lines, strings=("".join(f"{text}\n" for text, _ in kept),))


def lines_of(header: Entry) -> list[str]:
    """The lines of the *header*'s text, fields or not; nothing but a line feed ends one."""
    text = header.strings[0]
    return text.removesuffix("\n").split("\n") if text else []


def name_of(line: str) -> str:
    """The name of the field in a *line* of a header's text; empty where it is none."""
    name, colon, _ = line.partition(":")
    return name.strip() if colon else ""


def _groups(header: Entry) -> tuple[int, list[Group]]:
    """Where the header's text begins, and its lines with those of the file, which may wrap them.

    Laid out in a way that no program has, all lines are written anew.
    """
    begin = next(at for at, line in enumerate(header.lines) if line.lstrip().startswith("msgstr"))
    groups: list[Group] = []
    parts: list[str] = []
    for number, line in enumerate(header.lines[begin:]):
        found = STRING.fullmatch(line, line.find('"'))
        part = unescape(found[1]) if found else ""
        if "\n" in part[:-1] or (part and not number):
            return begin, [_group(text) for text in lines_of(header)]
        parts += [part] if number else []
        if part.endswith("\n"):
            end = begin + number + 1
            groups.append(("".join(parts)[:-1], list(header.lines[end - len(parts) : end])))
            parts = []
    return begin, groups + ([_group("".join(parts))] if any(parts) else [])


def _group(text: str) -> Group:
    return text, [f'"{escape(text)[1:-1]}\\n"']
