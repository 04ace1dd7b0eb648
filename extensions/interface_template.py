"""The template of the interface catalogs: our strings and the theme's, by Babel's extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import furo
from babel.messages.extract import extract_from_file

from bayan.interface import PLACEHOLDER, THEME_STRINGS
from bayan.languages import load_languages
from bayan.po_header import SOURCE
from bayan.po_template import Wanted, template_text

THEME = Path(furo.__file__).parent / "theme" / "furo"
METHODS = {".html": "jinja2.ext:babel_extract", ".py": "python"}
# Parts of the theme that no page of ours uses.
UNUSED = {"genindex.html", "domainindex.html", "search.html", "rtd-versions.html", "variant-selector.html",
          "view-this-page.html", "edit-this-page.html"}  # fmt: skip
NAMED = re.compile(r"%\(\w+\)")


def interface_template(root: Path) -> str:
    """The text of the template; *root* is the project's folder."""
    messages: dict[str, Wanted] = {}
    for text, place in strings(root):
        singular, plural = (text, None) if isinstance(text, str) else (text[0], text[1])
        wanted = messages.setdefault(singular, Wanted(singular))
        wanted.plural = wanted.plural or plural
        wanted.note(place, notes(singular))
        wanted.flags = ["python-format"] if NAMED.search(singular) else []
    return template_text(messages.values(), {SOURCE: load_languages().site})


def notes(text: str) -> list[str]:
    """What a translator has to know about an interface string."""
    placeholders = PLACEHOLDER.findall(text)
    keep = [f"keep as it stands: {' '.join(dict.fromkeys(placeholders))}"] if placeholders else []
    return ["text of the interface", *keep]


def strings(root: Path) -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Each string with the file where it stands; the file is empty outside the project."""
    for folder in (root / "templates", root / "extensions"):
        for file in sorted(folder.rglob("*")):
            yield from ((text, file.relative_to(root).as_posix()) for text in found(file))
    for file in sorted(THEME.rglob("*.html")):
        if file.name not in UNUSED:
            yield from ((text, "") for text in found(file))
    yield from ((string, "") for string in THEME_STRINGS)


def found(file: Path) -> Iterator[str | tuple[str, ...]]:
    """The strings of one file."""
    method = METHODS.get(file.suffix)
    if method:
        options = {"trimmed": "true", "silent": "false"} if method.startswith("jinja2") else {}
        for _, message, _, _ in extract_from_file(method, file, options=options):
            yield message
