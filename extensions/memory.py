"""Python looks less often for what can be thrown away.

A page is a tree whose nodes know their parents, and thousands of them are kept between reading
and writing. By its own settings Python walks through all of them again and again, to find
next to nothing: an eighth of a build. A build ends before the memory that this costs matters.
"""

from __future__ import annotations

import gc
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

OFTEN = (20_000, 10, 10)
"""New objects before the youngest are looked through; how often before the older, and all."""


def look_less_often(app: Sphinx, config: Config) -> None:
    """Set it for the process that builds."""
    gc.set_threshold(*OFTEN)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the setting."""
    app.connect("config-inited", look_less_often)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
