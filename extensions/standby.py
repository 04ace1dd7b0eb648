"""A build that is made ready beforehand and waits for the word, for `make live`.

To start Python, Sphinx and its extensions, to read the environment of thousands of pages and to
look at each of their files takes longer than to build one of them. None of it depends on the
catalog that somebody is about to save, so it is done before. The word is a line on standard
input, which must be a socket: the build answers there as soon as the pages are written, before
all that follows them.

Only catalogs of pages may change between: whoever gives the word sees to that.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from bayan.files import changed
from bayan.languages import load_languages
from bayan.matching import matcher_for
from bayan.termbase import load_termbase
from extensions.glossary_data import termbase_file
from extensions.pages import pages_of
from extensions.search import finder

WRITTEN = b"written\n"


def wait_for_word(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Wait, and have the pages read whose catalogs changed by then; without a word nothing is built."""
    if not app.config.standby:
        return
    make_ready(app)
    try:
        word = sys.stdin.readline()
    except KeyboardInterrupt:
        word = ""
    if not word:
        raise SystemExit(0)
    docnames[:] = sorted({*docnames, *changed(pages_of(env).catalogs)} & env.found_docs)


def make_ready(app: Sphinx) -> None:
    """Work out what each page of every build asks for."""
    termbase = load_termbase(termbase_file(app.config, app.env))
    for language in load_languages():
        matcher_for(termbase, language)
    finder(app)
    gc.freeze()  # what is here now stays until the end: Python need not look through it again


def tell(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Say that all pages with a source are written, before those without one."""
    if app.config.standby:
        os.write(sys.stdin.fileno(), WRITTEN)
    return iter(())


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the waiting, when all else is ready."""
    app.add_config_value("standby", False, "", types=(bool,))
    app.connect("env-before-read-docs", wait_for_word, priority=1000)
    app.connect("html-collect-pages", tell, priority=0)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
