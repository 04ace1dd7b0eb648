"""The command: what it writes when, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.importing import writing
from bayan.release import split_page
from tests.importing import FRENCH, Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = Workshop(tmp_path)
    shop.put("one.txt", FRENCH)
    shop.put("two.txt", FRENCH.replace("Tunis", "Sfax"))
    return shop


def test_the_report_has_the_keys_of_its_contract(shop: Workshop) -> None:
    entry = shop.run().report["one.txt"]
    assert list(entry) == [
        "raw", "page", "language", "title", "places", "countries", "published", "contacts",
        "left_out", "warnings", "error",
    ]  # fmt: skip
    assert entry["left_out"] == [{"lines": [1, 2], "why": "masthead"}]
    assert list(entry["contacts"][0]) == ["name", "function", "office", "phones", "emails"]


def test_unchanged_input_touches_no_byte(shop: Workshop) -> None:
    shop.run()
    before, times = (
        shop.page_files(),
        [path.stat().st_mtime_ns for path in (shop.pages, *shop.pages.iterdir())],
    )
    assert shop.run(report=False).status == 0
    assert shop.page_files() == before
    assert times == [path.stat().st_mtime_ns for path in (shop.pages, *shop.pages.iterdir())]
    run = shop.run()
    assert shop.page_files() == before
    assert run.report["one.txt"]["title"].startswith("L’OIM ouvre"), (
        "the report is whole for unchanged files, too"
    )


def test_renamed_raw_file_keeps_its_page(shop: Workshop) -> None:
    page = shop.run().report["one.txt"]["page"]
    (shop.raw / "one.txt").rename(shop.raw / "renamed.txt")
    run = shop.run()
    assert (run.status, run.report["renamed.txt"]["page"]) == (0, page)
    assert "raw: renamed.txt\n" in (shop.pages / page).read_text("utf-8")
    assert len(shop.page_files()) == 2


def test_only_the_named_file_is_imported(shop: Workshop) -> None:
    run = shop.run("two.txt")
    assert set(run.report) == {"two.txt"}
    assert len(shop.page_files()) == 1


def test_a_changed_toml_renews_its_page_alone(shop: Workshop) -> None:
    run = shop.run()
    before = shop.page_files()
    shop.put("one.toml", "published = 2019-03-04\n")
    shop.run()
    after = shop.page_files()
    assert after[run.report["two.txt"]["page"]] == before[run.report["two.txt"]["page"]]
    release, _ = split_page(after[run.report["one.txt"]["page"]][0].decode())
    assert release.published == "2019-03-04"
    assert release.toml_sha256


def test_the_address_stays_when_the_title_changes(shop: Workshop) -> None:
    page = shop.run().report["one.txt"]["page"]
    shop.put("one.toml", 'title = "Un tout autre titre"\n')
    run = shop.run()
    assert run.report["one.txt"]["page"] == page
    assert "# Un tout autre titre\n" in (shop.pages / page).read_text("utf-8")
    shop.put("one.toml", 'slug = "elsewhere"\n')
    (line,) = shop.run().errors()
    assert "never changes" in line and page in line


def test_the_slug_of_the_toml_is_taken_for_a_new_page(shop: Workshop) -> None:
    shop.put("one.toml", 'slug = "tunis-centre"\n')
    assert shop.run().report["one.txt"]["page"] == "fr/tunis-centre.md"


def test_the_maintainers_word_goes_before_the_text(shop: Workshop) -> None:
    shop.put(
        "one.toml",
        'language = "en"\nplaces = ["Rabat"]\ncountries = ["MA"]\npublished = 2020\ntitle = "A title"\n',
    )
    entry = shop.run().report["one.txt"]
    assert (entry["language"], entry["places"], entry["countries"], entry["published"], entry["title"]) == (
        "en", ["Rabat"], ["MA"], "2020", "A title",
    )  # fmt: skip
    assert entry["page"].startswith("en/")


def test_an_unknown_warning_free_run_prints_the_summary_alone(shop: Workshop) -> None:
    assert shop.run().output == "2 releases: 2 written, 0 unchanged, 0 with errors, 0 warnings\n"


def test_another_import_at_work_is_waited_for_or_named(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.2)
    with (
        writing.staging(shop.pages),
        pytest.raises(writing.BusyError, match="another import"),
        writing.staging(shop.pages),
    ):
        pass
