"""WCAG 2.2 AA as far as a machine can tell: axe-core finds nothing on any kind of page."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import Reader

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
RELEASE = "releases/fr/loim-au-koweit-renforce-la-capacite-didentification-des-victimes-de-traite.html"
PAGES = [
    "index.html", "releases/index.html", "releases/country/kw.html", "glossary.html", "about.html",
    "404.html", "search.html?q=AVRR&original=fr", "search.html?q=xqxqxq",
    RELEASE, f"{RELEASE}?view=original", f"{RELEASE}?view=both",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("device", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_axe_finds_nothing(reader: Reader, language: str, device: str, scheme: str) -> None:
    found = []
    for path in PAGES:
        page = reader.open(f"/{language}/{path}", device=device, scheme=scheme)
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE)
        result = page.evaluate("rules => axe.run(document, rules)", RULES)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                found.append(
                    f"{path}: {violation['id']}: {node['html'][:200]}: {node['failureSummary'][:300]}"
                )
    assert found == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_in_the_open_box_of_search(reader: Reader, language: str) -> None:
    page = reader.open(f"/{language}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("Frontex")
    page.locator(".search-list .search-all").wait_for()
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert [violation["id"] for violation in result["violations"]] == []
