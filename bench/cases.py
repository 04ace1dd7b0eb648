"""What is measured: each case is a way to build, each of its stages a row of the table.

Another row is one entry more in :data:`CASES`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from bench import edits, linking, mkdocs
from bench.workspace import ROOT, Site, copy_archive, copy_checkout, copy_stock

Commands = list[list[str]]
ONE, COLD = "one language from nothing", "all languages from nothing"


def nothing(site: Site) -> None:
    """Neither an edit nor a check."""


@dataclass(frozen=True)
class Stage:
    """One measured step in a case's copy: what is edited before it, what is run, what must hold after.

    One that *continues* counts the cost and the pages of the stage before it as its own. *needs* is a
    file of the copy without which there is nothing to measure.
    """

    name: str
    commands: Callable[[Site], Commands]
    edit: Callable[[Site], None] = nothing
    check: Callable[[Site], None] = nothing
    continues: bool = False
    needs: str = ""


@dataclass(frozen=True)
class Case:
    """One way to build: how its copy is made, and the stages that follow each other in it.

    *asked_by* is the option without which it is left out, *least* how many releases it needs.
    """

    name: str
    prepare: Callable[[Site], None]
    stages: tuple[Stage, ...]
    asked_by: str = ""
    least: int = 0

    def until(self, last: str) -> Case:
        """The case without the stages behind the one named *last*; whole where it has none."""
        names = [stage.name for stage in self.stages]
        return replace(self, stages=self.stages[: names.index(last) + 1]) if last in names else self


def build_target(site: Site) -> Commands:
    """Sphinx for the language that the edits show in."""
    return [_sphinx(edits.TARGET)]


def build_others(site: Site) -> Commands:
    """Sphinx for each of the other languages."""
    return [_sphinx(language) for language in site.languages if language != edits.TARGET]


def build_with_links(site: Site) -> Commands:
    """Sphinx for one language, without the archive's pages by term, which are no links in a text."""
    return [_sphinx(edits.TARGET, "-D", "archive_by_term=0")]


def build_without_links(site: Site) -> Commands:
    """The same, with no page whose terms are linked."""
    return [_sphinx(edits.TARGET, "-D", "archive_by_term=0", "-D", "termbase_pages=")]


def _sphinx(language: str, *more: str) -> list[str]:
    options = ["-q", "-D", f"language={language}", "-d", f"_build/doctrees/{language}", *more]
    return [sys.executable, "-m", "sphinx", "-b", "html", *options, ".", f"_build/html/{language}"]


def render_only(site: Site) -> Commands:
    """The floor: read, render and write, once for each language."""
    floor = str(ROOT / "bench/floor.py")
    return [[sys.executable, floor, "releases", f"_build/html/{language}"] for language in site.languages]


def make_html(site: Site) -> Commands:
    """What `make html` runs: the import, then all languages, two at a time."""
    return [[sys.executable, "-m", "scripts.build"]]


def import_raw(site: Site) -> Commands:
    """The importer alone."""
    return [[sys.executable, "scripts/import_releases.py"]]


def update_catalogs(site: Site) -> Commands:
    """What `make catalogs` runs."""
    return [[sys.executable, "scripts/catalogs.py"]]


def update_stock_catalogs(site: Site) -> Commands:
    """The same by Sphinx and sphinx-intl."""
    extract = [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", ".", "_build/gettext"]
    languages = [option for language in site.languages for option in ("-l", language)]
    update = [
        sys.executable,
        "-m",
        "sphinx_intl",
        "update",
        "-p",
        "_build/gettext",
        "-d",
        "locales",
        *languages,
    ]
    return [extract, update]


def forget_pages(site: Site) -> None:
    """Remove the pages of the releases, which then come from the raw texts."""
    for language in site.languages:
        shutil.rmtree(site.folder / "releases" / language, ignore_errors=True)


BUILD = (
    Stage(ONE, build_target),
    Stage(COLD, build_others, continues=True),
    Stage("nothing changed", build_target),
    Stage("one msgstr", build_target, edits.edit_message, edits.shows_message),
    Stage("one release", build_target, edits.edit_release, edits.shows_release),
)
TERM = Stage("one term", build_target, edits.add_term, edits.shows_term, needs="extensions/glossary.py")
FIRST, AGAIN = "catalogs, templates from nothing", "catalogs, nothing changed"
MAKE = (
    Stage("import from nothing", import_raw, forget_pages),
    Stage("import, nothing changed", import_raw),
    Stage("make html from nothing", make_html),
    Stage("make html, nothing changed", make_html),
    Stage(FIRST, update_catalogs),
    Stage(AGAIN, update_catalogs),
)
LINKS = (
    Stage(linking.LINKED, build_with_links, linking.add_concepts),
    Stage(linking.PLAIN, build_without_links, linking.forget_build),
)
STOCK_CATALOGS = (Stage(FIRST, update_stock_catalogs), Stage(AGAIN, update_stock_catalogs))

CASES = (
    Case("stock", copy_stock, (*BUILD, *STOCK_CATALOGS)),
    Case("Bayan", copy_checkout, (*BUILD, TERM)),
    Case("Bayan, all tasks", copy_checkout, MAKE),
    Case("Bayan, 500 concepts", copy_checkout, LINKS, least=100),  # fewer hold no names for so many
    Case(
        "MkDocs Material",
        mkdocs.prepare,
        (Stage(COLD, mkdocs.build),),
        asked_by="mkdocs",
    ),
    Case("floor", copy_archive, (Stage(COLD, render_only),)),
)
