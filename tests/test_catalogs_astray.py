"""Catalogs that somebody saved where none is expected are told of, and nothing in them is passed over."""

from __future__ import annotations

import shutil

import pytest

from tests.catalog_house import PAGE, RAW, House, house

__all__ = ["house"]

NEW = "releases/fr/une-visite"


@pytest.fixture
def page(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr("scripts.catalogs.ROOT", house.folder)  # where nothing was done before
    house.template("Un", "Deux", fields=RAW)
    house.update()
    house.translate({"Un": "واحد"})
    return house


@pytest.mark.parametrize(
    "place", ["ar/visite.po", "visite.po", "es/LC_MESSAGES/visite.po", "attic/visite.PO"]
)
def test_a_catalog_where_none_is_read_is_named_each_time(
    page: House, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = page.locales / place
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(page.path(), path)
    before = page.files()
    for _ in range(2):
        capsys.readouterr()
        assert page.update() == 0
        assert f"{path}:1: warning: no catalog is read here; move it to" in capsys.readouterr().err
    assert page.files() == before


def test_of_a_whole_folder_astray_only_some_are_named(
    page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        shutil.copy(page.path(), page.locales / f"{number}.po")
    assert page.update() == 0
    err = capsys.readouterr().err
    assert err.count(": warning: ") == 10 and err.endswith("\nand 2 more of these\n")


def test_the_attic_is_a_place(page: House, capsys: pytest.CaptureFixture[str]) -> None:
    (page.pots / f"{PAGE}.pot").unlink()
    page.template("Autre", name=NEW)
    assert page.update() == 0 and page.update() == 0
    assert (page.locales / f"attic/ar/LC_MESSAGES/{PAGE}.po").exists()
    assert not capsys.readouterr().err


def test_an_ending_in_capitals_is_a_catalogs_too(page: House) -> None:
    page.path().rename(page.path().with_suffix(".PO"))
    assert page.update() == 0
    assert page.entry("Un").strings == ("واحد",)
    assert not page.path().with_suffix(".PO").exists()


def test_two_endings_of_one_name_are_two_catalogs_of_a_page(
    page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    other = page.path().with_suffix(".PO")
    shutil.copy(page.path(), other)
    before = page.files()
    assert page.update() == 1
    assert "the same page's as visite.PO; keep one of the two" in capsys.readouterr().err
    assert page.files() == before


def test_what_an_editor_saves_under_the_old_name_of_a_page_is_told_of(
    page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    open_in_editor = page.path().read_text()
    (page.pots / f"{PAGE}.pot").rename(page.pots / f"{NEW}.pot")
    assert page.update() == 0
    page.path().write_text(open_in_editor.replace("واحد", "الأول"))
    capsys.readouterr()
    assert page.update() == 0
    attic = page.locales / f"attic/ar/LC_MESSAGES/{PAGE}.po"
    advice = f"; its page has another catalog, {page.path(name=NEW)}: take over what is newer\n"
    assert f"to {attic}{advice}" in capsys.readouterr().out
    assert "الأول" in attic.read_text() and page.entry("Un", name=NEW).strings == ("واحد",)


def test_who_may_write_to_a_catalog_stays_the_same(page: House) -> None:
    page.path().chmod(0o664)
    page.template("Un", "Deux", "Trois", fields=RAW)
    assert page.update() == 0
    assert page.path().stat().st_mode & 0o777 == 0o664
    assert page.path("en").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("language", ["AR", "ar_KW", "ar-KW", "Ar@standard"])
def test_a_language_is_known_however_a_program_writes_it(page: House, language: str) -> None:
    path = page.path()
    path.write_text(path.read_text().replace("Language: ar\\n", f"Language: {language}\\n"))
    assert page.update() == 0
