"""The page that lets a reader choose a language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from bayan.languages import Languages, load_languages
from scripts.chooser import write_chooser
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
    more = Languages(known.site, (*known.entries, replace(known["ar"], code="ur", name="اردو")))
    write_chooser(ROOT, site, more)
    assert '<li lang="ur" dir="rtl">' in (site / "index.html").read_text(encoding="utf-8")


def test_a_page_that_stays_the_same_is_not_touched(site: Path) -> None:
    chooser(site)
    before = (site / "index.html").stat()
    chooser(site)
    assert (site / "index.html").stat().st_mtime_ns == before.st_mtime_ns


def test_its_sentences_come_from_the_interface_catalogs(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "project"
    catalog = place / "locales/fr/LC_MESSAGES/sphinx.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "Language"\nmsgstr "Langue"\n')
    (place / "templates").symlink_to(ROOT / "templates")
    write_chooser(place, site, load_languages())
    assert 'aria-label="Language · Langue · Language"' in (site / "index.html").read_text()


@pytest.mark.parametrize(
    "text",
    ["msgid broken", 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "Language"\nmsgstr "Langue <b>"\n'],
    ids=["broken", "markup"],
)
def test_a_broken_catalog_leaves_the_sentences_as_written(text: str, site: Path, tmp_path: Path) -> None:
    place = tmp_path / "project"
    catalog = place / "locales/fr/LC_MESSAGES/sphinx.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(text)
    (place / "templates").symlink_to(ROOT / "templates")
    write_chooser(place, site, load_languages())
    assert 'aria-label="Language · Language · Language"' in (site / "index.html").read_text()
