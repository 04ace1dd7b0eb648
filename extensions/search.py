"""Searching: a Pagefind index of this language's pages, made inside the build.

Sphinx's own index is off: it knows no Arabic, its one file grows with the archive, and
loading and writing it is the largest part of an incremental build. Each page that is written
leaves a staged copy of keys; after the build the copies become the index, and only where
one of them changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.locale import _
from sphinx.util import logging

from bayan.files import replace_file
from bayan.search_concepts import Finder, load_finder
from bayan.search_index import SearchIndexError
from bayan.search_pages import staged_page
from bayan.search_staging import index, index_later, is_indexed, leave_words, stage, unstage
from extensions.glossary_data import terms_of
from extensions.pages import pages_of
from extensions.parts import main_address, sisters, site_of
from extensions.search_blocks import search_page
from extensions.search_modules import parts_of, version
from extensions.search_words import words_for_browser

logger = logging.getLogger(__name__)
FOLDER = "pagefind"
PAGE = "search"


def turn_native_index_off(app: Sphinx) -> None:
    """Build no native index, and no page that would search it."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def staging(app: Sphinx) -> Path:
    """The folder of the staged pages."""
    return Path(app.doctreedir) / "search"


def finder(app: Sphinx) -> Finder:
    """Finds the concepts of the site's termbase."""
    return load_finder(Path(app.srcdir, app.config.termbase_file))


def stage_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave the keys of a page that is being written; pages without a text of their own have none."""
    if doctree is not None and app.builder.name == "html":
        stage_text(app.env, pagename, doctree, staging(app), finder(app))


def stage_text(
    env: BuildEnvironment, docname: str, doctree: nodes.document, folder: Path, concepts: Finder
) -> None:
    """Stage the text of *doctree* in *folder*, with the *concepts* that it names."""
    pages = pages_of(env)
    release, progress = pages.releases.get(docname), pages.progress.get(docname)
    page = search_page(doctree, env.config.language, release, progress)
    if page.blocks:
        stage(folder, docname, staged_page(page, concepts))


def restage(env: BuildEnvironment, folder: Path, concepts: Finder) -> None:
    """Stage all pages anew, where the names that they are searched by changed; none is written for it."""
    for docname in sorted(env.found_docs):
        stage_text(env, docname, env.get_doctree(docname), folder, concepts)


def rules_changed(folder: Path, rules: str) -> bool:
    """Whether *folder* was staged by other *rules*; from now on it counts as staged by these."""
    return replace_file(folder / "rules", rules)


def begin_staging(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Let a folder that is new count as staged by today's rules, as all that comes into it will be."""
    if app.builder.name == "html" and not staging(app).exists():
        rules_changed(staging(app), finder(app).state)


def collect_search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page of search: a form, and room for what is found."""
    if app.builder.name == "html":
        parts = [f"{name}?v={version()}" for name in parts_of("page.js")]
        known = {"pathto": link_from_search(app), "parts": parts, "version": version()}
        body = app.builder.templates.render("search-page.html", known)
        yield PAGE, {"title": str(_("Search")), "body": body}, "page.html"


def link_from_search(app: Sphinx) -> Callable[[str], str]:
    """What templates call ``pathto``, for the page of search; a part's leads to the main project's pages."""
    return lambda name: main_address(app.builder, name, at=PAGE)


def build_index(app: Sphinx, exception: Exception | None) -> None:
    """Make the index of the staged pages, where they or the words for the browser changed."""
    if exception or app.builder.name != "html":
        return
    if rules_changed(staging(app), finder(app).state):
        restage(app.env, staging(app), finder(app))
    unstage(staging(app), set(app.env.found_docs))
    words = words_for_browser(site_of(app.config), finder(app).concepts, glossary_of(app.env))
    if others := sisters(app.config):
        words["sisters"] = others
    leave_words(staging(app), words)
    index_if_changed(staging(app), Path(app.outdir) / FOLDER, later=app.config.search_index == "later")


def glossary_of(env: BuildEnvironment) -> tuple[str, Mapping[str, str]]:
    """The address of the glossary and its definitions by term, as it shows them; empty without one."""
    home = terms_of(env).home
    return (home.elsewhere or f"{home.docname}.html", home.definitions) if home else ("", {})


def index_if_changed(staged: Path, output: Path, *, later: bool) -> None:
    """Make the index in *output* unless it is of these very pages; *later* by a process that follows."""
    if is_indexed(staged, output):
        return
    if later:
        index_later(staged, output)
        return
    logger.info("indexing for search…")
    try:
        index(staged, output)
    except SearchIndexError as error:
        raise ExtensionError(str(error)) from error


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what search needs of the build."""
    app.add_config_value("search_index", "now", "", types=(str,))  # or "later": for `make live`
    app.connect("builder-inited", turn_native_index_off)
    app.connect("env-before-read-docs", begin_staging)
    app.connect("html-page-context", stage_page)
    app.connect("html-collect-pages", collect_search_page)
    app.connect("build-finished", build_index)
    app.add_css_file("search.css")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
