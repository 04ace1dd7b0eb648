"""All checks of one catalog, with the line of each finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel.messages.catalog import Message

from bayan.catalogs import CatalogError, read_catalog, read_text
from bayan.checks.pair import Finding, Kind, Pair, error
from bayan.checks.run import check_pair
from bayan.languages import load_languages
from bayan.po_header import fields_of
from bayan.unseen import printable

PLACE = re.compile(r"(?:.*/)?(?P<language>[\w-]+)/LC_MESSAGES/(?P<name>.+)\.po")
RELEASE = re.compile(r"releases/(?P<source>[\w-]+)/[^/]+")


@dataclass(frozen=True)
class Report:
    """One line of output: where, how bad, and what to do."""

    path: Path
    line: int
    severity: Literal["error", "warning"]
    check: str
    message: str

    def __str__(self) -> str:
        # A catalog could hold lines and codes that a terminal or a build service obeys.
        place = printable(str(self.path))
        return f"{place}:{self.line}: {self.severity}: {printable(self.message)}"


@dataclass(frozen=True)
class Plan:
    """What a catalog translates: the languages, and what kind of text."""

    source: str
    target: str
    kind: Kind


def check_catalog(path: Path) -> Iterator[Report]:
    """All that is wrong in the catalog *path*, in the order of its lines."""
    try:
        plan = plan_of(path)
        catalog = read_catalog(path, plan.target)
    except CatalogError as fault:
        yield broken(path, str(fault))
        return
    reports = [
        Report(path, message.lineno or 1, one.severity, one.check, one.message)
        for message in catalog
        if message.id and not message.fuzzy
        for one in check_message(message, plan)
    ]
    yield from sorted(reports, key=lambda report: report.line)


def broken(path: Path, fault: str) -> Report:
    """The report of a catalog that cannot be read; *fault* is ``file:line: what``."""
    found = re.match(r"(?s)(.*?):(\d+): (.*)", fault.removeprefix(str(path)))
    line, what = (int(found[2]), found[3]) if found else (1, fault)
    return Report(path, line, "error", "catalog", " ".join(what.split()))


def plan_of(path: Path) -> Plan:
    """What *path* translates, by its header and the folder that it is in.

    :raises CatalogError: where neither says which languages, or they disagree.
    """
    header, languages = _header(path), load_languages()
    place = PLACE.fullmatch(path.absolute().as_posix())
    name = place["name"] if place else ""
    release = RELEASE.fullmatch(name)
    target = place["language"] if place else _code(header.get("Language", ""))
    source = _code(header.get("X-Source-Language", "")) or (release["source"] if release else "")
    source = source or (languages.site if place else "")
    for field, code in (("Language", target), ("X-Source-Language", source)):
        if code not in languages:
            known = ", ".join(languages)
            raise CatalogError(f"{path}:1: its header has no {field} of languages.toml ({known}); add it")
    if source == target:
        raise CatalogError(f"{path}:1: source and target are both {source}; mend X-Source-Language")
    if release and release["source"] != source:
        raise CatalogError(f"{path}:1: X-Source-Language is {source}, its folder says {release['source']}")
    if name == "sphinx":
        return Plan(source, target, "interface")
    own = bool(place and not release) or (not place and source == languages.site)
    return Plan(source, target, "page" if own else "release")


def _code(language: str) -> str:
    return language.replace("-", "_").split("_")[0]


def _header(path: Path) -> dict[str, str]:
    """The header fields.

    :raises CatalogError: where *path* is not an ordinary file, or not a catalog.
    """
    header = read_text(path).header
    return fields_of(header) if header else {}


def check_message(message: Message, plan: Plan) -> Iterator[Finding]:
    """The findings on one entry; none where it is not translated."""
    if isinstance(message.id, str):
        if isinstance(message.string, str) and message.string:
            yield from check_pair(Pair(plan.source, plan.target, message.id, message.string, plan.kind))
        return
    strings = message.string if isinstance(message.string, tuple | list) else ()
    forms = [form for form in strings if form]
    if forms and len(forms) < len(strings):
        yield error("structure", "some of its plural forms are empty; fill in all of them")
    for form in forms:
        yield from check_pair(Pair(plan.source, plan.target, message.id[-1], form, plan.kind, plural=True))
