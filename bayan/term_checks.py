"""What is wrong in ``glossary.toml``, and in which line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from bayan.folding import ARABIC_LETTER, LATIN_LETTER, words
from bayan.languages import Languages
from bayan.unseen import deceives

TERM_KEYS = {"id", "domain", "definition", "source"}
NAME_LISTS = ("variants", "ours", "matched", "forbidden")
NAME_KEYS = {"preferred", "abbreviation", "context", *NAME_LISTS}
CONTEXT_LISTS = ("after", "not_after", "not_before", "with", "without")
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)

Fault = tuple[int, str]


class Lines:
    """Finds the line of a value: TOML's reader keeps none."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.starts = {
            kind: [number for number, line in enumerate(self.lines) if re.match(rf"\[\[{kind}\]\]", line)]
            for kind in ("term", "domain")
        }
        self.tables = sorted(line for starts in self.starts.values() for line in starts)

    def find(self, kind: str, index: int, *needles: str) -> int:
        """The line (from 1) in table *index* where *needles* follow one another, else its first."""
        starts = self.starts[kind]
        if index >= len(starts):
            return 1
        at = starts[index]
        following = bisect_right(self.tables, at)
        end = self.tables[following] if following < len(self.tables) else len(self.lines)
        for needle in needles:
            for number in range(at, end):
                if needle in self.lines[number]:
                    at = number
                    break
        return at + 1


def check_termbase(data: Mapping[str, Any], text: str, languages: Languages) -> Iterator[Fault]:
    """All faults of the parsed file *data*, whose text is *text*."""
    lines = Lines(text)
    for key, tables in data.items():
        if key not in ("term", "domain"):
            yield _line_of(text, key), f"unknown key {key!r}; the file holds [[domain]] and [[term]] tables"
        elif not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            yield _line_of(text, key), f"{key} must be a table in double brackets: [[{key}]]"
            return
    domains = set()
    for index, entry in enumerate(data.get("domain", [])):
        if set(entry) != {"id", "name"} or not _texts(list(entry.values())):
            yield lines.find("domain", index), "a [[domain]] has the texts id and name, and no other key"
        elif not IDENTIFIER.fullmatch(entry["id"]):
            yield lines.find("domain", index, "id"), "id must be lower-case ASCII words joined by hyphens"
        else:
            domains.add(entry["id"])
    ids: dict[str, int] = {}
    forms: dict[tuple[str, str], tuple[str, int]] = {}
    for index, entry in enumerate(data.get("term", [])):
        yield from _check_term(entry, index, lines, languages, domains)
        yield from _check_id(entry, lines.find("term", index, "id"), ids)
        yield from _check_forms(entry, index, lines, languages, forms)


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\[*{re.escape(key)}\b", line):
            return number
    return 1


def _check_id(entry: Mapping[str, Any], line: int, ids: dict[str, int]) -> Iterator[Fault]:
    term_id = entry.get("id")
    if not isinstance(term_id, str) or not IDENTIFIER.fullmatch(term_id):
        yield line, f"id must be lower-case ASCII words joined by hyphens; got {term_id!r}"
    elif term_id in ids:
        yield line, f"the id {term_id!r} stands in line {ids[term_id]} already; choose another"
    else:
        ids[term_id] = line


def _check_term(
    entry: Mapping[str, Any], index: int, lines: Lines, languages: Languages, domains: set[str]
) -> Iterator[Fault]:
    for key in entry:
        if key not in TERM_KEYS and key not in languages:
            known = ", ".join([*sorted(TERM_KEYS), *languages])
            yield lines.find("term", index, key), f"unknown key {key!r}; known are {known}"
    if entry.get("domain") not in domains:
        line = lines.find("term", index, "domain")
        yield line, f"domain {entry.get('domain')!r} is none of the [[domain]] tables"
    if not _texts([entry.get("definition")]):
        yield lines.find("term", index, "definition"), "definition is missing, or holds hidden characters"
    if "source" in entry and entry["source"] != "" and not _texts([entry["source"]]):
        yield lines.find("term", index, "source"), "source must be a text without hidden characters"
    tables = {code: entry[code] for code in languages if code in entry}
    for code, names in tables.items():
        yield from _check_names(code, names, index, lines)
    if not any(isinstance(names, dict) and names.get("preferred") for names in tables.values()):
        yield lines.find("term", index), "no language has a preferred form; give at least one"


def _check_names(code: str, names: object, index: int, lines: Lines) -> Iterator[Fault]:
    header = f"[term.{code}]"
    if not isinstance(names, dict):
        yield lines.find("term", index, code), f"{header} must be a table"
        return
    for key, value in names.items():
        line = lines.find("term", index, header, key)
        if key not in NAME_KEYS:
            yield line, f"unknown key {key!r} in {header}; known are {', '.join(sorted(NAME_KEYS))}"
        elif key in NAME_LISTS and not _texts(value):
            yield line, f"{key} must be a list of texts"
        elif key in ("preferred", "abbreviation") and not _texts([value]):
            yield line, f"{key} must be a text that is not empty"
    linked = {form for form in _forms(names) if isinstance(form, str)}
    for context in names.get("context", []):
        line = lines.find("term", index, header, "context", "form")
        named = context.get("form") if isinstance(context, dict) else None
        named = named if isinstance(named, list) else [named]
        if not _texts(named) or not linked.issuperset(named):
            yield line, "context.form must be one of the names of this language"
        elif unknown := sorted(set(context) - {"form", *CONTEXT_LISTS}):
            yield line, f"unknown key {unknown[0]!r} in context; known are form, {', '.join(CONTEXT_LISTS)}"
        elif not all(_texts(context.get(key, [])) for key in CONTEXT_LISTS):
            yield line, "the values of context must be lists of texts"


def _texts(value: object) -> bool:
    """Whether *value* is a list of texts, in none of which anything is hidden."""
    return isinstance(value, list) and all(
        isinstance(item, str) and item.strip() and not deceives(item) for item in value
    )


def _forms(names: Mapping[str, Any]) -> list[Any]:
    """The names that are linked, each once: the preferred form may stand in ``ours`` too."""
    preferred, ours = names.get("preferred"), names.get("ours", [])
    ours = [form for form in ours if form != preferred] if isinstance(ours, list) else []
    others = [names.get(key, []) for key in ("variants", "matched")]
    rest = [form for forms in others if isinstance(forms, list) for form in forms]
    return [form for form in (preferred, names.get("abbreviation"), *rest, *ours) if form]


def form_key(form: str) -> str:
    """What two forms have in common when they are one: folded words, but capitals as they are."""
    if " " not in form and sum(letter.isupper() for letter in form) > 1:
        return form  # an abbreviation is recognized as it is printed
    return " ".join(words(form))


def _check_forms(
    entry: Mapping[str, Any],
    index: int,
    lines: Lines,
    languages: Languages,
    seen: dict[tuple[str, str], tuple[str, int]],
) -> Iterator[Fault]:
    """Forms that stand twice, under two concepts, or in the wrong script."""
    term_id = str(entry.get("id"))
    for code in languages:
        names = entry.get(code)
        if not isinstance(names, dict):
            continue
        forbidden = names.get("forbidden", [])
        for form in filter(lambda form: isinstance(form, str), _forms(names)):
            line = lines.find("term", index, f"[term.{code}]", f'"{form}"')
            if form in forbidden:
                yield line, f"{form!r} is both a name and forbidden; take it out of one"
            if form != names.get("abbreviation") and not _right_script(form, languages[code].direction):
                yield line, f"{form!r} is not written in the script of {code!r}"
            key = (code, form_key(form))
            owner, where = seen.setdefault(key, ("", line))
            if not owner:
                seen[key] = (term_id, line)
            elif owner != term_id:
                yield line, f"{form!r} is a name of {owner!r} too (line {where}); give it to one concept"
            else:
                yield line, f"{form!r} stands twice under {term_id!r}, here and in line {where}; keep one"


def _right_script(form: str, direction: str) -> bool:
    wanted, other = (ARABIC_LETTER, LATIN_LETTER) if direction == "rtl" else (LATIN_LETTER, ARABIC_LETTER)
    return bool(wanted.search(form)) and not other.search(form)
