"""The modules of search, for the browser: each names the others with what they all are today.

A browser keeps what it loaded, for days where a host says nothing. One module of yesterday among those
of today would break the search, so a change of any of them changes the address of each.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from bayan.files import replace_file

STATIC = Path(__file__).resolve().parent.parent / "static/search"
PART = re.compile(r'^import [^"]*"\./([a-z]+\.js)"', re.MULTILINE)
NAMED = re.compile(r'((?:from |import\()"\./[a-z]+\.js)(?=")')


@lru_cache(maxsize=1)
def version() -> str:
    """A digest of all modules."""
    found = hashlib.blake2b(digest_size=4)
    for path in sorted(STATIC.glob("*.js")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def parts_of(*names: str) -> list[str]:
    """The modules with these *names* and all that they import: a page names them to load them at once."""
    found = dict.fromkeys(names)
    for name in names:
        text = (STATIC / name).read_text(encoding="utf-8")
        found |= dict.fromkeys(parts_of(*PART.findall(text)))
    return list(found)


def write_modules(app: Sphinx) -> None:
    """Put the modules into the site; by ``html_static_path`` they would be copied as they are."""
    if app.builder.format != "html":
        return
    for path in sorted(STATIC.glob("*.js")):
        text = NAMED.sub(rf"\1?v={version()}", path.read_text(encoding="utf-8"))
        replace_file(Path(app.outdir, "_static/search", path.name), text)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writing, and the script of every page that loads the modules when they are needed."""
    app.add_config_value("search_version", version(), "html", types=(str,))  # pages name it
    app.connect("builder-inited", write_modules)
    attributes: dict[str, Any] = {"defer": "defer", "data-version": version()}
    app.add_js_file("search.js", **attributes)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
