"""An archive that is split by year: which project builds what, and what each knows of the others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from extensions.parts import SplitError
from tests.conftest import Run
from tests.site import Site
from tests.split_site import NEW, OLD, Split, split

__all__ = ["split"]


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


def test_the_main_archive_counts_and_links_the_years_of_the_parts(split: Split) -> None:
    page = split.build().page("en", "releases/index.html")
    years = {item.a.get_text(): item for item in page.select_one(".shelves").select("li")}
    assert list(years) == ["2024", "2016", "2015", "Date unknown"]
    assert years["2016"].a["href"] == "../../projects/2016/en/releases/year/2016.html"
    assert years["2016"].select_one(".shelf-count").get_text() == "2"
    assert "2015: 1, 2016: 2, 2024: 1" in page.select_one(".year-chart svg")["aria-label"]
    assert (split.build(NEW).out("en") / "releases/year/2016.html").is_file()


def test_a_release_keeps_its_address_when_its_year_becomes_a_part(split: Split) -> None:
    page = split.build().page("en", "releases/fr/visite.html")
    address = "../../../projects/2014-2015/en/releases/fr/visite.html"
    assert page.a and page.a["href"] == address
    assert f"url={address}" in str(page.noscript)
    policy = str(page.select_one("meta[http-equiv=Content-Security-Policy]"))
    assert "sha256-" in policy
    assert "releases/index.html" in split.build(OLD).page("en", "index.html").a["href"]


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
