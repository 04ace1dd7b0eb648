"""The list "Terms in this release" below each text; the cards beside terms are taken from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from bayan.folding import sort_key
from bayan.languages import load_languages
from bayan.termbase import Term, load_termbase
from extensions.glossary_data import Home, glossary_address, termbase_file, terms_of
from extensions.glossary_entries import AGAINST, language_label

Render = Callable[[str, dict[str, Any]], str]
CARDS = "<!-- cards -->"
"""Stands for the cards in the list, which is else the same on all pages and made once."""


class Cards:
    """Puts the list below a release, and the filter into the glossary; makes each card once a build."""

    def __init__(self) -> None:
        self.ready: dict[tuple[str, str], str] = {}
        self.order: dict[str, int] = {}
        self.list = ""

    def add(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
    ) -> None:
        """Add to the page that is being written."""
        terms, render = terms_of(app.env), app.builder.templates.render
        page = terms.pages.get(pagename)
        if terms.home is None or page is None:
            return
        if pagename == terms.home.docname:
            context["body"] += render("glossary/filter.html", context)
        elif page.links:
            by_id = load_termbase(termbase_file(app.config, app.env)).by_id
            self.order = self.order or readers_order(by_id, app.config.language)
            self.list = self.list or render("glossary/terms.html", {**context, "cards": CARDS})
            cards = cards_of(
                self.ready,
                ids=sorted(
                    {link.term for link in page.links} & self.order.keys(), key=self.order.__getitem__
                ),
                by_id=by_id,
                home=terms.home,
                base=glossary_address(app.builder, terms.home, at=pagename),
                language=app.config.language,
                render=render,
            )
            context["body"] += self.list.replace(CARDS, cards)


def readers_order(by_id: Mapping[str, Term], language: str) -> dict[str, int]:
    """The place of each term in the alphabet of the reader's *language*."""
    ids = sorted(by_id, key=lambda term: sort_key(by_id[term].title(language)[1]))
    return {term: place for place, term in enumerate(ids)}


def cards_of(
    ready: dict[tuple[str, str], str],
    *,
    ids: Iterable[str],
    by_id: Mapping[str, Term],
    home: Home,
    base: str,
    language: str,
    render: Render,
) -> str:
    """The cards of the terms *ids*, in order; *ready* keeps those made before."""
    shown = []
    for term in ids:
        if (term, base) not in ready:
            values = described(by_id[term], home.definitions.get(term, ""), language)
            address = f"{base}#term-{term}"
            ready[term, base] = render("glossary/card.html", {"term": values, "address": address})
        shown.append(ready[term, base])
    return "\n".join(shown)


def described(term: Term, definition: str, language: str) -> dict[str, Any]:
    """What a card shows of *term*, in plain text."""
    own, title = term.title(language)
    return {
        "id": term.id,
        "name": in_words(title, own, language),
        "abbreviation": term.names[own].abbreviation,
        "definition": definition,
        "equivalents": [
            (
                language_label(code, language),
                [in_words(form, code, language) for form in (names.preferred, names.abbreviation) if form],
            )
            for code, names in term.names.items()
            if code != own and names.preferred
        ],
    }


def in_words(text: str, code: str, reader: str) -> dict[str, str]:
    """*text* with its language and direction, where they are not the reader's."""
    if code == reader:
        return {"text": text, "language": "", "direction": "", "kind": ""}
    direction = load_languages()[code].direction
    kind = "" if direction == load_languages()[reader].direction else AGAINST
    return {"text": text, "language": code, "direction": direction, "kind": kind}
