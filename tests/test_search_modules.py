"""A browser never runs the search modules of two versions together."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from extensions import search_modules
from tests.site import Site, make_site

NAMED = re.compile(r'"\./[a-z]+\.js([^"]*)"')


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the modules, to change."""
    folder = tmp_path / "modules"
    shutil.copytree(search_modules.STATIC, folder)
    monkeypatch.setattr(search_modules, "STATIC", folder)
    search_modules.version.cache_clear()
    yield folder
    search_modules.version.cache_clear()


def versions(site: Site) -> set[str]:
    """By what version the modules name one another, and the pages name the modules."""
    folder = site.out("fr") / "_static/search"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.js")]
    found = {version for text in texts for version in NAMED.findall(text)}
    page = (site.out("fr") / "search.html").read_text(encoding="utf-8")
    found |= {f"?v={version}" for version in re.findall(r'data-version="([^"]+)"', page)}
    (first,) = re.findall(r"<script[^>]*search/first\.js[^>]*>", page)
    return found | set(re.findall(r'[a-z]+\.js(\?v=[^" ]+|)', first))


def test_modules_and_pages_name_each_module_with_one_version(tmp_path: Path) -> None:
    site = make_site(tmp_path, "bilingual").build("fr")
    assert len(versions(site)) == 1
    assert len(list((site.out("fr") / "_static/search").iterdir())) == len(
        list(search_modules.STATIC.iterdir())
    )


def test_one_module_that_changes_gives_all_another_address(tmp_path: Path, modules: Path) -> None:
    site = make_site(tmp_path / "site", "bilingual").build("fr")
    before = versions(site)
    (modules / "rank.js").write_text("export const nothing = 0;\n", encoding="utf-8")
    search_modules.version.cache_clear()
    site.build("fr")
    assert len(versions(site)) == 1
    assert not versions(site) & before
