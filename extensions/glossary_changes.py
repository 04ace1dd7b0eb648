"""What a changed termbase, or a changed page, means for the other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from bayan.matching import Matcher, matcher_for
from bayan.termbase import Termbase, load_termbase
from extensions.glossary_data import TermsDomain, termbase_file, terms_of
from extensions.glossary_links import find_terms
from extensions.pages import pages_of

MATCHING = "2"
"""Raised when the matching changes, so that old pages are looked through again."""


def state_of(termbase: Termbase) -> str:
    """What decides which terms are found."""
    return f"{MATCHING} {termbase.digest}"


def matchers(termbase: Termbase) -> Callable[[str], Matcher]:
    """The matcher of each language."""
    return lambda language: matcher_for(termbase, language)


def pages_to_rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages that would show old terms, definitions or places if they were left as they are."""
    termbase = load_termbase(termbase_file(app.config, env))
    renew_terms(env, termbase=termbase, language=app.config.language)
    terms = terms_of(env)
    # Where no term and no definition changed, only pages that were read again can need another.
    shared, changed = _digest(state_of(termbase), terms.home), []
    seen = set(terms.written) if terms.data.get("shared") == shared else set()
    terms.data["shared"] = shared
    names = state_of_names(termbase)
    for docname, digest in needed(terms, titles=env.titles, names=names, seen=seen).items():
        if terms.written.get(docname) != digest:
            terms.written[docname] = digest
            changed.append(docname)
    return changed


def renew_terms(env: BuildEnvironment, *, termbase: Termbase, language: str) -> None:
    """Look through the pages again that were read with another termbase."""
    terms, pages, state = terms_of(env), pages_of(env), state_of(termbase)
    if terms.data.get("made_from") == state:
        return  # and pages that were read since then were read with this one
    for docname, page in list(terms.pages.items()):
        if page.made_from != state:
            found = find_terms(
                env.get_doctree(docname), language=language, matcher_of=matchers(termbase), made_from=state
            )
            terms.note(docname, found, pages.source_language(docname))
            pages.digests.pop(docname, None)
    terms.data["made_from"] = state


def state_of_names(termbase: Termbase) -> dict[str, str]:
    """A digest of each term's names, which pages that link to it show."""
    return {
        term.id: repr([(code, names.preferred, names.abbreviation) for code, names in term.names.items()])
        for term in termbase.terms
    }


def needed(
    terms: TermsDomain,
    *,
    titles: Mapping[str, nodes.title],
    names: Mapping[str, str],
    seen: AbstractSet[str] = frozenset(),
) -> dict[str, str]:
    """For each page that is not *seen* a digest of all that it takes from the glossary or other pages.

    The glossary itself is never left out.
    """
    home = terms.home
    told = home.definitions if home else {}
    shown = {term: _digest(name, told.get(term)) for term, name in names.items()}
    found = {}
    for docname in terms.pages:
        if docname in seen and not (home and docname == home.docname):
            continue
        links = terms.pages[docname].links
        cards = [(link.run, link.start, link.end, link.term, shown.get(link.term)) for link in links]
        found[docname] = _digest(home.docname if home else "", cards)
    if home and not home.elsewhere:
        found[home.docname] = _digest(found.get(home.docname, ""), state_of_places(terms, titles))
    return found


def state_of_places(terms: TermsDomain, titles: Mapping[str, nodes.title]) -> list[tuple[str, str]]:
    """For each page a digest of what the glossary shows of it: its title and where it has which terms."""
    for name in terms.pages.keys() - terms.places.keys():
        terms.places[name] = _digest(titles[name].astext(), terms.pages[name].anchors)
    return sorted(terms.places.items())


def _digest(*values: object) -> str:
    return sha256(repr(values).encode()).hexdigest()[:16]
