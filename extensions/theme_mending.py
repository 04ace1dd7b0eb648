"""What Furo's templates hard-code, put right in the finished page.

Furo writes no ``dir``, and seven of its labels can be translated by no catalog, since
its templates hold them as plain text. Copies of the templates would go stale with the
theme; replacing the few fixed strings does not, and a test asserts that each still
stands in the installed theme.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from sphinx.application import Sphinx
from sphinx.locale import _

HARD_CODED = (
    'aria-label="Toggle site navigation sidebar"',
    'aria-label="Toggle table of contents sidebar"',
    'aria-label="Toggle Light / Dark / Auto color theme"',
    "<title>Menu</title>",
    "<title>Contents</title>",
    "<title>Expand</title>",
    "<title>Light mode</title>",
    "<title>Dark mode</title>",
    "<title>Auto light/dark, in light mode</title>",
    "<title>Auto light/dark, in dark mode</title>",
)
"""Furo's fixed English strings, as they stand in its templates."""
MAIN = ('<article role="main" id="furo-main-content">', "</article>")
"""What stands around the page's text; ``<main>`` goes around it, which says the same to machines."""
TEXT = re.compile(r'(?<=[">])[^<>"]+(?=["<])')


def mend(html: str, direction: str) -> str:
    """The page *html* with its direction on ``<html>`` and the fixed strings translated."""
    html = html.replace("<html ", f'<html dir="{direction}" ', 1)
    start, end = MAIN
    before, found, rest = html.partition(start)
    text, _end, after = rest.rpartition(end)
    if found:
        html = f'{before}<main id="furo-main-content"><article>{text}</article></main>{after}'
    for fixed in HARD_CODED:
        html = html.replace(fixed, TEXT.sub(lambda found: escape(str(_(found[0]))), fixed))
    return html


def add_mending(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let ``page.html`` mend what the theme wrote."""
    context["mend"] = mend


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the mending."""
    app.connect("html-page-context", add_mending)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
