"""Catalogs go with their page: when it gets another name, is removed, or comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import catalogs
from tests.catalog_house import PAGE, RAW, House, house

__all__ = ["house"]

ARABIC = {"Une visite": "زيارة", "Ils sont venus.": "لقد جاءوا."}
NEW = "releases/fr/une-visite"
ATTIC = f"attic/ar/LC_MESSAGES/{PAGE}.po"


@pytest.fixture
def translated(house: House) -> House:
    house.template(*ARABIC, fields=RAW)
    house.template("Ailleurs", name="releases/fr/autre", fields={**RAW, "X-Raw-SHA256": "c" * 64})
    house.update()
    house.translate(ARABIC)
    return house


def test_a_renamed_page_takes_its_catalogs_along(translated: House) -> None:
    before = translated.path().read_bytes()
    (translated.pots / f"{PAGE}.pot").rename(translated.pots / f"{NEW}.pot")
    assert translated.update() == 0
    assert translated.path(name=NEW).read_bytes() == before
    assert not translated.path().exists() and not (translated.locales / "attic").exists()


def test_a_page_that_is_renamed_and_changed_keeps_what_it_can(translated: House) -> None:
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.template("Une visite", "Ils sont venus hier.", name=NEW, fields=RAW)
    translated.update()
    assert translated.entry("Une visite", name=NEW).strings == ("زيارة",)
    assert translated.entry("Ils sont venus hier.", name=NEW).fuzzy


def test_a_renamed_page_whose_catalogs_name_no_raw_file_is_known_by_its_messages(translated: House) -> None:
    path = translated.path()
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "X-Raw" not in line))
    (translated.pots / f"{PAGE}.pot").rename(translated.pots / f"{NEW}.pot")
    translated.update()
    assert translated.entry("Une visite", name=NEW).strings == ("زيارة",)


def test_a_page_whose_old_name_another_page_takes_has_its_catalogs_along_too(translated: House) -> None:
    (translated.pots / f"{PAGE}.pot").rename(translated.pots / f"{NEW}.pot")
    translated.template("Autre visite", fields={"X-Raw-File": "z.txt", "X-Raw-SHA256": "d" * 64})
    translated.update()
    entry = translated.entry("Une visite", name=NEW)
    assert entry.strings == ("زيارة",) and not entry.fuzzy
    assert [(entry.msgid, entry.strings) for entry in translated.catalog().messages] == [
        ("Autre visite", ("",))
    ]


def test_another_release_with_the_same_sentences_is_another_page(translated: House) -> None:
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.template(*ARABIC, name=NEW, fields={"X-Raw-File": "z.txt", "X-Raw-SHA256": "d" * 64})
    translated.update()
    assert (translated.locales / ATTIC).exists()
    entry = translated.entry("Une visite", name=NEW)
    assert entry.fuzzy and entry.strings == ("زيارة",), "offered from the attic, not taken over"


def test_the_catalogs_of_a_removed_page_move_to_the_attic(translated: House) -> None:
    before = translated.path().read_bytes()
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.update()
    assert (translated.locales / ATTIC).read_bytes() == before
    assert not translated.path().exists() and not translated.path("en").exists()
    files = translated.files()
    translated.update()
    assert translated.files() == files


def test_the_attic_keeps_an_earlier_catalog_of_the_same_name(translated: House) -> None:
    for digest in "ab":
        translated.template(digest, fields={**RAW, "X-Raw-SHA256": digest * 64})
        translated.update()
        (translated.pots / f"{PAGE}.pot").unlink()
        translated.update()
    attic = sorted(path.name for path in (translated.locales / ATTIC).parent.iterdir())
    assert attic == ["visite.2.po", "visite.po"]


def test_a_page_that_comes_back_gets_its_catalogs_back(translated: House) -> None:
    template = (translated.pots / f"{PAGE}.pot").read_bytes()
    before = translated.files()
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.update()
    (translated.pots / f"{PAGE}.pot").write_bytes(template)
    translated.update()
    assert translated.files() == before


def test_a_page_without_a_template_is_left_alone_while_it_is_there(
    translated: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogs, "ROOT", translated.folder)
    (translated.folder / PAGE).parent.mkdir(parents=True)
    (translated.folder / f"{PAGE}.md").write_text("")
    before = translated.files()
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.update()
    assert translated.files() == before


def test_a_page_whose_language_was_corrected_takes_its_catalog_along(translated: House) -> None:
    (translated.pots / f"{PAGE}.pot").unlink()
    translated.template(*ARABIC, name="releases/en/visite", fields={**RAW, "X-Source-Language": "en"})
    translated.update()
    entry = translated.entry("Une visite", name="releases/en/visite")
    assert entry.strings == ("زيارة",)
    assert '"X-Source-Language: en\\n"' in translated.path(name="releases/en/visite").read_text()
    assert (translated.locales / f"attic/en/LC_MESSAGES/{PAGE}.po").exists()


def test_no_template_at_all_is_an_error_not_the_end_of_all_catalogs(
    translated: House, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = translated.files()
    for path in translated.pots.rglob("*.pot"):
        path.unlink()
    assert translated.update() == 1
    assert "no template" in capsys.readouterr().err and translated.files() == before


def test_what_a_killed_run_left_half_written_is_swept_away(translated: House) -> None:
    before = translated.files()
    left = translated.path().parent / ".visite.po.x1y2.tmp"
    left.write_text("half")
    translated.update()
    assert translated.files() == before
