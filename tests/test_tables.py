"""Tables come back from any spreadsheet, and what one did to them is either mended or named."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bayan.catalogs import read_text
from bayan.tables import from_csv, to_csv, to_tmx
from scripts import import_csv
from tests.catalog_house import RAW, House, house

__all__ = ["house"]

NEW = {"Un\u00a0:": "الأول", "00965 ; 25": "٢٥", "=1+1": "=2"}


@pytest.fixture
def page(house: House) -> House:
    house.template(*NEW, fields=RAW)
    house.update()
    house.translate({"Un\u00a0:": "واحد"})
    return house


def bring_back(house: House, data: str | bytes, name: str = "visite.csv") -> int:
    table = house.folder / name
    table.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8-sig"))
    return import_csv.main([str(table), "--locales", str(house.locales)])


def found(house: House) -> dict[str, str]:
    return {entry.msgid: entry.strings[0] for entry in house.catalog().messages}


def rows(separator: str, end: str = "\r\n") -> str:
    pairs = [("fr", "ar"), *NEW.items()]
    cells = ([f'"{cell}"' if separator in cell else cell for cell in pair] for pair in pairs)
    return "".join(separator.join(pair) + end for pair in cells)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_separator_of_any_language_is_read(page: House, separator: str, end: str) -> None:
    assert bring_back(page, rows(separator, end)) == 0
    assert found(page) == NEW


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text + "\r\n\r\n",
        lambda text: text + ",\r\n,,\r\n",
        lambda text: text.replace("\r\n", ",,\r\n"),
        lambda text: text.replace("\u00a0", " "),
        lambda text: text.replace("fr,ar", "FR,Ar "),
        lambda text: "".join(reversed(text.splitlines(True)[1:])).join(["fr,ar\r\n", ""]),
        lambda text: text + "Un\u00a0:,الأول\r\n",
    ],
    ids=["blank lines", "empty rows", "empty columns", "plain spaces", "capitals", "reordered", "twice"],
)
def test_what_a_spreadsheet_does_in_passing_is_no_fault(page: House, spoilt: object) -> None:
    assert callable(spoilt)
    assert bring_back(page, spoilt(rows(","))) == 0
    assert found(page) == NEW


def test_an_unchanged_table_changes_nothing(page: House) -> None:
    before = page.files()
    assert bring_back(page, to_csv(read_text(page.path()).entries, "fr", "ar")) == 0
    assert page.files() == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Un\u00a0:,????? (??)", "question marks; save the table as CSV UTF-8"),
        ("965 ; 25,٢٥", "its original is not in the catalog"),
    ],
)
def test_a_row_that_a_spreadsheet_spoilt_is_named(
    page: House, row: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = page.files()
    assert bring_back(page, f"fr,ar\r\n{row}\r\n") == 1
    assert f"visite.csv:2: error: {why}" in capsys.readouterr().err.replace("its letters have become ", "")
    assert page.files() == before


def test_of_two_translations_of_a_sentence_none_is_dropped_in_silence(
    page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_back(page, "fr,ar\r\nUn\u00a0:,أول\r\n=1+1,=2\r\nUn :,أولى\r\n") == 1
    err = capsys.readouterr().err
    assert all(
        f"visite.csv:{line}: error: lines 2 and 4 translate the same; keep one of them" in err
        for line in (2, 4)
    )
    assert found(page)["Un\u00a0:"] == "واحد" and found(page)["=1+1"] == "=2"


def test_a_quotation_mark_that_does_not_close_swallows_no_rows(
    page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    before = page.files()
    assert bring_back(page, 'fr,ar\r\nUn\u00a0:,"الأول\r\n=1+1,=2\r\n') == 1
    assert "visite.csv: line 2: not a table of commas: unexpected end of data" in capsys.readouterr().err
    assert page.files() == before


def test_a_question_may_end_in_several_marks(page: House) -> None:
    assert bring_back(page, "fr,ar\r\nUn\u00a0:,حقا؟ Vraiment???\r\n") == 0


def test_of_two_catalogs_of_a_name_the_languages_tell_which(page: House) -> None:
    page.template("One", name="releases/en/visite", fields={**RAW, "X-Source-Language": "en"})
    page.update()
    assert bring_back(page, "en,ar\r\nOne,واحد\r\n") == 0
    assert page.entry("One", name="releases/en/visite").strings == ("واحد",)


@pytest.mark.parametrize("cell", ["=1", "'=1", "''-a", "'a", "＝1", "\n=1", "@a", "+965", "-", "'"])
def test_a_cell_comes_back_as_it_went_and_is_no_formula(cell: str, page: House) -> None:
    entries = page.catalog().messages[:1]
    page.path().write_text(page.path().read_text().replace('"واحد"', f'"{cell}"'.replace("\n", "\\n")))
    entries = page.catalog().messages[:1]
    table = to_csv(entries, "fr", "ar")
    assert from_csv(table)[2][0].target == cell
    written = table.splitlines()[1:] if "\n" not in cell else []
    assert not any(
        line.partition(",")[2].lstrip('"').startswith(("=", "+", "-", "@", "＝")) for line in written
    )


def test_a_row_does_not_reach_a_message_of_another_context(page: House, tmp_path: Path) -> None:
    text = page.path().read_text() + '\nmsgctxt "titre"\nmsgid "Un\u00a0:"\nmsgstr "عنوان"\n'
    page.path().write_text(text)
    assert bring_back(page, rows(",")) == 0
    assert [entry.strings[0] for entry in page.catalog().messages if entry.context] == ["عنوان"]


def test_no_translation_spoils_a_memory_for_all_others() -> None:
    memory = ET.fromstring(to_tmx([("Un", "a\uffff"), ("Deux", "اثنان")], "fr", "ar"))  # noqa: S314
    assert [found.text for found in memory.iter("seg")] == ["Deux", "اثنان"]
