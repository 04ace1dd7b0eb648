"""The head of a release page: its facts in the reader's words, and the state of translation."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.writers.html5 import HTML5Translator

from bayan.addresses import Site
from bayan.citation import as_download, bibtex, ris
from bayan.languages import load_languages
from bayan.places import place_name
from bayan.release import Release
from bayan.wording import country_name, date_in_words, language_name, share_in_words
from extensions.pages import Progress, pages_of


class release_header(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where the head of the release ``docname`` is shown."""


class PlaceHeader(SphinxTransform):
    """Put the head of a release below its title."""

    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        """Place the header on the page that is being read."""
        docname = self.env.docname
        if docname in pages_of(self.env).releases:
            title = next(iter(self.document.findall(nodes.title)), None)
            if title is not None:
                place_header(title.parent, release_header(docname=docname))


def place_header(section: nodes.Element, header: release_header) -> None:
    """Put *header* below the title of *section*, and below the original title if there is one."""
    second = section.children[1] if len(section.children) > 1 else None
    translated = isinstance(second, nodes.paragraph) and "original-title" in second["classes"]
    section.insert(2 if translated else 1, header)


def visit_release_header(self: HTML5Translator, node: release_header) -> None:
    """Write the header through its template."""
    builder, docname = self.builder, node["docname"]
    pages = pages_of(builder.env)
    context = describe(
        release=pages.releases[docname],
        progress=pages.progress.get(docname),
        language=self.config.language,
        site=Site(self.config.language, self.config.html_baseurl),
        page=builder.get_target_uri(docname),
        title=builder.env.titles[docname].astext(),
        repository=self.config.repository_url,
    )
    self.body.append(builder.templates.render("release-header.html", context))
    raise nodes.SkipNode


def describe(
    *,
    release: Release,
    progress: Progress | None,
    language: str,
    site: Site,
    page: str,
    title: str,
    repository: str,
) -> dict[str, Any]:
    """What the header's template shows; everything in it is plain text, not yet HTML."""
    state = translation_state(progress)
    address = site.absolute(language, page) or page
    name = page.rsplit("/", 1)[-1].removesuffix(".html")
    note = str(_("Unofficial translation by Bayan") if state in ("whole", "part") else "")
    about = {"title": title, "address": address, "note": note, "language": language}
    return {
        **facts(release, language),
        "title": title,
        "note": note,
        "name": name,
        "bibtex": as_download(bibtex(release, name=name, **about)),
        "ris": as_download(ris(release, **about)),
        "publisher": release.publisher,
        "url": release.url,
        "state": state,
        "improve": catalog_address(repository, language, name=page.removesuffix(".html")) if progress else "",
        "review": reviewed(progress, language),
        "share": share_in_words(progress.translated, progress.total, language) if progress else "",
        "original": site.relative(release.language, page, at=page) if progress else "",
        "corrected": notice(release, "corrected", language),
        "withdrawn": notice(release, "withdrawn", language),
    }


def facts(release: Release, language: str) -> dict[str, Any]:
    """Date, place and original language of *release* in the reader's *language*."""
    return {
        "edtf": release.published,
        "date": date_in_words(release.published, language) if release.published else "",
        "places": shown_places(release, language),
        "countries": [country_name(code, language) for code in release.countries],
        "source": load_languages()[release.language],
        "source_name": language_name(release.language, language),
    }


def shown_places(release: Release, language: str) -> list[tuple[str, str, str]]:
    """The places that say more than their country's name: text, and language and direction.

    A place is named as the reader's language does where the gazetteer knows it; else it
    stands as printed, with its language and direction, which are empty otherwise.
    """
    countries = {country_name(code, language) for code in release.countries}
    source = load_languages()[release.language]
    as_printed = ("", "") if release.language == language else (source.code, source.direction)
    shown = []
    for printed in release.places:
        names = (place_name(printed, code, language) for code in release.countries)
        name = next((name for name in names if name), None)
        if (name or printed) not in countries:
            shown.append((name, "", "") if name else (printed, *as_printed))
    return shown


def notice(release: Release, kind: str, language: str) -> dict[str, str] | None:
    """The correction or withdrawal of *release*, with its date in words."""
    found = getattr(release, kind)
    return {"date": date_in_words(found.date, language), "sentence": found.sentence} if found else None


def catalog_address(repository: str, language: str, *, name: str) -> str:
    """Where the catalog of a page is shown; empty where the project's files are shown nowhere."""
    return f"{repository.rstrip('/')}/locales/{language}/LC_MESSAGES/{name}.po" if repository else ""


def reviewed(progress: Progress | None, language: str) -> dict[str, str] | None:
    """Who reviewed the translation and when, in the reader's words; None while it is a draft."""
    if progress is None or progress.review is None:
        return None
    return {"reviewer": progress.review.reviewer, "date": date_in_words(progress.review.date, language)}


def translation_state(progress: Progress | None) -> str:
    """``original``, ``none``, ``part`` or ``whole``."""
    if progress is None:
        return "original"
    if not progress.translated:
        return "none"
    return "whole" if progress.translated == progress.total else "part"


def skip(self: nodes.NodeVisitor, node: nodes.Node) -> None:
    """Leave the header out of other formats than HTML."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the header."""
    app.add_config_value("repository_url", "", "html", types=(str,))
    app.add_node(
        release_header,
        html=(visit_release_header, None),
        text=(skip, None),
        latex=(skip, None),
        man=(skip, None),
        texinfo=(skip, None),
    )
    app.add_transform(PlaceHeader)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
