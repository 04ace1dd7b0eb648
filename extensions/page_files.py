"""Each page loads the styles and scripts that it uses, and no other.

Sphinx links every file on every page. A first visit should stay light: colours of code
where there is no code weigh more than the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

USED_BY = {
    "pygments.css": ('class="highlight',),
    "glossary.css": ("term-link", "termbase"),
    "glossary.js": ("term-link", "termbase"),
    "views.js": ("view-switch",),
    "citations.js": ('class="citation"',),
    # The theme's style for extensions and hosts' boxes that this site does not have.
    "styles/furo-extensions.css": (),
    # Sphinx's own scripts serve its search and its keys; ours do without.
    "doctools.js": (),
    "documentation_options.js": (),
    "sphinx_highlight.js": (),
}
"""Files below ``_static``, each with what stands in the text of a page that uses it."""
LISTS = ("css_files", "script_files")


def leave_out(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Take the files that the page does not use from what its template links."""
    body = context.get("body", "")
    for name in LISTS:
        context[name] = used(context.get(name, []), body)


def used(files: Sequence[Any], body: str) -> list[Any]:
    """Those of *files* that a page with the text *body* uses."""
    found = []
    for file in files:
        marks = USED_BY.get(str(getattr(file, "filename", file)).removeprefix("_static/"))
        if marks is None or any(mark in body for mark in marks):
            found.append(file)
    return found


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the choice of files, when the text of the page is complete."""
    app.connect("html-page-context", leave_out, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
