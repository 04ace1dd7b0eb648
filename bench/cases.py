"""What is measured: each case is a way to build, each of its stages a row of the table.

Another row is one entry more in :data:`CASES`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from bench import edits, mkdocs
from bench.workspace import ROOT, Site, copy_archive, copy_checkout, copy_stock

Commands = list[list[str]]
COLD = "all languages, cold"


def nothing(site: Site) -> None:
    """Neither an edit nor a check."""


@dataclass(frozen=True)
class Stage:
    """One measured step in a case's copy: what is edited before it, what is run, what must hold after.

    *needs* is a file of the copy without which there is nothing to measure.
    """

    name: str
    commands: Callable[[Site], Commands]
    edit: Callable[[Site], None] = nothing
    check: Callable[[Site], None] = nothing
    needs: str = ""


@dataclass(frozen=True)
class Case:
    """One way to build: how its copy is made, and the stages that follow each other in it.

    *asked_by* is the option without which it is left out.
    """

    name: str
    prepare: Callable[[Site], None]
    stages: tuple[Stage, ...]
    asked_by: str = ""


def build(site: Site) -> Commands:
    """Sphinx, once for each language."""
    return [_sphinx(language) for language in site.languages]


def build_target(site: Site) -> Commands:
    """Sphinx for the language that the edits show in."""
    return [_sphinx(edits.TARGET)]


def _sphinx(language: str) -> list[str]:
    options = ["-q", "-D", f"language={language}", "-d", f"_build/doctrees/{language}"]
    return [sys.executable, "-m", "sphinx", "-b", "html", *options, ".", f"_build/html/{language}"]


def render_only(site: Site) -> Commands:
    """The floor: read, render and write, once for each language."""
    floor = str(ROOT / "bench/floor.py")
    return [[sys.executable, floor, "releases", f"_build/html/{language}"] for language in site.languages]


SPHINX = (
    Stage(COLD, build),
    Stage("nothing changed", build_target),
    Stage("one msgstr", build_target, edits.edit_message, edits.shows_message),
    Stage("one release", build_target, edits.edit_release, edits.shows_release),
)
TERM = Stage("one term", build_target, edits.add_term, edits.shows_term, needs="extensions/glossary.py")

CASES = (
    Case("stock", copy_stock, SPHINX),
    Case("Bayan", copy_checkout, (*SPHINX, TERM)),
    Case("MkDocs Material", mkdocs.prepare, (Stage(COLD, mkdocs.build),), asked_by="mkdocs"),
    Case("floor", copy_archive, (Stage(COLD, render_only),)),
)
