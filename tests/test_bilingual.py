"""Each page has its own source language; what is not translated says which language it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site import Site, make_site

VISIT = "releases/fr/visite.html"
CATALOG = "locales/en/LC_MESSAGES/releases/fr/visite.po"


def shown(page: BeautifulSoup, anchor: str) -> Tag:
    """The block that shows at *anchor* where no view is chosen."""
    block = page.select_one(f"#{anchor}")
    assert block
    return block.select_one(".translation") or block


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def test_a_translated_page_bears_no_mark_of_its_source_language(site: Site) -> None:
    page = site.build("en").page("en", VISIT)
    assert page.html["lang"] == "en" and page.html["dir"] == "ltr"
    assert page.h1.get_text().startswith("A Visit to Kuwait")
    assert shown(page, "p1").get_text() == "Kuwait - A delegation visited the centre."
    assert not [block for block in page.article.find_all("p", lang="fr") if "original" not in block["class"]]


def test_an_untranslated_block_bears_its_language_and_direction(site: Site) -> None:
    page = site.build("ar").page("ar", VISIT)
    assert page.html["lang"] == "ar" and page.html["dir"] == "rtl"
    assert shown(page, "p2").get_text() == "ورأى:" and "lang" not in shown(page, "p2").attrs
    assert (shown(page, "p1")["lang"], shown(page, "p1")["dir"]) == ("fr", "ltr")


def test_an_arabic_page_on_the_english_site_runs_from_right_to_left(site: Site) -> None:
    page = site.build("en").page("en", "releases/ar/zyara.html")
    assert (page.h1["lang"], page.h1["dir"]) == ("ar", "rtl")
    assert (shown(page, "p1")["lang"], shown(page, "p1")["dir"]) == ("ar", "rtl")


def test_the_original_stands_beside_its_translation(site: Site) -> None:
    page = site.build("en").page("en", VISIT)
    pair = page.find(id="p1")
    translation, original = pair.find_all("p")
    assert pair["class"][0] == "pair" and translation["class"] == ["translation"]
    assert original.get_text() == "Koweït - Une délégation s'est rendue au centre."
    assert (original["lang"], original["dir"]) == ("fr", "ltr")
    assert page.find("p", class_="original-title").get_text() == "Une visite à Koweït"
    assert len(page.article.find_all("h1")) == 1


def test_a_page_in_its_own_language_is_the_original(site: Site) -> None:
    page = site.build("fr").page("fr", VISIT)
    assert not page.article.select("[lang=fr][id]")
    assert page.find(class_="translation-state-original")


def test_anchors_are_the_same_in_every_language(site: Site) -> None:
    pages = [site.build(code).page(code, VISIT) for code in ("en", "fr", "ar")]
    anchors = [
        [node["id"] for node in page.find(id="release").parent.select("#release, #release [id]")]
        for page in pages
    ]
    assert anchors[0] == anchors[1] == anchors[2]
    assert anchors[0] == ["release", "p1", "p2", "p3", "p4", "s1", "p5", "p6"]


@pytest.mark.parametrize(
    ("language", "state", "words"),
    [
        ("en", "whole", "Translated from French, unofficial; the original is authoritative"),
        ("ar", "part", "37%"),
        ("fr", "original", "Original text in"),
    ],
)
def test_the_notice_tells_the_state_of_translation(site: Site, language: str, state: str, words: str) -> None:
    notice = site.build(language).page(language, VISIT).find(class_="translation-state")
    assert f"translation-state-{state}" in notice["class"]
    assert words in notice.get_text()


def test_facts_are_in_the_words_of_the_reader(site: Site) -> None:
    facts = site.build("ar").page("ar", VISIT).find(class_="release-facts")
    assert facts.time["datetime"] == "2016-02" and facts.time.get_text() == "فبراير 2016"
    assert "الكويت" in facts.get_text() and "الفرنسية" in facts.get_text()
    assert facts.find("a", rel="external")["href"] == "https://iom.int/fr/visite"


def test_contacts_are_links_and_a_law_is_not_a_telephone(site: Site) -> None:
    line = shown(site.build("ar").page("ar", VISIT), "p6")
    assert [link["href"] for link in line.find_all("a")] == ["tel:+96525308164", "mailto:i_ereiqat@iom.int"]
    assert all(link.parent["dir"] == "ltr" for link in line.find_all("a"))
    assert "68/2015" in line.get_text()


def test_a_fuzzy_translation_is_not_shown(site: Site) -> None:
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace('msgid "Elle a vu', '#, fuzzy\nmsgid "Elle a vu'))
    assert shown(site.build("en").page("en", VISIT), "p2").get_text() == "Elle a vu\u00a0:"


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert\\\\(1\\\\))",
        "![x](https://example.org/x.png)",
        "{math}`x`",
        "[x](%00)",
        "\u202eIt saw",
        "*" * 779,
    ],
)
def test_a_message_that_is_not_prose_is_refused_alone(site: Site, bad: str) -> None:
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace('"It saw:"', f'"{bad}"'))
    page = site.build("en").page("en", VISIT)
    assert shown(page, "p2").get_text() == "Elle a vu\u00a0:" and shown(page, "p2")["lang"] == "fr"
    assert shown(page, "p1").get_text() == "Kuwait - A delegation visited the centre."
    assert "visite.po:" in site.log and "refused" in site.log


@pytest.mark.parametrize(
    "start", ["1. Saw", "2024. Saw", "- Saw", "+ Saw", "> Saw", "# Saw", "% Saw", "(saw)="]
)
def test_a_translation_may_start_with_what_markdown_would_take_for_a_block(site: Site, start: str) -> None:
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace('"It saw:"', f'"{start}"'))
    assert shown(site.build("en").page("en", VISIT), "p2").get_text() == start


@pytest.mark.parametrize(
    "broken", [b"\xff\xfe", b'msgid "x', b"<<<<<<< HEAD\n", b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n']
)
def test_a_broken_catalog_is_left_aside(site: Site, broken: bytes) -> None:
    (site.src / CATALOG).write_bytes(broken)
    page = site.build("en").page("en", VISIT)
    assert shown(page, "p1")["lang"] == "fr" and page.find(class_="translation-state-none")
    assert "refused" in site.log and "visite.po:" in site.log


def test_a_catalog_that_is_a_link_is_left_aside(site: Site) -> None:
    catalog = site.src / CATALOG
    catalog.rename(site.src / "elsewhere.po")
    catalog.symlink_to(site.src / "elsewhere.po")
    assert site.build("en").page("en", VISIT).find(class_="translation-state-none")


def test_own_pages_keep_their_links_in_translation(site: Site) -> None:
    link = site.build("fr").page("fr", "index.html").article.find("a", string="la liste")
    assert link["href"] == "releases/index.html"


@pytest.mark.parametrize("bad", ["[x](https://example.org)", "[x](../conf.py)", "{doc}`index`", "<b>x</b>"])
def test_own_pages_take_no_link_that_their_source_does_not_have(site: Site, bad: str) -> None:
    catalog = site.src / "locales/fr/LC_MESSAGES/index.po"
    catalog.write_text(catalog.read_text().replace("[la liste](releases/index.md)", bad))
    article = site.build("fr").page("fr", "index.html").article
    assert article.find("a", string="the list")


def test_only_the_page_of_a_changed_catalog_is_read_again(site: Site) -> None:
    site.build("en").build("en")
    assert site.read == []
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace("It saw:", "It was shown:"))
    site.build("en")
    assert site.read == ["releases/fr/visite"]
    assert shown(site.page("en", VISIT), "p2").get_text() == "It was shown:"
    catalog.unlink()
    assert site.build("en").read == ["releases/fr/visite"]


def test_a_new_catalog_is_seen(site: Site) -> None:
    (site.src / CATALOG).rename(site.src / "later.po")
    site.build("en")
    (site.src / "later.po").rename(site.src / CATALOG)
    site.build("en")
    assert shown(site.page("en", VISIT), "p2").get_text() == "It saw:"


def test_a_list_is_written_again_when_a_release_changes(site: Site) -> None:
    site.build("en")
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace("A Visit to Kuwait", "Kuwait Visited"))
    site.build("en")
    for page in ("index.html", "releases/index.html"):
        assert "Kuwait Visited" in site.page("en", page).find(class_="release-list").get_text()
    (site.src / "releases/fr/visite.md").unlink()
    site.build("en")
    assert "Kuwait Visited" not in site.page("en", "index.html").find(class_="release-list").get_text()


def test_two_processes_build_the_same_pages_as_one(site: Site, tmp_path: Path) -> None:
    for number in range(12):
        (site.src / f"releases/fr/copie-{number}.md").write_bytes(
            (site.src / "releases/fr/visite.md").read_bytes()
        )
    site.build("ar")
    twin = Site(tmp_path / "twin")
    twin.folder.mkdir()
    site.src.rename(twin.src)
    twin.build("ar", parallel=2)
    for page in site.out("ar").rglob("*.html"):
        assert page.read_bytes() == (twin.out("ar") / page.relative_to(site.out("ar"))).read_bytes(), page


def test_gettext_extracts_the_source_and_no_translation(site: Site) -> None:
    site.build("en", "gettext", locale_dirs="_none_")
    template = (site.out("en") / "releases/fr/visite.pot").read_text()
    assert "Une visite" in template and "A Visit" not in template
    assert "Date unknown" not in template and "copie" not in template


def test_a_page_without_a_release_is_one_clear_warning(site: Site) -> None:
    (site.src / "releases/fr/visite.md").write_text("# Rien\n")
    with pytest.raises(AssertionError, match=r"visite\.md: WARNING: line 1: no front matter"):
        site.build("en")


def test_the_mark_of_an_untranslated_block_names_its_language_in_the_readers_words(site: Site) -> None:
    page = site.build("ar").page("ar", VISIT)
    block = shown(page, "p1")
    assert "untranslated" in block["class"] and "الفرنسية" in block["data-mark"]
    assert not page.find(id="p2").select("[data-mark]")
    whole = site.build("en").page("en", "releases/ar/zyara.html")
    assert not whole.select("[data-mark]"), "where nothing is translated, the notice says it once"
