"""The glossary page: one entry for each concept, as nodes that any builder can write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from babel import Locale
from docutils import nodes
from sphinx.locale import _

from bayan.folding import initial, sort_key
from bayan.languages import load_languages
from bayan.termbase import Names, Term, Termbase

AGAINST = "runs-against"
"""The class of a name that runs against its line: torn over two lines it would read from both ends."""


class appears_in(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where the releases with the term ``term`` are listed once all are read."""


@dataclass(frozen=True)
class Reader:
    """Who reads: their language, and where the page's messages come from."""

    language: str
    source: str
    line: int


def entry_title(term: Term, language: str) -> str:
    """The name under which *term* is listed for a reader of *language*."""
    return term.title(language)[1]


def letters(termbase: Termbase, reader: Reader) -> list[nodes.Element]:
    """The index of letters, then a section for each letter with its entries in order."""
    sections = list(letter_sections(termbase, reader))
    index = nodes.bullet_list(classes=["letter-index", "no-terms"])
    for section in sections:
        title = section.next_node(nodes.title)
        link = nodes.reference("", title.astext() if title else "", internal=True, refid=section["ids"][0])
        index += nodes.list_item("", nodes.paragraph("", "", link, translatable=False))
    return [index, *sections]


def letter_sections(termbase: Termbase, reader: Reader) -> Iterator[nodes.section]:
    """A section for each letter of the reader's alphabet."""
    terms = sorted(termbase.terms, key=lambda term: sort_key(entry_title(term, reader.language)))
    for letter, group in groupby(terms, key=lambda term: initial(entry_title(term, reader.language))):
        entries = nodes.definition_list(classes=["termbase"])
        entries += [entry(term, termbase, reader) for term in group]
        title = nodes.title(letter, letter, translatable=False)
        yield nodes.section(
            "", title, entries, ids=[f"letter-{ord(letter):04x}"], classes=["letter"], names=[]
        )


def entry(term: Term, termbase: Termbase, reader: Reader) -> nodes.definition_list_item:
    """The entry of *term*."""
    code, title = term.title(reader.language)
    head = nodes.term("", "", ids=[f"term-{term.id}"], translatable=False)
    head += in_language(title, code, reader.language, "term-name")
    abbreviation = term.names[code].abbreviation
    if abbreviation:
        head += [nodes.Text(" ("), nodes.abbreviation("", abbreviation), nodes.Text(")")]
    link = nodes.reference("", "¶", refid=f"term-{term.id}", internal=True, classes=["headerlink"])
    link["reftitle"] = _("Link to this term")
    head += link
    body = nodes.definition("", definition(term, reader), facts(term, termbase, reader))
    body += appears_in(term=term.id, name=title)
    return nodes.definition_list_item("", head, body, termbase_id=term.id)


def definition(term: Term, reader: Reader) -> nodes.paragraph:
    """The definition, as a message that translators get."""
    paragraph = nodes.paragraph(term.definition, term.definition, classes=["term-definition"])
    paragraph.source, paragraph.line = reader.source, reader.line
    return paragraph


def facts(term: Term, termbase: Termbase, reader: Reader) -> nodes.definition_list:
    """All names of *term*, its domain and its reference."""
    own = term.title(reader.language)[0]
    rows: list[tuple[str, list[nodes.Node]]] = []
    if others := term.names[own].variants:
        rows.append((_("Also called"), list(listed(others, own, reader.language))))
    for code, names in term.names.items():
        if code != own and names.preferred:
            rows.append((language_label(code, reader.language), equivalents(names, code, reader.language)))
    if forbidden := term.names[own].forbidden:
        rows.append((_("Not to be used"), list(listed(forbidden, own, reader.language))))
    place = nodes.reference("", "", internal=True, refid=f"domain-{term.domain}")
    place += message(termbase.domains[term.domain], reader)
    rows.append((_("Domain"), [place]))
    if term.source:
        reference = in_language(term.source, load_languages().site, reader.language, "term-source")
        rows.append((_("Reference"), [reference]))
    return nodes.definition_list("", *(row(*item) for item in rows), classes=["term-facts", "no-terms"])


def row(label: str, value: Iterable[nodes.Node]) -> nodes.definition_list_item:
    """One fact in one line."""
    return fact(label, nodes.paragraph("", "", *value, translatable=False))


def fact(label: str, block: nodes.Element) -> nodes.definition_list_item:
    """One fact; the label is an interface string, not a message of the page."""
    head = nodes.term("", label, translatable=False)
    return nodes.definition_list_item("", head, nodes.definition("", block))


def equivalents(names: Names, code: str, reader: str) -> list[nodes.Node]:
    """The names in another language: the preferred one, its abbreviation, other names."""
    forms = [names.preferred or ""]
    if names.abbreviation:
        forms.append(names.abbreviation)
    first, *rest = listed([*forms, *names.variants], code, reader)
    if isinstance(first, nodes.Element):
        first["classes"].append("preferred")
    return [first, *rest]


def listed(forms: Iterable[str], code: str, reader: str) -> Iterator[nodes.Node]:
    """*forms* one after the other, each in its language."""
    separator = "، " if load_languages()[reader].direction == "rtl" else ", "
    for count, form in enumerate(forms):
        if count:
            yield nodes.Text(separator)
        yield in_language(form, code, reader, "term-form")


def in_language(text: str, code: str, reader: str, name: str) -> nodes.inline:
    """*text* marked as being in the language *code*, where that is not the page's."""
    node = nodes.inline("", text, classes=[name])
    if code != reader:
        node["classes"].append(f"language-{code}")
        node["dir"] = load_languages()[code].direction
        if node["dir"] != load_languages()[reader].direction:
            node["classes"].append(AGAINST)
    return node


def message(text: str, reader: Reader) -> nodes.inline:
    """A short text that translators get as a message of its own."""
    node = nodes.inline(text, text, translatable=True)
    node.source, node.line = reader.source, reader.line
    return node


def language_label(code: str, reader: str) -> str:
    """The name of a language in the reader's own, as CLDR has it."""
    name = Locale(code).get_display_name(reader) or code
    return name[:1].upper() + name[1:]


def domains(termbase: Termbase, reader: Reader) -> Iterator[nodes.section]:
    """A section for each domain, with links to its entries."""
    for domain, name in termbase.domains.items():
        terms = [term for term in termbase.terms if term.domain == domain]
        terms.sort(key=lambda term: sort_key(entry_title(term, reader.language)))
        if not terms:
            continue
        title = nodes.title(name, name)
        title.source, title.line = reader.source, reader.line
        items = nodes.bullet_list("", *(domain_item(term, reader.language) for term in terms))
        items["classes"] = ["domain-terms"]
        yield nodes.section("", title, items, ids=[f"domain-{domain}"], names=[])


def domain_item(term: Term, reader: str) -> nodes.list_item:
    """A link to the entry of *term*."""
    code, title = term.title(reader)
    link = nodes.reference("", "", in_language(title, code, reader, "term-name"), internal=True)
    link["refid"] = f"term-{term.id}"
    return nodes.list_item("", nodes.paragraph("", "", link, translatable=False))


def definitions(document: nodes.document) -> dict[str, str]:
    """The definitions by term as *document* shows them, translated where they are."""
    return {
        item["termbase_id"]: paragraph.astext()
        for item in document.findall(nodes.definition_list_item)
        if "termbase_id" in item
        for paragraph in item.findall(nodes.paragraph)
        if "term-definition" in paragraph["classes"]
    }
