"""Filters, other names, near spellings and quotation marks on the page of search."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.asking import found, links
from tests.browser.conftest import Reader


def test_a_page_of_another_state_of_translation_is_left_out(reader: Reader) -> None:
    page = reader.open("/en/search.html?q=h%C3%A9bergement&state=whole")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"))
    assert not page.locator("#search-results .search-hit .search-excerpt[lang=fr]").count()


def test_filters_are_counted_combined_and_in_the_address(reader: Reader) -> None:
    page = found(reader, "en", "trafficking")
    page.locator("#search-filters summary").click()
    country = page.locator("select[name=country]")
    expect(country).to_contain_text("Saudi Arabia (1)")
    country.select_option("KW")
    page.wait_for_url(re.compile(r"country=KW"))
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    page.locator("select[name=original]").select_option("ar")
    page.wait_for_url(re.compile(r"country=KW&original=ar"))
    expect(page.locator("#search-results .search-hit")).to_have_count(1)
    again = reader.open(page.url.removeprefix(reader.address))
    expect(again.locator("#search-results .search-hit")).to_have_count(1)
    again.locator("#search-filters button").click()
    again.wait_for_url(re.compile(r"search\.html\?q=trafficking$"))


@pytest.mark.parametrize(
    ("asked", "said", "titles"),
    [
        ("country=LB", "1 result", ["Officials from the Middle East"]),
        ("country=KW&year=2021", "1 result", ["IOM Holds Workshops"]),
        ("state=original", "0 results", []),
        ("q=AVRR&country=SA", "Nothing was found for “AVRR”.", []),
        ("q=victims&country=KW&year=2016", "1 result", ["IOM in Kuwait Facilitates"]),
    ],
)
def test_filters_alone_and_with_words_list_releases_only(
    reader: Reader, asked: str, said: str, titles: list[str]
) -> None:
    page = reader.open(f"/en/search.html?{asked}")
    expect(page.locator("#search-status")).to_have_text(said)
    shown = page.locator("#search-results .search-title").all_inner_texts()
    assert len(shown) == len(titles)
    assert all(one.startswith(start) for one, start in zip(shown, titles, strict=True))


def test_words_in_quotation_marks_are_found_side_by_side_and_alone(reader: Reader) -> None:
    page = found(reader, "en", "“two women”")
    assert len(links(page)) == 1 and not page.locator("#search-notes").inner_text()
    assert not links(found(reader, "en", "“women two”"))
    assert (
        "Also searched" not in found(reader, "en", "“voluntary return”").locator("#search-notes").inner_text()
    )


def test_other_names_are_told_and_can_be_left_out(reader: Reader) -> None:
    page = found(reader, "en", "AVRR")
    notes = page.locator("#search-notes")
    expect(notes).to_contain_text("assisted voluntary return")
    notes.locator("button").last.click()
    page.wait_for_url(re.compile(r"widen=0"))
    expect(notes).not_to_contain_text("assisted voluntary return")


@pytest.mark.parametrize(
    ("language", "query", "spelling"),
    [("fr", "Erekat", "Ereiqat"), ("en", "Mazen Abul-Hassan", "AboulHosn"), ("ar", "Zarqani", "الزرقاني")],
)
def test_the_nearest_spelling_is_searched_and_told(
    reader: Reader, language: str, query: str, spelling: str
) -> None:
    page = found(reader, language, query)
    assert links(page)
    expect(page.locator("#search-notes")).to_contain_text(spelling)


@pytest.mark.parametrize(("language", "query"), [("fr", "zzzzqq"), ("ar", "ززززقق"), ("en", "zazqiq")])
def test_letters_that_are_no_word_find_nothing(reader: Reader, language: str, query: str) -> None:
    page = found(reader, language, query)
    assert not links(page)


def test_words_that_were_found_nowhere_are_told(reader: Reader) -> None:
    page = found(reader, "en", "qqqqxxxx AVRR")
    assert links(page)
    expect(page.locator("#search-notes")).to_contain_text("Nothing was found for “qqqqxxxx”.")


def test_nothing_found_is_said_in_words(reader: Reader) -> None:
    page = found(reader, "en", "qqqqxxxx")
    assert "qqqqxxxx" in page.locator("#search-status").inner_text() and not links(page)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "1 result", 2: "2 results"}),
        ("fr", {1: "1 résultat", 2: "2 résultats"}),
        (
            "ar",
            {1: "نتيجة واحدة", 2: "نتيجتان", 3: "3 نتائج", 10: "10 نتائج", 11: "11 نتيجة", 100: "100 نتيجة"},
        ),
    ],
)
def test_counts_are_said_in_the_right_plural(reader: Reader, language: str, said: dict[int, str]) -> None:
    page = found(reader, language, "Ereiqat")
    assert page.locator("#search-status").inner_text() == said[2]
    counted = page.evaluate(
        """async (counts) => {
            const { Engine } = await import(new URL("_static/search/engine.js", location.href));
            const engine = await Engine.load("./");
            return counts.map((count) => engine.sayCount("found", count));
        }""",
        list(said),
    )
    assert counted == list(said.values())
