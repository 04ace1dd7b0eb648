"""The termbase for other programs: TBX, CSV, and one gettext glossary for each pair of languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from bayan.catalogs import CatalogError, catalog_path, read_translations
from bayan.languages import Languages
from bayan.prose import ProseError, read_message, visible
from bayan.termbase import Names, Term, Termbase

TBX = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Definitions = Mapping[str, Mapping[str, str]]
"""Definitions by language, then by their English text."""


def exports(termbase: Termbase, languages: Languages, definitions: Definitions) -> dict[str, bytes]:
    """All files by name; the same termbase always gives the same bytes."""
    found = {
        "bayan.tbx": to_tbx(termbase, languages, definitions),
        "bayan.csv": to_csv(termbase, languages, definitions),
    }
    for source in languages:
        for target in languages.targets(source):
            found[f"bayan-{source}-{target}.po"] = to_po(termbase, source, target, definitions)
    return found


def definition_in(term: Term, code: str, languages: Languages, definitions: Definitions) -> str:
    """The definition of *term* in a language; empty where it is not translated."""
    return term.definition if code == languages.site else definitions.get(code, {}).get(term.definition, "")


def to_tbx(termbase: Termbase, languages: Languages, definitions: Definitions) -> bytes:
    """TBX-Basic, the dialect of ISO 30042:2019 that most tools read, in its DCA style."""
    ET.register_namespace("", TBX)
    root = ET.Element(_tbx("tbx"), {"type": "TBX-Basic", "style": "dca", LANG: languages.site})
    about = ET.SubElement(ET.SubElement(root, _tbx("tbxHeader")), _tbx("fileDesc"))
    ET.SubElement(ET.SubElement(about, _tbx("titleStmt")), _tbx("title")).text = "Bayan: termbase"
    ET.SubElement(
        ET.SubElement(about, _tbx("sourceDesc")), _tbx("p")
    ).text = "Terms of press releases on migration and on trafficking in persons"
    body = ET.SubElement(ET.SubElement(root, _tbx("text")), _tbx("body"))
    for term in termbase.terms:
        entry = ET.SubElement(body, _tbx("conceptEntry"), {"id": f"term-{term.id}"})
        _typed(entry, "descrip", "subjectField", termbase.domains[term.domain])
        if term.source:
            _typed(entry, "admin", "source", term.source)
        for code in languages:
            if code in term.names and term.names[code].linked:
                _add_language(
                    entry, code, term.names[code], definition_in(term, code, languages, definitions)
                )
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _tbx(name: str) -> str:
    return f"{{{TBX}}}{name}"


def _typed(parent: ET.Element, name: str, kind: str, text: str) -> None:
    ET.SubElement(parent, _tbx(name), {"type": kind}).text = text


def _add_language(entry: ET.Element, code: str, names: Names, definition: str) -> None:
    section = ET.SubElement(entry, _tbx("langSec"), {LANG: code})
    if definition:
        _typed(section, "descrip", "definition", definition)
    for form, kind, status in forms(names):
        term = ET.SubElement(section, _tbx("termSec"))
        ET.SubElement(term, _tbx("term")).text = form
        _typed(term, "termNote", "termType", kind)
        _typed(term, "termNote", "administrativeStatus", f"{status}-admn-sts")
        if form in names.ours:
            ET.SubElement(term, _tbx("note")).text = "A form of Bayan's own, not seen in print."


def forms(names: Names) -> Iterator[tuple[str, str, str]]:
    """Each name with its kind and its standing, as TBX calls them."""
    if names.preferred:
        yield names.preferred, "fullForm", "preferredTerm"
    if names.abbreviation:
        yield names.abbreviation, "acronym", "admittedTerm"
    for form in names.others:
        yield form, "variant", "admittedTerm"
    for form in names.forbidden:
        yield form, "variant", "deprecatedTerm"


def to_csv(termbase: Termbase, languages: Languages, definitions: Definitions) -> bytes:
    """One row for each concept; UTF-8 with a mark that spreadsheets know it by."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = ("term", "abbreviation", "variants", "not to be used", "definition")
    writer.writerow(
        ["id", "domain", "source", *(f"{column} ({code})" for code in languages for column in columns)]
    )
    for term in termbase.terms:
        row = [term.id, termbase.domains[term.domain], term.source or ""]
        for code in languages:
            names = term.names.get(code, Names())
            row += [names.preferred or "", names.abbreviation or ""]
            row += ["; ".join(names.others), "; ".join(names.forbidden)]
            row.append(definition_in(term, code, languages, definitions))
        writer.writerow([_plain_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _plain_cell(cell: str) -> str:
    """*cell* so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def to_po(termbase: Termbase, source: str, target: str, definitions: Definitions) -> bytes:
    """A gettext glossary: Weblate takes it as a glossary component, Poedit as a translation memory.

    The context is the concept's id, the comment what it means.
    """
    catalog = Catalog(locale=target, project="Bayan: termbase", charset="utf-8", fuzzy=False)
    catalog.header_comment = f"# Bayan: names of concepts, from {source} to {target}."
    for term in termbase.terms:
        if source not in term.names or target not in term.names:
            continue
        here, there = term.names[source], term.names[target]
        told = definitions.get(source, {}).get(term.definition) or term.definition
        for form, match in ((here.preferred, there.preferred), (here.abbreviation, there.abbreviation)):
            if form and match:
                context = term.id if form == here.preferred else f"{term.id} (abbreviation)"
                catalog.add(form, match, auto_comments=[told], context=context)
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=True)
    return _header(source, target).encode() + out.getvalue()


def _header(source: str, target: str) -> str:
    """A header without a date, so that nothing changes where no term did."""
    lines = (
        "Project-Id-Version: Bayan: termbase",
        f"Language: {target}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"X-Source-Language: {source}",
    )
    quoted = "".join(f'"{line}\\n"\n' for line in lines)
    return f'# Bayan: names of concepts, from {source} to {target}.\nmsgid ""\nmsgstr ""\n{quoted}\n'


def read_definitions(locales: Path, languages: Languages) -> dict[str, dict[str, str]]:
    """The translated definitions, from the catalogs of the glossary page that can be read."""
    found = {}
    for code in languages.targets(languages.site):
        try:
            messages = read_translations(catalog_path(locales, code, "glossary"), code)
        except CatalogError:  # the page's own translation says which line is wrong
            messages = {}
        told = {msgid: told_in(message.msgstr) for msgid, message in messages.items()}
        found[code] = {msgid: text for msgid, text in told.items() if text}
    return found


def told_in(msgstr: str) -> str:
    """What a reader sees of a translated definition; empty where the site refuses it."""
    try:
        return visible(read_message(msgstr))
    except ProseError:
        return ""
