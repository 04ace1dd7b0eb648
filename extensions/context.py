"""Templates that tell translators what each message is.

Sphinx's own gettext builder passes on the text of messages and their lines alone. This one
takes its place, so that ``-b gettext`` gives each message its kind, its anchor on the page
and the terms in it, for Poedit and Weblate to show. It writes only what has changed, and
nothing that changes by itself (dates, line numbers).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.util.nodes import extract_messages

from bayan.files import replace_file
from bayan.matching import Matcher, matcher_for
from bayan.po_header import RAW, SOURCE
from bayan.po_template import Wanted, template_text
from bayan.release import digest
from bayan.termbase import Termbase, load_termbase
from extensions.context_notes import PageNotes
from extensions.interface_template import interface_template
from extensions.pages import pages_of

RULES = "1"
"""Raised when the notes are made by other rules, so that all templates are written again."""
INTERFACE = "sphinx"
ALSO = "stands in other places of the page too"


class TemplateBuilder(MessageCatalogBuilder):
    """Writes one template for each page, and one for the interface."""

    def get_outdated_docs(self) -> set[str]:
        """The pages that are newer than their template; all where the termbase has changed."""
        if read(self.stamp) != self.made_from:
            return set(self.env.found_docs)
        return {name for name in self.env.found_docs if self._is_outdated(name)}

    def _is_outdated(self, docname: str) -> bool:
        try:
            return self.env.doc2path(docname).stat().st_mtime_ns > self.template(docname).stat().st_mtime_ns
        except OSError:
            return True

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write the templates of the pages *docnames*."""
        for docname in sorted(docnames):
            path = self.template(docname)
            if not replace_file(path, self._text(docname)):
                os.utime(path)  # so that it is not taken for older than its page

    def _text(self, docname: str) -> str:
        pages = pages_of(self.env)
        release, language = pages.releases.get(docname), pages.source_language(docname)
        raw = dict(zip(RAW, (release.raw, release.raw_sha256), strict=True)) if release else {}
        notes = PageNotes(release, self._matcher(language))
        source = self.env.doc2path(docname, base=False)
        messages = wanted(self.env.get_doctree(docname), notes, Path(source).as_posix())
        return template_text(messages, {SOURCE: language, **raw})

    def finish(self) -> None:
        """Write the template of the interface, and remove those of pages that are gone."""
        replace_file(self.template(INTERFACE), interface_template(Path(self.confdir)))
        for path in Path(self.outdir).rglob("*.pot"):
            name = path.relative_to(self.outdir).with_suffix("").as_posix()
            if name not in self.env.found_docs and name != INTERFACE:
                path.unlink()
        replace_file(self.stamp, self.made_from)

    def template(self, docname: str) -> Path:
        """The file of the template *docname*."""
        return Path(self.outdir, f"{docname}.pot")

    @property
    def stamp(self) -> Path:
        """The file that says what the templates were made from."""
        return Path(self.outdir, ".made-from")

    @cached_property
    def termbase(self) -> Termbase | None:
        """The terms, where the project has a termbase."""
        path = Path(self.srcdir, self.config.termbase_file)
        return load_termbase(path) if path.is_file() else None

    @cached_property
    def made_from(self) -> str:
        """A digest of what all templates depend on, beside their pages."""
        return digest(f"{RULES} {read(Path(self.srcdir, self.config.termbase_file))}")

    def _matcher(self, language: str) -> Matcher | None:
        return matcher_for(self.termbase, language) if self.termbase else None


def read(path: Path) -> str:
    """The text of *path*; empty where there is no such file."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def wanted(doctree: nodes.document, notes: PageNotes, place: str) -> Iterator[Wanted]:
    """Each message of a page once, with the notes of the place where it stands first."""
    messages: dict[str, Wanted] = {}
    for node, msgid in extract_messages(doctree):
        found = list(notes.notes(node, msgid))
        if msgid in messages:
            found = [ALSO]  # a label of the glossary may stand in a hundred places
        messages.setdefault(msgid, Wanted(msgid)).note(place, found)
    return iter(messages.values())


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder of templates."""
    app.add_builder(TemplateBuilder, override=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
