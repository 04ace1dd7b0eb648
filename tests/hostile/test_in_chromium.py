"""The whole corpus in a browser: no dialog, no script, no call, no navigation, no complaint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from tests.hostile.conftest import Built, Listener
from tests.whole import serve

SPECIAL = (
    "index.html", "about.html", "glossary.html", "progress.html", "404.html", "search.html",
    "releases/index.html", "releases/year/1990.html",
)  # fmt: skip
QUERIES = ("pwned", "script", "onmouseover", "listener", "Evil", "config")
LOOK = """() => {
  const all = [...document.querySelectorAll("*")];
  const handlers = all.flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith("on")));
  for (const node of document.querySelectorAll("main *, title")) {
    for (const kind of ["pointerenter", "mouseover", "focus", "click"]) {
      if (kind !== "click" || node.tagName === "SPAN") node.dispatchEvent(new Event(kind));
    }
  }
  return { pwned: String(window.pwned), handlers, frames: window.length, title: document.title };
}"""


class Visitor:
    """Opens pages and notes whatever a page should never do."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.noise: list[str] = []
        self.here = ""
        page.on("dialog", self._dialog)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.note(f"error {error}"))
        page.on("download", lambda download: self.note(f"download {download.url}"))
        page.on("popup", lambda popup: self.note(f"popup {popup.url}"))
        page.on("request", self._request)

    def note(self, what: str) -> None:
        self.noise.append(f"{self.here}: {what}")

    def _dialog(self, dialog: Dialog) -> None:
        self.note(f"dialog {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        # The French site is not built here: search asks for its index, and does without.
        if not (message.location["url"].startswith(f"{self.base}/fr/") and " 404 " in message.text):
            self.note(f"console {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.note(f"request {request.url}")

    def visit(self, path: str) -> None:
        self.here = path
        self.page.goto(f"{self.base}/{path}")
        found = self.page.evaluate(LOOK)
        if found["pwned"] != "undefined" or found["handlers"] or found["frames"]:
            self.note(str(found))
        if self.page.url != f"{self.base}/{path}":
            self.note(f"went to {self.page.url}")


@pytest.fixture(scope="module")
def visitor(built: Built, browser: Browser) -> Iterator[Visitor]:
    with serve(built.place.site.folder / "out") as base:
        context = browser.new_context()
        yield Visitor(context.new_page(), base)
        context.close()


@pytest.fixture(autouse=True)
def silence(visitor: Visitor, listener: Listener) -> Iterator[None]:
    visitor.noise.clear()
    yield
    assert visitor.noise == []
    assert listener.calls == []


def test_the_pages_with_hostile_translations_do_nothing(visitor: Visitor, built: Built) -> None:
    for name in built.place.messages:
        visitor.visit(f"en/{name}.html")


def test_the_pages_of_hostile_raw_texts_do_nothing(visitor: Visitor, built: Built) -> None:
    for name in built.place.raw:
        visitor.visit(f"en/{quote(name)}.html")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_that_repeat_their_titles_do_nothing(visitor: Visitor, language: str) -> None:
    for name in SPECIAL:
        visitor.visit(f"{language}/{name}")


def test_the_arabic_pages_do_nothing(visitor: Visitor, built: Built) -> None:
    names = [*built.place.titles][:10]
    names += [name for name, row in built.place.reviews.items() if row.outcome == "plain"]
    for name in names:
        visitor.visit(f"ar/{name}.html")


def test_what_search_finds_is_shown_as_text(visitor: Visitor) -> None:
    found = 0
    for query in QUERIES:
        visitor.visit(f"en/search.html?q={query}")
        visitor.page.wait_for_selector('#search-results[aria-busy="false"]')
        found += len(visitor.page.query_selector_all("#search-results li"))
        assert visitor.page.evaluate("String(window.pwned)") == "undefined"
        assert not visitor.page.query_selector_all("#search-results :is(script, img, iframe, svg, [onclick])")
    assert found > len(QUERIES)


def test_side_by_side_and_marked_words_do_nothing(visitor: Visitor, built: Built) -> None:
    name = next(iter(built.place.titles))
    visitor.visit(f"en/{name}.html?view=both&mark=pwned")
    visitor.page.wait_for_selector(".search-mark", timeout=5_000)
    assert visitor.page.evaluate("String(window.pwned)") == "undefined"


def test_the_cards_of_hostile_terms_are_text(visitor: Visitor, built: Built) -> None:
    visitor.visit("en/glossary.html")
    for term in ("evil-name", "evil-definition", "evil-source", "evil-attribute"):
        entry = visitor.page.query_selector(f"#term-{term}")
        assert entry is not None
    assert visitor.page.query_selector('main a[href^="javascript:"]') is None


def test_a_script_that_slipped_into_a_page_would_not_run(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    """The second line: what if one of the defences before it failed?"""
    page = built.place.site.out("en") / "about.html"
    text = page.read_text(encoding="utf-8")
    slipped = page.with_name("slipped.html")
    slipped.write_text(
        text.replace(
            "<article>",
            "<article><script>window.pwned = 1</script><img src=x onerror=window.pwned=2>"
            f'<script src="http://{built.place.places["HOST"]}/x.js"></script>',
        ),
        encoding="utf-8",
    )
    try:
        visitor.page.goto(f"{visitor.base}/en/slipped.html")
        assert visitor.page.evaluate("String(window.pwned)") == "undefined"
        assert any("Content Security Policy" in line for line in visitor.noise)
    finally:
        slipped.unlink()
        visitor.noise.clear()
