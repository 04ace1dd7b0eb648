"""Lists of releases: the directive ``release-list``, newest first.

The list is written when the page is, from what the environment knows by then, so a page
that holds one is written again whenever a release came, went or changed its facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from bayan.addresses import Site
from bayan.archive import newest_first
from bayan.languages import load_languages
from bayan.release import Release, digest
from bayan.wording import share_in_words
from extensions.pages import Progress, pages_of
from extensions.parts import years_elsewhere
from extensions.release_digests import LISTED, digest_of_all
from extensions.release_header import facts, skip, translation_state


class release_list(nodes.General, nodes.Element):  # nodes are named as docutils names them
    """Stands where the newest releases are listed; ``limit`` 0 means all."""


class ReleaseList(SphinxDirective):
    """List the releases, newest first; ``:limit:`` says how many at most."""

    option_spec: ClassVar[dict[str, Any]] = {"limit": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        """Leave a node that is filled when the page is written."""
        docname = self.env.docname
        pages_of(self.env).lists[docname] = True
        return [release_list(docname=docname, limit=self.options.get("limit", 0))]


def visit_release_list(self: HTML5Translator, node: release_list) -> None:
    """Write the list through its template."""
    names = newest_first(pages_of(self.builder.env).releases)
    shown = names[: node["limit"] or len(names)]
    rows = list_rows(self.builder, shown, at=node["docname"])
    self.body.append(self.builder.templates.render("release-list.html", {"rows": rows}))
    raise nodes.SkipNode


def list_rows(builder: Builder, names: Iterable[str], *, at: str) -> list[str]:
    """The releases *names* as the list shows each of them on the page *at*, in HTML."""
    pages, language = pages_of(builder.env), builder.config.language
    site, here = Site(language), builder.get_target_uri(at)
    rows = (
        row(
            release=pages.releases[name],
            progress=pages.progress.get(name),
            title=builder.env.titles[name].astext(),
            language=language,
            address=site.relative(language, builder.get_target_uri(name), at=here),
        )
        for name in names
    )
    return [builder.templates.render("release-row.html", shown) for shown in rows]


def row(
    *, release: Release, progress: Progress | None, title: str, language: str, address: str
) -> dict[str, Any]:
    """One release as its template shows it, in plain text."""
    title_in_source = progress is not None and not progress.title_translated
    return {
        **facts(release, language),
        "title": title,
        "title_language": load_languages()[release.language] if title_in_source else None,
        "address": address,
        "state": translation_state(progress),
        "share": share_in_words(progress.translated, progress.total, language) if progress else "",
    }


def lists_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """The pages with lists, where what they list is not what was listed last time."""
    return stale_lists(env)


def stale_lists(env: BuildEnvironment) -> set[str]:
    """All pages with lists if anything listed changed since they were written, else none."""
    pages, now = pages_of(env), listed_state(env)
    before, pages.data["listed"] = pages.data.get("listed"), now
    return set() if before == now else set(pages.lists)


def listed_state(env: BuildEnvironment) -> str:
    """A digest of all that lists show: the releases, and how many of each year other projects have."""
    state, elsewhere = digest_of_all(env, LISTED), years_elsewhere(env)
    return digest(f"{state}{elsewhere}") if elsewhere else state


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the pages to write again."""
    app.add_node(
        release_list,
        html=(visit_release_list, None),
        text=(skip, None),
        latex=(skip, None),
        man=(skip, None),
        texinfo=(skip, None),
    )
    app.add_directive("release-list", ReleaseList)
    app.connect("env-updated", lists_to_write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
