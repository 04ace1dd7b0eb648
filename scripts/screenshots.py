"""Take the README's pictures of the built site again: ``python -m scripts.screenshots``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import find_chromium, flags

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_build" / "html"
PICTURES = ROOT / "docs" / "images"
RELEASE = "releases/fr/loim-au-koweit-facilite-le-retour-volontaire-de-victimes-de-traite-*.html"


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the page below the site, how it is seen, and in which view."""

    name: str
    page: str
    width: int = 1200
    height: int = 800
    dark: bool = False
    query: str = ""


PICTURE_LIST = (
    Picture("home-english.png", "en/index.html"),
    Picture("release-arabic.png", f"ar/{RELEASE}", height=1000, query="?view=both"),
    Picture("release-phone.png", f"fr/{RELEASE}", width=390, height=844),
    Picture("glossary-phone-dark.png", "ar/glossary.html", width=390, height=844, dark=True),
)


def main() -> int:
    """Take all pictures; the exit status is 1 where the site or a browser is missing."""
    chromium = find_chromium()
    if not chromium or not SITE.is_dir():
        print(
            "error: run `make html` and `make test` first: a site and a browser are needed", file=sys.stderr
        )
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags())
        for picture in PICTURE_LIST:
            take(browser, picture)
        browser.close()
    return 0


def take(browser: Browser, picture: Picture) -> None:
    """Take one picture of what the first screen shows."""
    (page_file,) = SITE.glob(picture.page)
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        is_mobile=picture.width < 500,
    )
    page.goto(page_file.as_uri() + picture.query)
    page.screenshot(path=PICTURES / picture.name)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
