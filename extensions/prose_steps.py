"""Steps of Sphinx that have nothing to do on a page of prose are left out there.

Some seventy transforms of Docutils, Sphinx and MyST each walk through every page for what
prose cannot hold: substitutions, footnotes, figures, code, references by name. The parser of
prose makes what the page needs, so only a few of them are let at it.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import DoctreeReadEvent
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.transforms.references import SphinxDomains

from extensions.pages import is_prose

FOREIGN = ("docutils.", "myst_parser.", "sphinx.")
NEEDED = (DoctreeReadEvent, SphinxDomains)


def keep_needed_steps(document: nodes.document) -> None:
    """Leave only those transforms of a *document* of prose that have something to do on it."""
    steps = document.transformer.transforms
    steps[:] = [step for step in steps if step[1] in NEEDED or not step[1].__module__.startswith(FOREIGN)]


class Hide(SphinxPostTransform):
    """Put the text of a page of prose aside while Sphinx looks for references to resolve."""

    default_priority = 0
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Hide the text of the page that is being written."""
        if is_prose(self.env.current_document.docname, self.config.prose_pages):
            self.document["hidden"], self.document.children = self.document.children, []


class Show(SphinxPostTransform):
    """Put the text back in its place."""

    default_priority = 999
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Show the text of the page that is being written."""
        if "hidden" in self.document:
            self.document.children = self.document.attributes.pop("hidden")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what is left out when a page is written; the parser leaves out what it can itself."""
    app.add_post_transform(Hide)
    app.add_post_transform(Show)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
