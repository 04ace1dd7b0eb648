"""Hostile queries and addresses on the page of search: nothing runs, and each ends."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import Reader


def dialogs_of(page: Page) -> list[str]:
    """What *page* asks or tells from now on; each dialog is closed."""
    said: list[str] = []

    def close(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    return said


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "(a+)+$" * 40,
    "*" * 3000,
    "ا" * 5000,
    "\u202e\u0000\ufeff%00",
    "__proto__ constructor toString hasOwnProperty",
    '"' * 50,
    "{query} {count} $& $1",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_run_nothing_and_end(reader: Reader, query: str) -> None:
    page = reader.open("/en/search.html")
    page.wait_for_load_state("networkidle")
    dialogs = dialogs_of(page)
    page.locator("#search-page-box").fill(query)
    page.locator("#search-page-box").press("Enter")
    page.wait_for_timeout(1500)
    assert page.evaluate("1 + 1") == 2 and not dialogs
    assert not page.locator("main img, #search-page script").count()


IN_ADDRESSES = [
    f"q={quote('<svg onload=alert(1)>')}&country={quote('<img src=x onerror=alert(1)>')}#{quote('<svg>')}",
    "q=traffic&term=__proto__&state=constructor&year=toString&original=__proto__",
    f"q={'a' * 10_000}",
    f"q={quote('(((((a+)+)+)+)+)$' * 500)}",
    "q=%E0%A4%A&country=%FF%FE",
    "q=AVRR&widen=%3Cscript%3E&q=second#%00",
    "mark=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&q=AVRR",
]


@pytest.mark.parametrize("asked", IN_ADDRESSES, ids=range(len(IN_ADDRESSES)))
def test_hostile_addresses_run_nothing_and_end(reader: Reader, asked: str) -> None:
    page = reader.open("/ar/index.html")
    dialogs = dialogs_of(page)
    page.goto(f"{reader.address}/ar/search.html?{asked}")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=5_000)
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    assert not dialogs and not page.locator("main img, main script:not([src]), #search-page svg").count()


def test_lone_surrogates_do_no_harm(reader: Reader) -> None:
    page = reader.open("/en/search.html?q=%ED%A0%80%ED%B0%80#%22%3E%3Csvg")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelector('#search-page-box').value = 'traff\\ud800icking'")
    page.locator("#search-page-box").press("Enter")
    page.wait_for_timeout(800)
    assert page.evaluate("1 + 1") == 2


def test_an_odd_filter_or_hash_in_the_address_breaks_nothing(reader: Reader) -> None:
    page = reader.open("/en/search.html?q=victims&original=constructor#%")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=15_000)
    assert "Object" not in page.locator("main").inner_text()
