"""A table that comes back never leaves a catalog that the project would refuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bayan.catalogs import MAX_BYTES
from bayan.checks.catalog import check_catalog
from scripts import import_csv
from tests.catalog_house import RAW, House, house

__all__ = ["house"]


@pytest.fixture
def pages(house: House) -> House:
    house.template("Un", "Deux", fields=RAW)
    house.update()
    house.translate({"Un": "واحد"})
    return house


def bring_back(house: House, table: Path) -> int:
    return import_csv.main([str(table), "--catalog", str(house.path()), "--locales", str(house.locales)])


@pytest.mark.parametrize("sign", ["\x07", "\x00", "\u0085", "\u202e", "\u200b"])
def test_a_row_that_would_spoil_the_catalog_is_refused_and_the_others_are_taken(
    sign: str, pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "visite.csv"
    table.write_text(f'fr,ar\nUn,"a{sign}b"\nDeux,اثنان\n')
    assert bring_back(pages, table) == 1
    done = capsys.readouterr()
    assert (
        done.err
        == f"{table}:2: error: holds control, direction-override or invisible characters; take them out\n"
    )
    assert "1 translations to be confirmed, 1 rows refused" in done.out
    assert pages.entry("Un").strings == ("واحد",) and pages.entry("Deux").strings == ("اثنان",)
    assert not list(check_catalog(pages.path())) and pages.update() == 0


def test_the_name_of_a_table_adds_no_line(pages: House, tmp_path: Path) -> None:
    table = tmp_path / 'a\nmsgid "Faux"\nmsgstr "x"\n.csv'
    table.write_text("fr,ar\nUn,أول\nDeux,اثنان\n")
    assert bring_back(pages, table) == 0
    assert len(pages.catalog().messages) == 2
    assert pages.entry("Un").remarks == ['# before the import of a msgid "Faux" msgstr "x" .csv: واحد']


def test_a_catalog_that_would_grow_too_large_is_left_as_it_was(
    pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pages.path().read_bytes()
    for word in ("a ", "b "):
        table = tmp_path / "visite.csv"
        rows = "".join(f'{msgid},"{word * 60_000}"\n' for msgid in ("Un", "Deux"))
        table.write_text("fr,ar\n" + rows)
        capsys.readouterr()
        pages.path().write_bytes(before.ljust(MAX_BYTES - 1000, b"\n"))
        assert bring_back(pages, table) == 1
        assert "more than 1,000,000 are refused" in capsys.readouterr().err
        assert pages.path().stat().st_size == MAX_BYTES - 1000


def too_large(table: Path) -> None:
    with table.open("wb") as file:
        file.truncate(100_000_000_000)  # without a byte on the disk, and more than any memory


def a_pipe(table: Path) -> None:
    os.mkfifo(table)


def not_utf_8(table: Path) -> None:
    table.write_bytes(b"fr,ar\nUn,\xff\n")


@pytest.mark.parametrize("make", [too_large, a_pipe, not_utf_8])
def test_what_is_no_table_is_refused_by_name(
    make: object, pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(make)
    make(tmp_path / "visite.csv")
    before = pages.path().read_bytes()
    assert bring_back(pages, tmp_path / "visite.csv") == 1
    error = capsys.readouterr().err
    assert error.startswith(f"error: {tmp_path / 'visite.csv'}: ") and error.count("\n") == 1
    assert make is not not_utf_8 or "line 2: not UTF-8" in error
    assert pages.path().read_bytes() == before


def test_of_catalogs_with_one_name_a_table_goes_to_the_one_that_has_its_originals(
    pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = pages.path().parent.parent / "autre" / pages.path().name
    other.parent.mkdir()
    other.write_text(pages.path().read_text().replace('"Un"', '"Trois"'))
    table, choice = tmp_path / pages.path().with_suffix(".csv").name, ["--locales", str(pages.locales)]
    table.write_text("fr,ar\nDeux,اثنان\nTrois,ثلاثة\n")
    assert import_csv.main([str(table), *choice]) == 0
    assert "ثلاثة" in other.read_text() and "اثنان" not in pages.path().read_text()
    table.write_text("fr,ar\nDeux,ثان\n")  # both have it
    assert import_csv.main([str(table), *choice]) == 1
    assert "2 catalogs of ar are called" in capsys.readouterr().err


def test_a_table_that_is_not_there_is_said_so(
    pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_back(pages, tmp_path / "nix.csv") == 1
    why = "there is no such file; name a table that make export wrote"
    assert capsys.readouterr().err == f"error: {tmp_path / 'nix.csv'}: {why}\n"


@pytest.mark.parametrize("name", ["**", "[v]isite", "v*"])
def test_the_name_of_a_table_is_no_pattern(
    name: str, pages: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{name}.csv").write_text("fr,ar\nUn,أول\n")
    assert import_csv.main([str(tmp_path / f"{name}.csv"), "--locales", str(pages.locales)]) == 1
    assert "0 catalogs of ar are called" in capsys.readouterr().err
