"""Catalogs as Poedit, Weblate and a plain editor save them: an update leaves their layout alone."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bayan.catalogs import read_translations
from tests.catalog_house import House, changed_lines, house

__all__ = ["house"]

SAVED = Path(__file__).parent / "fixtures" / "catalogs" / "saved"
PAGE = "releases/fr/page"
BY = ("ours", "poedit", "weblate", "plain")
LEAD = "Trente juges et procureurs"


@pytest.fixture(params=BY)
def saved(request: pytest.FixtureRequest, house: House) -> House:
    """A house with the Arabic catalog as one program has saved it."""
    for source, path in (
        ("page.pot", house.pots / f"{PAGE}.pot"),
        (f"{request.param}.po", house.path(name=PAGE)),
    ):
        path.parent.mkdir(parents=True)
        shutil.copy(SAVED / source, path)
    return house


def test_an_update_that_has_nothing_to_change_leaves_every_byte(saved: House) -> None:
    before, inode = saved.path(name=PAGE).read_bytes(), saved.path(name=PAGE).stat()
    assert saved.update() == 0
    assert saved.path(name=PAGE).read_bytes() == before
    assert saved.path(name=PAGE).stat().st_mtime_ns == inode.st_mtime_ns


def test_an_update_with_a_plain_template_leaves_every_byte_too(saved: House) -> None:
    before = saved.path(name=PAGE).read_bytes()
    template = saved.pots / f"{PAGE}.pot"
    lines = template.read_text().splitlines(keepends=True)
    template.write_text("".join(line for line in lines if not line.startswith(("#", '"X-'))))
    assert saved.update() == 0
    assert saved.path(name=PAGE).read_bytes() == before


def test_one_changed_sentence_changes_its_lines_alone(saved: House) -> None:
    before = saved.path(name=PAGE).read_text()
    template = saved.pots / f"{PAGE}.pot"
    template.write_text(template.read_text().replace(LEAD, "Quarante juges et procureurs"))
    assert saved.update() == 0
    gone, added = changed_lines(before, saved.path(name=PAGE).read_text())
    assert all(LEAD in "".join(gone) and line.startswith(("msgid", '"')) for line in gone), gone
    assert added[0] == "#, fuzzy" and any(line.startswith("#| ") for line in added)
    assert all(line.startswith(("#, fuzzy", "#| ", 'msgid ""', '"')) for line in added), added


def test_a_renamed_page_changes_none_of_its_bytes_but_the_places(saved: House) -> None:
    before = saved.path(name=PAGE).read_text()
    template = saved.pots / f"{PAGE}.pot"
    template.write_text(template.read_text().replace("fr/page.md", "fr/autre.md"))
    template.rename(template.with_name("autre.pot"))
    saved.update()
    after = saved.path(name="releases/fr/autre").read_text()
    assert after.rstrip() == before.replace("fr/page.md", "fr/autre.md").rstrip()


def test_one_header_field_changes_in_its_lines_alone(saved: House) -> None:
    before = saved.path(name=PAGE).read_text()
    template = saved.pots / f"{PAGE}.pot"
    template.write_text(template.read_text().replace("a" * 64, "b" * 64))
    saved.update()
    gone, added = changed_lines(before, saved.path(name=PAGE).read_text())
    assert "".join(gone).replace('""', "") == f'"X-Raw-SHA256: {"a" * 64}\\n"'
    assert added == [f'"X-Raw-SHA256: {"b" * 64}\\n"']


@pytest.mark.parametrize("by", BY)
def test_the_build_reads_them_all_alike(by: str) -> None:
    path = SAVED / f"{by}.po"
    found = {msgid: message.msgstr for msgid, message in read_translations(path, "ar").items()}
    ours = {msgid: message.msgstr for msgid, message in read_translations(SAVED / "ours.po", "ar").items()}
    assert found == ours and len(found) == 5
    dateless = re.sub(rb'"[\w-]+-Date:.*', b'""', path.read_bytes())  # Babel stops at an empty date
    babel = read_po(BytesIO(dateless), locale="ar", abort_invalid=True)
    assert {m.id: m.string for m in babel if m.id and m.string and not m.fuzzy} == ours
