"""What `make live` does when files are saved, without a browser."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from extensions.standby import WRITTEN
from scripts import import_if_new
from scripts.live import Preview, is_read, only_catalogs
from scripts.standby import Standby
from tests.site import ROOT, Site, make_site

PAGE = "releases/fr/visite"
T = TypeVar("T")


def finished(work: Coroutine[Any, Any, T]) -> T:
    """What *work* comes to, in a thread of its own: after a browser test this one has a loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_the_importer_runs_only_where_raw_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        runs.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    raw, note = tmp_path / "raw", tmp_path / "live/raw.txt"
    raw.mkdir()
    for content in ("one", "one", "another"):
        if not (raw / "a.txt").exists() or (raw / "a.txt").read_text() != content:
            (raw / "a.txt").write_text(content)
        assert import_if_new.main(raw, note) == 0
    assert len(runs) == 2


def test_a_folder_that_is_away_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    assert import_if_new.main(tmp_path / "raw", tmp_path / "note.txt") == 0
    assert not (tmp_path / "note.txt").exists()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["locales/ar/LC_MESSAGES/about.po", "locales/ar/LC_MESSAGES/releases/fr/a.po"], True),
        (["locales/ar/LC_MESSAGES/sphinx.po"], False),
        (["locales/ar/LC_MESSAGES/about.po", "templates/page.html"], False),
        (["releases/fr/a.md"], False),
        (["glossary.toml"], False),
        (["raw/a.txt"], False),
    ],
)
def test_only_catalogs_of_pages_leave_what_was_read_beforehand_true(names: list[str], told: bool) -> None:
    assert only_catalogs(map(Path, names)) is told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("locales/ar/LC_MESSAGES/about.po", True),
        ("glossary.toml", True),
        ("static/bayan.css", True),
        ("raw/a.txt", True),
        ("_build/live/ar/html/index.html", False),
        (".git/index.lock", False),
        ("releases/.staging/0.md", False),
        ("releases/fr/.a.md.x1y2.tmp", False),
        ("extensions/__pycache__/pages.cpython-311.pyc", False),
        ("locales/ar/LC_MESSAGES/about.po~", False),
        ("tests/test_live.py", False),
    ],
)
def test_what_no_build_reads_starts_none(name: str, told: bool) -> None:
    assert is_read(Path(name)) is told


class Noted(Standby):
    """Builds nothing and notes what is asked of it."""

    def __init__(self, status: int = 0) -> None:
        super().__init__([])
        self.asked: list[str] = []
        self.status = status

    async def prepare(self, *options: str) -> None:
        self.asked.append("prepare")

    async def discard(self) -> None:
        self.asked.append("discard")

    async def build(self, written: Callable[[], None]) -> int:
        self.asked.append("build")
        if not self.status:
            written()
        return self.status


def preview(standby: Standby, monkeypatch: pytest.MonkeyPatch) -> Preview:
    monkeypatch.setattr(import_if_new, "main", lambda: 0)
    return Preview(Path.cwd(), standby, "127.0.0.1:1")


def test_a_saved_catalog_goes_to_the_build_that_stands_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    standby = Noted()
    shown = preview(standby, monkeypatch)
    finished(shown.build([Path("locales/ar/LC_MESSAGES/about.po")]))
    assert standby.asked == ["build", "prepare"]
    assert shown.flag.is_set()  # open pages are reloaded


@pytest.mark.parametrize("saved", [[], [Path("templates/page.html")]])
def test_anything_else_is_built_by_a_process_that_starts_then(
    saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    standby = Noted()
    finished(preview(standby, monkeypatch).build(saved))
    assert standby.asked == ["discard", "build", "prepare"]


def test_after_a_failure_it_is_said_and_none_stands_ready(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    standby = Noted(status=2)
    shown = preview(standby, monkeypatch)
    finished(shown.build([Path("locales/ar/LC_MESSAGES/about.po")]))
    assert (standby.asked, shown.flag.is_set()) == (["build"], False)
    assert "exit status 2" in capsys.readouterr().err


def command(site: Site) -> list[str]:
    """Sphinx as `make live` has it, for the Arabic pages of a tiny site."""
    return [
        sys.executable, "-m", "sphinx", "-q", "-c", str(ROOT), "-D", "language=ar", "-D", "standby=1",
        "-D", f"translations_dir={site.src / 'locales'}", "-D", "search_index=later",
        "-d", str(site.folder / "doctrees"), str(site.src), str(site.out("ar")),
    ]  # fmt: skip


class Word:
    """The socket on which the word comes: somebody saves a catalog just before."""

    def __init__(self, catalog: Path, channel: int) -> None:
        self.catalog, self.channel = catalog, channel

    def readline(self) -> str:
        start, _found, rest = self.catalog.read_text(encoding="utf-8").rpartition('msgstr "')
        self.catalog.write_text(f'{start}msgstr "علامة {rest}', encoding="utf-8")
        return "go\n"

    def fileno(self) -> int:
        return self.channel


def test_a_build_that_stands_ready_shows_what_is_saved_before_the_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, "bilingual").build("ar")
    reading, writing = os.pipe()
    monkeypatch.setattr(sys, "stdin", Word(site.src / f"locales/ar/LC_MESSAGES/{PAGE}.po", writing))
    monkeypatch.setattr(gc, "freeze", lambda: None)  # this process goes on
    site.build("ar", standby=True)
    assert site.read == [PAGE]
    assert "علامة" in (site.out("ar") / f"{PAGE}.html").read_text(encoding="utf-8")
    assert os.read(reading, 100) == WRITTEN


def test_it_says_when_pages_are_written_and_how_it_ended(tmp_path: Path) -> None:
    site = make_site(tmp_path, "bilingual")
    told: list[bool] = []

    def written() -> None:
        told.append((site.out("ar") / f"{PAGE}.html").exists())

    assert finished(Standby(command(site)).build(written)) == 0
    (site.src / "glossary.toml").write_text("broken")
    wrong = [*command(site), "-D", f"termbase_file={site.src / 'glossary.toml'}"]
    assert finished(Standby(wrong).build(written)) == 2
    assert told == [True]


def test_a_build_that_stands_ready_goes_with_who_keeps_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, "bilingual")

    async def leave() -> int:
        standby = Standby(command(site))
        await standby.prepare()
        assert standby.process and standby.channel
        standby.channel[1].close()  # as when its keeper is killed
        return await standby.process.wait()

    assert finished(leave()) == 0
    assert not (site.out("ar") / f"{PAGE}.html").exists()
