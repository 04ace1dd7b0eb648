"""WCAG 2.2 AA as far as a machine can tell: axe-core finds nothing on any kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Reader
from tests.browser.mirror import EVERYTHING
from tests.site import make_site
from tests.whole import serve

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
RELEASE = "releases/fr/loim-au-koweit-renforce-la-capacite-didentification-des-victimes-de-traite.html"
ARABIC = (
    "releases/ar/aqdt-almndhmh-aldwlyh-llhjrh-wrsh-aml-llaamlyn-fy-alkhtwt-alamamyh-ala-mkafhh-"
    "alatjar-balashkhas.html"
)
PAGES = [
    "index.html", "releases/index.html", "releases/country/kw.html", "releases/term/iom.html",
    "releases/year/unknown.html", "glossary.html", "about.html", "progress.html", "translators.html",
    "404.html", "search.html?q=AVRR&original=fr", "search.html?q=xqxqxq", RELEASE,
    f"{RELEASE}?view=original", f"{RELEASE}?view=both", f"{ARABIC}?view=both",
]  # fmt: skip
SEEN = [("desktop", "light"), ("phone", "dark")]
if EVERYTHING:
    SEEN += [("desktop", "dark"), ("phone", "light")]


def violations(page: Page) -> list[str]:
    """What axe-core finds on *page* as it is now."""
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{page.url}: {violation['id']}: {node['html'][:200]}: {node['failureSummary'][:300]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("device", "scheme"), SEEN)
def test_axe_finds_nothing(reader: Reader, language: str, device: str, scheme: str) -> None:
    page, found = reader.open(f"/{language}/404.html", device=device, scheme=scheme), []
    for path in PAGES:
        page.goto(f"{reader.address}/{language}/{path}")
        if "search" in path:
            page.wait_for_load_state("networkidle")
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("device", "scheme"), SEEN)
def test_axe_finds_nothing_in_what_opens(reader: Reader, language: str, device: str, scheme: str) -> None:
    # What fades in has for a moment colours of its own.
    page = reader.open(f"/{language}/glossary.html", device=device, scheme=scheme, reduced_motion="reduce")
    found = []
    for _ in opened(page, device):
        found += violations(page)
    assert found == []


def opened(page: Page, device: str) -> Iterator[None]:
    """Open what opens on a page, one thing after the other."""
    page.locator("#term-filter-field").fill("OIM")
    yield
    page.goto(page.url.replace("glossary.html", "releases/index.html"))
    page.locator("details.many-shelves summary").click()
    yield
    page.locator(".search-input").fill("IOM")
    page.locator(".search-option:visible").first.wait_for()
    yield
    if device == "phone":
        for name in ("__navigation", "__toc"):
            page.goto(page.url)
            page.locator(f"label[for={name}]:visible").first.click()
            yield
    page.goto(page.url.replace("releases/index.html", RELEASE))
    page.locator("a.term-link:visible").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator(".term-popover:visible").wait_for()
    yield


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_axe_finds_nothing_where_little_is_translated(reader: Reader, tmp_path: Path, language: str) -> None:
    site = make_site(tmp_path, "bilingual").build(language)
    with serve(site.folder / "out") as address:
        reader.address = address
        found = []
        for path in ("releases/fr/visite.html", "releases/ar/zyara.html", "index.html"):
            for scheme in ("light", "dark"):
                found += violations(reader.open(f"/{language}/{path}", scheme=scheme))
        assert found == []
