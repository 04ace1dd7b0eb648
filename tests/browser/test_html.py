"""Every page is valid HTML, as it is sent and as the scripts have changed it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bayan.languages import load_languages
from tests.browser.conftest import Reader
from tests.markup import faults

WHOLE = (
    """<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>h</h1>{}</main></body>"""
)


@pytest.mark.parametrize("language", load_languages())
def test_every_page_is_valid(site: Path, language: str) -> None:
    pages = sorted((site / language).rglob("*.html"))
    assert len(pages) > 20
    found = {path.name: faults(path.read_text(encoding="utf-8")) for path in pages}
    assert not {name: wrong for name, wrong in found.items() if wrong}


def test_the_page_that_lets_choose_a_language_is_valid(site: Path) -> None:
    assert not faults((site / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", load_languages())
def test_pages_are_valid_when_scripts_have_run(
    reader: Reader, pages: Callable[[str], list[str]], language: str
) -> None:
    release = next(path for path in pages(language) if "nigeria" in path)
    asked = [f"{release}?view={view}" for view in ("translation", "original", "both")]
    asked += [f"/{language}/{name}" for name in ("glossary.html", "search.html?q=IOM", "index.html")]
    for path in asked:
        page = reader.open(path)
        if "search" in path:
            page.locator("#search-results[aria-busy=false] a").first.wait_for()
        elif "index" in path:
            page.locator(".search-input").press_sequentially("traite")
            page.locator(".search-list:visible a, .search-option:visible").first.wait_for()
        elif "glossary" not in path:
            page.locator("a.term-link:visible").first.hover()
            page.locator(".term-popover:visible").wait_for()
        assert not faults(page.content()), path


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("<p>a<div>b</div></p>", "end tag (p)"),
        ('<p id="a" id="b">x</p>', "duplicate"),
        ('<p id="a">x</p><p id="a">y</p>', "stands 2 times"),
        ('<p aria-describedby="no">x</p>', "leads nowhere"),
        ('<a href="#no">x</a>', "leads nowhere"),
        ("<ul><p>x</p></ul>", "<p> in <ul>"),
        ('<button>a <a href="x">b</a></button>', "<a> in <button>"),
        ("<span><div>x</div></span>", "<div> in <span>"),
        ("<h3>x</h3>", "<h3> after <h1>"),
        ('<form action=""></form>', "action=''"),
        ("<h1>x</h1>", "2 × <h1>"),
        ('<time datetime="May">x</time>', "datetime"),
        ("<input>", "no label"),
    ],
)
def test_a_fault_would_be_seen(wrong: str, said: str) -> None:
    assert not faults(WHOLE.format("<p>right</p>"))
    assert any(said in fault for fault in faults(WHOLE.format(wrong))), faults(WHOLE.format(wrong))
