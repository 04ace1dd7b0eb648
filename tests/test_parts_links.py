"""Links between the projects of an archive that is split by year, at home and on the host."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from docutils.parsers.rst import directives, roles

from bayan.addresses import Site as Addresses
from tests.split_site import NEW, OLD, Split, split
from tests.whole import serve

__all__ = ["split"]


def test_a_term_of_a_part_leads_to_the_main_glossary_and_has_its_card(split: Split) -> None:
    split.build(language="fr")
    part = split.build(OLD, "fr")
    page = part.page("fr", "releases/fr/visite.html")
    address = "../../../../../fr/glossary.html#term-iom"
    link = page.select_one("#p1 a.term-link")
    assert link and link["href"] == address
    card = page.select_one("#card-iom")
    assert card and card.select_one("a")["href"] == address
    assert "L’organisation qui aide les victimes de la traite." in card.get_text()
    assert not (part.out("fr") / "glossary.html").exists()
    assert not (part.out("fr") / "termbase").exists()


def test_a_term_that_the_main_glossary_does_not_have_yet_is_no_link(split: Split) -> None:
    split.build()
    (split.folder / "src/glossary.toml").write_text(
        (split.folder / "src/glossary.toml").read_text(encoding="utf-8")
        + '\n[[term]]\nid = "refuge"\ndomain = "trafficking"\ndefinition = "A house."\n'
        '[term.en]\npreferred = "refuge"\n[term.fr]\npreferred = "refuge"\n',
        encoding="utf-8",
    )
    page = split.build(OLD).page("en", "releases/fr/visite.html")
    linked = {str(link["href"]).partition("#")[2] for link in page.select("a.term-link")}
    assert linked == {"term-iom", "term-victim-of-trafficking"}


def test_every_page_of_a_part_leads_to_the_main_project(split: Split) -> None:
    split.build()
    part = split.build(NEW)
    page = part.page("en", "releases/fr/retour.html")
    crumbs = [link["href"] for link in page.select(".breadcrumbs a")]
    main = "../../../../../en"
    assert crumbs == [f"{main}/index.html", f"{main}/releases/index.html", "../../releases/year/2016.html"]
    sidebar = [link["href"] for link in page.select(".sidebar-tree a")]
    assert sidebar == [f"{main}/{name}.html" for name in ("index", "releases/index", "glossary")]
    search = part.page("en", "search.html")
    elsewhere = [link["href"] for link in search.select(".search-elsewhere a")]
    assert elsewhere == ["../../../en/releases/index.html", "../../../en/glossary.html"]
    shelf = part.page("en", "releases/country/ng.html")
    assert shelf.select_one("h1 + p a")["href"] == "../../search.html?country=NG"


def test_all_links_between_the_projects_lead_to_pages(split: Split) -> None:
    for language in ("en", "fr", "ar"):
        for part in ("", OLD, NEW):
            split.build(part, language)
    root, seen = split.folder / "out", 0
    for path in root.rglob("*.html"):
        here = path.relative_to(root).as_posix()
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for link in page.select("a[href], link[rel=stylesheet], script[src]"):
            address = str(link.get("href") or link.get("src"))
            if not address.startswith(("http", "data:", "mailto:", "#")):
                target = urljoin(f"/{here}", address).partition("#")[0].partition("?")[0]
                assert (root / target[1:]).is_file(), (here, address)
                seen += 1
    assert seen > 1000


def test_on_the_host_the_version_stands_in_the_links_and_the_inventory_is_asked_of_the_host() -> None:
    site = Addresses("ar", "https://bayan.example/projects/2016/ar/latest/", "2016")
    address = site.in_part("", "ar", "glossary.html", at="releases/fr/x.html")
    assert address == "../../../../../../ar/latest/glossary.html"
    assert (
        urljoin(f"{site.base}releases/fr/x.html", address) == "https://bayan.example/ar/latest/glossary.html"
    )
    assert site.in_part("2015", "en", "", at="x") == "../../../../projects/2015/en/latest/"
    assert site.in_part("2016", "en", "x.html", at="a/b.html") == "../../../en/latest/x.html"
    assert site.absolute("fr", "x.html") == "https://bayan.example/projects/2016/fr/latest/x.html"


def test_on_the_host_a_part_asks_the_main_project_for_its_terms(
    split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = tmp_path / "host/en/latest"
    main.mkdir(parents=True)
    (split.build().out("en") / "objects.inv").rename(main / "objects.inv")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve(tmp_path / "host") as base:
        monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", f"{base}/projects/2016/en/latest/")
        page = split.build(NEW, hosted=True).page("en", "releases/ar/liqa.html")
    address = "../../../../../../en/latest/glossary.html#term-iom"
    assert address in {link["href"] for link in page.select("a.term-link")}


def test_what_intersphinx_sets_in_place_for_a_page_does_not_outlast_it(split: Split) -> None:
    split.build()
    before = (directives.directive, roles.role)
    split.build(NEW)
    assert (directives.directive, roles.role) == before, "a thousand of them are too deep for Python"


def test_the_address_of_a_part_stands_below_the_site_s(split: Split) -> None:
    split.build()
    page = split.build(NEW, site_url="https://bayan.example/").page("en", "releases/fr/retour.html")
    links = {link.get("hreflang"): link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert links["fr"] == "https://bayan.example/projects/2016/fr/releases/fr/retour.html"
