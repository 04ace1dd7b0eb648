"""A tiny site with the theme and nothing of ours but the extension, if that."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

SOURCE = Path(__file__).resolve().parent / "roots" / "rtl"
EXTENSION = "extensions.rtl"


def build_furo(
    out: Path,
    language: str,
    *,
    builder: str = "html",
    doctrees: Path | None = None,
    parallel: int = 0,
    **settings: Any,
) -> Path:
    """Build the site in *language* below *out*; a warning is an error."""
    overrides = {
        "language": language,
        "html_theme": "furo",
        "html_title": "Title",
        "html_theme_options": {"announcement": "An announcement", "footer_icons": []},
        "extensions": [EXTENSION],
        "numfig": True,
        **settings,
    }
    warnings = io.StringIO()
    translators.clear()  # else the language of an earlier build in this process would show
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            SOURCE, None, out, doctrees or out / ".doctrees", builder,
            confoverrides=overrides, status=None, warning=warnings, freshenv=False, parallel=parallel,
        )  # fmt: skip
        app.build()
    assert not warnings.getvalue(), warnings.getvalue()
    return out
