"""Files and folders below locales/ with names that are no text, command terminals or never end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import check, export
from tests.catalog_house import RAW, House, house

__all__ = ["house"]

COMMAND = "a\n::error file=x::evil\x1b[2J.po"
NAMES = [os.fsdecode(b"a\xff.po"), COMMAND, "a\u202eb.po"]
DEEP = 1300
"""Deeper than Python lets a function call itself."""


@pytest.fixture
def pages(house: House) -> House:
    house.template("Un", "Deux", fields=RAW)
    house.update()
    return house


@pytest.fixture
def deep(pages: House) -> Iterator[House]:
    """Folders within each other, which only a walk that goes step by step can make and take away."""
    top = here = os.open(pages.path().parent, os.O_RDONLY)
    for _ in range(DEEP):
        os.mkdir("d", dir_fd=here)  # by the folder that is open: the path is too long
        here, before = os.open("d", os.O_RDONLY, dir_fd=here), here
        if before != top:
            os.close(before)
    os.close(here)
    yield pages
    for _ in range(DEEP - 1):  # turned inside out, as the standard library would call itself too deep
        os.rename("d/d", "e", src_dir_fd=top, dst_dir_fd=top)
        os.rmdir("d", dir_fd=top)
        os.rename("e", "d", src_dir_fd=top, dst_dir_fd=top)
    os.close(top)


def said(pages: House, capsys: pytest.CaptureFixture[str], out: Path) -> list[str]:
    """The lines that updating, exporting and checking print."""
    capsys.readouterr()
    pages.update()
    export.main(["--out", str(out), "--locales", str(pages.locales)])
    check.main([str(path) for path in check.catalogs_below(pages.locales)])
    return "".join(capsys.readouterr()).split("\n")


@pytest.mark.parametrize("broken", [True, False], ids=["broken", "good"])
@pytest.mark.parametrize("name", NAMES, ids=["no text", "commands", "reordered"])
def test_no_name_stops_or_commands(
    name: str, broken: bool, pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pages.path().with_name(name)
    path.write_text("?" if broken else pages.path().read_text().replace("a" * 64, "b" * 64))
    lines = said(pages, capsys, tmp_path / "out")
    assert any(path.name[0] in line and ".po" in line for line in lines)
    assert not [line for line in lines if line.startswith("::") or not line.isprintable()]
    assert (tmp_path / "out/tables/ar/releases/fr/visite.csv").is_file()


def test_a_name_gets_into_no_other_catalog(pages: House) -> None:
    shutil.copy(pages.path(), pages.path().with_name('a\nmsgid "Faux"\n.po'))
    path = pages.path().with_name('a\nmsgid "Faux"\n.po')
    path.write_text(
        path.read_text().replace('"Un"\nmsgstr ""', '"Un"\nmsgstr "واحد"').replace("a" * 64, "b" * 64)
    )
    pages.template("Un", "Deux", "Trois", fields=RAW)
    assert pages.update() == 0
    assert pages.entry("Un").comments(".")[-1].endswith('releases/fr/a msgid "Faux"')
    assert len(pages.catalog().messages) == 3


def test_folders_without_end_are_refused_by_name(
    deep: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = deep.path().read_bytes()
    assert deep.update() == 1
    assert "more than 20 folders in each other" in capsys.readouterr().err
    assert export.main(["--out", str(tmp_path / "out"), "--locales", str(deep.locales)]) == 0
    assert "left out, with all of ar" in capsys.readouterr().err
    assert (tmp_path / "out/tables/en/releases/fr/visite.csv").is_file()
    (found,) = (path for path in check.catalogs_below(deep.locales) if path.name == "d")
    assert [report.severity for report in check.check([found])] == ["error"]
    assert deep.path().read_bytes() == before


def test_a_linked_folder_is_reported(
    pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages.locales / "ar/LC_MESSAGES/more").symlink_to(tmp_path)
    (found,) = (path for path in check.catalogs_below(pages.locales) if path.name == "more")
    assert [report.severity for report in check.check([found])] == ["error"]
    assert export.main(["--out", str(tmp_path / "out"), "--locales", str(pages.locales)]) == 0
    assert "more:1: a link" in capsys.readouterr().err
