"""The Arabic site is the mirror image of what it would be from left to right, on every kind of page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Page

from bayan.languages import load_languages
from tests.browser.conftest import Reader
from tests.browser.mirror import EVERYTHING, misses, views

RIGHT_TO_LEFT = [code for code, language in load_languages().items() if language.direction == "rtl"]
LEFT_TO_RIGHT = [code for code in load_languages() if code not in RIGHT_TO_LEFT]
VIEWS_OF_A_RELEASE = ("translation", "original", "both")


def kinds(paths: list[str]) -> Iterator[str]:
    """One page of each folder and every page at the top, releases in each of their views."""
    seen: Counter[str] = Counter()
    for path in paths:
        folder = PurePosixPath(path).parent
        seen[str(folder)] += 1
        if folder.parent.name == "releases" and folder.name in load_languages():
            if seen[str(folder)] == 1:
                yield from (f"{path}?view={view}" for view in VIEWS_OF_A_RELEASE)
        elif len(folder.parts) <= 2 or seen[str(folder)] == 1 or path.endswith("/index.html"):
            yield path


def short(paths: list[str]) -> list[str]:
    """Of *paths*, enough to see a mistake in a minute's time."""
    ends = ("/index.html", "/404.html", "/glossary.html", "/search.html", "/progress.html", "?view=both")
    return [path for path in paths if path.endswith(ends)]


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_every_box_on_every_kind_of_page_mirrors(
    reader: Reader, pages: Callable[[str], list[str]], language: str
) -> None:
    found = list(kinds(pages(language)))
    assert len(found) > 10
    page = reader.open(f"/{language}/index.html")
    for path in found if EVERYTHING else short(found):
        page.goto(reader.address + path)
        for view in views(page):
            assert not misses(page), f"{path}: {view}"


@pytest.fixture
def home(reader: Reader) -> Page:
    """The first page in a language that runs from right to left."""
    return reader.open(f"/{RIGHT_TO_LEFT[0]}/index.html")


def test_a_physical_side_in_our_style_would_be_seen(home: Page) -> None:
    assert not misses(home)
    home.add_style_tag(content="article p { padding-left: 3px }")
    assert misses(home)


@pytest.mark.parametrize("language", load_languages())
def test_pages_say_which_way_they_run(reader: Reader, language: str) -> None:
    page = reader.open(f"/{language}/index.html")
    direction = load_languages()[language].direction
    assert page.locator("html").get_attribute("dir") == direction
    assert page.evaluate("getComputedStyle(document.body).direction") == direction


def test_an_original_runs_its_own_way_beside_its_translation(
    reader: Reader, pages: Callable[[str], list[str]]
) -> None:
    release = next(path for path in pages("ar") if "/releases/fr/" in path)
    page = reader.open(f"{release}?view=both", viewport={"width": 1400, "height": 900})
    translation, original = (page.locator(f".pair > .{side}").first for side in ("translation", "original"))
    for block, start in ((translation, "right"), (original, "left")):
        assert block.evaluate("node => getComputedStyle(node).textAlign") == "start"
        edge = block.evaluate(
            """(node, side) => {
              const range = document.createRange();
              range.selectNodeContents(node);
              return Math.abs(range.getClientRects()[0][side] - node.getBoundingClientRect()[side]);
            }""",
            start,
        )
        assert edge < 1, f"the first line does not begin at the {start}"
    boxes = translation.bounding_box(), original.bounding_box()
    assert boxes[0] and boxes[1] and boxes[0]["x"] > boxes[1]["x"], (
        "the translation stands first, at the right"
    )


def test_code_and_telephone_numbers_run_from_left_to_right(
    reader: Reader, pages: Callable[[str], list[str]]
) -> None:
    about = reader.open("/ar/about.html")
    assert about.locator("article code").first.evaluate(
        "node => [getComputedStyle(node).direction, getComputedStyle(node).unicodeBidi]"
    ) == ["ltr", "isolate"]
    release = next(path for path in pages("ar") if "nigeria" in path)
    about.goto(reader.address + release)
    number = about.locator(".contact-link").first
    assert number.evaluate(
        """node => {
          const text = node.querySelector("a").firstChild, range = document.createRange();
          const at = (place) => { range.setStart(text, place); range.setEnd(text, place + 1);
            return range.getBoundingClientRect().left; };
          return at(0) < at(text.length - 1);
        }"""
    )


def test_the_icon_of_the_contents_turns(home: Page) -> None:
    home.set_viewport_size({"width": 390, "height": 844})
    icon = home.locator(".toc-header-icon svg")
    assert icon.evaluate("node => getComputedStyle(node).transform").startswith("matrix(-1, 0")


def test_arabic_has_room_for_its_marks_and_neither_slant_nor_spacing(
    reader: Reader, pages: Callable[[str], list[str]]
) -> None:
    release = next(path for path in pages("en") if "/releases/ar/" in path)
    for path, arabic in (("/ar/about.html", "p"), (f"{release}?view=original", "[lang=ar]")):
        page = reader.open(path)
        page.evaluate(
            """() => document.querySelector("article").insertAdjacentHTML("beforeend",
              "<div lang=ar dir=rtl><em id=slanted>أ</em><code id=code>x</code></div>")"""
        )
        room, faces = page.locator(f"article {arabic}:visible").first.evaluate(
            """node => { const style = getComputedStyle(node);
              return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), style.fontFamily]; }"""
        )
        assert room >= 1.5 and "Noto Sans Arabic" in faces, path
        assert page.locator("#slanted").evaluate("node => getComputedStyle(node).fontStyle") == "normal"
        assert "monospace" in page.locator("#code").evaluate("node => getComputedStyle(node).fontFamily")


@pytest.mark.parametrize("language", load_languages())
def test_time_runs_as_the_text_does_in_the_chart_and_its_numbers_can_be_read(
    reader: Reader, language: str
) -> None:
    page = reader.open(f"/{language}/releases/index.html")
    bars = page.locator(".year-chart rect").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect().left)"
    )
    assert len(bars) > 1 and bars == sorted(bars, reverse=language in RIGHT_TO_LEFT)
    assert page.locator(".year-chart text").evaluate_all(
        "nodes => nodes.every(node => node.getScreenCTM().a > 0)"
    )
    words = page.locator(".year-chart svg").get_attribute("aria-label") or ""
    assert "2016: 1" in words and "2021: 1" in words
