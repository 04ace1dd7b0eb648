"""Reading a release: its views, the address of a view, and citing a paragraph."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader

# The Arabic release, read in English: two scripts, two directions.
WORKSHOPS = (
    "/en/releases/ar/aqdt-almndhmh-aldwlyh-llhjrh-wrsh-aml-llaamlyn-fy-alkhtwt-alamamyh-ala-mkafhh-"
    "alatjar-balashkhas.html"
)


def sides(page: Page) -> tuple[bool, bool]:
    """Whether the translation and the original of the second paragraph are seen."""
    pair = page.locator("#p2")
    return pair.locator(".translation").is_visible(), pair.locator(".original").is_visible()


def test_the_translation_shows_first(reader: Reader) -> None:
    assert sides(reader.open(WORKSHOPS)) == (True, False)


@pytest.mark.parametrize(
    ("view", "seen"), [("translation", (True, False)), ("original", (False, True)), ("both", (True, True))]
)
def test_an_address_may_ask_for_a_view(reader: Reader, view: str, seen: tuple[bool, bool]) -> None:
    page = reader.open(f"{WORKSHOPS}?view={view}")
    assert sides(page) == seen
    pressed = page.locator(".view-switch [aria-pressed=true]")
    expect(pressed).to_have_count(1)
    expect(pressed).to_have_attribute("data-view", view)


def test_an_unknown_view_is_the_translation(reader: Reader) -> None:
    assert sides(reader.open(f"{WORKSHOPS}?view=%3Cscript%3E")) == (True, False)


def test_the_view_is_chosen_by_keyboard_and_remembered(reader: Reader) -> None:
    page = reader.open(WORKSHOPS)
    page.get_by_role("button", name="Side by side").focus()
    page.keyboard.press("Enter")
    assert sides(page) == (True, True)
    page.reload()
    assert sides(page) == (True, True)


def test_a_link_that_asks_for_a_view_counts_more_than_the_last_choice(reader: Reader) -> None:
    page = reader.open(WORKSHOPS)
    page.get_by_role("button", name="Side by side").click()
    page.goto(f"{reader.address}{WORKSHOPS}?view=original")
    assert sides(page) == (False, True)


def test_pairs_share_a_row_on_a_wide_screen_and_stack_on_a_phone(reader: Reader) -> None:
    for device, same_row in (("desktop", True), ("phone", False)):
        pair = reader.open(f"{WORKSHOPS}?view=both", device=device).locator("#p2")
        left, right = (pair.locator(name).bounding_box() for name in (".translation", ".original"))
        assert left and right
        assert (abs(left["y"] - right["y"]) < 12) is same_row


def test_the_original_title_is_the_heading_of_the_original(reader: Reader) -> None:
    page = reader.open(f"{WORKSHOPS}?view=original")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "ar")


def test_without_javascript_the_translation_shows_and_the_original_is_one_link_away(reader: Reader) -> None:
    page = reader.open(WORKSHOPS, java_script_enabled=False)
    assert sides(page) == (True, False)
    assert not page.locator(".view-switch").is_visible()
    page.locator(".translation-state a").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_printing_shows_what_the_reader_chose(reader: Reader) -> None:
    page = reader.open(f"{WORKSHOPS}?view=original")
    page.emulate_media(media="print")
    assert sides(page) == (False, True)
    for tool in (".view-switch", ".cite-release", ".breadcrumbs", ".paragraph-tools", ".language-switch"):
        assert not page.locator(tool).first.is_visible(), tool


def test_a_paragraph_is_cited_with_its_permanent_address(reader: Reader) -> None:
    page = reader.open(f"{WORKSHOPS}?view=both", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#p2").hover()
    page.get_by_role("button", name="Cite this paragraph (2)").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        r"“IOM Holds Workshops .+”, IOM Kuwait, 15 November 2021, paragraph 2, http://\S+\.html#p2 "
        r"\(Unofficial translation by Bayan\)",
        text,
    )
    expect(page.get_by_role("status")).to_have_text("The citation was copied")


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_who_copies_the_text_copies_nothing_else(reader: Reader, device: str) -> None:
    page = reader.open(WORKSHOPS, device=device)
    page.get_by_role("button", name="Cite this paragraph (2)").wait_for(state="attached")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#release'))")
    copied = page.evaluate("getSelection().toString()")
    assert "Ministry of Foreign Affairs" in copied and not set("¶❞") & set(copied)


def test_a_citation_of_the_original_does_not_speak_of_a_translation(reader: Reader) -> None:
    page = reader.open(f"{WORKSHOPS}?view=original", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#p2").hover()
    page.get_by_role("button", name="Cite this paragraph (2)").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("#p2")


def test_a_phone_does_not_scroll_sideways(reader: Reader) -> None:
    for view in ("translation", "original", "both"):
        page = reader.open(f"{WORKSHOPS}?view={view}", viewport={"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
