"""What joins the languages' sites: the switch, alternates for machines, the canonical address."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from bayan.addresses import Site, folders_of
from bayan.languages import Languages, load_languages
from extensions.pages import Progress, pages_of


def set_base_address(app: Sphinx, config: Config) -> None:
    """Derive this language's address from ``site_url``, where the host gave none of its own."""
    if config.site_url and not config.html_baseurl:
        folders = "/".join((config.site_url.rstrip("/"), *folders_of(config.archive_part), config.language))
        config.html_baseurl = f"{folders}/"
        config.ogp_site_url = config.html_baseurl


def add_addresses(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the page's template its switch of languages and its addresses."""
    pages = pages_of(app.env)
    context.update(
        page_addresses(
            site=Site(app.config.language, app.config.html_baseurl),
            languages=load_languages(),
            page=app.builder.get_target_uri(pagename),
            source=pages.source_language(pagename),
            progress=pages.progress.get(pagename),
        )
    )


def page_addresses(
    *, site: Site, languages: Languages, page: str, source: str, progress: Progress | None
) -> dict[str, Any]:
    """The variables that the templates need to join the languages.

    The canonical address of a page without any translation is the source language's: it
    shows the same text.
    """

    def address(code: str) -> str:
        return site.absolute(code, page) or site.relative(code, page, at=page)

    original = source if progress is not None and not progress.translated else site.language
    return {
        "base_path": urlsplit(site.base).path,
        "switch": [
            (language, site.relative(language.code, page, at=page)) for language in languages.values()
        ],
        "alternates": [
            *((code, address(code)) for code in languages),
            ("x-default", address(languages.site)),
        ],
        "pageurl": address(original),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the addresses."""
    app.add_config_value("site_url", "", "html", types=(str,))
    app.connect("config-inited", set_base_address)
    app.connect("html-page-context", add_addresses)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
