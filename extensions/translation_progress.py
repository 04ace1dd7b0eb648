"""How far translation is: the directive ``translation-progress``, and ``progress.json``.

Each language's site tells its own progress. The denominator is today's template: the
messages that the pages have now, not those that a catalog happens to hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from bayan.addresses import Site
from bayan.archive import newest_first
from bayan.files import replace_file
from bayan.languages import Language, load_languages
from bayan.wording import language_name, number_in_words, share_in_words
from extensions.pages import Progress, pages_of
from extensions.release_header import reviewed, skip

FIGURES = "progress.json"
SHOWN = 100
"""Pages on the progress page, the unfinished ones first; ``progress.json`` has all."""


class translation_progress(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where the progress of translation is shown."""


class TranslationProgress(SphinxDirective):
    """Show how much of the site is translated into the reader's language."""

    def run(self) -> list[nodes.Node]:
        """Leave a node that is filled when the page is written."""
        docname = self.env.docname
        pages_of(self.env).lists[docname] = True
        return [translation_progress(docname=docname)]


def visit_translation_progress(self: HTML5Translator, node: translation_progress) -> None:
    """Write the progress through its template."""
    context = progress_context(self.builder, node["docname"])
    self.body.append(self.builder.templates.render("translation-progress.html", context))
    raise nodes.SkipNode


def progress_context(builder: Builder, at: str) -> dict[str, Any]:
    """What the template shows: the whole, each source language, and the pages, open ones first."""
    pages, language = pages_of(builder.env), builder.config.language
    progress = {name: state for name, state in pages.progress.items() if name in builder.env.titles}
    sources: dict[str, list[Progress]] = {}
    for name, state in progress.items():
        sources.setdefault(pages.source_language(name), []).append(state)
    order = [name for name in newest_first(pages.releases) if name in progress]
    named = [*sorted(progress.keys() - set(order)), *order]
    named.sort(key=lambda name: progress[name].translated == progress[name].total)
    return {
        "whole": figures(progress.values(), language),
        "sources": [
            {"name": language_name(code, language), **figures(states, language)}
            for code, states in sorted(sources.items())
        ],
        "rows": [page_row(builder, name, at=at) for name in named[:SHOWN]],
        "more": number_in_words(len(named) - SHOWN, language) if len(named) > SHOWN else "",
        "pages": number_in_words(len(progress), language),
        "whole_site": all(state.translated == state.total for state in progress.values()),
        "figures_address": "../" * builder.get_target_uri(at).count("/") + FIGURES,
        "elsewhere": other_sites(builder, at),
    }


def other_sites(builder: Builder, at: str) -> list[tuple[Language, str]]:
    """The other languages, each with the address of this very page there.

    A site knows its own progress only: were it to read the catalogs of the others too, one
    edited message would renew all sites.
    """
    language, page = builder.config.language, builder.get_target_uri(at)
    site = Site(language, builder.config.html_baseurl)
    return [
        (other, site.relative(code, page, at=page))
        for code, other in load_languages().items()
        if code != language
    ]


def page_row(builder: Builder, name: str, *, at: str) -> dict[str, Any]:
    """One page as the template shows it."""
    pages, language = pages_of(builder.env), builder.config.language
    source = load_languages()[pages.source_language(name)]
    here, there = builder.get_target_uri(at), builder.get_target_uri(name)
    return {
        "title": builder.env.titles[name].astext(),
        "title_language": None if pages.progress[name].title_translated else source,
        "address": Site(language).relative(language, there, at=here),
        "review": reviewed(pages.progress[name], language),
        **figures([pages.progress[name]], language),
    }


def figures(states: Iterable[Progress], language: str) -> dict[str, Any]:
    """The sums of *states*: as numbers in words, and the share of words for the bar."""
    known = list(states)
    sums = {
        key: sum(getattr(state, key) for state in known)
        for key in ("translated", "total", "fuzzy", "words", "translated_words")
    }
    untranslated = sums["total"] - sums["translated"] - sums["fuzzy"]
    return {
        **{key: number_in_words(value, language) for key, value in sums.items()},
        "untranslated": number_in_words(untranslated, language),
        "reviewed": number_in_words(sum(state.review is not None for state in known), language),
        "bar": sums["translated_words"] * 100 // sums["words"] if sums["words"] else 100,
        "share": share_in_words(sums["translated_words"], sums["words"], language),
    }


def records(progress: Mapping[str, Progress]) -> list[dict[str, Any]]:
    """Every page's figures, for programs."""
    return [
        {
            "page": name,
            "messages": state.total,
            "translated": state.translated,
            "fuzzy": state.fuzzy,
            "words": state.words,
            "translated_words": state.translated_words,
            "reviewed": state.review.date if state.review else None,
        }
        for name, state in sorted(progress.items())
    ]


def write_figures(app: Sphinx, exception: Exception | None) -> None:
    """Write ``progress.json`` when all pages are written."""
    if exception is None and app.builder.format == "html":
        data = {"language": app.config.language, "pages": records(pages_of(app.env).progress)}
        replace_file(Path(app.outdir, FIGURES), json.dumps(data, indent=1) + "\n")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the file."""
    app.add_node(
        translation_progress,
        html=(visit_translation_progress, None),
        text=(skip, None),
        latex=(skip, None),
        man=(skip, None),
        texinfo=(skip, None),
    )
    app.add_directive("translation-progress", TranslationProgress)
    app.connect("build-finished", write_figures)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
