"""Unlucky days, in short: kills at work, a full disk, folders that may not be written, two at once.

``bench/soak.py`` has the long form.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import extensions.bilingual
from bayan.catalogs import CatalogText
from bayan.catalogs import read_text as read_catalog_text
from bench.faults import (
    BEGUN,
    WORK,
    Field,
    full_disk,
    harmed,
    kill_runs,
    prepare,
    unfinished,
    without_privilege,
)
from bench.kills import field_folder
from bench.reproducible import compare
from tests.site import Site, make_site

CATALOG = "locales/en/LC_MESSAGES/releases/fr/visite.po"
VISIT = "releases/fr/visite.html"


@pytest.fixture(scope="module", params=WORK)
def trial(request: pytest.FixtureRequest) -> Iterator[Field]:
    """A project in which a command has work to do, for each command."""
    with field_folder() as folder:
        yield prepare(Path(folder), request.param)


def test_a_run_after_a_killed_one_comes_to_the_same_bytes(trial: Field) -> None:
    if trial.work in BEGUN:  # tests/test_catalogs_kills.py has the catalogs
        score = kill_runs(trial, 2)
        assert (score.killed, score.wrong) == (2, [])


def test_a_full_disk_harms_nothing_and_is_told_in_one_line(trial: Field) -> None:
    trial.restore()
    before = trial.files()
    status, errors = trial.run(full_disk(1_500))
    assert status == 1
    if trial.work in ("import", "export"):  # of the others, Sphinx speaks too
        assert errors.startswith("error: ") and errors.count("\n") == 1, errors
        assert "make room on the disk" in errors
    assert [*harmed(trial, before, trial.files()), *unfinished(trial)] == []


@pytest.mark.parametrize(
    ("work", "closed"),
    [("import", "releases/fr"), ("export", "_build"), ("catalogs", "locales/ar/LC_MESSAGES")],
)
def test_a_folder_that_may_not_be_written_is_named_in_one_line(
    work: str, closed: str, tmp_path: Path
) -> None:
    trial = prepare(tmp_path, work)
    trial.restore()
    folders = [trial.project / closed]
    folders[0].mkdir(parents=True, exist_ok=True)
    folders += [path for path in folders[0].rglob("*") if path.is_dir()]
    before = trial.files()
    for folder in folders:
        folder.chmod(0o555)
    try:
        status, errors = trial.run(without_privilege)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert status == 1
    assert errors.count("\n") == 1 and f"/{closed}" in errors and "allow writing there" in errors, errors
    assert [*harmed(trial, before, trial.files()), *unfinished(trial)] == []


def test_two_exports_at_once_write_whole_files(tmp_path: Path) -> None:
    trial = prepare(tmp_path, "export")
    trial.restore()
    both = [trial.start(), trial.start()]
    assert [process.communicate()[1] for process in both] == ["", ""]
    assert trial.files() == trial.after


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def test_a_page_that_is_older_than_the_last_build_is_read_again(site: Site) -> None:
    """The clock was set back, or the file comes from a copy made before."""
    site.build("fr")
    page = site.src / "releases/fr/visite.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Elle a vu", "Elle a revu"), encoding="utf-8")
    past = time.time() - 1_000_000
    os.utime(page, (past, past))
    assert "Elle a revu" in site.build("fr").page("fr", VISIT).get_text()


def test_a_catalog_saved_while_it_was_read_is_read_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog, read = site.src / CATALOG, read_catalog_text

    def read_and_save(path: Path, language: str = "") -> CatalogText:
        found = read(path, language)
        if path == catalog:
            catalog.write_text(catalog.read_text().replace("It saw:", "It looked at:"))
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(extensions.bilingual, "read_text", read_and_save)
        assert "It saw:" in site.build("en").page("en", VISIT).get_text()
    assert "It looked at:" in site.build("en").page("en", VISIT).get_text()


def test_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    outputs = []
    for name in ("one", "another/place"):
        (tmp_path / name).mkdir(parents=True)
        site = make_site(tmp_path / name, "bilingual")
        # In processes of their own: what one has learnt must not help the other.
        code = "import sys, pathlib, tests.site as s; s.Site(pathlib.Path(sys.argv[1])).build('ar')"
        subprocess.run(
            [sys.executable, "-c", code, str(site.folder)], check=True, cwd=Path(__file__).parent.parent
        )
        outputs.append(site.out("ar"))
    assert compare(*outputs) == []
