"""The whole site by keyboard alone: what has the focus is seen, and drawers open and close."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bayan.languages import load_languages
from tests.browser.conftest import Reader

STEPS = 30
"""How many times Tab is pressed on a page: beyond its chrome and well into its text."""
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const drawn = (element, part) => {
    const style = getComputedStyle(element, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  const labels = [...(node.labels ?? [])].filter((label) => label.checkVisibility());
  const seen = node.matches(".sidebar-toggle") ? labels.find((label) => drawn(label)) : node;
  const box = seen?.getBoundingClientRect();
  return {
    name: `${node.tagName}#${node.id}.${node.className} ${node.textContent.trim().slice(0, 30)}`,
    drawn: Boolean(seen) && [undefined, "::after"].some((part) => drawn(seen, part)),
    there: Boolean(box) && box.width > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def walk(page: Page) -> list[str]:
    """What on *page* gets the focus without showing it, where the reader is."""
    wrong, reached = [], 0
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        reached += 1
        if not (found["drawn"] and found["there"]):
            wrong.append(found["name"])
    assert reached > 5
    return wrong


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("language", load_languages())
def test_what_has_the_focus_is_seen(
    reader: Reader, kinds: Callable[[str], list[str]], language: str, device: str
) -> None:
    # What moves in takes a moment to arrive, so nothing moves here.
    page = reader.open(f"/{language}/404.html", device=device, reduced_motion="reduce")
    for path in kinds(language):
        page.goto(reader.address + path)
        assert walk(page) == [], path


def test_the_focus_is_seen_without_our_colours(reader: Reader) -> None:
    page = reader.open("/ar/index.html", forced_colors="active", reduced_motion="reduce")
    assert walk(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("box", "drawer"), [("__navigation", ".sidebar-drawer"), ("__toc", ".toc-drawer")])
def test_a_drawer_opens_is_walked_through_and_closes(
    reader: Reader, language: str, box: str, drawer: str
) -> None:
    page = reader.open(f"/{language}/glossary.html", device="phone", reduced_motion="reduce")
    expect(page.locator(f"{drawer} a").first).to_be_hidden()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == box:
            break
    page.keyboard.press("Enter")
    link = page.locator(f"{drawer} a:visible").first
    expect(link).to_be_in_viewport()
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == box


def test_a_page_without_contents_has_no_way_to_open_them(reader: Reader) -> None:
    page = reader.open("/en/404.html", device="phone")
    expect(page.locator("#__toc")).to_be_hidden()
    expect(page.locator("#__navigation")).to_be_visible()


def test_one_leaps_over_the_chrome_to_the_text(reader: Reader) -> None:
    page = reader.open("/fr/about.html", reduced_motion="reduce")
    skip = page.locator(".skip-to-content:focus")
    page.keyboard.press("Tab")
    while not skip.count():
        assert page.evaluate("document.activeElement.matches('.sidebar-toggle')")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#furo-main-content")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_view_the_language_and_the_shelves_are_chosen_by_keyboard(reader: Reader) -> None:
    page = reader.open("/en/releases/index.html", reduced_motion="reduce")
    details = page.locator("details.many-shelves summary")
    details.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.many-shelves a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/releases/term/*.html")
    page.locator(".language-switch a[hreflang=ar]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/releases/term/*.html")
    page.locator(".release-title").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/releases/*/*.html")
