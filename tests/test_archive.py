"""The archive's shelves, and the way on from each release."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bayan.archive import PAGE_SIZE, near, neighbours, newest_first, per_year, shelves
from bayan.related import RARE, related
from bayan.release import Release
from extensions import archive
from extensions.archive import ArchivePage, changed_pages
from extensions.neighbours import Pointer, feet
from tests.site import ROOT, Site, make_site


def release(published: str | None = None, countries: tuple[str, ...] = (), language: str = "fr") -> Release:
    return Release(language, "a.txt", "0" * 64, "0" * 64, 1, published=published, countries=countries)


def test_the_newest_comes_first_and_the_undated_last() -> None:
    releases = {"a": release(), "b": release("2016-02"), "c": release("2016-02-03"), "d": release("2021")}
    assert newest_first(releases) == ["d", "c", "b", "a"]


def test_each_release_stands_on_its_shelves() -> None:
    found = shelves({"a": release("2016-02", ("KW", "SA")), "b": release(language="ar")}, {"a": ["avrr"]})
    assert [(shelf.kind, shelf.key, shelf.names) for shelf in found] == [
        ("year", "2016", ("a",)),
        ("country", "KW", ("a",)),
        ("country", "SA", ("a",)),
        ("language", "ar", ("b",)),
        ("language", "fr", ("a",)),
        ("term", "avrr", ("a",)),
        ("country", "unknown", ("b",)),
        ("year", "unknown", ("b",)),
    ]


def of(count: int) -> list[tuple[str, tuple[str, ...]]]:
    """The pages of a shelf with *count* releases; the newest has the highest number."""
    releases = {f"r{number:04}": release(f"2016-01-{number % 28 + 1:02}") for number in range(count)}
    return shelves(releases, {})[0].pages


def test_a_long_shelf_has_short_pages() -> None:
    assert [(name, len(names)) for name, names in of(PAGE_SIZE * 3 + 1)] == [
        ("releases/year/2016", PAGE_SIZE + 1),
        ("releases/year/2016.2", PAGE_SIZE),
        ("releases/year/2016.1", PAGE_SIZE),
    ]
    assert [len(names) for _name, names in of(PAGE_SIZE * 2 - 1)] == [PAGE_SIZE * 2 - 1]
    assert [len(names) for _name, names in of(1)] == [1]


def test_a_new_release_changes_the_first_page_of_a_shelf_alone() -> None:
    old = {f"r{number:04}": release("2016") for number in range(PAGE_SIZE * 3)}
    before, after = (
        dict(shelves(found, {})[0].pages) for found in (old, {**old, "new": release("2016-12-31")})
    )
    assert [name for name in after if after[name] != before.get(name)] == ["releases/year/2016"]


def test_a_page_of_a_shelf_links_to_the_ends_and_its_neighbours() -> None:
    assert near(1, 1) == [1]
    assert near(2, 4) == [1, 2, 3, 4]
    assert near(10, 200) == [1, None, 8, 9, 10, 11, 12, None, 200]


def test_years_without_a_release_are_counted_too() -> None:
    assert per_year({"a": release("2016-02"), "b": release("2018"), "c": release()}) == [
        (2016, 1), (2017, 0), (2018, 1),
    ]  # fmt: skip
    assert per_year({"c": release()}) == []


def test_neighbours_are_the_next_by_date() -> None:
    assert neighbours(["c", "b", "a"]) == {"c": (None, "b"), "b": ("c", "a"), "a": ("b", None)}


def test_rare_shared_terms_make_releases_related() -> None:
    releases = {name: release("2016", ("KW",) if name in "ab" else ("CH",)) for name in "abcd"}
    terms = {"a": ["common", "rare"], "b": ["common"], "c": ["common", "rare"], "d": []}
    close = related(list("abcd"), releases, terms)
    assert close["a"] == ("c", "b") and "a" not in close["a"]
    assert close["d"][0] == "c", "the country counts among releases of the same time"


def test_a_shared_country_counts_more_than_a_term_that_most_have() -> None:
    releases = {name: release("2016", ("CH",) if name == "c" else ("KW",)) for name in "abc"}
    assert related(list("abc"), releases, {"a": ["common"], "c": ["common"]})["a"] == ("b", "c")


def test_the_country_of_another_time_and_a_term_of_very_many_releases_say_nothing() -> None:
    names = [f"{number:02}" for number in range(RARE + 1)]
    releases = {name: release("2016", ("KW",) if name in (names[0], names[-1]) else ()) for name in names}
    assert related(names, releases, {name: ["common"] for name in names})[names[0]] == ()
    assert related(names, releases, {name: ["rare"] for name in names[1:]})[names[1]] == ("02", "03", "04")


def test_a_release_of_unknown_date_is_neither_older_nor_newer() -> None:
    releases = {"a": release("2016"), "b": release("2015"), "c": release()}
    found = feet(releases, {name: Pointer(name, name, "fr") for name in releases}, {})
    assert found["c"].newer is found["c"].older is found["b"].older is None
    assert found["a"].older == Pointer("b", "b", "fr")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def test_shelves_are_built_and_linked(site: Site) -> None:
    site.build("ar")
    links = [link["href"] for link in site.page("ar", "releases/index.html").select(".shelves a")]
    assert "country/kw.html" in [link.split("releases/")[-1] for link in links]
    shelf = site.page("ar", "releases/country/kw.html")
    assert shelf.h1.get_text() == "الكويت" and len(shelf.select(".release-list li")) == 2
    assert shelf.html["dir"] == "rtl"


def test_only_changed_shelves_are_written_again(site: Site) -> None:
    site.build("en")
    shelf = site.out("en") / "releases/year/2021.html"
    other = site.out("en") / "releases/year/2016.html"
    before = (shelf.stat().st_mtime_ns, other.stat().st_mtime_ns)
    catalog = site.src / "locales/en/LC_MESSAGES/releases/fr/visite.po"
    catalog.write_text(catalog.read_text().replace("A Visit to Kuwait", "Kuwait Visited"))
    site.build("en")
    assert shelf.stat().st_mtime_ns == before[0] and other.stat().st_mtime_ns != before[1]
    assert "Kuwait Visited" in other.read_text()


def test_a_build_with_nothing_new_writes_no_shelf_whatever_the_order_of_sets(tmp_path: Path) -> None:
    site = make_site(tmp_path, "bilingual")
    build = "from tests.site import Site; from pathlib import Path; Site(Path({!r})).build('en')"
    written = []
    for seed in ("1", "2"):  # the order of a set's members differs from process to process
        command = [sys.executable, "-c", build.format(str(tmp_path))]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        shelves = (site.out("en") / "releases").glob("*/*.html")
        written.append({path: path.stat().st_mtime_ns for path in shelves})
    assert written[0] and written[0] == written[1]


def test_a_build_that_was_stopped_among_its_shelves_writes_all_of_them_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = SimpleNamespace(outdir=tmp_path, env=None, get_target_uri=lambda name: f"{name}.html")
    pages = [ArchivePage(name, (), name, None, 1, (), "", "") for name in ("a", "b")]
    given = {"archive_pages": pages, "surrounding_digest": "", "release_digests": {}, "page_context": {}}
    for name, value in given.items():
        monkeypatch.setattr(archive, name, lambda *_, value=value: value)

    def changed() -> Generator[str, None, None]:
        for name, *_ in changed_pages(builder, tmp_path / "record.json"):  # type: ignore[arg-type]
            (tmp_path / f"{name}.html").touch()
            yield name

    assert list(changed()) == ["a", "b"] and list(changed()) == []
    pages[0] = replace(pages[0], title="another")
    stopped = changed()
    assert next(stopped) == "a"
    stopped.close()
    assert list(changed()) == ["a", "b"]


def test_an_empty_shelf_goes(site: Site) -> None:
    site.build("en")
    (site.src / "releases/ar/zyara.md").unlink()
    site.build("en")
    assert not (site.out("en") / "releases/year/2021.html").exists()


def test_a_release_leads_to_the_others(site: Site) -> None:
    page = site.build("en").page("en", "releases/fr/visite.html")
    assert page.select_one(".by-date a")["href"].endswith("releases/ar/zyara.html")
    assert page.select_one(".related a")["lang"] == "ar"


def test_a_release_that_does_not_lead_to_a_changed_one_is_not_written_again(site: Site) -> None:
    alone = (site.src / "releases/ar/zyara.md").read_text().replace("- KW", "- CH")
    alone = re.sub(" *published: .*\n", "", alone).partition("\n# ")[0] + "\n# عنوان\n\nنص.\n"
    (site.src / "releases/ar/alone.md").write_text(alone)
    site.build("en")
    page = site.out("en") / "releases/ar/alone.html"
    before = page.stat().st_mtime_ns
    catalog = site.src / "locales/en/LC_MESSAGES/releases/fr/visite.po"
    catalog.write_text(catalog.read_text().replace("A Visit to Kuwait", "Kuwait Visited"))
    site.build("en")
    assert "Kuwait Visited" in (site.out("en") / "releases/ar/zyara.html").read_text()
    assert page.stat().st_mtime_ns == before


def test_the_foot_follows_a_changed_title(site: Site) -> None:
    site.build("fr")
    catalog = site.src / "locales/fr/LC_MESSAGES/releases/ar/zyara.po"
    catalog.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n'
    catalog.write_text(head + 'msgid "زيارة إلى الكويت"\nmsgstr "Visite au Koweït"\n')
    site.build("fr")
    assert site.read == ["releases/ar/zyara"]
    assert (
        site.page("fr", "releases/fr/visite.html").select_one(".related a").get_text() == "Visite au Koweït"
    )
