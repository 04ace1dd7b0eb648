"""What the site knows of its pages: their release, source language and translation.

A Sphinx domain keeps it, so it is stored with the environment, forgotten with a page and
merged between processes. Release pages stand in no toctree: navigation that lists every
release costs time that grows with the square of their number.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, ClassVar, cast

from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from bayan.files import Seen, stamp
from bayan.files import changed as changed_files
from bayan.languages import load_languages
from bayan.release import Release, split_page
from bayan.release_values import ReleaseError
from bayan.review import Review

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Progress:
    """How much of a page is translated, in messages and words, and who reviewed it.

    A message that waits for a translator's word is fuzzy, and not translated.
    """

    translated: int = 0
    total: int = 0
    title_translated: bool = False
    fuzzy: int = 0
    words: int = 0
    translated_words: int = 0
    review: Review | None = None


class PagesDomain(Domain):
    """Data of all pages by their name; it adds no markup."""

    name = "pages"
    label = "Pages"
    data_version = 4
    initial_data: ClassVar[dict[str, Any]] = {
        "releases": {}, "progress": {}, "sources": {}, "catalogs": {}, "lists": {}, "digests": {},
    }  # fmt: skip

    @property
    def releases(self) -> dict[str, Release]:
        """The release that each release page holds."""
        return cast(dict[str, Release], self.data["releases"])

    @property
    def progress(self) -> dict[str, Progress]:
        """The state of translation of each page that is not in the reader's language."""
        return cast(dict[str, Progress], self.data["progress"])

    @property
    def sources(self) -> dict[str, Seen]:
        """Each page's source, and how it looked when it was read."""
        return cast(dict[str, Seen], self.data["sources"])

    @property
    def catalogs(self) -> dict[str, Seen]:
        """Each page's catalog, and how it looked when it was read."""
        return cast(dict[str, Seen], self.data["catalogs"])

    @property
    def lists(self) -> dict[str, bool]:
        """The pages that list releases."""
        return cast(dict[str, bool], self.data["lists"])

    @property
    def digests(self) -> dict[str, tuple[str, str]]:
        """What :mod:`extensions.release_digests` keeps of each release."""
        return cast(dict[str, tuple[str, str]], self.data["digests"])

    def source_language(self, docname: str) -> str:
        """The language that a page was written in: its release's, else the site's."""
        release = self.releases.get(docname)
        return release.language if release else load_languages().site

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for key in self.initial_data:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process learnt of *docnames*."""
        for key in self.initial_data:
            found = otherdata[key]
            self.data[key].update({name: found[name] for name in docnames if name in found})

    def resolve_any_xref(self, *args: Any, **kwargs: Any) -> list[Any]:
        """No link leads to this domain; MyST wants that said."""
        return []


def pages_of(env: BuildEnvironment) -> PagesDomain:
    """The pages of *env*."""
    return cast(PagesDomain, env.domains[PagesDomain.name])


def is_prose(docname: str, patterns: Iterable[str]) -> bool:
    """Whether *patterns*, the setting ``prose_pages``, name the page."""
    return any(fnmatchcase(docname, pattern) for pattern in patterns)


def note_release(app: Sphinx, docname: str, content: list[str]) -> None:
    """Read the front matter of a release page before the page is parsed, and remember its file."""
    path = str(app.env.doc2path(docname))
    pages_of(app.env).sources[docname] = path, stamp(path)
    if is_prose(docname, app.config.prose_pages):
        record_release(app.env, docname, content[0])


def record_release(env: BuildEnvironment, docname: str, text: str) -> None:
    """Keep the release that *text* holds; a page without one is a warning, and shown as it is."""
    try:
        release, _ = split_page(text)
    except ReleaseError as error:
        logger.warning("%s; run the importer again or mend the page", error, location=docname)
        return
    pages_of(env).releases[docname] = release
    env.metadata[docname]["orphan"] = ""


def other_sources(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Pages whose file is another than the one that was read.

    Sphinx looks for newer files alone: it misses a copy from before, and all after the clock was set back.
    """
    return [name for name in changed_files(pages_of(env).sources) if name not in removed]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the domain and the reading of front matter."""
    app.add_config_value("prose_pages", [], "env", types=(list,))
    app.add_domain(PagesDomain)
    app.connect("source-read", note_release)
    app.connect("env-get-outdated", other_sources)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
