"""The page of a release: what a reader can do with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bayan.languages import load_languages
from tests.browser.conftest import Reader

LANGUAGES = load_languages()
PHONES = {"loim-au-koweit-facilite": "+96525308164", "des-responsables-du-moyen-orient": "+96176620648"}
EMAILS = {"loim-au-koweit-facilite": "iereiqat@iom.int", "des-responsables-du-moyen-orient": "fnur@iom.int"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PHONES)
def test_a_contact_can_be_called_and_written_to(
    reader: Reader, pages: Callable[[str], list[str]], slug: str, language: str
) -> None:
    path = next(path for path in pages(language) if slug in path)
    page = reader.open(path)
    phone = page.locator(f'a[href="tel:{PHONES[slug]}"]').first
    expect(phone).to_be_visible()
    expect(page.locator(f'a[href="mailto:{EMAILS[slug]}"]').first).to_be_visible()
    digits = "".join(sign for sign in phone.inner_text() if sign.isdigit())
    assert f"+{digits}" == PHONES[slug]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PHONES)
def test_a_number_reads_from_left_to_right(
    reader: Reader, pages: Callable[[str], list[str]], slug: str, language: str
) -> None:
    path = next(path for path in pages(language) if slug in path)
    page = reader.open(path)
    # Where each character of the number stands on the screen: the plus first, then the digits in order.
    places = page.locator(f'a[href="tel:{PHONES[slug]}"]').first.evaluate(
        """(link) => {
            const node = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode();
            return [...node.data].map((sign, at) => {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const box = range.getBoundingClientRect();
                return [box.top, box.left];
            });
        }"""
    )
    rows = {round(top) for top, _ in places}
    assert len(rows) == 1, "the number is not broken over two lines"
    lefts = [left for _, left in places]
    assert lefts == sorted(lefts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_leads_to_its_entry(reader: Reader, pages: Callable[[str], list[str]], language: str) -> None:
    path = next(path for path in pages(language) if "loim-au-koweit-facilite" in path)
    page = reader.open(path)
    page.locator('a.term-link[href$="#term-avrr"]').first.click()
    page.wait_for_url(f"**/{language}/glossary.html#term-avrr")
    expect(page.locator("#term-avrr")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_in_the_readers_language_says_which_it_is_in(
    reader: Reader, pages: Callable[[str], list[str]], language: str
) -> None:
    for path in (path for path in pages(language) if path.count("/") == 4):
        page = reader.open(path)
        marked = page.locator("#furo-main-content p.original").all()
        source = path.split("/")[3]
        for block in marked if source != language else ():
            assert block.get_attribute("lang") == source, path
            assert block.get_attribute("dir") == LANGUAGES[source].direction, path
