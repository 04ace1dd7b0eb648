"""What the page of search loads and when, and what it does where parts of it are missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from bayan.search_text import rules_for_browser, text_words, word_keys
from tests.browser.asking import found
from tests.browser.conftest import Reader

ROOT = Path(__file__).resolve().parent.parent.parent


def test_nothing_moves_when_results_come(reader: Reader) -> None:
    page = reader.open("/en/search.html")
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{reader.address}/en/search.html?q=voluntary+return")
    expect(page.locator("#search-results a").first).to_be_visible()
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.1  # what is called good of a page


def test_the_parts_of_the_page_are_asked_for_at_once(reader: Reader) -> None:
    page = found(reader, "en", "AVRR")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(({ name, startTime }) => [name, startTime])"
    )
    times = {name.split("?")[0].rpartition("/en/")[2]: start for name, start in loaded}
    modules = [name for name, _ in loaded if "_static/search/" in name]
    assert len({name.partition("?")[2] for name in modules}) == 1  # one version
    assert len(modules) == len(set(modules))  # each loaded once
    parts = [time for name, time in times.items() if name.startswith("_static/search/")]
    packs = [times[f"pagefind/{name}.pack"] for name in ("index", "program", "words")]
    first = times["_static/search/first.js"]
    assert all(time < first + 400 for time in (*parts, *packs)) and len(parts) > 8
    index = min(time for name, time in times.items() if name.endswith(".pf_index"))
    assert all(time < index for time in packs)


def test_an_index_that_was_replaced_is_opened_anew(reader: Reader) -> None:
    page = found(reader, "en", "AVRR")
    page.route(re.compile(r"/en/pagefind/pages/"), lambda route: route.fulfill(status=404), times=1)
    page.locator("#search-page-box").fill("Frontex")
    expect(page.locator("#search-results a").first).to_contain_text("Frontex")
    reader.noise = [line for line in reader.noise if "404" not in line]


def test_a_missing_index_of_another_language_is_no_matter(reader: Reader) -> None:
    page = reader.open("/en/index.html")
    page.route(re.compile(r"/(fr|ar)/pagefind/"), lambda route: route.fulfill(status=404))
    page.goto(f"{reader.address}/en/search.html?q=AVRR")
    expect(page.locator("#search-results a").first).to_be_visible()
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    reader.noise = [line for line in reader.noise if "404" not in line and "/index.pack" not in line]


def test_without_javascript_other_pages_are_offered(reader: Reader) -> None:
    page = reader.open("/fr/search.html", java_script_enabled=False)
    expect(page.locator("noscript p, .search-noscript").first).to_be_visible()
    expect(page.locator("#search-filters")).to_be_hidden()  # nobody could choose one
    page.locator("main a[href='glossary.html']").last.click()
    page.wait_for_url(re.compile(r"/fr/glossary\.html$"))


def test_from_a_folder_a_line_says_how_to_serve_it(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "en/search.html").as_uri())
    expect(page.locator("#search-file")).to_contain_text("make serve")
    page.close()


def test_the_browser_makes_the_same_keys(reader: Reader) -> None:
    page = reader.open("/en/index.html")
    listed = (ROOT / "tests/fixtures/search/same_key.txt").read_text(encoding="utf-8").split()
    texts = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "releases").rglob("*.md"))
    words = sorted({*listed, *texts.split()})
    made = page.evaluate(
        """async ([rules, words]) => {
            const { Text } = await import(new URL("_static/search/text.js", location.href));
            const text = new Text(JSON.parse(rules));
            const fields = ["word", "key", "other", "name", "otherName"];
            return words.map((word) => text.words(word).map((found) => fields.map((field) => found[field])));
        }""",
        [json.dumps(rules_for_browser()), words],
    )
    for word, keys in zip(words, made, strict=True):
        expected = [[part, *word_keys(part)] for part in text_words(word) if word_keys(part).key]
        assert keys == expected, word
