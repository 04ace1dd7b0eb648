"""A site of two pages, for tests of the build around it."""

import time
from pathlib import Path

from sphinx.application import Sphinx

project = "House"
extensions = ["myst_parser"]
include_patterns = ["*.md"]


def pause(app: Sphinx, pagename: str, *_: object) -> None:
    """Hold the build while it writes, for as long as the test lets the file stand."""
    while pagename == "second" and Path(app.srcdir, "hold").exists():
        Path(app.srcdir, "held").touch()
        time.sleep(0.05)


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", pause)
