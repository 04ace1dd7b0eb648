"""The theme from right to left, and untouched from left to right, on pages that hold all it draws."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.mirror import EVERYTHING, misses, views
from tests.furo_site import build_furo
from tests.whole import serve

PAGES = ("index.html", "part/page.html", "end.html", "genindex.html", "search.html")
LEFT_TO_RIGHT = ("en", "fr") if EVERYTHING else ("fr",)


@pytest.fixture(scope="module")
def furo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site in several languages, with the extension and without."""
    folder = tmp_path_factory.mktemp("furo")
    build_furo(folder / "ar", "ar")
    for language in LEFT_TO_RIGHT:
        build_furo(folder / language, language)
        build_furo(folder / "stock" / language, language, extensions=[])
    with serve(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, furo: str) -> Iterator[Page]:
    """A page that reaches the site, and nothing else."""
    context = browser.new_context(base_url=furo)
    context.route(lambda url: not url.startswith((furo, "data:")), lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_box_mirrors(page: Page, path: str) -> None:
    page.goto(f"/ar/{path}")
    for view in views(page):
        assert not misses(page), view


@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
@pytest.mark.parametrize("path", PAGES)
def test_pages_from_left_to_right_look_as_without_us(page: Page, path: str, language: str) -> None:
    shots = []
    for folder in (language, f"stock/{language}"):
        page.goto(f"/{folder}/{path}")
        shots.append({view: page.screenshot(animations="disabled", caret="hide") for view in views(page)})
    assert shots[0].keys() == shots[1].keys()
    assert [view for view in shots[0] if shots[0][view] != shots[1][view]] == []


def test_a_physical_side_would_be_seen(page: Page) -> None:
    page.goto("/ar/index.html")
    assert not misses(page)
    page.add_style_tag(content="article p { border-left: 3px solid }")
    assert misses(page)


def test_code_and_formulas_run_from_left_to_right(page: Page) -> None:
    page.goto("/ar/index.html")
    for selector in ("pre", "code.literal", "kbd", ".sig", "span.math", "div.math"):
        assert page.locator(f"article {selector}").first.evaluate(
            "node => [getComputedStyle(node).direction, getComputedStyle(node).unicodeBidi]"
        ) == ["ltr", "isolate"], selector
    sides = "pre => pre.firstElementChild.getBoundingClientRect().left - pre.getBoundingClientRect().left"
    assert 0 <= page.locator("pre").first.evaluate(sides) < 50


def test_arrows_turn(page: Page) -> None:
    page.goto("/ar/part/page.html")
    turned = "node => getComputedStyle(node).transform"
    # A quarter and three quarters of a turn look the same in both directions.
    assert page.locator(".toctree-checkbox ~ label svg").first.evaluate(turned).startswith("matrix(0,")
    assert page.locator(".next-page svg").evaluate(turned).startswith("matrix(-1, 0")
    assert page.locator(".prev-page svg").evaluate(turned) == "none"
    next_page, previous = (page.locator(f".{name}-page").bounding_box() for name in ("next", "prev"))
    assert next_page and previous and next_page["x"] < previous["x"]
    page.goto("/ar/index.html")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.locator(".toc-header-icon svg").evaluate(turned).startswith("matrix(-1, 0")
