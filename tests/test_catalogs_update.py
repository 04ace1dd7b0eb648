"""An update brings catalogs to what the pages say, and changes no line that it need not change."""

from __future__ import annotations

import fcntl
import os

import pytest

from scripts import catalogs
from tests.catalog_house import PAGE, RAW, House, changed_lines, house
from tests.translated_page import ARABIC, LAST, LEAD, TITLE, translated

__all__ = ["house", "translated"]


def test_catalogs_are_made_for_the_target_languages_alone(house: House) -> None:
    house.template(TITLE, fields=RAW)
    house.template("Glossary", name="glossary")
    assert house.update() == 0
    assert set(house.files()) == {
        f"ar/LC_MESSAGES/{PAGE}.po",
        f"en/LC_MESSAGES/{PAGE}.po",
        "ar/LC_MESSAGES/glossary.po",
        "fr/LC_MESSAGES/glossary.po",
    }


def test_a_new_catalog_says_what_tools_need_to_know(house: House) -> None:
    house.template(TITLE, fields=RAW)
    house.update()
    text = house.path().read_text()
    for field in ("Language: ar", "X-Source-Language: fr", "X-Raw-File: visite.txt", "nplurals=6"):
        assert field in text
    assert "fuzzy" not in text and "POT-Creation-Date" not in text


def test_a_run_without_a_change_touches_nothing(translated: House) -> None:
    translated.update()
    before, times = translated.files(), translated.times()
    assert translated.update() == 0
    assert translated.files() == before and translated.times() == times


def test_one_changed_sentence_changes_its_catalog_alone_and_in_its_lines(translated: House) -> None:
    translated.template("Une autre page", name="releases/fr/autre", fields={**RAW, "X-Raw-SHA256": "b" * 64})
    translated.update()
    before = translated.files()
    new = LEAD.replace("victimes", "familles des victimes")
    translated.template(TITLE, new, LAST, fields=RAW)
    assert translated.update() == 0
    after = translated.files()
    assert {name for name in after if after[name] != before[name]} == {
        f"{code}/LC_MESSAGES/{PAGE}.po" for code in ("ar", "en")
    }
    name = f"ar/LC_MESSAGES/{PAGE}.po"
    gone, added = changed_lines(before[name].decode(), after[name].decode())
    assert gone == [f'msgid "{LEAD}"']
    assert added[:2] == ["#, fuzzy", f'#| msgid "{LEAD}"'] and added[2] == 'msgid ""'
    assert "".join(line.strip('"') for line in added[3:]) == new


def test_a_changed_sentence_is_fuzzy_with_its_old_translation(translated: House) -> None:
    new = LEAD.replace("centre", "refuge")
    translated.template(TITLE, new, LAST)
    translated.update()
    entry = translated.entry(new)
    assert entry.fuzzy and entry.strings == (ARABIC[LEAD],)


def test_a_sentence_that_changes_twice_keeps_the_first_msgid(translated: House) -> None:
    for word in ("refuge", "grand refuge"):
        translated.template(TITLE, LEAD.replace("centre", word), LAST)
        translated.update()
    entry = translated.entry(LEAD.replace("centre", "grand refuge"))
    assert entry.comments("|") == [f'msgid "{LEAD}"'] and entry.strings == (ARABIC[LEAD],)


def test_a_sentence_that_changes_back_waits_for_a_word_of_the_translator(translated: House) -> None:
    for text in (LEAD.replace("centre", "refuge"), LEAD):
        translated.template(TITLE, text, LAST)
        translated.update()
    entry = translated.entry(LEAD)
    assert entry.strings == (ARABIC[LEAD],) and entry.fuzzy and not entry.comments("|")


def test_a_new_sentence_stands_where_it_stands_on_the_page(translated: House) -> None:
    translated.template(TITLE, "Tout autre chose.", LEAD, LAST)
    translated.update()
    messages = translated.catalog().messages
    assert [entry.msgid for entry in messages] == [TITLE, "Tout autre chose.", LEAD, LAST]
    assert not messages[1].translated and not messages[1].fuzzy


def test_a_removed_sentence_is_kept_and_comes_back_as_it_was(translated: House) -> None:
    translated.update()
    whole = translated.catalog()
    translated.template(TITLE, LAST, fields=RAW)
    translated.update()
    assert f'#~ msgid "{LEAD}"' in translated.path().read_text()
    translated.template(TITLE, LEAD, LAST, fields=RAW)
    translated.update()
    assert [(entry.msgid, entry.strings, entry.flags) for entry in translated.catalog().messages] == [
        (entry.msgid, entry.strings, entry.flags) for entry in whole.messages
    ]


def test_the_command_tells_what_it_did(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.template(TITLE)
    house.update()
    assert "2 catalogs changed" in capsys.readouterr().out
    house.update()
    assert capsys.readouterr().out == "0 catalogs changed\n"


def test_no_two_runs_write_at_once(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.template(TITLE)
    house.update()
    handle = os.open(house.locales, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        assert house.update() == 1
    finally:
        os.close(handle)
    assert "another run" in capsys.readouterr().err


def test_what_has_not_changed_is_not_even_read(translated: House, monkeypatch: pytest.MonkeyPatch) -> None:
    translated.update()
    translated.update()
    monkeypatch.setattr(catalogs, "update", lambda pots, locales: pytest.fail("it was read"))
    assert translated.update() == 0
    translated.path().touch()
    with pytest.raises(pytest.fail.Exception):
        translated.update()
