"""Reviews, tables and figures of translations."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bayan.catalogs import read_text
from bayan.review import review_of
from bayan.tables import TableError, from_csv, to_csv, to_tmx
from scripts import import_csv, progress, review
from tests.site import Site, make_site

VISIT = "releases/fr/visite.html"
CATALOG = "locales/en/LC_MESSAGES/releases/fr/visite.po"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


@pytest.fixture
def catalog(site: Site) -> Path:
    return site.src / CATALOG


def test_a_reviewed_translation_names_its_reader(site: Site, catalog: Path) -> None:
    before = catalog.read_text()
    assert review.main([str(catalog), "A. Reader"]) == 0
    lines = catalog.read_text().splitlines(keepends=True)
    assert "".join(line for line in lines if "X-Review" not in line) == before
    notice = site.build("en").page("en", VISIT).find(class_="translation-state").get_text()
    assert "Reviewed by A. Reader" in notice and "Draft" not in notice


def test_any_later_change_makes_it_a_draft_again(site: Site, catalog: Path) -> None:
    review.main([str(catalog), "A. Reader"])
    catalog.write_text(catalog.read_text().replace("It saw:", "It was shown:"))
    assert review_of(read_text(catalog, "en")) is None
    notice = site.build("en").page("en", VISIT).find(class_="translation-state").get_text()
    assert "Draft translation" in notice and "Reader" not in notice


def test_a_forged_review_does_not_hold(catalog: Path) -> None:
    review.main([str(catalog), "A. Reader"])
    text = catalog.read_text()
    catalog.write_text(text.replace("sha256:", "sha256:0", 1).replace("X-Review: A", "X-Review: B"))
    assert review_of(read_text(catalog, "en")) is None


@pytest.mark.parametrize("name", ["", " ", 'x"; y', "a;b", "a\\n"])
def test_a_name_that_cannot_stand_in_a_header_is_refused(
    catalog: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = catalog.read_bytes()
    assert review.main([str(catalog), name]) == 1
    assert catalog.read_bytes() == before and "REVIEWER" in capsys.readouterr().err


def test_an_unfinished_translation_cannot_be_reviewed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    part = site.src / CATALOG
    part.write_text(part.read_text().replace('"It saw:"', '""'))
    assert review.main([str(part), "A. Reader"]) == 1
    assert "1 messages are not translated yet" in capsys.readouterr().err


def test_a_table_comes_back_as_it_went(catalog: Path) -> None:
    entries = read_text(catalog, "en").entries
    source, target, rows = from_csv(to_csv(entries, "fr", "en"))
    assert (source, target) == ("fr", "en")
    assert [(row.source, row.target) for row in rows] == [
        (entry.msgid, entry.strings[0]) for entry in entries if entry.msgid
    ]


def test_what_a_spreadsheet_would_run_is_text(catalog: Path) -> None:
    for text in ("=1+1", "'=1+1"):
        entries = read_text(catalog, "en").entries
        told = [replace(entry, strings=(text,)) if entry.msgid else entry for entry in entries]
        table = to_csv(told, "fr", "en")
        assert f",'{text}\r\n" in table
        assert {row.target for row in from_csv(table)[2]} == {text}


@pytest.mark.parametrize("text", ["", "fr\n", "fr,ar\na,b,c\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(TableError, match="line"):
        from_csv(text)


def test_a_table_is_brought_back_to_be_confirmed(
    site: Site, catalog: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "visite.csv"
    table.write_text("fr,en\nElle a vu :,It looked at:\nUne phrase disparue,Gone\n", encoding="utf-8")
    assert import_csv.main([str(table), "--locales", str(site.src / "locales")]) == 1
    text = catalog.read_text()
    assert 'msgstr "It looked at:"' in text and "#, fuzzy" in text and "It saw:" in text
    assert f"{table}:3: error" in capsys.readouterr().err
    assert site.build("en").page("en", VISIT).find(id="p2").get_text().strip() == "Elle a vu\u00a0:"


def test_a_memory_holds_each_pair_once() -> None:
    root = ET.fromstring(to_tmx([("a", "b"), ("a", "b"), ("c", "<d>")], "fr", "ar"))  # noqa: S314  # our own
    assert [seg.text for seg in root.iter("seg")] == ["a", "b", "c", "<d>"]
    assert root.find("header").get("srclang") == "fr"


def test_the_figures_count_todays_template(site: Site, tmp_path: Path) -> None:
    site.build("en", "gettext", locale_dirs="_none_")
    out = tmp_path / "progress.json"
    arguments = ["--pot", str(site.out("en")), "--locales", str(site.src / "locales"), "--out", str(out)]
    assert progress.main(arguments) == 0
    rows = {(row["page"], row["language"]): row for row in json.loads(out.read_text())}
    assert rows["releases/fr/visite", "en"]["translated"] == rows["releases/fr/visite", "en"]["messages"] == 8
    assert rows["releases/fr/visite", "ar"]["translated"] == 3
    assert rows["releases/ar/zyara", "en"]["translated"] == 0


def test_the_progress_page_shows_what_is_open(site: Site) -> None:
    text = "---\norphan: true\n---\n# Progress\n\n```{translation-progress}\n```\n"
    (site.src / "progress.md").write_text(text)
    catalog = 'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid "Releases"\nmsgstr "البيانات"\n'
    (site.src / "locales/ar/LC_MESSAGES/releases/index.po").write_text(catalog)
    page = site.build("ar").page("ar", "progress.html")
    assert 0 < int(str(page.find("progress")["value"])) < 100
    rows = {row.a["href"]: row for row in page.select(".progress-pages tbody tr")}
    assert list(rows)[-1] == "releases/index.html", "what is open comes before what is done"
    cells = [cell.get_text(" ", strip=True) for cell in rows["releases/fr/visite.html"].find_all("td")]
    assert cells[1].startswith("3 ") and cells[-1] == "Draft translation"
    elsewhere = page.select("a[hreflang][href$='/progress.html']")[-2:]
    assert [link["hreflang"] for link in elsewhere] == ["en", "fr"]
    data = json.loads((site.out("ar") / "progress.json").read_text())
    assert {row["page"]: row["translated"] for row in data["pages"]}["releases/fr/visite"] == 3
