"""What the site knows of terms: where they occur, and where the glossary stands.

A Sphinx domain keeps it, so it is stored with the environment, forgotten with a page and
merged between processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, cast

from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from extensions.packed import Packed


@dataclass(frozen=True)
class Link:
    """A link to set: characters *start* to *end* of run number *run* name *term*."""

    run: int
    start: int
    end: int
    term: str


@dataclass(frozen=True)
class PageTerms:
    """The terms of one page: the links to set, and the anchors of all occurrences by term.

    *runs* counts the runs of text in which they were found. *made_from* is the state of the
    termbase and of the matching that found them; *language* is that of the page's title.
    *by_language* has the terms of the text in each language.
    """

    links: tuple[Link, ...]
    anchors: Mapping[str, tuple[str, ...]]
    runs: int
    made_from: str
    language: str
    by_language: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Home:
    """The glossary page: its name, and the definitions by term as it shows them.

    Where another project has the page, *elsewhere* is its address: absolute, or from this site's root.
    """

    docname: str
    definitions: Mapping[str, str] = field(default_factory=dict)
    elsewhere: str = ""


class TermsDomain(Domain):
    """Data of terms; the names of terms themselves are the standard domain's."""

    name = "terms"
    label = "Terms"
    data_version = 4
    initial_data: ClassVar[dict[str, Any]] = {
        "pages": Packed(), "originals": {}, "places": {}, "homes": {}, "written": {},
    }  # fmt: skip

    @property
    def pages(self) -> Packed[PageTerms]:
        """The terms of each page that has any, or might."""
        return cast(Packed[PageTerms], self.data["pages"])

    @property
    def originals(self) -> dict[str, tuple[str, ...]]:
        """The terms in the original of each of these pages."""
        return cast(dict[str, tuple[str, ...]], self.data["originals"])

    @property
    def places(self) -> dict[str, str]:
        """A digest of what the glossary shows of each of these pages."""
        return cast(dict[str, str], self.data["places"])

    @property
    def homes(self) -> dict[str, Home]:
        """The glossary page by its name; there should be one."""
        return cast(dict[str, Home], self.data["homes"])

    @property
    def written(self) -> dict[str, str]:
        """A digest of what each page last took from other pages, to see a change by."""
        return cast(dict[str, str], self.data["written"])

    @property
    def home(self) -> Home | None:
        """The glossary page, where there is one."""
        return next(iter(self.homes.values()), None)

    def note(self, docname: str, page: PageTerms, source: str) -> None:
        """Keep the terms of a page whose original is in the language *source*."""
        self.pages[docname], self.originals[docname] = page, page.by_language.get(source, ())
        self.places.pop(docname, None)

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for key in self.initial_data:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process learnt of *docnames*."""
        for key in self.initial_data:
            found = otherdata[key]
            self.data[key].update({name: found[name] for name in docnames if name in found})


def glossary_address(builder: Builder, home: Home, *, at: str) -> str:
    """The link from the page *at* to the glossary; empty where that is the page itself."""
    if not home.elsewhere:
        return "" if at == home.docname else builder.get_relative_uri(at, home.docname)
    up = "" if "://" in home.elsewhere else "../" * builder.get_target_uri(at).count("/")
    return up + home.elsewhere


def entry_address(builder: Builder, home: Home, term: str, *, at: str) -> str:
    """The link from the page *at* to the entry of *term*."""
    return f"{glossary_address(builder, home, at=at)}#term-{term}"


def termbase_file(config: Config, env: BuildEnvironment) -> Path:
    """The file of the termbase, below the sources unless its name is absolute."""
    return Path(env.srcdir, config.termbase_file)


def terms_of(env: BuildEnvironment) -> TermsDomain:
    """The terms of *env*."""
    return cast(TermsDomain, env.domains[TermsDomain.name])
