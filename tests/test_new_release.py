"""Adding a release: drop the file into ``raw/``, ``make html``, see it in every language."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from bayan.languages import load_languages
from tests.conftest import ROOT
from tests.whole import build_site, copy_project

LANGUAGES = load_languages()
SAMPLE = "013_fr.txt"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built, and built again with a sixth file in ``raw/``."""
    project = copy_project(tmp_path_factory.mktemp("sixth") / "project")
    first = build_site(project)
    assert first.returncode == 0, first.stdout + first.stderr
    shutil.copy(ROOT / "tests/fixtures/samples" / SAMPLE, project / "raw")
    second = build_site(project)
    assert second.returncode == 0, second.stdout + second.stderr
    return project


@pytest.fixture(scope="module")
def added(project: Path) -> str:
    """The new page's path within a language's site."""
    (page,) = (
        path
        for path in (project / "releases").glob("*/*.md")
        if f"raw: {SAMPLE}" in path.read_text(encoding="utf-8")
    )
    return page.relative_to(project).with_suffix(".html").as_posix()


def read(project: Path, language: str, page: str) -> BeautifulSoup:
    text = (project / "_build/html" / language / page).read_text(encoding="utf-8")
    return BeautifulSoup(text, "html5lib")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_page_in_every_language_marked_as_untranslated(
    project: Path, added: str, language: str
) -> None:
    page = read(project, language, added)
    state = "original" if language == "fr" else "none"
    assert page.select_one(f".translation-state-{state}") is not None
    paragraph = page.find(id="p1")
    assert isinstance(paragraph, Tag)
    if language != "fr":
        assert (paragraph.get("lang"), paragraph.get("dir")) == ("fr", "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_in_the_list_of_every_language(project: Path, added: str, language: str) -> None:
    links = read(project, language, "releases/index.html").select(".release-list a.release-title")
    assert f"../{added}" in {str(link["href"]) for link in links}
    assert len(links) == len(list((project / "raw").glob("*.txt")))


def test_nothing_but_the_page_is_new_in_the_tree(project: Path, added: str) -> None:
    before = {path.relative_to(ROOT).as_posix() for path in (ROOT / "releases").rglob("*.md")}
    after = {path.relative_to(project).as_posix() for path in (project / "releases").rglob("*.md")}
    assert after - before == {added.removesuffix(".html") + ".md"}


def test_one_changed_translation_is_read_alone(project: Path) -> None:
    (catalog,) = (project / "locales/ar/LC_MESSAGES/releases/fr").glob("loim-au-koweit-facilite-*.po")
    text = catalog.read_text(encoding="utf-8")
    assert "المرأتان" in text
    catalog.write_text(text.replace("المرأتان", "السيدتان"), encoding="utf-8")
    done = build_site(project, "ar")
    assert "0 added, 1 changed, 0 removed" in done.stdout
    (page,) = (project / "_build/html/ar/releases/fr").glob("loim-au-koweit-facilite-*.html")
    assert "السيدتان" in page.read_text(encoding="utf-8")


def test_a_bad_file_beside_it_is_named_at_the_end_and_the_rest_is_built(project: Path, added: str) -> None:
    (project / "raw" / "empty.txt").touch()
    done: subprocess.CompletedProcess[str] = build_site(project)
    (project / "raw" / "empty.txt").unlink()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("error: raw/empty.txt:1: ")
    assert (project / "_build/html/ar" / added).exists()
    assert build_site(project).returncode == 0
