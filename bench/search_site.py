"""The sites that search is measured on: the project's own releases among synthetic ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bayan.languages import load_languages
from bench.measure import BenchError
from bench.workspace import ROOT, write_archive

# The native index, for comparison: what extensions.search turns off is left on, and its scripts too.
NATIVE = """
from sphinx.application import Sphinx

extensions.remove("extensions.page_files")


def setup(app: Sphinx) -> None:
    def leave_on(app: Sphinx) -> None:
        app.builder.search = True

    app.connect("builder-inited", leave_on, priority=900)
"""


HOST = "https://bayan.example"


def build_sites(folder: Path, count: int, *, native: bool = False, languages: Sequence[str] = ()) -> Path:
    """Build the sites of *languages*, all by default, with *count* synthetic releases; returns their folder.

    With *native* there is a second set below ``native/`` with Sphinx's own search page.

    :raises BenchError: where a build fails.
    """
    project = prepare(folder, count)
    chosen = languages or tuple(load_languages())
    for language in () if native and languages else chosen:
        _sphinx(project, language, Path("_build/html") / language)
    if native:
        with (project / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(NATIVE)
        (project / "templates" / "search.html").unlink(missing_ok=True)
        for language in chosen:
            _sphinx(project, language, Path("_build/html/native") / language)
    return project / "_build/html"


def build_hosted(folder: Path, count: int, version: str) -> Path:
    """Build as Read the Docs does, each language by itself below ``<language>/<version>/``.

    :raises BenchError: where a build fails, or says a warning.
    """
    project = prepare(folder, count)
    for language in load_languages():
        environment = {
            "READTHEDOCS": "True",
            "READTHEDOCS_LANGUAGE": language,
            "READTHEDOCS_VERSION": version,
            "READTHEDOCS_CANONICAL_URL": f"{HOST}/{language}/{version}/",
        }
        options = ["-T", "-W", "--keep-going", "-q", "-b", "html", "-d", "_build/doctrees"]
        out = f"_build/hosted/{language}/{version}"
        _run(project, language, [*options, "-D", f"language={language}", ".", out], environment)
        shutil.rmtree(project / "_build/doctrees")  # every project of the host has its own
    return project / "_build/hosted"


def prepare(folder: Path, count: int) -> Path:
    """A copy of the project in *folder* with *count* synthetic releases."""
    project = folder / "project"
    copy_project(project)
    if count:
        shutil.copytree(write_archive(count, folder), project, dirs_exist_ok=True)
    return project


def copy_project(place: Path) -> None:
    """Copy the checkout as git knows it, without the tests."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith("tests/") and (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)


def _sphinx(project: Path, language: str, out: Path) -> None:
    options = ["-q", "-b", "html", "-D", f"language={language}", "-d", str(out) + ".doctrees"]
    _run(project, language, [*options, ".", str(out)], {})


def _run(project: Path, language: str, options: Sequence[str], environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "sphinx", *options]
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchError(f"{language} could not be built:\n{done.stdout}{done.stderr}")
