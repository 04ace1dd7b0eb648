"""Furo from right to left: a Sphinx extension for any project with that theme.

It writes ``dir`` on ``<html>``, puts copies of the theme's style sheets that know no left
and right in the place of the installed ones, adds a small sheet for what a rewriting
cannot decide (code stays as it is, arrows turn), and has the labels translated that the
theme's templates hold as plain English.

Setting ``rtl_languages``: the codes of the languages that run from right to left; when it
is left out, the Unicode locale data say which do.
"""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.osutil import relpath

from .pages import DirectedTemplates
from .styles import SHEET, write_styles


def set_template_bridge(app: Sphinx, config: Config) -> None:
    """Have pages written by :class:`DirectedTemplates`, or by a class that the project derived from it."""
    ours = f"{DirectedTemplates.__module__}.{DirectedTemplates.__qualname__}"
    config.template_bridge = config.template_bridge or ours
    if not issubclass(resolve_name(config.template_bridge), DirectedTemplates):
        raise ConfigError(
            f"template_bridge is {config.template_bridge}, which cannot write the direction of pages; "
            f"derive it from {ours}"
        )


def add_styles(app: Sphinx) -> None:
    """Put the rewritten style sheets before the theme's."""
    if app.builder.format != "html":
        return
    folder = relpath(write_styles(Path(app.doctreedir) / "rtl"), app.confdir)
    if folder not in app.config.html_static_path:
        app.config.html_static_path.append(folder)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("rtl_languages", None, "html", types=(list, tuple, set, frozenset, type(None)))
    app.connect("config-inited", set_template_bridge)
    app.connect("builder-inited", add_styles)
    app.add_css_file(SHEET, priority=700)  # after the theme's own, before the project's
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
