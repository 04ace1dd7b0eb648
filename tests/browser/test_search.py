"""Searching in a browser: the page, the box, the marks, other languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.asking import found, links
from tests.browser.conftest import Reader

AVRR = "facilite-le-retour-volontaire"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("query", ["AVRR", "retour volontaire", "العودة الطوعية", "voluntary returns"])
def test_a_concept_is_found_by_all_its_names_from_every_language(
    reader: Reader, language: str, query: str
) -> None:
    found_links = links(found(reader, language, query))
    assert any(AVRR in link and f"/{language}/releases/" in link for link in found_links[:3])


def test_the_original_text_is_found_from_another_language(reader: Reader) -> None:
    page = found(reader, "ar", "hébergement gratuit")
    hit = page.locator("#search-results > li", has=page.locator(f"a[href*={AVRR}]")).first
    assert hit.locator(".search-excerpt").get_attribute("lang") == "fr"
    assert hit.locator(".search-excerpt").get_attribute("dir") == "ltr"
    assert re.search("[\u0600-\u06ff]", hit.locator("a").inner_text())
    assert hit.locator(".search-facts span").all_inner_texts()[:2] == ["فبراير 2016", "الكويت"]
    assert "الفرنسية" in hit.locator(".search-facts span").last.inner_text()


def test_a_result_leads_to_its_paragraph_and_marks_the_words(reader: Reader) -> None:
    page = found(reader, "en", "500 residents accommodation")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"#p7$"))
    expect(page.locator("#p7 mark").first).to_be_visible()
    assert "residents" in page.locator("#p7 mark").all_inner_texts()


def test_the_box_opens_by_key_and_leads_to_a_result(reader: Reader) -> None:
    page = reader.open("/fr/index.html")
    page.keyboard.press("/")
    page.keyboard.type("inspecteurs du travail", delay=20)
    expect(page.locator(".search-list a").first).to_be_visible()
    expect(page.locator(".search-list .search-all")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-list a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/fr/(releases|glossary)"))


def test_escape_closes_the_list_and_enter_opens_the_page_of_search(reader: Reader) -> None:
    page = reader.open("/ar/index.html", device="phone")
    page.keyboard.press("Control+k")
    page.keyboard.type("الهجرة", delay=20)
    expect(page.locator(".search-list a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".search-list")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ar/search\.html\?q="))


def test_a_term_comes_first_as_an_entry_of_the_glossary(reader: Reader) -> None:
    page = found(reader, "fr", "retour volontaire")
    first = page.locator("#search-results > li").first
    assert str(first.locator("a").get_attribute("href")).endswith("/fr/glossary.html#term-voluntary-return")
    assert "Glossaire" in first.inner_text() or "Glossary" in first.inner_text()
    assert first.locator("[lang=ar][dir=rtl]").inner_text() == "العودة الطوعية"


def test_what_begins_as_a_term_leads_to_its_entry(reader: Reader) -> None:
    page = found(reader, "fr", "inspec du trav")
    assert any(link.endswith("#term-labour-inspectors") for link in links(page)[:3])


def test_the_page_of_the_search_shows_one_list(reader: Reader) -> None:
    page = found(reader, "en", "victimes")
    page.locator(".search-input").fill("kuwait")
    expect(page.locator("#search-notes, #search-results")).not_to_have_count(0)
    assert not page.locator("#search-list").count()


def test_the_languages_of_the_page_of_search_keep_the_query(reader: Reader) -> None:
    page = found(reader, "en", "Frontex")
    page.locator(".language-switch a[hreflang=ar]").click()
    page.wait_for_url(re.compile(r"/ar/search\.html\?q=Frontex$"))
    expect(page.locator("#search-results a").first).to_be_visible()


def test_arrow_keys_go_through_the_results(reader: Reader) -> None:
    page = found(reader, "en", "Kuwait workshop")
    page.locator("#search-page-box").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-results a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-page-box")).to_be_focused()
