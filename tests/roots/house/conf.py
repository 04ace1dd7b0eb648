"""A site of two pages, for tests of the build around it."""

import time
from pathlib import Path

from sphinx.application import Sphinx

project = "House"
extensions = ["myst_parser"]
include_patterns = ["*.md"]


def pause(app: Sphinx, pagename: str, *_: object) -> None:
    """Hold the build before the page that the file names, for as long as a test lets it stand."""
    hold = Path(app.srcdir, "hold")
    while hold.exists() and hold.read_text() == pagename:
        Path(app.srcdir, "held").touch()
        time.sleep(0.05)


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", pause)
