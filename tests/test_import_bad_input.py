"""Bad input: one clear error that names the file and what to do; everything good is written."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing import FRENCH, Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = Workshop(tmp_path)
    shop.put("good.txt", FRENCH)
    return shop


SPANISH = (
    "El centro de acogida para migrantes\n\n"
    + (
        "La organización abrió esta semana un nuevo centro que ofrece alojamiento, comidas y asesoría jurídica a las personas "
        "migrantes más vulnerables de la ciudad. Los trabajadores sociales explicaron que muchas familias llegaron sin nada.\n\n"
    )
    * 3
)

CASES: dict[str, tuple[bytes | str, str]] = {
    "an empty file": (b"", "no text"),
    "blank lines only": (b"\n \n\t\n", "no text"),
    "a PDF": (b"%PDF-1.7\n\x00\x01", "binary"),
    "zero bytes": (b"abc\x00def", "binary"),
    "a Word file": (b"PK\x03\x04rest", "binary"),
    "no title": ("Tunis - L’OIM a ouvert cette semaine un centre d’accueil pour les personnes migrantes.\n\nLe centre est grand.\n", "no title"),
    "a title alone": ("L’OIM ouvre un centre d’accueil à Tunis\n", "no text below"),
    "an unknown language": (SPANISH, "languages.toml"),
    "too many bytes": (b"a" * 2_000_001, "too many"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_by_name_and_the_good_one_is_written(shop: Workshop, case: str) -> None:
    content, words = CASES[case]
    shop.put("bad.txt", content)
    run = shop.run()
    assert run.status == 1
    (line,) = run.errors()
    assert line.startswith("raw/bad.txt:")
    assert words in line
    assert run.report["bad.txt"]["page"] is None
    assert words in run.report["bad.txt"]["error"]
    assert (shop.pages / run.report["good.txt"]["page"]).is_file()


def test_an_old_encoding_is_read_and_reported(shop: Workshop) -> None:
    shop.put("old.txt", FRENCH.replace("centre", "lieu").encode("cp1252"))
    run = shop.run()
    assert run.status == 0
    assert any("cp1252" in warning["message"] for warning in run.report["old.txt"]["warnings"])
    assert "vulnérables" in (shop.pages / run.report["old.txt"]["page"]).read_text("utf-8")


def test_a_byte_order_mark_and_utf16_are_read(shop: Workshop) -> None:
    shop.put("bom.txt", b"\xef\xbb\xbf" + FRENCH.replace("Tunis", "Sfax").encode())
    shop.put("wide.txt", FRENCH.replace("Tunis", "Rabat").encode("utf-16"))
    run = shop.run()
    assert run.status == 0
    assert run.report["bom.txt"]["places"] == ["Sfax"]
    assert run.report["wide.txt"]["places"] == ["Rabat"]


def test_a_word_document_is_refused_by_its_ending(shop: Workshop) -> None:
    shop.put("bad.docx", "text")
    (line,) = shop.run().errors()
    assert ".docx" in line
    assert "save the release as .txt or .html" in line


TOMLS = {
    "broken TOML": ('publisher = "IOM"\npublished = \n', 2, "not TOML"),
    "an unknown key": ('publisher = "IOM"\n\npublishd = 2020-01-02\n', 3, "publishd"),
    "a false date": ('published = "2020-13"\n', 1, "published"),
    "a language that is not there": ('language = "es"\n', 1, "languages.toml"),
    "a slug with capitals": ('slug = "No Good"\n', 1, "slug"),
    "a wrong country": ('countries = ["Kuwait"]\n', 1, "ISO 3166-1"),
    "an address without http": ('url = "javascript:alert(1)"\n', 1, "http"),
    "a notice without a date": ('withdrawn = "yes"\n', 1, "withdrawn"),
    "an empty title": ('title = " "\n', 1, "title"),
}


@pytest.mark.parametrize("case", TOMLS)
def test_a_bad_toml_is_refused_with_its_line(shop: Workshop, case: str) -> None:
    content, line, words = TOMLS[case]
    shop.put("bad.txt", FRENCH.replace("Tunis", "Sfax"))
    shop.put("bad.toml", content)
    run = shop.run()
    assert run.status == 1
    (error,) = run.errors()
    assert error.startswith(f"raw/bad.toml:{line}: error: ")
    assert words in error
    assert run.report["good.txt"]["page"]


def test_two_raw_files_with_one_address_are_both_named_and_neither_is_written(shop: Workshop) -> None:
    shop.put("twin.txt", FRENCH)
    run = shop.run()
    assert run.status == 1
    assert len(run.errors()) == 2
    assert all("good.txt" in line and "twin.txt" in line for line in run.errors())
    assert shop.page_files() == {}


def test_a_page_that_stands_keeps_its_address_against_a_newcomer(shop: Workshop) -> None:
    shop.run()
    before = shop.page_files()
    shop.put("a-newcomer.txt", FRENCH)
    run = shop.run()
    (line,) = run.errors()
    assert line.startswith("raw/a-newcomer.txt:")
    assert "good.txt" in line
    assert shop.page_files() == before
    shop.put("a-newcomer.toml", 'slug = "another"\n')
    assert shop.run().status == 0
    assert "fr/another.md" in shop.page_files()


def test_a_page_edited_by_hand_is_never_overwritten(shop: Workshop) -> None:
    address = shop.run().report["good.txt"]["page"]
    page = shop.pages / address
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    before = shop.page_files()
    for change in ("", "published = 2020-01-02\n"):
        if change:
            shop.put("good.toml", change)
        run = shop.run(report=False)
        assert run.status == 1
        (line,) = run.errors()
        assert "edited by hand" in line and address in line and "delete it" in line
        assert shop.page_files() == before
    page.unlink()
    assert shop.run().report["good.txt"]["published"] == "2020-01-02"


def test_a_page_whose_front_matter_is_broken_is_an_error_that_names_it(shop: Workshop) -> None:
    address = shop.run().report["good.txt"]["page"]
    (shop.pages / address).write_text("no front matter", "utf-8")
    run = shop.run()
    assert run.status == 1
    assert any(address in line and "front matter" in line for line in run.errors())
    assert (shop.pages / address).read_text("utf-8") == "no front matter"


def test_a_removed_raw_file_is_an_error_until_the_maintainer_says_which(shop: Workshop) -> None:
    address = shop.run().report["good.txt"]["page"]
    before = shop.page_files()
    (shop.raw / "good.txt").unlink()
    (line,) = shop.run().errors()
    assert address in line and "withdrawn" in line
    assert shop.page_files() == before
    shop.put("good.toml", 'withdrawn = { date = 2024-05-06, sentence = "The publisher took it back." }\n')
    assert shop.run().status == 0
    text = (shop.pages / address).read_text("utf-8")
    assert "The publisher took it back." in text and "veuillez contacter" in text
    after = shop.page_files()
    assert shop.run().status == 0
    assert shop.page_files() == after
    (shop.pages / address).unlink()
    assert shop.run().errors() and not shop.page_files()


def test_a_folder_or_name_that_is_not_there_is_one_clear_error(shop: Workshop) -> None:
    run = shop.run("nothing.txt")
    assert run.status == 1
    assert "nothing.txt: there is no such raw file" in run.output
    assert "Traceback" not in run.output
