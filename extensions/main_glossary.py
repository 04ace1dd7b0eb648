"""The glossary of a part: the main project's, known by its ``objects.inv`` (intersphinx).

A part builds no glossary. Where the entries stand is read from the main project's inventory;
what the cards beside terms say comes from the termbase and its catalogs, which all parts share.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.ext.intersphinx import InventoryAdapter

from bayan.languages import load_languages
from bayan.term_exports import definition_in, read_definitions
from bayan.termbase import Termbase, load_termbase
from extensions.glossary_data import Home, termbase_file, terms_of
from extensions.parts import SplitError, site_of

INVENTORY = "objects.inv"
NAME = "main"
ENTRY = "#term-"
HERE = "index.html"
"""Any page at the root of the part."""


def name_inventory(app: Sphinx, config: Config) -> None:
    """Tell intersphinx where the main project is, before it looks at its settings."""
    site = site_of(config)
    target = site.in_part("", config.language, "", at=HERE)
    config.intersphinx_mapping = {NAME: (target, place_of_inventory(config, target))}


def place_of_inventory(config: Config, target: str) -> str:
    """Where the main project's inventory is: as set, beside the host's address, or built on this machine."""
    if config.archive_inventory:
        return str(config.archive_inventory).replace("{language}", config.language)
    if config.html_baseurl:
        return urljoin(str(config.html_baseurl), target + INVENTORY)
    return f"_build/html/{config.language}/{INVENTORY}"


def find_glossary(app: Sphinx) -> None:
    """Note the main project's glossary as that of this part."""
    items = InventoryAdapter(app.env).main_inventory.get("std:term", {})
    pages = {}
    for item in items.values():
        page, found, term = item.uri.partition(ENTRY)
        if found:
            pages[term] = page
    if not pages:
        (place,) = app.config.intersphinx_mapping[NAME][1][1]
        raise SplitError(
            f"\n{place}: no terms of the main project were found there; build the main project first, or "
            "name its inventory by ARCHIVE_INVENTORY"
        )
    termbase = load_termbase(termbase_file(app.config, app.env))
    shown = shown_definitions(termbase, app.config.language, Path(app.config.translations_dir))
    known = {term: text for term, text in shown.items() if term in pages}
    terms_of(app.env).homes[NAME] = Home(NAME, known, next(iter(pages.values())))


def shown_definitions(termbase: Termbase, language: str, locales: Path) -> Mapping[str, str]:
    """The definitions by term as the glossary shows them in *language*: translated where they are."""
    languages = load_languages()
    translated = read_definitions(locales, languages)
    return {
        term.id: definition_in(term, language, languages, translated) or term.definition
        for term in termbase.terms
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the glossary; conf.py names this extension in a part alone."""
    app.add_config_value("archive_inventory", "", "env", types=(str,))
    app.connect("config-inited", name_inventory, priority=400)
    app.connect("builder-inited", find_glossary, priority=800)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
