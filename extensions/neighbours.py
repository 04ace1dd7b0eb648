"""At the foot of a release: the next newer and older one, and the releases related to it.

What a page shows of other pages is worked out once for all, when anything that it
depends on has changed, and only the pages for which it changed are written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from bayan.addresses import Site
from bayan.archive import neighbours, newest_first
from bayan.languages import load_languages
from bayan.related import related
from bayan.release import Release
from extensions.archive_links import crumbs, terms_by_page
from extensions.packed import Packed
from extensions.pages import pages_of
from extensions.release_digests import POINTED, digest_of_all, title_language


@dataclass(frozen=True)
class Pointer:
    """Another release as a link shows it: its page, its title and the title's language."""

    docname: str
    title: str
    language: str


@dataclass(frozen=True)
class Foot:
    """What the foot of a release page shows."""

    newer: Pointer | None
    older: Pointer | None
    related: tuple[Pointer, ...]


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """The pages whose foot is not what it was when they were written."""
    return update_feet(env)


def update_feet(env: BuildEnvironment) -> list[str]:
    """Renew the feet of all release pages; the names of those that changed."""
    pages, state = pages_of(env), digest_of_all(env, POINTED)
    if pages.data.get("feet_state") == state:
        return []
    before: Mapping[str, Foot] = pages.data.get("feet", {})
    releases = {name: release for name, release in pages.releases.items() if name in env.titles}
    pointers = {
        name: Pointer(name, env.titles[name].astext(), title_language(env, name)) for name in releases
    }
    now: Packed[Foot] = Packed()
    now.update(feet(releases, pointers, terms_by_page(env)))
    pages.data["feet"], pages.data["feet_state"] = now, state
    return [name for name, foot in now.items() if before.get(name) != foot]


def feet(
    releases: Mapping[str, Release], pointers: Mapping[str, Pointer], terms: Mapping[str, tuple[str, ...]]
) -> dict[str, Foot]:
    """The foot of every release page."""
    order = newest_first(releases)
    close = related(order, releases, terms)
    dated = neighbours([name for name in order if releases[name].published])
    found = {}
    for name in order:
        newer, older = dated.get(name, (None, None))
        found[name] = Foot(
            newer=pointers[newer] if newer else None,
            older=pointers[older] if older else None,
            related=tuple(pointers[other] for other in close[name]),
        )
    return found


def add_foot(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template of a release page its foot."""
    foot = pages_of(app.env).data.get("feet", {}).get(pagename)
    if foot:
        site, here = Site(app.config.language), app.builder.get_target_uri(pagename)
        context["foot"] = {
            "newer": link(foot.newer, site, app.builder.get_target_uri, here),
            "older": link(foot.older, site, app.builder.get_target_uri, here),
            "related": [link(other, site, app.builder.get_target_uri, here) for other in foot.related],
        }
        release = pages_of(app.env).releases[pagename]
        context["crumbs"] = crumbs(app.builder, at=pagename, release=release)


def link(to: Pointer | None, site: Site, uri: Callable[[str], str], here: str) -> dict[str, Any] | None:
    """A link as the template shows it, in plain text."""
    if to is None:
        return None
    language = load_languages()[to.language] if to.language != site.language else None
    return {
        "address": site.relative(site.language, uri(to.docname), at=here),
        "title": to.title,
        "language": language,
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the feet of release pages."""
    app.connect("env-updated", pages_to_write)
    app.connect("html-page-context", add_foot)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
