"""What machines read: descriptions and JSON-LD in each release page, a feed, a sitemap, a data file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.locale import _

from bayan.addresses import Site
from bayan.archive import newest_first
from bayan.feeds import Entry, atom, sitemap
from bayan.files import replace_file
from bayan.languages import load_languages
from bayan.linked_data import article, record, script_safe, term_set
from bayan.release import Release
from bayan.termbase import load_termbase
from extensions.glossary_data import Home, termbase_file, terms_of
from extensions.pages import pages_of
from extensions.release_digests import title_language

IN_FEED = 50
LEAD = 200


def name_site(app: Sphinx, config: Config) -> None:
    """Let Open Graph call the site what its title says, in the reader's language."""
    config.ogp_site_name = config.html_title


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template of a release page, or of the glossary, what machines read in its head."""
    home = terms_of(app.env).home
    if home and home.docname == pagename:
        context["json_ld"] = script_safe(described_terms(app.builder, home))
    release = pages_of(app.env).releases.get(pagename)
    if release is None or doctree is None:
        return
    lead = lead_of(doctree)
    # sphinxext-opengraph takes these before what it finds itself: the text of both languages.
    context["meta"] = {**(context["meta"] or {}), "og:type": "article", "og:description": lead}
    context["description"] = lead
    context["json_ld"] = script_safe(
        linked(
            release,
            site=Site(app.config.language, app.config.html_baseurl),
            page=app.builder.get_target_uri(pagename),
            title=app.env.titles[pagename].astext(),
            lead=lead,
        )
    )


def described_terms(builder: Builder, home: Home) -> dict[str, Any]:
    """The JSON-LD of the glossary page."""
    site, page = (
        Site(builder.config.language, builder.config.html_baseurl),
        builder.get_target_uri(home.docname),
    )
    return term_set(
        load_termbase(termbase_file(builder.config, builder.env)).terms,
        title=builder.env.titles[home.docname].astext(),
        address=site.absolute(site.language, page) or page,
        language=site.language,
        definitions=home.definitions,
    )


def linked(release: Release, *, site: Site, page: str, title: str, lead: str) -> dict[str, Any]:
    """The page's JSON-LD; addresses are relative where the site's own is not known."""
    own = site.language
    original = site.absolute(release.language, page) or site.relative(release.language, page, at=page)
    return article(
        release,
        title=title,
        lead=lead,
        address=site.absolute(own, page) or page.rsplit("/", 1)[-1],
        original="" if release.language == own else original,
        language=own,
    )


def lead_of(doctree: nodes.document) -> str:
    """The beginning of the first paragraph that the page shows; contacts may stand above the text."""
    shown = (
        node.astext()
        for node in doctree.findall(nodes.paragraph)
        if "original" not in node["classes"] and len(node.astext()) > 40 and not _has_contact(node)
    )
    text = re.sub(r"[ \t\n]+", " ", next(shown, "")).strip()
    return text if len(text) <= LEAD else text[:LEAD].rsplit(" ", 1)[0] + " …"


def _has_contact(paragraph: nodes.paragraph) -> bool:
    links = paragraph.findall(nodes.reference)
    return any(link.get("refuri", "").startswith(("tel:", "mailto:")) for link in links)


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the files when all pages are written."""
    if exception is None and app.builder.format == "html":
        for name, data in files(app.builder).items():
            replace_file(Path(app.outdir, name), data)


def files(builder: Builder) -> dict[str, bytes]:
    """The files for machines by name; a sitemap only where the site's address is known."""
    pages, language = pages_of(builder.env), builder.config.language
    site = Site(language, builder.config.html_baseurl)
    order = [name for name in newest_first(pages.releases) if name in builder.env.titles]
    dated = [name for name in order if pages.releases[name].published]
    feed = atom(
        title=str(_("Bayan: newest releases")),
        author=str(_("Bayan")),
        language=language,
        address=site.absolute(language, "atom.xml") or "atom.xml",
        home=site.absolute(language, "index.html") or "index.html",
        entries=[feed_entry(builder, site, name) for name in dated[:IN_FEED]],
    )
    records = [data_record(builder, name) for name in order]
    data = json.dumps(records, ensure_ascii=False, indent=1).encode()
    found = {"atom.xml": feed, "releases.json": data + b"\n"}
    if site.base:
        found["sitemap.xml"] = sitemap(
            versions(site, builder.get_target_uri(name))
            for name in sorted(builder.env.titles)
            if name not in pages.progress or pages.progress[name].translated
        )  # a page without any translation has its original as canonical address
    return found


def feed_entry(builder: Builder, site: Site, name: str) -> Entry:
    """The release *name* as the feed tells it."""
    page = builder.get_target_uri(name)
    return Entry(
        pages_of(builder.env).releases[name],
        builder.env.titles[name].astext(),
        title_language(builder.env, name),
        site.absolute(site.language, page) or page,
        name,
    )


def data_record(builder: Builder, name: str) -> dict[str, Any]:
    """The release *name* as the data file tells it; an original has nothing to be translated."""
    progress = pages_of(builder.env).progress.get(name)
    return record(
        pages_of(builder.env).releases[name],
        title=builder.env.titles[name].astext(),
        address=builder.get_target_uri(name),
        translated=progress.translated if progress else 0,
        total=progress.total if progress else 0,
    )


def versions(site: Site, page: str) -> list[tuple[str, str]]:
    """The addresses of a page in all languages, the site's own first."""
    others = [code for code in load_languages() if code != site.language]
    found = ((code, site.absolute(code, page)) for code in (site.language, *others))
    return [(code, address) for code, address in found if address]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the descriptions and the files."""
    app.connect("config-inited", name_site)
    app.connect("html-page-context", describe_page, priority=400)
    app.connect("build-finished", write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
