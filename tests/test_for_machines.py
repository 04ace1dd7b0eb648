"""What machines read: the feed, the sitemap, JSON-LD, the data file and citations."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from docutils import nodes
from docutils.utils import new_document

from bayan.citation import bibtex, ris
from bayan.linked_data import script_safe
from bayan.release import Release
from extensions.for_machines import lead_of
from tests.site import Site, make_site

VISIT = "releases/fr/visite.html"
BASE = "https://host.example/{}/latest/"
RELEASE = Release("fr", "a.txt", "0" * 64, "0" * 64, 1, published="2016-02", publisher="IOM & co")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def build(site: Site, language: str) -> Site:
    return site.build(language, html_baseurl=BASE.format(language))


def test_the_feed_holds_the_dated_releases_newest_first(site: Site) -> None:
    build(site, "en")
    feed = ET.parse(site.out("en") / "atom.xml").getroot()  # noqa: S314  # our own file
    name = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{name}updated") for entry in feed.iter(f"{name}entry")] == [
        "2021-11-15T00:00:00Z",
        "2016-02-01T00:00:00Z",
    ]
    for element in (feed, *feed.iter(f"{name}entry")):
        assert all(element.findtext(name + part) for part in ("id", "title", "updated"))
        assert element.find(f"{name}link") is not None


def test_the_sitemap_names_each_page_in_all_languages(site: Site) -> None:
    build(site, "ar")
    text = (site.out("ar") / "sitemap.xml").read_text()
    assert f"<loc>{BASE.format('ar')}{VISIT}</loc>" in text
    assert f'hreflang="fr" href="{BASE.format("fr")}{VISIT}"' in text


def test_without_an_address_there_is_no_sitemap(site: Site) -> None:
    site.build("ar")
    assert not (site.out("ar") / "sitemap.xml").exists() and (site.out("ar") / "atom.xml").exists()


def test_a_release_page_tells_what_it_is(site: Site) -> None:
    page = build(site, "en").page("en", VISIT)
    data = json.loads(str(page.find("script", type="application/ld+json").string))
    assert (data["@type"], data["inLanguage"], data["datePublished"]) == ("NewsArticle", "en", "2016-02")
    assert data["translationOfWork"]["url"] == BASE.format("fr") + VISIT
    description = page.find("meta", attrs={"name": "description"})["content"]
    assert description == page.find("meta", property="og:description")["content"]
    assert description.startswith("Kuwait - A delegation")


def test_the_description_is_no_original_beside_its_translation() -> None:
    title = nodes.paragraph("", "L’OIM soutient la formation de ceux qui agissent", classes=["original"])
    text = nodes.paragraph("", "IOM and the Commission this week resumed their training.")
    document = new_document("visite")
    document += [title, text]
    assert lead_of(document) == text.astext()


def test_the_description_is_no_contact_above_the_text() -> None:
    contact = nodes.paragraph("", "Adel Example, press officer of the mission, ")
    contact += nodes.reference("", "adel@example.org", refuri="mailto:adel@example.org")
    text = nodes.paragraph("", "IOM and the Commission this week resumed their training.")
    document = new_document("visite")
    document += [contact, text]
    assert lead_of(document) == text.astext()


def test_json_cannot_end_its_script() -> None:
    assert "</script>" not in script_safe({"a": "</script><b>&"})
    assert json.loads(script_safe({"a": "</script>"})) == {"a": "</script>"}


def test_the_data_file_has_every_release(site: Site) -> None:
    build(site, "ar")
    records = json.loads((site.out("ar") / "releases.json").read_text())
    assert [record["address"] for record in records] == ["releases/ar/zyara.html", VISIT]
    assert records[1]["translation"] == {"translated": 3, "messages": 8}


def test_canonical_is_the_page_itself_where_anything_is_translated(site: Site) -> None:
    assert canonical(build(site, "ar"), "ar", VISIT) == BASE.format("ar") + VISIT


def test_canonical_of_a_wholly_untranslated_page_is_the_original(site: Site) -> None:
    assert (
        canonical(build(site, "en"), "en", "releases/ar/zyara.html")
        == BASE.format("ar") + "releases/ar/zyara.html"
    )


def canonical(site: Site, language: str, name: str) -> str:
    return str(site.page(language, name).find("link", rel="canonical")["href"])


def test_every_language_is_an_alternate(site: Site) -> None:
    links = build(site, "fr").page("fr", VISIT).find_all("link", rel="alternate", hreflang=True)
    assert {link["hreflang"]: link["href"] for link in links} == {
        **{code: BASE.format(code) + VISIT for code in ("en", "fr", "ar")},
        "x-default": BASE.format("en") + VISIT,
    }


def test_bibtex_escapes_what_tex_reads() -> None:
    text = bibtex(
        RELEASE, name="x", title="50 % {of} $ & _", address="https://a.example/{x}", note="", language="fr"
    )
    assert "url = {https://a.example/%7Bx%7D}," in text
    assert text.startswith("@misc{x,") and r"50 \% \{of\} \$ \& \_" in text and r"IOM \& co" in text


def test_ris_has_one_field_a_line() -> None:
    text = ris(RELEASE, title="a\nb", address="https://a.example", note="n", language="fr")
    assert text.startswith("TY  - PRESS\r\nTI  - a b\r\n") and text.endswith("ER  - \r\n")
    assert "DA  - 2016/02" in text


def test_citations_can_be_saved_without_a_server(site: Site) -> None:
    links = build(site, "en").page("en", VISIT).select(".cite-release a")
    assert [link["download"] for link in links] == ["visite.bib", "visite.ris"]
    assert "Unofficial translation" in unquote(str(links[0]["href"]))
    originals = build(site, "fr").page("fr", VISIT).select(".cite-release a")
    assert originals and not any("Unofficial" in unquote(str(link["href"])) for link in originals)


def test_a_missing_page_leads_on_from_any_address(site: Site) -> None:
    page = build(site, "ar").page("ar", "404.html")
    assert page.base["href"] == "/ar/latest/" and page.html["dir"] == "rtl"


def test_the_glossary_tells_its_terms(tmp_path: Path) -> None:
    site = make_site(tmp_path, "glossary")
    termbase = str(site.src / "glossary.toml")
    site.build("fr", html_baseurl=BASE.format("fr"), termbase_file=termbase, include_patterns="**")
    page = site.page("fr", "glossary.html")
    data = json.loads(str(page.find("script", type="application/ld+json").string))
    assert (data["@type"], data["inLanguage"]) == ("DefinedTermSet", "fr")
    terms = {term["termCode"]: term for term in data["hasDefinedTerm"]}
    iom = terms["iom"]
    assert (iom["@type"], iom["name"]) == ("DefinedTerm", "Organisation internationale pour les migrations")
    assert iom["url"] == BASE.format("fr") + "glossary.html#term-iom"
    assert "OIM" in iom["alternateName"]
    assert {"@value": "المنظمة الدولية للهجرة", "@language": "ar"} in iom["alternateName"]
    assert iom["description"] and not [one for one in iom["alternateName"] if one == iom["name"]]
