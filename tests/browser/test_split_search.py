"""Search over an archive that is split by year: hits of all parts, from every project and language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader
from tests.site import Site, make_site
from tests.whole import serve

PARTS = ("", "2014-2015", "2016")
LANGUAGES = ("en", "fr", "ar")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the three projects are served, in all languages; the reader opens pages there."""
    folder = make_site(tmp_path_factory.mktemp("split"), "split").folder
    termbase = str(folder / "src/glossary.toml")
    for part in PARTS:
        told = {"ARCHIVE_PART": part, "ARCHIVE_INVENTORY": str(folder / "out/{language}/objects.inv")}
        with patch.dict(os.environ, told):
            for language in LANGUAGES:
                Site(Path(folder), part).build(language, termbase_file=termbase)
    with serve(folder / "out") as base:
        yield base


def found(reader: Reader, path: str, query: str) -> Page:
    page = reader.open(f"{path}/search.html?{query}")
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false", timeout=30_000)
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=30_000)
    return page


def links(page: Page) -> set[str]:
    """The releases that were found: project, language and page of each."""
    every = [str(link.get_attribute("href")) for link in page.locator("#search-results a").all()]
    return {link.split("?")[0].split("#")[0].split("/", 3)[3] for link in every if "/releases/" in link}


@pytest.mark.parametrize("project", ["", "/projects/2016"], ids=["main", "part"])
def test_a_query_finds_releases_of_all_projects(reader: Reader, project: str) -> None:
    page = found(reader, f"{project}/en", "q=refuge")
    assert links(page) == {
        "en/releases/en/shelter.html",
        "projects/2014-2015/en/releases/fr/visite.html",
        "projects/2016/en/releases/fr/retour.html",
    }
    expect(page.locator("#search-status")).to_have_text("3 results")


def test_a_hit_leads_to_the_page_of_its_part_and_marks_the_word(reader: Reader) -> None:
    page = found(reader, "/en", "q=refuge of Kuwait")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"/projects/2014-2015/en/releases/fr/visite\.html.*#p1$"))
    expect(page.locator("#p1 mark").first).to_have_text("refuge")


def test_what_only_another_language_s_text_of_a_part_has_is_found_on_the_readers_own_page(
    reader: Reader,
) -> None:
    page = found(reader, "/ar", f"q={quote('helps refuge Kuwait')}")
    assert "projects/2014-2015/ar/releases/fr/visite.html" in links(page)
    hit = page.locator("#search-results > li", has=page.locator("a[href*=visite]"))
    assert hit.locator(".search-excerpt").get_attribute("lang") == "en"


def test_a_term_is_found_by_all_its_names_in_all_projects_with_its_entry_in_the_main_one(
    reader: Reader,
) -> None:
    page = found(reader, "/projects/2014-2015/fr", "q=victime de traite")
    assert links(page) == {
        "fr/releases/en/shelter.html",
        "projects/2014-2015/fr/releases/fr/visite.html",
        "projects/2016/fr/releases/ar/liqa.html",
    }
    entry = page.locator("#search-results .search-entry a")
    assert str(entry.first.get_attribute("href")).endswith("/fr/glossary.html#term-victim-of-trafficking")
    assert "/projects/" not in str(entry.first.get_attribute("href"))


def test_filters_count_and_choose_over_all_projects(reader: Reader) -> None:
    page = found(reader, "/en", "country=KW")
    assert links(page) == {
        "en/releases/fr/sans-date.html",
        "projects/2014-2015/en/releases/fr/visite.html",
    }
    countries = page.locator("select[name=country] option").all_inner_texts()
    assert "Kuwait (2)" in countries
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("country=KW", "year=2016"))
    expect(page.locator("#search-status")).to_have_text("2 results")
    assert links(page) == {
        "projects/2016/en/releases/fr/retour.html",
        "projects/2016/en/releases/ar/liqa.html",
    }
    assert not [address for address in asked if "/projects/2014-2015/" in address]


def test_a_name_that_only_a_part_has_is_found_by_a_near_spelling(reader: Reader) -> None:
    page = found(reader, "/en", "q=Lagoss")
    assert links(page) == {"projects/2016/en/releases/fr/retour.html"}


def test_the_card_of_a_term_shows_in_a_part(reader: Reader) -> None:
    page = reader.open("/projects/2014-2015/en/releases/fr/visite.html")
    page.locator("#p1 a.term-link").first.hover()
    expect(page.locator("#term-popover")).to_contain_text("helps victims of trafficking")
    page.locator("#p1 a.term-link").first.click()
    page.wait_for_url(re.compile(r"/en/glossary\.html#term-iom$"))
    expect(page.locator("#term-iom")).to_be_visible()


def test_an_old_address_leads_on_with_its_paragraph(reader: Reader) -> None:
    page = reader.open("/fr/releases/fr/visite.html?view=both#p2")
    page.wait_for_url(re.compile(r"/projects/2014-2015/fr/releases/fr/visite\.html\?view=both#p2$"))
