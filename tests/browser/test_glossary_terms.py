"""Terms at hand: with the mouse, the keyboard, a finger, a screen reader, and without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader

RELEASE = (
    "releases/fr/loim-au-koweit-facilite-le-retour-volontaire-de-victimes"
    "-de-traite-au-nigeria-et-en-sierra-leone.html"
)
AVRR = "#release a.term-link[href$='#term-avrr']"


def shown(page: Page) -> str:
    """The text of the card that is open."""
    expect(page.locator(".term-popover")).to_be_visible()
    return page.locator(".term-popover").inner_text()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["AVRR", "choose freely to go home", "aide au retour volontaire", "العودة الطوعية"]),
        ("fr", ["AVRR", "choisissent librement", "assisted voluntary return", "العودة الطوعية"]),
        ("ar", ["ويختارون بحرية", "assisted voluntary return", "aide au retour volontaire"]),
    ],
)
def test_hovering_a_term_shows_what_it_means_and_what_others_call_it(
    reader: Reader, language: str, words: list[str]
) -> None:
    page = reader.open(f"/{language}/{RELEASE}")
    page.locator(f"{AVRR} >> visible=true").first.hover()
    text = shown(page)
    assert all(word in text for word in words), text
    for form in page.locator(".term-popover [lang]").all():
        assert form.get_attribute("dir") in ("ltr", "rtl")


def test_the_card_can_be_entered_and_goes_when_the_mouse_goes(reader: Reader) -> None:
    page = reader.open(f"/en/{RELEASE}")
    page.locator(AVRR).first.hover()
    shown(page)
    page.locator(".term-popover").hover()
    page.wait_for_timeout(400)
    shown(page)
    page.locator("h1").hover()
    expect(page.locator(".term-popover")).to_be_hidden()


def test_the_keyboard_opens_the_card_escape_closes_it_and_enter_follows(reader: Reader) -> None:
    page = reader.open(f"/en/{RELEASE}")
    page.locator("#release").evaluate("node => { node.tabIndex = -1; node.focus(); }")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.term-link')"):
            break
    shown(page)
    page.keyboard.press("Escape")
    expect(page.locator(".term-popover")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('a.term-link')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-*")


def test_a_tap_shows_the_card_and_the_card_leads_on(reader: Reader) -> None:
    page = reader.open(f"/en/{RELEASE}", device="phone")
    before = page.url
    page.locator(AVRR).first.tap()
    shown(page)
    assert page.url == before
    box = page.locator(".term-popover").bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator(".term-popover-close").tap()
    expect(page.locator(".term-popover")).to_be_hidden()
    page.locator(AVRR).first.tap()
    page.locator(".term-popover-open").tap()
    page.wait_for_url("**/glossary.html#term-avrr")


def test_a_tap_elsewhere_closes_the_card(reader: Reader) -> None:
    page = reader.open(f"/ar/{RELEASE}", device="phone")
    page.locator(f"{AVRR} >> visible=true").first.tap()
    shown(page)
    page.touchscreen.tap(195, 10)
    expect(page.locator(".term-popover")).to_be_hidden()


def test_a_screen_reader_reads_the_card_with_the_link(reader: Reader) -> None:
    page = reader.open(f"/en/{RELEASE}")
    told = page.locator(AVRR).first.evaluate(
        "link => document.getElementById(link.getAttribute('aria-describedby')).textContent"
    )
    assert "choose freely to go home" in told and "aide au retour volontaire" in told


@pytest.mark.parametrize(
    ("language", "typed", "entry"),
    [
        ("fr", "refugie", "refugee"),
        ("fr", "REINTEGRATION", "avrr"),
        ("ar", "الية الاحاله", "national-referral-mechanism"),
        ("ar", "المنظمة الدوليه للھجره", "iom"),
        ("en", "oim", "iom"),
    ],
)
def test_the_filter_folds_accents_and_arabic_letters(
    reader: Reader, language: str, typed: str, entry: str
) -> None:
    page = reader.open(f"/{language}/glossary.html")
    page.locator("#term-filter-field").press_sequentially(typed)
    expect(page.locator(f"#term-{entry}")).to_be_visible()
    assert page.locator("dl.termbase > dt >> visible=true").count() < 10
    assert page.locator("section.letter > h2 >> visible=true").count() < 10
    page.locator("#term-filter-field").press("Escape")
    assert page.locator("dl.termbase > dt >> visible=true").count() > 80


def test_the_filter_says_when_nothing_matches(reader: Reader) -> None:
    page = reader.open("/en/glossary.html")
    page.locator("#term-filter-field").fill("zzzz")
    expect(page.locator(".term-filter-count")).to_have_text("No term matches")


def test_without_a_script_the_link_leads_to_the_entry_of_a_plain_list(reader: Reader) -> None:
    page = reader.open(f"/fr/{RELEASE}", java_script_enabled=False)
    page.locator(AVRR).first.click()
    page.wait_for_url("**/glossary.html#term-avrr")
    assert page.locator("dl.termbase > dt >> visible=true").count() > 80
    assert page.locator("#term-filter-field").count() == 0


def test_an_entry_shows_the_card_of_a_term_in_its_definition(reader: Reader) -> None:
    page = reader.open("/en/glossary.html")
    page.locator("#term-nccht + dd a.term-link").first.hover()
    assert "force, threat, deception" in shown(page)
