"""The frame of every page: its text in a ``<main>`` element, and what it may run.

Furo gives its ``<article>`` the role instead, which says the same to screen readers but
not to programs that read pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.theming import Theme

from bayan.content_policy import scripts_of, with_policy
from extensions.rtl.pages import DirectedTemplates

START, END = '<article role="main" id="furo-main-content">', "</article>"


class FramedTemplates(DirectedTemplates):
    """The templates of all pages; the setting ``template_bridge`` names this class."""

    def init(self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None) -> None:
        """Prepare the templates of *builder*."""
        super().init(builder, theme, dirs)
        files = (path for folder in self.pathchain for path in Path(folder).rglob("*.html"))
        self.scripts = scripts_of(path.read_text(encoding="utf-8") for path in files)
        self.more_policy: dict[str, str] = builder.config.content_policy

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """The text that *template* gives."""  # the ignore: as in Sphinx's own class
        page = super().render(template, context)
        return with_policy(with_main(page), self.scripts, self.more_policy) if START in page else page


def with_main(page: str) -> str:
    """*page* with its text in ``<main>``; what is no page of the theme is left alone."""
    before, found, rest = page.partition(START)
    if not found:
        return page
    text, _end, after = rest.rpartition(END)
    return f'{before}<main id="furo-main-content"><article>{text}</article></main>{after}'


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what is added to the policy, by rule: `make live` adds its own script."""
    app.add_config_value("content_policy", {}, "html", types=(dict,))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
