"""What a page weighs: all that a first visit loads, uncompressed, and our own part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bayan.languages import load_languages
from tests.browser.conftest import Reader
from tests.conftest import ROOT

FIRST_PAGE = 150_000
"""Bytes that a first visit loads at most, however little the host compresses."""
OWN = {"*.css": 30_000, "*.js": 18_000, "search/*.js": 64_000}
"""Bytes of our style sheets, of our scripts, and of what a script loads when somebody searches."""
SPLIT = "sisters.js"
"""Loaded only where the archive is split."""


LOADED = """Object.fromEntries(["navigation", "resource"]
  .flatMap((kind) => performance.getEntriesByType(kind)).map((one) => [one.name, one.decodedBodySize]))"""


@pytest.mark.parametrize("language", load_languages())
def test_a_first_visit_is_light(reader: Reader, pages: Callable[[str], list[str]], language: str) -> None:
    release = next(path for path in pages(language) if path.count("/") == 4 and "nigeria" in path)
    for path in (f"/{language}/index.html", f"/{language}/releases/index.html", release):
        page = reader.open(path)
        page.wait_for_load_state("networkidle")
        loaded = page.evaluate(LOADED)
        assert len(loaded) > 5 and sum(loaded.values()) < FIRST_PAGE, f"{path}: {loaded}"


def test_our_own_styles_and_scripts_stay_small() -> None:
    for files, most in OWN.items():
        weights = {
            path.name: path.stat().st_size for path in (ROOT / "static").glob(files) if path.name != SPLIT
        }
        assert weights and sum(weights.values()) < most, weights


def test_a_page_loads_only_what_it_uses(reader: Reader) -> None:
    names = (
        "[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(one => one.href || one.src)"
    )
    for path, there, not_there in (
        ("/en/index.html", "bayan.css", "citations.js"),
        ("/en/glossary.html", "glossary.js", "views.js"),
        ("/en/releases/country/kw.html", "search.js", "glossary.css"),
        ("/en/translators.html", "bayan.js", "doctools.js"),
    ):
        page = reader.open(path)
        files = page.evaluate(names)
        assert any(there in file for file in files), path
        assert not any(not_there in file for file in files), path
        assert any("pygments" in file for file in files) == bool(page.locator(".highlight").count()), path
