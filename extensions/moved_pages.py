"""Addresses that go on to another page: releases of the parts of a split archive, the first page of a part.

A release keeps its address when its year becomes a part: the main project has a small page there.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder

from bayan.content_policy import scripts_of, with_policy
from bayan.languages import load_languages
from bayan.parts import part_of
from bayan.search_staging import stage_bytes
from extensions.parts import ROOT_OF_PART, elsewhere, site_of

TEMPLATE = "moved.html"
ADDRESS = "address-of-the-page"


def write_moved(app: Sphinx, exception: Exception | None) -> None:
    """Write the pages when all others are written."""
    if exception is None and app.builder.name == "html" and app.config.archive_parts:
        page = moved_page(app.builder)
        for name, address in moved(app.builder).items():
            stage_bytes(Path(app.outdir, name), page.replace(ADDRESS, escape(address)).encode())


def moved(builder: Builder) -> dict[str, str]:
    """The pages that are elsewhere, each with the address that it leads to."""
    site, uri, parts = site_of(builder.config), builder.get_target_uri, builder.config.archive_parts
    if site.part:
        return {"index.html": uri(ROOT_OF_PART)}
    return {
        uri(name): site.in_part(part_of(year, parts), site.language, uri(name), at=uri(name))
        for name, year in elsewhere(builder.env).items()
    }


def moved_page(builder: Builder) -> str:
    """A page that leads to ``ADDRESS``; of many such pages all else is the same."""
    values = {"entry": load_languages()[builder.config.language], "address": ADDRESS}
    text = builder.templates.render(TEMPLATE, values)
    return with_policy(text, scripts_of([text]))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writing of these pages."""
    app.connect("build-finished", write_moved)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
