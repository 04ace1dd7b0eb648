"""Asking the page of search, for the tests of it."""

from __future__ import annotations

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader


def found(reader: Reader, language: str, query: str, **options: str) -> Page:
    """The page of search once it has said what it found."""
    page = reader.open(f"/{language}/search.html?q={quote(query)}", **options)
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=15_000)
    return page


def links(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator("main #search-results a").all()]
