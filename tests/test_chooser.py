"""The page that lets a reader choose a language."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from bayan.languages import Language, Languages, load_languages
from scripts.chooser import replace_if_changed, write_chooser
from tests.conftest import ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for code in load_languages():
        (tmp_path / code).mkdir()
        (tmp_path / code / "index.html").touch()
    return tmp_path


def chooser(site: Path) -> str:
    write_chooser(ROOT, site, load_languages())
    return (site / "index.html").read_text(encoding="utf-8")


def test_each_language_stands_in_itself(site: Path) -> None:
    document = html5lib.parse(chooser(site), namespaceHTMLElements=False)
    items = {item.get("lang"): item for item in document.iter("li")}
    assert list(items) == list(load_languages())
    for code, item in items.items():
        language = load_languages()[code]
        (link,) = item.iter("a")
        assert (item.get("dir"), link.get("href")) == (language.direction, f"{code}/index.html")
        assert "".join(link.itertext()).split()[0] == language.name


def test_it_is_valid_html_and_loads_nothing(site: Path) -> None:
    text = chooser(site)
    html5lib.HTMLParser(strict=True).parse(text)
    assert "://" not in text
    assert "src=" not in text
    assert "@import" not in text


def test_only_what_was_built_is_offered(site: Path) -> None:
    (site / "fr" / "index.html").unlink()
    text = chooser(site)
    assert 'href="ar/index.html"' in text
    assert 'href="fr/index.html"' not in text


def test_a_fourth_language_is_one_entry_more(site: Path) -> None:
    (site / "ur").mkdir()
    (site / "ur" / "index.html").touch()
    known = load_languages()
    more = Languages(known.site, (*known.entries, Language("ur", "اردو", "rtl", "ur")))
    write_chooser(ROOT, site, more)
    assert '<li lang="ur" dir="rtl">' in (site / "index.html").read_text(encoding="utf-8")


def test_a_page_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    replace_if_changed(page, "one")
    before = page.stat()
    replace_if_changed(page, "one")
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    replace_if_changed(page, "two")
    assert page.read_text() == "two"
    assert list(tmp_path.iterdir()) == [page]
