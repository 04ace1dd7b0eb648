"""The glossary on the site: entries, links in running text, names for other projects."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.site import Site, make_site

VISIT = "releases/fr/visite.html"
WORDS = "L’Organisation internationale pour les migrations (OIM) aide une victime de traite."


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "glossary")


def build(site: Site, language: str, parallel: int = 0) -> Site:
    settings = {"termbase_file": str(site.src / "glossary.toml"), "include_patterns": "**"}
    return site.build(language, parallel=parallel, **settings)


def links(site: Site, language: str, name: str) -> list[tuple[str, str]]:
    found = site.page(language, name).select("article a.term-link")
    return [(link.get_text(), link["href"].rpartition("#term-")[2]) for link in found]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_first_occurrence_of_each_concept_is_linked_whatever_the_readers_language(
    site: Site, language: str
) -> None:
    build(site, language)
    assert links(site, language, VISIT) == [
        ("Organisation internationale pour les migrations", "iom"),
        ("victime de traite", "victim-of-trafficking"),
    ]
    assert links(site, language, "releases/ar/zyara.html") == [
        ("المنظمة الدولية للهجرة", "iom"),
        ("ضحايا الاتجار", "victim-of-trafficking"),
    ]


def test_a_link_leads_to_the_entry(site: Site) -> None:
    page = build(site, "ar").page("ar", VISIT)
    assert page.select_one("a.term-link")["href"] == "../../glossary.html#term-iom"
    assert site.page("ar", "glossary.html").find("dt", id="term-iom")


def test_the_words_around_links_stay_as_they_are(site: Site) -> None:
    page = build(site, "fr").page("fr", VISIT)
    paragraph = page.select_one("#p1")
    assert paragraph.select("a.term-link")
    assert paragraph.get_text() == WORDS


def test_other_formats_have_the_words_without_links(site: Site) -> None:
    termbase = str(site.src / "glossary.toml")
    site.build("fr", "text", termbase_file=termbase, include_patterns="**")
    written = (site.out("fr") / "releases/fr/visite.txt").read_text(encoding="utf-8")
    assert WORDS in " ".join(written.split())
    assert "Appears in" not in (site.out("fr") / "glossary.txt").read_text(encoding="utf-8")


def test_titles_links_and_contacts_are_left_alone(site: Site) -> None:
    page = build(site, "fr").page("fr", VISIT)
    assert not page.h1.select("a.term-link")
    assert not page.select("p.contact a.term-link")
    assert not page.select("a a")


def test_an_entry_has_its_equivalents_in_their_language_and_direction(site: Site) -> None:
    page = build(site, "fr").page("fr", "glossary.html")
    entry = page.find("dt", id="term-iom")
    assert entry.get_text().startswith("Organisation internationale pour les migrations (OIM)")
    arabic = entry.find_next_sibling("dd").find(lang="ar")
    assert (arabic.get_text(), arabic["dir"]) == ("المنظمة الدولية للهجرة", "rtl")
    english = entry.find_next_sibling("dd").find("span", lang="en")
    assert (english.get_text(), english["dir"]) == ("International Organization for Migration", "ltr")


def test_a_concept_without_a_name_in_the_readers_language_is_listed_under_another(site: Site) -> None:
    entry = build(site, "en").page("en", "glossary.html").find("dt", id="term-state")
    assert entry.find(lang="fr").get_text() == "État voisin"


def test_an_entry_tells_in_which_paragraphs_its_term_appears(site: Site) -> None:
    page = build(site, "en").page("en", "glossary.html")
    entry = page.find("dt", id="term-victim-of-trafficking").find_next_sibling("dd")
    places = [link["href"] for link in entry.select(".term-places a.term-place")]
    assert places == ["releases/ar/zyara.html#p1", "releases/fr/visite.html#p1", "releases/fr/visite.html#p2"]
    titles = [
        (link.get_text(), link.span["lang"])
        for link in entry.select("li:not(.all-places) a:not(.term-place)")
    ]
    assert titles == [("زيارة", "ar"), ("L’OIM à Koweït", "fr")]


def test_an_entry_lists_some_releases_and_links_the_shelf_with_all_of_them(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extensions.glossary_places.MOST", 1)
    entry = build(site, "fr").page("fr", "glossary.html").find("dt", id="term-victim-of-trafficking")
    listed = entry.find_next_sibling("dd").select(".term-places li")
    assert listed[0].a["href"].startswith("releases/ar/zyara.html")
    assert listed[1].a["href"] == "releases/term/victim-of-trafficking.html"
    assert listed[1].get_text() == "All releases with this term (2)"
    assert len(listed) == 2
    shelf = site.page("fr", "releases/term/victim-of-trafficking.html")
    assert shelf.h1.get_text() == "victime de traite"
    assert [link["href"] for link in shelf.select(".release-title")] == [
        "../../releases/ar/zyara.html", "../../releases/fr/visite.html",
    ]  # fmt: skip
    assert shelf.select_one("#release > p a")["href"] == "../../glossary.html#term-victim-of-trafficking"


def test_definitions_link_to_other_entries_but_not_to_themselves(site: Site) -> None:
    build(site, "en")
    assert links(site, "en", "glossary.html") == [
        ("victims of trafficking", "victim-of-trafficking"),
        ("IOM", "iom"),
    ]


def test_an_explicit_term_role_works_in_any_spelling(site: Site) -> None:
    page = build(site, "en").page("en", "about.html")
    assert [link["href"] for link in page.select("article p a")] == [
        "glossary.html#term-iom",
        "glossary.html#term-victim-of-trafficking",
    ]


def test_names_are_offered_to_other_projects(site: Site) -> None:
    build(site, "en")
    inventory = InventoryFile.loads((site.out("en") / "objects.inv").read_bytes(), uri="")
    names = inventory.data["std:term"]
    assert names["IOM"].uri == names["المنظمة الدولية للهجرة"].uri == "glossary.html#term-iom"


def test_a_faulty_termbase_stops_the_build_with_file_and_line(site: Site) -> None:
    path = site.src / "glossary.toml"
    path.write_text(path.read_text().replace('id = "iom"', 'id = "I O M"'))
    with pytest.raises(Exception, match=r"glossary\.toml:10: error: id must be"):
        build(site, "en")
