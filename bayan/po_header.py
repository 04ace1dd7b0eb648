"""The header entry of a catalog, kept whole: also the fields that no library knows."""

from __future__ import annotations

import ast
import re

HEADER = re.compile(r'^msgid ""\nmsgstr ""\n((?:"(?:[^"\\\n]|\\.)*"\n)*)', re.M)
DEFAULTS = {
    "Project-Id-Version": "Bayan",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "",
    "Language-Team": "",
}
FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}


def read_header(text: str) -> dict[str, str]:
    """The header fields of the catalog *text* in their order; empty where it has no header."""
    found = HEADER.search(text)
    if not found:
        return {}
    whole = "".join(str(ast.literal_eval(line)) for line in found[1].splitlines())
    fields = (line.partition(":") for line in whole.splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, _, value in fields}


def with_header(text: str, fields: dict[str, str]) -> str:
    """The catalog *text* with *fields* as its header."""
    lines = "".join(f'"{name}: {_quoted(value)}\\n"\n' for name, value in fields.items())
    return HEADER.sub(lambda _: f'msgid ""\nmsgstr ""\n{lines}', text, count=1)


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def fields_for(old: dict[str, str], *, language: str, source: str, plurals: str) -> dict[str, str]:
    """The header of a catalog: all that *old* says, completed by what tools need to know.

    :param plurals: the ``Plural-Forms`` of *language*, in gettext's notation.
    """
    needed = {"Language": language, **FIXED, "Plural-Forms": plurals, "X-Source-Language": source}
    return {**(old or DEFAULTS), **{name: old.get(name, value) for name, value in needed.items()}}
