"""The search index is made inside the build, one for each language, and only when a page changed."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest
from sphinx.errors import ExtensionError

from bayan.search_index import SearchIndexError, write_index
from tests.site import Site, make_site

CATALOG = "locales/en/LC_MESSAGES/releases/fr/visite.po"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def index(site: Site, language: str) -> Path:
    return site.out(language) / "pagefind"


def pages(site: Site, language: str) -> dict[str, dict[str, Any]]:
    """What the index shows of each page, by address."""
    found = {}
    for path in index(site, language).glob("pages/*/*"):
        data = json.loads(gzip.decompress(path.read_bytes()))
        found["/" + data["path"]] = data
    return found


def words_of(site: Site, language: str) -> dict[str, Any]:
    """What the index tells the browser."""
    packed = (index(site, language) / "words.pack").read_bytes()
    words: dict[str, Any] = json.loads(gzip.decompress(packed))
    return words


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_language_has_an_index_of_its_pages(site: Site) -> None:
    for language in ("en", "ar"):
        site.build(language)
        assert "/releases/fr/visite.html" in pages(site, language)
    assert not (site.out("en") / "searchindex.js").exists()


def test_a_hit_shows_the_text_as_it_stands_with_its_anchor_and_language(site: Site) -> None:
    page = pages(site.build("ar"), "ar")["/releases/fr/visite.html"]
    blocks = {anchor: (language, text) for anchor, language, text in page["blocks"]}
    assert blocks["p2"] == ("ar", "ورأى:")
    assert blocks["p1"] == ("fr", "Koweït - Une délégation s'est rendue au centre.")
    assert page["facts"] == ["فبراير 2016", "الكويت", "مترجم عن الفرنسية"] or len(page["facts"]) == 3
    assert page["filters"]["country"] == ["KW"] and page["filters"]["original"] == ["fr"]
    assert page["filters"]["state"] == ["part"]


def test_the_original_beside_a_translation_is_left_to_its_own_index(site: Site) -> None:
    page = pages(site.build("en"), "en")["/releases/fr/visite.html"]
    assert {language for _, language, _ in page["blocks"]} == {"en"}


def test_a_build_with_nothing_new_changes_no_byte(site: Site) -> None:
    site.build("en")
    before = everything(site.folder / "out")
    site.build("en")
    assert everything(site.folder / "out") == before
    assert "indexing" not in site.log


def test_the_index_follows_an_edit_and_forgets_a_page(site: Site) -> None:
    site.build("en")
    catalog = site.src / CATALOG
    catalog.write_text(catalog.read_text().replace("It saw:", "It was shown:"))
    site.build("en")
    assert any("It was shown:" in str(page["blocks"]) for page in pages(site, "en").values())
    (site.src / "releases/fr/visite.md").unlink()
    site.build("en")
    assert "/releases/fr/visite.html" not in pages(site, "en")
    assert len(list(index(site, "en").glob("pages/*"))) == 1


def test_an_index_that_is_gone_is_made_again(site: Site) -> None:
    site.build("en")
    (index(site, "en") / "index.pack").unlink()
    assert pages(site.build("en"), "en")
    assert (index(site, "en") / "index.pack").exists()


def test_while_editing_the_index_follows_the_build(site: Site) -> None:
    site.build("en", search_index="later")
    assert "indexing" not in site.log
    entry = index(site, "en") / "index.pack"
    deadline = time.monotonic() + 60
    while not entry.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "/releases/fr/visite.html" in pages(site, "en")


def test_an_index_that_pagefind_cannot_make_is_one_clear_error(site: Site, tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no space left >&2\nexit 1\n")
    program.chmod(0o755)
    with (
        pytest.MonkeyPatch.context() as patch,
        pytest.raises(ExtensionError, match="could not make the search index: no space left"),
    ):
        patch.setenv("PAGEFIND_BINARY_PATH", str(program))
        site.build("en")


def test_what_another_pagefind_writes_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text('#!/bin/sh\nmkdir -p "$4"; echo new | gzip > "$4/pagefind.x.pf_meta"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    (tmp_path / "staged").mkdir()
    with pytest.raises(SearchIndexError, match=r"search_packing\.py does not know \(no signature\)"):
        write_index(tmp_path / "staged", tmp_path / "out", {"concepts": []})


def test_the_index_holds_no_script_of_its_own(site: Site) -> None:
    site.build("en")
    assert {path.suffix for path in everything(index(site, "en"))} == {
        ".pack", ".pf_index", ".pf_filter", ".txt"
    }  # fmt: skip


def test_two_processes_make_the_same_index(site: Site, tmp_path: Path) -> None:
    for number in range(12):
        copy = site.src / f"releases/fr/copie-{number}.md"
        copy.write_bytes((site.src / "releases/fr/visite.md").read_bytes())
    site.build("en")
    twin = Site(tmp_path / "twin")
    twin.folder.mkdir()
    site.src.rename(twin.src)
    twin.build("en", parallel=2)
    assert pages(site, "en") == pages(twin, "en")
    names = {path.name for path in (index(site, "en") / "index").iterdir()}
    assert names == {path.name for path in (index(twin, "en") / "index").iterdir()}


def test_gettext_makes_no_index(site: Site) -> None:
    site.build("en", "gettext", locale_dirs="_none_")
    assert not index(site, "en").exists()


def test_search_page_and_box_stand_in_the_page_without_javascript(site: Site) -> None:
    site.build("ar")
    page = site.page("ar", "search.html")
    assert page.html["dir"] == "rtl" and page.select_one("main #search-results")
    assert page.select_one('main a[href="releases/index.html"]')
    box = site.page("ar", "releases/fr/visite.html").select_one("form[role=search]")
    assert box["action"] == "../../search.html" and box.select_one("input[name=q]")
    assert len(page.select("main")) == 1 and not page.select("[role=main]")


def test_the_other_languages_are_found_from_any_address(site: Site) -> None:
    site.build("en", html_baseurl="https://docs.example.org/en/latest/")
    words = words_of(site, "en")
    assert words["languages"]["ar"]["root"] == "../../ar/latest/"
    site.build("fr")
    words = words_of(site, "fr")
    assert words["languages"]["ar"]["root"] == "../ar/"


def test_counts_are_said_in_every_plural_of_the_language(site: Site) -> None:
    site.build("ar")
    words = words_of(site, "ar")
    assert set(words["counts"]["found"]) == {"zero", "one", "two", "few", "many", "other"}
