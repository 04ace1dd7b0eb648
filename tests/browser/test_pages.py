"""Every kind of page, in each language, on a desktop and a phone, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bayan.languages import load_languages
from tests.browser.conftest import DEVICES, SCHEMES, Reader

LANGUAGES = load_languages()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_quiet_and_fit_the_screen(
    reader: Reader, kinds: Callable[[str], list[str]], language: str, device: str, scheme: str
) -> None:
    paths = kinds(language)
    assert f"/{language}/index.html" in paths
    assert f"/{language}/releases/index.html" in paths
    page = reader.open(paths[0], device=device, scheme=scheme)
    for path in paths:
        page.goto(reader.address + path)
        assert page.get_attribute("html", "lang") == language, path
        assert page.get_attribute("html", "dir") == LANGUAGES[language].direction, path
        assert page.evaluate("getComputedStyle(document.body).direction") == LANGUAGES[language].direction
        for part in ("html", ".content"):
            wide = page.locator(part).evaluate("node => node.scrollWidth - node.clientWidth")
            assert wide <= 0, f"{path}: {part} is {wide} px too wide"
    assert page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_within_the_site_leads_somewhere(
    reader: Reader, pages: Callable[[str], list[str]], language: str
) -> None:
    page = reader.open(f"/{language}/index.html")
    known: dict[str, set[str]] = {}
    wanted: set[str] = set()
    for path in pages(language):
        page.goto(reader.address + path)
        known[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)"))
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map((one) => one.href)")
        wanted |= {link.removeprefix(reader.address) for link in links if link.startswith(reader.address)}
    for link in sorted(wanted):
        path, _, anchor = link.partition("#")
        if path in known:
            assert not anchor or anchor in known[path], link
        else:
            assert page.request.get(reader.address + path).ok, link
