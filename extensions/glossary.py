"""The termbase on the site: entries, links in running text, names for other projects."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from bayan.folding import fold
from bayan.termbase import TermbaseError, load_termbase
from extensions.glossary_cards import Cards
from extensions.glossary_changes import matchers, pages_to_rewrite, state_of
from extensions.glossary_data import (
    Home,
    TermsDomain,
    entry_address,
    glossary_address,
    termbase_file,
    terms_of,
)
from extensions.glossary_downloads import downloads, write_downloads
from extensions.glossary_entries import Reader, definitions, domains, letters
from extensions.glossary_links import find_terms
from extensions.linked_text import set_links
from extensions.pages import pages_of


class GlossaryError(SphinxError):
    """``glossary.toml`` cannot be used."""

    category = "Glossary"


class TermbaseDirective(SphinxDirective):
    """``{termbase}``: all entries by letter; ``{termbase} domains``: links to them by domain;
    ``{termbase} downloads``: links to the termbase for other programs.
    """

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The sections of the page."""
        path = termbase_file(self.config, self.env)
        self.env.note_dependency(path)
        termbase = load_termbase(path)
        source, line = self.get_source_info()
        reader = Reader(self.config.language, source, line)
        if self.arguments == ["domains"]:
            return list(domains(termbase, reader))
        if self.arguments == ["downloads"]:
            return [downloads(self.config.language)]
        terms_of(self.env).homes[self.env.current_document.docname] = Home(self.env.current_document.docname)
        self.note_names()
        return [*letters(termbase, reader)]

    def note_names(self) -> None:
        """Make every name known to ``{term}`` and to other projects."""
        standard = self.env.domains.standard_domain
        noted: set[str] = set()
        for term in load_termbase(termbase_file(self.config, self.env)).terms:
            for name in [form for names in term.names.values() for form in names.linked]:
                if name not in noted:
                    noted.add(name)
                    standard.note_object("term", name, f"term-{term.id}", location=self.get_location())


def check_termbase(app: Sphinx) -> None:
    """Refuse a termbase with faults before anything is read."""
    try:
        load_termbase(termbase_file(app.config, app.env))
    except TermbaseError as error:
        raise GlossaryError(f"\n{error}") from error


def read_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Find the terms of a page that has just been read and translated."""
    docname, terms = app.env.current_document.docname, terms_of(app.env)
    if docname in terms.homes:
        terms.homes[docname] = Home(docname, definitions(doctree))
    elif not any(fnmatchcase(docname, pattern) for pattern in app.config.termbase_pages):
        return
    termbase = load_termbase(termbase_file(app.config, app.env))
    page = find_terms(
        doctree,
        language=app.config.language,
        matcher_of=matchers(termbase),
        made_from=state_of(termbase),
    )
    terms.note(docname, page, pages_of(app.env).source_language(docname))


def link_terms(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Link the terms of a page that is being written."""
    terms, language = terms_of(app.env), app.config.language
    page, home = terms.pages.get(docname), terms.home
    if not page or not home or not page.links:
        return
    address = glossary_address(app.builder, home, at=docname)
    if home.elsewhere:
        page = replace(page, links=tuple(link for link in page.links if link.term in home.definitions))
    if not set_links(doctree, language=language, page=page, address=address):
        # Another extension changed the text after it was read.
        termbase = load_termbase(termbase_file(app.config, app.env))
        page = find_terms(
            doctree, language=language, matcher_of=matchers(termbase), made_from=state_of(termbase)
        )
        set_links(doctree, language=language, page=page, address=address)


def resolve_term(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Resolve ``{term}`` in any spelling that folds to a name of a concept."""
    home = terms_of(env).home
    if not home or (node.get("refdomain"), node.get("reftype")) != ("std", "term"):
        return None
    wanted = fold(node["reftarget"])
    for term in load_termbase(termbase_file(app.config, env)).terms:
        if wanted == term.id or wanted in {
            fold(form) for names in term.names.values() for form in names.linked
        }:
            address = entry_address(app.builder, home, term.id, at=node["refdoc"])
            return nodes.reference("", "", content, internal=True, refuri=address)
    return None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the termbase."""
    app.add_config_value("termbase_file", "glossary.toml", "env", types=(str,))
    app.add_config_value("termbase_pages", ["releases/*/*"], "env", types=(list,))
    app.add_domain(TermsDomain)
    app.setup_extension("extensions.linked_text")
    app.setup_extension("extensions.glossary_places")
    app.add_directive("termbase", TermbaseDirective)
    app.connect("html-page-context", Cards().add)
    app.add_css_file("glossary.css")
    app.add_js_file("glossary.js", defer="defer")
    app.connect("builder-inited", check_termbase)
    app.connect("doctree-read", read_terms, priority=800)
    # Before those who show which terms a page has.
    app.connect("env-updated", pages_to_rewrite, priority=400)
    app.connect("build-finished", write_downloads)
    app.connect("doctree-resolved", link_terms)
    app.connect("missing-reference", resolve_term)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
