"""Nothing scrolls sideways: at 320 px, and with letters of twice their size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page

from bayan.languages import load_languages
from tests.browser.conftest import Reader

VIEWS = ("translation", "original", "both")
WIDER = """() => {
  const scrolls = [document.documentElement, document.querySelector(".content")];
  if (scrolls.every((one) => one.scrollWidth <= one.clientWidth)) return [];
  const room = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("main *")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.right > room + 1 || box.left < -1);
  });
  return ["the page", ...wide.map((node) => `${node.tagName}.${node.className} ${node.textContent.trim()}`)];
}"""
"""What is wider than the screen; the theme lets the text scroll by itself where a page would."""


@pytest.fixture
def every(kinds: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """Each kind of page of a language, releases in each view, and search with what it found."""

    def of(language: str) -> list[str]:
        releases = [path for path in kinds(language) if path.split("/")[-2] in load_languages()]
        found = [path for path in kinds(language) if path.count("/") == 2 or path not in releases]
        return [
            *found,
            *(f"{path}?view={view}" for path in releases if path.count("/") == 4 for view in VIEWS),
            f"/{language}/search.html?q=IOM",
        ]

    return of


def overflowing(page: Page, address: str, paths: list[str]) -> dict[str, list[str]]:
    """What on each of *paths* is wider than the screen."""
    found = {}
    for path in paths:
        page.goto(address + path)
        if "?q=" in path:
            page.locator("#search-results[aria-busy=false]").wait_for()
        if wider := page.evaluate(WIDER):
            found[path] = wider
    return found


@pytest.mark.parametrize("language", load_languages())
def test_pages_fit_320_pixels(reader: Reader, every: Callable[[str], list[str]], language: str) -> None:
    page = reader.open(f"/{language}/404.html", viewport={"width": 320, "height": 700})
    assert overflowing(page, reader.address, every(language)) == {}


@pytest.fixture(scope="module")
def large(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """The browser of a reader who has set letters of twice the usual size."""
    args = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": args})
    yield browser
    browser.close()


@pytest.mark.parametrize("width", [1280, 640])
@pytest.mark.parametrize("language", load_languages())
def test_pages_fit_with_letters_of_twice_their_size(
    large: Browser, address: str, every: Callable[[str], list[str]], language: str, width: int
) -> None:
    page = large.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/{language}/about.html")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)") >= 30
    assert overflowing(page, address, every(language)) == {}
    page.close()


def test_what_is_too_wide_would_be_seen(reader: Reader) -> None:
    page = reader.open("/en/index.html", viewport={"width": 320, "height": 700})
    page.add_style_tag(content="article h1 { inline-size: 400px }")
    assert page.evaluate(WIDER)
