"""Searching: Sphinx's own index is off.

It knows no Arabic, its one file grows with the archive, and loading and writing it is the
largest part of an incremental build.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder


def turn_native_index_off(app: Sphinx) -> None:
    """Build no native index, and no page that would search it."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what search needs of the build."""
    app.connect("builder-inited", turn_native_index_off)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
