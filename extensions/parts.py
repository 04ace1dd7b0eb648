"""A split archive: which pages this project builds, and how it links to the others.

``parts.toml`` lists the parts, and the setting ``archive_part`` names the one that is built; where
there is no such file nothing here does anything. A part has the releases of its years and their
list; the first page, the glossary and the other pages of the site are the main project's.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError

from bayan.addresses import Site
from bayan.archive import Shelf
from bayan.languages import load_languages
from bayan.parts import PARTS_FILE, PartsError, load_parts, part_of, year_of_page
from extensions.pages import is_prose, pages_of

ROOT_OF_PART = "releases/index"
"""The first page of a part."""
OF_MAIN = ("index", "glossary")
"""Pages that only the main project has, and to which templates link."""


class SplitError(SphinxError):
    """The archive cannot be split so; the message says what to do."""

    category = "Split archive"


def read_parts(app: Sphinx, config: Config) -> None:
    """Read the list of parts, and make sure that the one to build is among them."""
    path = Path(app.srcdir, config.archive_parts_file)
    try:
        config.archive_parts = load_parts(path)
    except PartsError as error:
        raise SplitError(f"\n{error}") from error
    if not config.archive_part:
        return
    known = [part.name for part in config.archive_parts]
    if config.archive_part not in known:
        raise SplitError(
            f"\nARCHIVE_PART={config.archive_part}: {path} has no such part "
            f"({', '.join(known) or 'there is no such file'}); name one of them, or none for the main project"
        )
    config.root_doc = ROOT_OF_PART


def refuse_other_builders(app: Sphinx) -> None:
    """Let a part build pages alone: in its catalogs all other pages would be missing."""
    if app.config.archive_part and app.builder.format != "html":
        part, name = app.config.archive_part, app.builder.name
        raise SplitError(f"\nARCHIVE_PART={part} is for building HTML; unset it for {name!r}")


def leave_others(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Take the pages that other projects build from those that were found."""
    if not app.config.archive_parts or app.builder.format != "html":
        return []
    years = release_years(env)
    own = app.config.archive_part
    others = {name for name, year in years.items() if part_of(year, app.config.archive_parts) != own}
    pages_of(env).data["elsewhere"] = {} if own else {name: years[name] for name in sorted(others)}
    if own:
        others |= env.found_docs - years.keys() - {ROOT_OF_PART}
    removed.update(others & env.all_docs.keys())
    for found in (env.found_docs, added, changed):
        found.difference_update(others)
    return []


def release_years(env: BuildEnvironment) -> dict[str, int]:
    """The year of each release page that was found, 0 where it is not known."""
    return {
        name: year_of_page(Path(env.doc2path(name)))
        for name in env.found_docs
        if is_prose(name, env.config.prose_pages)
    }


def elsewhere(env: BuildEnvironment) -> dict[str, int]:
    """The release pages that the main project leaves to its parts, with their years."""
    found: dict[str, int] = pages_of(env).data.get("elsewhere", {})
    return found


def years_elsewhere(env: BuildEnvironment) -> dict[int, int]:
    """The years that the main project leaves to its parts, with the numbers of their releases."""
    return dict(sorted(Counter(elsewhere(env).values()).items()))


def site_of(config: Config) -> Site:
    """The site that is built."""
    return Site(config.language, config.html_baseurl, config.archive_part)


def main_address(builder: Builder, name: str, *, at: str) -> str:
    """The link from the page *at* to the page *name* of the main project."""
    site, here = site_of(builder.config), builder.get_target_uri(at)
    return site.in_part("", site.language, builder.get_target_uri(name), at=here)


def year_address(builder: Builder, year: int, *, at: str) -> str:
    """The link from the page *at* to the shelf of *year* in the part that holds it."""
    site, parts = site_of(builder.config), builder.config.archive_parts
    page = builder.get_target_uri(Shelf("year", str(year), ()).page())
    return site.in_part(part_of(year, parts), site.language, page, at=builder.get_target_uri(at))


def sisters(config: Config) -> list[dict[str, Any]]:
    """The other projects of the archive, the newest first: years, and roots of the languages' sites."""
    site, parts = site_of(config), config.archive_parts
    known: list[tuple[str, list[int]]] = [("", [])] if parts else []
    known += [(part.name, [part.first, part.last]) for part in reversed(parts)]
    return [
        {"years": years, "roots": {code: site.in_part(name, code, "", at="x") for code in load_languages()}}
        for name, years in known
        if name != site.part
    ]


def lead_to_main(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Let the templates of a part link to the main project's pages."""
    if not app.config.archive_part:
        return
    own = context["pathto"]

    def pathto(name: str, *arguments: Any, **options: Any) -> str:
        return (
            main_address(app.builder, name, at=pagename)
            if name in OF_MAIN
            else str(own(name, *arguments, **options))
        )

    context["pathto"] = pathto
    context["master_doc"] = context["root_doc"] = OF_MAIN[0]
    context["archive"] = main_address(app.builder, ROOT_OF_PART, at=pagename)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the settings and the choice of pages."""
    app.add_config_value("archive_parts_file", PARTS_FILE, "env", types=(str,))
    app.add_config_value("archive_part", "", "env", types=(str,))
    app.add_config_value("archive_parts", (), "env", types=(tuple,))
    app.connect("config-inited", read_parts, priority=300)
    app.connect("builder-inited", refuse_other_builders, priority=100)
    app.connect("env-get-outdated", leave_others)
    app.connect("html-page-context", lead_to_main, priority=90)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
