"""Choosing a language: on the first page, and from any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bayan.languages import load_languages
from tests.browser.conftest import DEVICES, SCHEMES, Reader

LANGUAGES = load_languages()


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("fr-CA", "fr"), ("ar-KW", "ar")])
def test_the_first_page_follows_the_browser(reader: Reader, locale: str, language: str) -> None:
    page = reader.open("/", locale=locale)
    page.wait_for_url(f"**/{language}/index.html")


def test_an_unknown_language_of_the_browser_leaves_the_choice_to_the_reader(reader: Reader) -> None:
    page = reader.open("/", locale="de-DE")
    names = page.locator("nav strong")
    expect(names).to_have_text([language.name for language in LANGUAGES.values()])
    assert page.url == reader.address + "/"


def test_a_choice_on_the_first_page_is_remembered(reader: Reader) -> None:
    page = reader.open("/#choose", locale="en-GB")
    page.locator("a[hreflang=ar]").click()
    page.wait_for_url("**/ar/index.html")
    page.goto(reader.address + "/")
    page.wait_for_url("**/ar/index.html")


def test_a_choice_on_another_page_is_remembered_too(reader: Reader) -> None:
    page = reader.open("/en/about.html", locale="en-GB")
    page.locator(".language-switch a[hreflang=fr]").click()
    page.wait_for_url("**/fr/about.html")
    page.goto(reader.address + "/")
    page.wait_for_url("**/fr/index.html")


def test_asking_to_choose_shows_the_list_whatever_was_chosen(reader: Reader) -> None:
    page = reader.open("/#choose", locale="fr")
    expect(page.locator("nav a")).to_have_count(len(LANGUAGES))
    assert page.url.endswith("/#choose")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("device", DEVICES)
def test_the_first_page_is_a_list_without_javascript(reader: Reader, device: str, scheme: str) -> None:
    page = reader.open("/", device=device, scheme=scheme, java_script_enabled=False)
    for language in LANGUAGES.values():
        link = page.get_by_role("link", name=language.name)
        expect(link).to_be_visible()
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= DEVICES[device]["viewport"]["width"]
        assert box["height"] >= 44, "a finger needs that much"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_leads_to_the_same_page_and_paragraph(
    reader: Reader, pages: Callable[[str], list[str]], language: str
) -> None:
    release = next(path for path in pages(language) if path.count("/") == 4)
    for other in LANGUAGES.targets(language):
        page = reader.open(f"{release}#p2")
        switch = page.locator(".language-switch a")
        expect(switch).to_have_text([one.name for one in LANGUAGES.values()])
        page.locator(f".language-switch a[hreflang={other}]").click()
        page.wait_for_url(f"**/{other}/**")
        assert page.url == f"{reader.address}{release.replace(f'/{language}/', f'/{other}/', 1)}#p2"
        expect(page.locator("#p2")).to_be_in_viewport()
