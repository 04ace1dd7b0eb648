"""What the browser needs to search: rules, names of concepts, languages, and its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sphinx.locale import _, get_translator

from bayan.addresses import Site
from bayan.languages import load_languages
from bayan.search_concepts import Concept
from bayan.search_text import rules_for_browser
from bayan.wording import language_name, locale_of

AT_ROOT = "search.html"


def words_for_browser(
    site: Site, concepts: Iterable[Concept], glossary: tuple[str, Mapping[str, str]]
) -> dict[str, Any]:
    """All of it for the site of one language, as plain JSON data.

    *glossary* is the address of its page, and the definitions by term.
    """
    languages = load_languages()
    return {
        "language": site.language,
        "languages": {
            code: {
                "name": language_name(code, site.language),
                "direction": language.direction,
                "root": site.relative(code, "", at=AT_ROOT),
            }
            for code, language in languages.items()
        },
        "rules": rules_for_browser(),
        "concepts": [[concept.id, concept.names] for concept in concepts],
        "glossary": glossary[0],
        "definitions": dict(glossary[1]),
        "strings": {name: str(sentence) for name, sentence in strings().items()},
        "counts": {name: plural_forms(say, site.language) for name, say in COUNTS.items()},
    }


def strings() -> dict[str, str]:
    """The sentences that search says in the reader's language; {…} is filled in the browser."""
    return {
        "nothing": _("Nothing was found for “{query}”."),
        "results": _("Results"),
        "failed": _("The search index could not be loaded. Try again in a moment."),
        "foundIn": _("Found in the text in {language}"),
        "glossary": _("Glossary"),
        "more": _("Show more results"),
        "all": _("Show all results"),
        "also": _("Also searched: {names}"),
        "exactly": _("Search only for these words"),
        "widely": _("Search for other names too"),
        "nearest": _("Results for the nearest spelling: {words}"),
        "otherNames": _("Other names: {names}"),
        "separator": _(", "),
        "any": _("All"),
        "clear": _("Remove all filters"),
        "country": _("Country"),
        "year": _("Year"),
        "original": _("Original language"),
        "term": _("Term"),
        "state": _("Translation"),
        "state-original": _("Original"),
        "state-whole": _("Translated"),
        "state-part": _("Translated in part"),
        "state-none": _("Not yet translated"),
    }


def found_count(count: int) -> str:
    """How many pages were found, for *count*; the number itself is filled in the browser."""
    return get_translator().ngettext("{count} result", "{count} results", count)


COUNTS: dict[str, Callable[[int], str]] = {"found": found_count}


def plural_forms(say: Callable[[int], str], language: str) -> dict[str, str]:
    """What *say* says for each of CLDR's plural categories of *language*."""
    category = locale_of(language).plural_form
    forms: dict[str, str] = {}
    for count in range(201):
        forms.setdefault(category(count), say(count))
    return forms
