"""Fixtures for tests in a browser: the site as served, and a reader who opens its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.whole import build_site, copy_project, serve

DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
SCHEMES = ("light", "dark")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built sites of all languages."""
    project = copy_project(tmp_path_factory.mktemp("site") / "project")
    built = build_site(project)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "_build" / "html"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built sites are served, without a closing slash."""
    with serve(site) as base:
        yield base


class Reader:
    """Opens pages; whatever the console says and whoever else is called is remembered."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.noise: list[str] = []
        self.contexts: list[BrowserContext] = []

    def open(self, path: str, *, device: str = "desktop", scheme: str = "light", **options: Any) -> Page:
        """A page of the site at *path* (``/ar/index.html``), in a browser of its own."""
        context = self.browser.new_context(**{**DEVICES[device], "color_scheme": scheme, **options})
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.noise.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.noise.append(f"{page.url}: {error}"))
        page.on("requestfailed", self._failed)
        context.route(lambda url: not url.startswith((self.address, "data:", "blob:")), self._refuse)
        page.goto(self.address + path)
        return page

    def _failed(self, request: Request) -> None:
        # Who goes on to another page, or closes one, ends what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            self.noise.append(f"failed: {request.url}: {request.failure}")

    def _refuse(self, route: Route) -> None:
        self.noise.append(f"a request to another host: {route.request.url}")
        route.abort()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader whose browser must have had nothing to complain of when the test ends."""
    reader = Reader(browser, address)
    yield reader
    for context in reader.contexts:
        context.close()
    assert not reader.noise


@pytest.fixture(scope="session")
def pages(site: Path) -> Callable[[str], list[str]]:
    """All pages of a language, as paths on the server."""

    def of(language: str) -> list[str]:
        return sorted(f"/{path.relative_to(site).as_posix()}" for path in (site / language).rglob("*.html"))

    return of


@pytest.fixture(scope="session")
def kinds(pages: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """One page of each kind in a language: the site's own, and the first of each folder below."""

    def of(language: str) -> list[str]:
        folders: dict[str, str] = {}
        for path in pages(language):
            folder = path.rpartition("/")[0]
            folders.setdefault(path if folder.count("/") < 3 else folder, path)
        return sorted(folders.values())

    return of
