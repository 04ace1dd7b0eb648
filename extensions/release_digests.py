"""For each release digests of what other pages show of it, kept until it is read again.

A build looks at them, and not at all releases, to see which pages must be written anew.
"""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from bayan.release import digest
from extensions.glossary_data import terms_of
from extensions.pages import pages_of

LISTED, POINTED = 0, 1
"""Which of a release's two digests: of what lists show of it, and of what links to it show."""


def title_language(env: BuildEnvironment, docname: str) -> str:
    """The language in which the title of a release stands on this site."""
    pages = pages_of(env)
    progress = pages.progress.get(docname)
    in_source = progress is not None and not progress.title_translated
    return pages.releases[docname].language if in_source else env.config.language


def digest_of_all(env: BuildEnvironment, which: int) -> str:
    """One digest of those of all releases."""
    return digest("\n".join(f"{name} {known[which]}" for name, known in sorted(release_digests(env).items())))


def release_digests(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """The digests of each release that has a page."""
    pages, found = pages_of(env), terms_of(env).originals
    for name, release in pages.releases.items():
        if name not in pages.digests and name in env.titles:
            title, terms = env.titles[name].astext(), found.get(name)
            pages.digests[name] = (
                digest(repr((release, pages.progress.get(name), title, terms))),
                digest(repr((release, title_language(env, name), title, terms))),
            )
    return pages.digests
