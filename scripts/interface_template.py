"""The template of the interface catalogs: our strings and the theme's, by Babel's extraction."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import furo
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from bayan.files import replace_file
from bayan.interface import THEME_STRINGS

ROOT = Path(__file__).resolve().parent.parent
THEME = Path(furo.__file__).parent / "theme" / "furo"
METHODS = {".html": "jinja2.ext:babel_extract", ".py": "python"}
# Parts of the theme that no page of ours uses.
UNUSED = {"genindex.html", "domainindex.html", "search.html", "rtd-versions.html", "variant-selector.html",
          "view-this-page.html", "edit-this-page.html"}  # fmt: skip


def write_interface_template(path: Path) -> bool:
    """Write the template to *path*; whether that changed it."""
    catalog = Catalog(project="Bayan", version="1", charset="utf-8", fuzzy=False)
    for message, place, line in strings():
        catalog.add(message, locations=[(place, line)] if place else ())
    buffer = BytesIO()
    write_po(buffer, catalog, width=76, omit_header=False)
    # The moment of extraction would make every run a change.
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    return replace_file(path, "".join(line for line in lines if "POT-Creation-Date" not in line))


def strings() -> Iterator[tuple[str | tuple[str, ...], str, int]]:
    """Each string with the file and line where it stands; the file is empty outside the project."""
    for folder in (ROOT / "templates", ROOT / "extensions"):
        for file in sorted(folder.rglob("*")):
            yield from found(file, file.relative_to(ROOT).as_posix())
    for file in sorted(THEME.rglob("*.html")):
        if file.name not in UNUSED:
            yield from found(file, "")
    yield from ((string, "", 0) for string in THEME_STRINGS)


def found(file: Path, place: str) -> Iterator[tuple[str | tuple[str, ...], str, int]]:
    """The strings of one file."""
    method = METHODS.get(file.suffix)
    if method:
        options = {"trimmed": "true", "silent": "false"} if method.startswith("jinja2") else {}
        for line, message, _, _ in extract_from_file(method, file, options=options):
            yield message, place, line
