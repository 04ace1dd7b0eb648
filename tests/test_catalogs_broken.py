"""A broken catalog stops an update before anything is written, and a build never."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bayan.catalogs import CatalogError, read_catalog, read_translations
from tests.catalog_house import PAGE, RAW, House, house
from tests.site import make_site

__all__ = ["house"]


def edit(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, lambda found: new, path.read_text(), count=1)
    assert count
    path.write_text(text)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8])


def truncated_between_msgid_and_msgstr(path: Path) -> None:
    path.write_text(path.read_text().rpartition("msgstr")[0])


def emptied(path: Path) -> None:
    path.write_text("")


def without_header(path: Path) -> None:
    path.write_text('msgid "Une visite"\nmsgstr "زيارة"\n')


def not_utf_8(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# caf\xe9\n")


def utf_16(path: Path) -> None:
    path.write_text(path.read_text(), encoding="utf-16")


def in_conflict(path: Path) -> None:
    path.write_text(path.read_text() + "\n<<<<<<< HEAD\n=======\n>>>>>>> other\n")


def of_another_language(path: Path) -> None:
    edit(path, r"Language: \w+", "Language: de")


def of_another_charset(path: Path) -> None:
    edit(path, r"charset=[\w-]+", "charset=windows-1256")


def with_other_plurals(path: Path) -> None:
    edit(path, r"nplurals=\d", "nplurals=9")


def with_a_message_twice(path: Path) -> None:
    last = re.findall(r'^msgid ".+"$', path.read_text(), re.M)[-1]
    path.write_text(f'{path.read_text()}\n{last}\nmsgstr "x"\n')


def with_a_stray_line(path: Path) -> None:
    path.write_text(path.read_text() + "\nbonjour\n")


def with_a_control_character(path: Path) -> None:
    path.write_text(path.read_text()[:-3] + "\x00" + path.read_text()[-3:])


def a_link(path: Path) -> None:
    path.rename(path.with_suffix(".real"))
    path.symlink_to(path.with_suffix(".real"))


def a_dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.po")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.unlink()
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:  # only root may; a link to the device is refused alike
        path.symlink_to("/dev/zero")


def of_100_megabytes(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(100_000_000)


BROKEN = [
    truncated, truncated_between_msgid_and_msgstr, emptied, without_header, not_utf_8, utf_16, in_conflict,
    of_another_language, of_another_charset, with_other_plurals, with_a_message_twice, with_a_stray_line,
    with_a_control_character, a_link, a_dangling_link, a_folder, a_pipe, a_device, of_100_megabytes,
]  # fmt: skip
PLURALS = r"""8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
Break = Callable[[Path], None]


@pytest.fixture
def pages(house: House) -> House:
    """Two pages with catalogs, and a change that every catalog waits for."""
    names = (PAGE, "releases/fr/autre")
    for number, name in enumerate(names):
        house.template("Une visite", "Fin.", name=name, fields={**RAW, "X-Raw-SHA256": str(number) * 64})
    house.update()
    house.translate({"Une visite": "زيارة", "Fin.": "النهاية."})
    for number, name in enumerate(names):
        house.template("Une visite", "Fin !", name=name, fields={**RAW, "X-Raw-SHA256": str(number) * 64})
    return house


@pytest.mark.parametrize("break_it", BROKEN)
def test_one_line_names_it_and_nothing_is_written(
    pages: House, break_it: Break, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(pages.path())
    capsys.readouterr()
    before = pages.times()
    assert pages.update() == 1
    error, rest, *more = capsys.readouterr().err.splitlines()
    assert error.startswith(f"{pages.path()}:") and not more
    assert rest == "No catalog was changed."
    assert pages.times() == before


@pytest.mark.parametrize("break_it", [emptied, not_utf_8, a_link, with_a_message_twice])
def test_a_broken_catalog_of_a_page_that_is_gone_stops_too(
    pages: House, break_it: Break, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages.pots / f"{PAGE}.pot").unlink()
    break_it(pages.path())
    before = pages.times()
    assert pages.update() == 1
    assert str(pages.path()) in capsys.readouterr().err and pages.times() == before


@pytest.mark.parametrize("above", [0, 2, 3], ids=["releases/fr", "LC_MESSAGES", "ar"])
def test_a_folder_that_is_a_link_is_refused(
    above: int, pages: House, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pages.path().parents[above]
    folder.rename(pages.folder / "elsewhere")
    folder.symlink_to(pages.folder / "elsewhere")
    assert pages.update() == 1
    assert f"{folder}:1: a link" in capsys.readouterr().err


def test_a_broken_template_stops_too(pages: House, capsys: pytest.CaptureFixture[str]) -> None:
    (pages.pots / f"{PAGE}.pot").write_text('msgid "x')
    before = pages.times()
    assert pages.update() == 1
    assert f"{PAGE}.pot:1:" in capsys.readouterr().err and pages.times() == before


@pytest.mark.parametrize("break_it", [one for one in BROKEN if one not in (without_header, emptied)])
def test_the_build_leaves_it_aside_and_shows_the_source(break_it: Break, tmp_path: Path) -> None:
    site = make_site(tmp_path, "bilingual")
    catalog = site.src / "locales/en/LC_MESSAGES/releases/fr/visite.po"
    edit(catalog, r'8\\n"\n', PLURALS)
    assert len(read_translations(catalog, "en")) == 8
    break_it(catalog)
    with pytest.raises(CatalogError, match=r"visite\.po:\d+: "):
        read_catalog(catalog, "en")
    page = site.build("en").page("en", "releases/fr/visite.html")
    assert page.find(id="p1")["lang"] == "fr" and page.find(class_="translation-state-none")
    assert "refused" in site.log and "visite.po:" in site.log
