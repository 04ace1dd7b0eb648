"""An archive that is split by year: each part a project of its own, with the main project's glossary."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from docutils.parsers.rst import directives, roles

from bayan.addresses import Site as Addresses
from bayan.parts import Part, PartsError, load_parts, part_of, year_of_page
from extensions.parts import SplitError
from tests.conftest import Run
from tests.site import ROOT, Site, make_site
from tests.whole import serve

OLD, NEW = "2014-2015", "2016"


class Split:
    """The tiny site ``split``: its main project and its parts, each built with an environment of its own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = make_site(folder, "split").folder
        self.patch = patch

    def build(self, part: str = "", language: str = "en", *, hosted: bool = False, **options: Any) -> Site:
        self.patch.setenv("ARCHIVE_PART", part)
        inventory = "" if hosted else str(self.folder / "out/{language}/objects.inv")
        self.patch.setenv("ARCHIVE_INVENTORY", inventory)
        termbase = str(self.folder / "src/glossary.toml")
        return Site(self.folder, part).build(language, **{"termbase_file": termbase, **options})


@pytest.fixture
def split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Split:
    return Split(tmp_path, monkeypatch)


def names(site: Site, language: str = "en") -> set[str]:
    """The release pages of a site; what only leads elsewhere is left out."""
    found = site.out(language).glob("releases/??/*.html")
    return {path.stem for path in found if "noindex" not in path.read_text(encoding="utf-8")}


def words_of(site: Site) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(gzip.decompress((site.out("en") / "pagefind/words.pack").read_bytes()))
    return words


def test_each_project_builds_its_years_and_the_main_one_all_others(split: Split) -> None:
    assert names(split.build()) == {"shelter", "sans-date"}
    assert names(split.build(OLD)) == {"visite"}
    assert names(split.build(NEW)) == {"retour", "liqa"}


def test_a_term_of_a_part_leads_to_the_main_glossary_and_has_its_card(split: Split) -> None:
    split.build(language="fr")
    part = split.build(OLD, "fr")
    page = part.page("fr", "releases/fr/visite.html")
    address = "../../../../../fr/glossary.html#term-iom"
    link = page.select_one("#p1 a.term-link")
    assert link and link["href"] == address
    card = page.select_one("#card-iom")
    assert card and card.select_one("a")["href"] == address  # type: ignore[index]
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


def test_the_main_archive_counts_and_links_the_years_of_the_parts(split: Split) -> None:
    page = split.build().page("en", "releases/index.html")
    years = {item.a.get_text(): item for item in page.select_one(".shelves").select("li")}  # type: ignore[union-attr]
    assert list(years) == ["2024", "2016", "2015", "Date unknown"]
    assert years["2016"].a["href"] == "../../projects/2016/en/releases/year/2016.html"  # type: ignore[index]
    assert years["2016"].select_one(".shelf-count").get_text() == "2"  # type: ignore[union-attr]
    assert "2015: 1, 2016: 2, 2024: 1" in page.select_one(".year-chart svg")["aria-label"]  # type: ignore[index]
    assert (split.build(NEW).out("en") / "releases/year/2016.html").is_file()


def test_a_release_keeps_its_address_when_its_year_becomes_a_part(split: Split) -> None:
    page = split.build().page("en", "releases/fr/visite.html")
    address = "../../../projects/2014-2015/en/releases/fr/visite.html"
    assert page.a and page.a["href"] == address
    assert f"url={address}" in str(page.noscript)
    policy = str(page.select_one("meta[http-equiv=Content-Security-Policy]"))
    assert "sha256-" in policy
    assert "releases/index.html" in split.build(OLD).page("en", "index.html").a["href"]  # type: ignore[index,operator]


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
    assert shelf.select_one("h1 + p a")["href"] == "../../search.html?country=NG"  # type: ignore[index]


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


def test_search_is_told_where_the_other_projects_are(split: Split) -> None:
    main, part = words_of(split.build()), words_of(split.build(NEW))
    assert [other["roots"]["ar"] for other in main["sisters"]] == [
        "../projects/2016/ar/",
        "../projects/2014-2015/ar/",
    ]
    assert [other["years"] for other in part["sisters"]] == [[], [2014, 2015]]
    assert [other["roots"]["en"] for other in part["sisters"]] == [
        "../../../en/",
        "../../../projects/2014-2015/en/",
    ]
    assert part["glossary"] == "../../../en/glossary.html"
    assert [concept for concept, _ in main["concepts"]] == [concept for concept, _ in part["concepts"]]


def test_a_whole_archive_has_nothing_of_it(split: Split) -> None:
    (split.folder / "src/parts.toml").unlink()
    site = split.build()
    assert names(site) == {"shelter", "sans-date", "visite", "retour", "liqa"}
    assert "sisters" not in words_of(site)
    assert "In the whole archive" not in site.page("en", "releases/country/ng.html").get_text()


def test_a_release_that_changes_its_year_changes_its_project(split: Split) -> None:
    split.build()
    split.build(OLD)
    path = split.folder / "src/releases/fr/visite.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("'2015-03-02'", "'2024-03-02'"), encoding="utf-8"
    )
    site = split.build()
    assert names(site) == {"shelter", "sans-date", "visite"}
    assert "2015" not in {
        link.get_text() for link in site.page("en", "releases/index.html").select(".shelves a")
    }
    part = split.build(OLD)
    assert part.read == []
    assert not (part.out("en") / "releases/year/2015.html").exists()


@pytest.mark.parametrize("parallel", [0, 2])
def test_a_build_of_a_part_with_nothing_new_changes_no_byte(split: Split, parallel: int) -> None:
    split.build(parallel=parallel)
    out = split.build(NEW, parallel=parallel).out("en")
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    part = split.build(NEW, parallel=parallel)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert part.read == []


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[part]\n", "cannot be read"),
        ("", "must hold one [[part]] or more"),
        ("other = 1\n[[part]]\nname = 'a'\nfirst = 2000\nlast = 2001\n", "must hold one [[part]] or more"),
        ("part = 1\n", "must hold one [[part]] or more"),
        ("[[part]]\nname = 'a'\nfirst = 2000\n", "has the keys ['first', 'last', 'name']"),
        ("[[part]]\nname = '../a'\nfirst = 2000\nlast = 2001\n", "'../a' is no folder"),
        ("[[part]]\nname = 5\nfirst = 2000\nlast = 2001\n", "5 is no folder"),
        ("[[part]]\nname = 'a'\nfirst = 2001\nlast = 2000\n", "goes from 2001 to 2000"),
        ("[[part]]\nname = 'a'\nfirst = '2000'\nlast = 2001\n", "goes from '2000' to 2001"),
        ("[[part]]\nname = 'a'\nfirst = true\nlast = 2001\n", "goes from True to 2001"),
        ("[[part]]\nname = 'a'\nfirst = 20\nlast = 21\n", "years of four digits"),
    ],
)
def test_a_wrong_list_of_parts_is_told_by_name(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "parts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PartsError, match=r"parts\.toml") as caught:
        load_parts(path)
    assert said in str(caught.value)


def test_no_year_and_no_name_may_stand_in_two_parts(tmp_path: Path) -> None:
    entry = "[[part]]\nname = '{}'\nfirst = {}\nlast = {}\n"
    path = tmp_path / "parts.toml"
    path.write_text(entry.format("b", 2005, 2009) + entry.format("a", 2000, 2005), encoding="utf-8")
    with pytest.raises(PartsError, match="'a' and 'b' share years"):
        load_parts(path)
    path.write_text(entry.format("a", 2005, 2009) + entry.format("a", 2000, 2004), encoding="utf-8")
    with pytest.raises(PartsError, match="a name stands twice"):
        load_parts(path)
    path.write_text(entry.format("b", 2005, 2009) + entry.format("a", 2000, 2004), encoding="utf-8")
    assert load_parts(path) == (Part("a", 2000, 2004), Part("b", 2005, 2009))
    assert [part_of(year, load_parts(path)) for year in (0, 2000, 2005, 2010)] == ["", "a", "b", ""]
    assert load_parts(tmp_path / "none.toml") == ()


def test_a_wrong_list_or_an_unknown_part_stops_the_build(split: Split) -> None:
    with pytest.raises(
        SplitError, match=r"ARCHIVE_PART=2017: .*parts.toml has no such part \(2014-2015, 2016\)"
    ):
        split.build("2017")
    (split.folder / "src/parts.toml").write_text("[[part]]\n", encoding="utf-8")
    with pytest.raises(SplitError, match=r"parts\.toml: each"):
        split.build()
    (split.folder / "src/parts.toml").unlink()
    with pytest.raises(SplitError, match="there is no such file"):
        split.build(NEW)


def test_a_part_without_the_main_glossary_says_what_to_do(split: Split) -> None:
    with pytest.raises(SplitError, match="build the main project first"):
        split.build(NEW)


def test_make_html_builds_a_part_beside_the_main_project(
    house: Path, build: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (house / "parts.toml").write_text('[[part]]\nname = "old"\nfirst = 2000\nlast = 2009\n', encoding="utf-8")
    assert build("en").returncode == 0
    main = {path: path.read_bytes() for path in (house / "_build/html/en").rglob("*") if path.is_file()}
    monkeypatch.setenv("ARCHIVE_PART", "old")
    done = build("en")
    assert done.returncode == 0, done.stderr
    assert (house / "_build/html/projects/old/en/index.html").is_file()
    assert "en: nothing new" in build("en").stdout
    assert {path: path.read_bytes() for path in main} == main
    monkeypatch.setenv("ARCHIVE_PART", "../..")
    done = build("en")
    assert done.returncode == 1
    assert "ARCHIVE_PART: '../..' is not in parts.toml (old)" in done.stderr


def test_catalogs_are_never_made_of_a_part(split: Split) -> None:
    with pytest.raises(SplitError, match="unset it for 'gettext'"):
        split.build(NEW, builder="gettext")
    site = split.build(builder="gettext")
    assert (site.out("en") / "releases/fr/visite.pot").is_file(), "of all parts at once"


def test_the_year_of_a_page_is_read_as_the_page_itself_is(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    for written, year in [
        ("'2016'", 2016),
        ("2016-02", 2016),
        ("'2021-11-15'", 2021),
        ('"1999"', 1999),
        ("", 0),
    ]:
        dated = f"  published: {written}\n" if written else ""
        path.write_text(
            f"---\nrelease:\n  language: fr\n{dated}---\n# T\n\n  published: 2001\n", encoding="utf-8"
        )
        assert year_of_page(path) == year
    for path in (ROOT / "releases").glob("*/*.md"):
        assert (year_of_page(path) > 0) == ("\n  published:" in path.read_text(encoding="utf-8"))
