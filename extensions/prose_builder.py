"""The builder of the HTML sites reads a page of prose with settings that all of them share.

For each page Sphinx makes a parser of command-line options with some seventy entries, reads
``docutils.conf``, and sets the directives and roles of all domains in place. Prose knows none
of them, so all its pages have the same settings, and a twentieth of a build is saved.
"""

from __future__ import annotations

import time
from copy import copy
from functools import cached_property
from typing import Any

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from docutils.readers.standalone import Reader
from docutils.transforms import Transform
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxTransformer
from sphinx.util.docutils import LoggingReporter, sphinx_domains

from extensions.pages import is_prose
from extensions.prose import ProseParser
from extensions.prose_steps import NEEDED, is_needed


class ProseHTMLBuilder(StandaloneHTMLBuilder):
    """Sphinx's ``html`` builder, for sites that are mostly prose."""

    @cached_property
    def prose_settings(self) -> Values:
        """Docutils' settings of all pages of prose."""
        settings = get_default_settings(Reader, ProseParser)
        vars(settings).update(self.env.settings)
        return settings

    @cached_property
    def prose_steps(self) -> list[type[Transform]]:
        """The transforms that have something to do on a page of prose."""
        known = dict.fromkeys([*NEEDED, *self.env.app.registry.get_transforms()])
        return [step for step in known if is_needed(step)]

    def read_doc(self, docname: str, *, _cache: bool = True) -> None:
        """Read the page *docname* and keep it as a document tree."""
        if not is_prose(docname, self.config.prose_pages):
            super().read_doc(docname, _cache=_cache)
            return
        env = self.env
        env.prepare_settings(docname)
        env.note_dependency(self.confdir / "docutils.conf")
        document = self._read_prose(docname)
        env.all_docs[docname] = time.time_ns() // 1_000
        env.current_document = type(env.current_document)()
        env.ref_context.clear()
        self.write_doctree(docname, document, _cache=_cache)

    def _read_prose(self, docname: str) -> nodes.document:
        path = self.env.doc2path(docname)
        content = [path.read_text(encoding="utf-8-sig")]
        settings = copy(self.prose_settings)
        settings._source = str(path)
        reporter = LoggingReporter(str(path), settings.report_level, settings.halt_level, settings.debug)
        document = nodes.document(settings, reporter, source=str(path))
        document.note_source(str(path), -1)
        document.transformer = SphinxTransformer(document)
        document.transformer.add_transforms(self.prose_steps)
        with sphinx_domains(self.env):  # intersphinx sets roles in place, which leave with these
            self.events.emit("source-read", docname, content)
        ProseParser().parse(content[0], document)
        document.current_source = document.current_line = None
        document.transformer.apply_transforms()
        return document


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder in the place of Sphinx's own."""
    app.add_builder(ProseHTMLBuilder, override=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
