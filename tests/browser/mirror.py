"""Whether a page from right to left is the mirror image of the same page from left to right."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

READ = (Path(__file__).parent / "mirror.js").read_text(encoding="utf-8")
EVERYTHING = "TEST_ALL_VIEWS" in os.environ
"""Whether to look at all widths, pages and colours, which takes minutes, or at enough of them."""
WIDTHS = (1800, 1400, 1100, 800, 390) if EVERYTHING else (1400, 1100, 390)
SCHEMES = ("light", "dark") if EVERYTHING else ("light",)
DRAWERS = {"__navigation": 1008, "__toc": 1312}
"""The theme's drawers, and the width in px up to which each is one."""


def views(page: Page) -> Iterator[str]:
    """Bring *page* into all its views, one after the other; yields what each is."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for drawer in (None, *(name for name, widest in DRAWERS.items() if width <= widest)):
                for name in DRAWERS:
                    page.evaluate(
                        "([name, open]) => { document.getElementById(name).checked = open; }",
                        [name, name == drawer],
                    )
                yield f"{width} px, {scheme}, {drawer or 'no drawer'}"


def misses(page: Page) -> list[str]:
    """What on *page*, in its present view, is not the mirror image; each compared with words and without."""
    found = [page.evaluate(READ, {"plain": plain}) for plain in (False, True)]
    assert all(result["compared"] > 20 for result in found), "too few boxes to tell anything"
    return [miss for result in found for miss in result["misses"]]
