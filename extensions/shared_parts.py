"""The parts of a page that are the same for many are made once.

Furo asks for the whole navigation, and Sphinx for the address of each style and script,
on every page. A release or a page of the archive stands in no toctree, so for these all
that depends only on how deep the page lies. Without this a fifth of a build goes there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from extensions.pages import pages_of

PARTS = ("toctree", "css_tag", "js_tag")
"""Functions that Sphinx gives to templates."""


class SharedParts:
    """What was made for one page of a depth, kept for the others of the same build."""

    def __init__(self) -> None:
        self.made: dict[tuple[object, ...], object] = {}

    def forget(self, *_: object) -> None:
        """Start anew: the next build of this process may have other pages and files."""
        self.made.clear()

    def once(self, make: Callable[..., object], *place: object) -> Callable[..., object]:
        """*make*, which runs only once for the same arguments at the same *place*."""

        def kept(*arguments: object, **options: object) -> object:
            key = (*place, arguments, tuple(sorted(options.items())))
            if key not in self.made:
                self.made[key] = make(*arguments, **options)
            return self.made[key]

        return kept

    def share(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """Let a page that is in no toctree take over what another of its depth has made."""
        if doctree is None or pagename in pages_of(app.env).releases:
            for name in PARTS:
                context[name] = self.once(context[name], name, context["content_root"])


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the sharing, before the theme asks for the navigation."""
    parts = SharedParts()
    app.connect("builder-inited", parts.forget)
    app.connect("html-page-context", parts.share, priority=100)
    app.connect("build-finished", parts.forget)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
