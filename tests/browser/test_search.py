"""Searching in a browser: the page, the box, the marks, other languages, hostile queries."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from bayan.search_text import rules_for_browser, text_words, word_keys
from tests.browser.conftest import Reader

AVRR = "facilite-le-retour-volontaire"
ROOT = Path(__file__).resolve().parent.parent.parent


def found(reader: Reader, language: str, query: str, **options: str) -> Page:
    """The page of search once it has said what it found."""
    page = reader.open(f"/{language}/search.html?q={quote(query)}", **options)
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=15_000)
    return page


def links(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator("main #search-results a").all()]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("query", ["AVRR", "retour volontaire", "العودة الطوعية", "voluntary returns"])
def test_a_concept_is_found_by_all_its_names_from_every_language(
    reader: Reader, language: str, query: str
) -> None:
    found_links = links(found(reader, language, query))
    assert any(AVRR in link and f"/{language}/releases/" in link for link in found_links[:3])


def test_the_original_text_is_found_from_another_language(reader: Reader) -> None:
    page = found(reader, "ar", "hébergement gratuit")
    hit = page.locator("#search-results > li", has=page.locator(f"a[href*={AVRR}]")).first
    assert hit.locator(".search-excerpt").get_attribute("lang") == "fr"
    assert hit.locator(".search-excerpt").get_attribute("dir") == "ltr"
    assert re.search("[\u0600-\u06ff]", hit.locator("a").inner_text())
    assert hit.locator(".search-facts span").all_inner_texts()[:2] == ["فبراير 2016", "الكويت"]
    assert "الفرنسية" in hit.locator(".search-facts span").last.inner_text()


def test_a_result_leads_to_its_paragraph_and_marks_the_words(reader: Reader) -> None:
    page = found(reader, "en", "500 residents accommodation")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"#p7$"))
    expect(page.locator("#p7 mark").first).to_be_visible()
    assert "residents" in page.locator("#p7 mark").all_inner_texts()


def test_the_box_opens_by_key_and_leads_to_a_result(reader: Reader) -> None:
    page = reader.open("/fr/index.html")
    page.keyboard.press("/")
    page.keyboard.type("inspecteurs du travail", delay=20)
    expect(page.locator(".search-list a").first).to_be_visible()
    expect(page.locator(".search-list .search-all")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-list a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/fr/(releases|glossary)"))


def test_escape_closes_the_list_and_enter_opens_the_page_of_search(reader: Reader) -> None:
    page = reader.open("/ar/index.html", device="phone")
    page.keyboard.press("Control+k")
    page.keyboard.type("الهجرة", delay=20)
    expect(page.locator(".search-list a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".search-list")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ar/search\.html\?q="))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "1 result", 2: "2 results"}),
        ("fr", {1: "1 résultat", 2: "2 résultats"}),
        (
            "ar",
            {1: "نتيجة واحدة", 2: "نتيجتان", 3: "3 نتائج", 10: "10 نتائج", 11: "11 نتيجة", 100: "100 نتيجة"},
        ),
    ],
)
def test_counts_are_said_in_the_right_plural(reader: Reader, language: str, said: dict[int, str]) -> None:
    page = found(reader, language, "Ereiqat")
    assert page.locator("#search-status").inner_text() == said[2]
    counted = page.evaluate(
        """async (counts) => {
            const { Engine } = await import(new URL("_static/search/engine.js", location.href));
            const engine = await Engine.load("./");
            return counts.map((count) => engine.sayCount("found", count));
        }""",
        list(said),
    )
    assert counted == list(said.values())


def test_nothing_found_is_said_in_words(reader: Reader) -> None:
    page = found(reader, "en", "qqqqxxxx")
    assert "qqqqxxxx" in page.locator("#search-status").inner_text() and not links(page)


def test_a_term_comes_first_as_an_entry_of_the_glossary(reader: Reader) -> None:
    page = found(reader, "fr", "retour volontaire")
    first = page.locator("#search-results > li").first
    assert str(first.locator("a").get_attribute("href")).endswith("/fr/glossary.html#term-voluntary-return")
    assert "Glossaire" in first.inner_text() or "Glossary" in first.inner_text()
    assert first.locator("[lang=ar][dir=rtl]").inner_text() == "العودة الطوعية"


def test_words_that_were_found_nowhere_are_told(reader: Reader) -> None:
    page = found(reader, "en", "qqqqxxxx AVRR")
    assert links(page)
    expect(page.locator("#search-notes")).to_contain_text("Nothing was found for “qqqqxxxx”.")


def test_what_begins_as_a_term_leads_to_its_entry(reader: Reader) -> None:
    page = found(reader, "fr", "inspec du trav")
    assert any(link.endswith("#term-labour-inspectors") for link in links(page)[:3])


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


def test_a_page_of_another_state_of_translation_is_left_out(reader: Reader) -> None:
    page = reader.open("/en/search.html?q=h%C3%A9bergement&state=whole")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"))
    assert not page.locator("#search-results .search-hit .search-excerpt[lang=fr]").count()


def test_other_names_are_told_and_can_be_left_out(reader: Reader) -> None:
    page = found(reader, "en", "AVRR")
    notes = page.locator("#search-notes")
    expect(notes).to_contain_text("assisted voluntary return")
    notes.locator("button").last.click()
    page.wait_for_url(re.compile(r"widen=0"))
    expect(notes).not_to_contain_text("assisted voluntary return")


@pytest.mark.parametrize(
    ("language", "query", "spelling"),
    [("fr", "Erekat", "Ereiqat"), ("en", "Mazen Abul-Hassan", "AboulHosn"), ("ar", "Zarqani", "الزرقاني")],
)
def test_the_nearest_spelling_is_searched_and_told(
    reader: Reader, language: str, query: str, spelling: str
) -> None:
    page = found(reader, language, query)
    assert links(page)
    expect(page.locator("#search-notes")).to_contain_text(spelling)


@pytest.mark.parametrize(("language", "query"), [("fr", "zzzzqq"), ("ar", "ززززقق"), ("en", "zazqiq")])
def test_letters_that_are_no_word_find_nothing(reader: Reader, language: str, query: str) -> None:
    page = found(reader, language, query)
    assert not links(page)


def test_the_page_of_the_search_shows_one_list(reader: Reader) -> None:
    page = found(reader, "en", "victimes")
    page.locator(".search-input").fill("kuwait")
    expect(page.locator("#search-notes, #search-results")).not_to_have_count(0)
    assert not page.locator("#search-list").count()


def test_an_odd_filter_or_hash_in_the_address_breaks_nothing(reader: Reader) -> None:
    page = reader.open("/en/search.html?q=victims&original=constructor#%")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\S"), timeout=15_000)
    assert "Object" not in page.locator("main").inner_text()


def test_filters_are_counted_combined_and_in_the_address(reader: Reader) -> None:
    page = found(reader, "en", "trafficking")
    page.locator("#search-filters summary").click()
    country = page.locator("select[name=country]")
    expect(country).to_contain_text("Saudi Arabia (1)")
    country.select_option("KW")
    page.wait_for_url(re.compile(r"country=KW"))
    expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
    page.locator("select[name=original]").select_option("ar")
    page.wait_for_url(re.compile(r"country=KW&original=ar"))
    expect(page.locator("#search-results .search-hit")).to_have_count(1)
    again = reader.open(page.url.removeprefix(reader.address))
    expect(again.locator("#search-results .search-hit")).to_have_count(1)
    again.locator("#search-filters button").click()
    again.wait_for_url(re.compile(r"search\.html\?q=trafficking$"))


@pytest.mark.parametrize(
    ("asked", "said", "titles"),
    [
        ("country=LB", "1 result", ["Officials from the Middle East"]),
        ("country=KW&year=2021", "1 result", ["IOM Holds Workshops"]),
        ("state=original", "0 results", []),
        ("q=AVRR&country=SA", "Nothing was found for “AVRR”.", []),
        ("q=victims&country=KW&year=2016", "1 result", ["IOM in Kuwait Facilitates"]),
    ],
)
def test_filters_alone_and_with_words_list_releases_only(
    reader: Reader, asked: str, said: str, titles: list[str]
) -> None:
    page = reader.open(f"/en/search.html?{asked}")
    expect(page.locator("#search-status")).to_have_text(said)
    shown = page.locator("#search-results .search-title").all_inner_texts()
    assert len(shown) == len(titles)
    assert all(one.startswith(start) for one, start in zip(shown, titles, strict=True))


def test_words_in_quotation_marks_are_found_side_by_side_and_alone(reader: Reader) -> None:
    page = found(reader, "en", "“two women”")
    assert len(links(page)) == 1 and not page.locator("#search-notes").inner_text()
    assert not links(found(reader, "en", "“women two”"))
    assert (
        "Also searched" not in found(reader, "en", "“voluntary return”").locator("#search-notes").inner_text()
    )


def test_the_languages_of_the_page_of_search_keep_the_query(reader: Reader) -> None:
    page = found(reader, "en", "Frontex")
    page.locator(".language-switch a[hreflang=ar]").click()
    page.wait_for_url(re.compile(r"/ar/search\.html\?q=Frontex$"))
    expect(page.locator("#search-results a").first).to_be_visible()


def test_arrow_keys_go_through_the_results(reader: Reader) -> None:
    page = found(reader, "en", "Kuwait workshop")
    page.locator("#search-page-box").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-results a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-page-box")).to_be_focused()


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
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
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
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
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
