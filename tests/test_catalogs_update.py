"""An update keeps all that translators did, and changes no line that it need not change."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bayan.catalogs import read_catalog
from bayan.po_template import Wanted
from bayan.release import digest
from scripts import catalogs
from tests.catalog_house import PAGE, RAW, House, changed_lines, house

__all__ = ["house"]

TITLE, LEAD, LAST = (
    "Une visite à Koweït",
    "Koweït - Une délégation s’est rendue au centre pour y rencontrer les victimes de la traite.",
    "Elle a vu :",
)
ARABIC = {TITLE: "زيارة إلى الكويت", LEAD: "الكويت - زار وفد المركز للقاء ضحايا الاتجار.", LAST: "ورأى:"}


@pytest.fixture
def translated(house: House) -> House:
    """A page whose Arabic catalog is whole, in lines longer than ours."""
    house.template(TITLE, LEAD, LAST, fields=RAW)
    assert house.update() == 0
    path = house.path()
    text = path.read_text().replace('" "\n"', "").replace('""\n"Koweït', '"Koweït').replace(' "\n"', " ")
    path.write_text(text)
    house.translate(ARABIC)
    return house


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


KEPT = """\
# Traduit par l’équipe.
#
# Deuxième ligne.
msgid ""
msgstr ""
"Language: ar\\n"
"X-Review: A. Person 2026-01-01 0123abcd\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Poedit-Bookmarks: 1,-1,-1\\n"
"X-Generator: Poedit 3.4\\n"

#  une remarque   avec   des espaces
# et une deuxième
#. paragraph, #p9
#: ../../releases/fr/visite.md:12
#, no-wrap, python-format, fuzzy
#| msgid "50 % des visites"
msgid "50 % des familles"
msgstr ""
"خمسون "
"في المئة"


# tout seul
"""


def test_remarks_headers_and_previous_msgids_are_kept(house: House) -> None:
    house.path().parent.mkdir(parents=True)
    house.path().write_text(KEPT)
    wanted = Wanted("50 % des familles", places=["releases/fr/visite.md"], notes=["lead, #p1"])
    house.template(TITLE, wanted)
    assert house.update() == 0
    gone, added = changed_lines(KEPT, house.path().read_text())
    assert gone == ["#. paragraph, #p9", "#, no-wrap, python-format, fuzzy"]
    assert added[:4] == [
        '"MIME-Version: 1.0\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        *[line for line in added if "Plural-Forms" in line],
        '"X-Source-Language: fr\\n"',
    ]
    assert added[4:] == ["", f'msgid "{TITLE}"', 'msgstr ""', "#. lead, #p1", "#, no-wrap, fuzzy"]


def test_flags_that_prose_does_not_deserve_are_taken_off(house: House) -> None:
    named = Wanted("%(count)s pages", flags=["python-format"])
    house.template("50 % des pages", "{role}`x`", named, name="sphinx")
    house.update()
    house.path("fr", "sphinx").write_text(
        house.path("fr", "sphinx").read_text().replace('msgid "50', '#, python-format\nmsgid "50')
    )
    house.update()
    assert house.entry("50 % des pages", "fr", "sphinx").flags == []
    assert house.entry("%(count)s pages", "fr", "sphinx").flags == ["python-format"]


def test_a_remark_moves_with_its_sentence(translated: House) -> None:
    text = translated.path().read_text()
    translated.path().write_text(text.replace(f'msgid "{LEAD}', f'# voir la loi\nmsgid "{LEAD}'))
    new = LEAD.replace("centre", "refuge")
    translated.template(TITLE, new, LAST)
    translated.update()
    assert translated.entry(new).remarks == ["# voir la loi"]


def test_windows_line_ends_and_the_mark_at_the_beginning_are_kept(translated: House) -> None:
    text = translated.path().read_text()
    translated.path().write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    translated.template(TITLE, LEAD, LAST, "Encore une phrase.", fields=RAW)
    assert translated.update() == 0
    data = translated.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    assert ARABIC[LEAD] in data.decode()


def test_plurals_have_as_many_forms_as_the_language(house: House) -> None:
    house.template("Home", name="sphinx")
    assert house.update() == 0
    house.template("Home", Wanted("one page", plural="%(n)s pages"), name="sphinx")
    assert house.update() == 0
    assert len(house.entry("one page", "ar", "sphinx").strings) == 6
    assert len(house.entry("one page", "fr", "sphinx").strings) == 2


def test_a_message_that_gets_a_plural_keeps_its_old_translation_aside(house: House) -> None:
    house.template("Home", "one page", name="sphinx")
    house.update()
    house.translate({"one page": "صفحة"}, name="sphinx")
    for _ in range(2):
        house.template("Home", Wanted("one page", plural="{n} pages"), name="sphinx")
        house.update()
    text = house.path(name="sphinx").read_text()
    assert '#~ msgctxt "when it had no plural"\n#~ msgid "one page"\n#~ msgstr "صفحة"' in text
    gettext_accepts(house.path(name="sphinx"))


def test_an_obsolete_entry_is_never_doubled(translated: House) -> None:
    for messages in ((TITLE, LAST), (TITLE, LEAD, LAST), (TITLE, LAST), (TITLE, LEAD, LAST), (TITLE,)):
        translated.template(*messages)
        translated.update()
        gettext_accepts(translated.path())


def gettext_accepts(path: Path) -> None:
    """Ask gettext where it is installed, and Babel everywhere."""
    read_po(BytesIO(path.read_bytes()), locale="ar", abort_invalid=True)
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)


def test_context_survives_a_template_that_has_none(house: House) -> None:
    house.template(Wanted(TITLE, notes=["title, #release"], places=["releases/fr/visite.md"]), LEAD)
    house.update()
    before = house.files()
    house.template(TITLE, LEAD)
    house.update()
    assert house.files() == before


def test_line_numbers_alone_change_nothing(house: House) -> None:
    house.template(Wanted(TITLE, places=["../../releases/fr/visite.md:12"]))
    house.update()
    before = house.files()
    house.template(Wanted(TITLE, places=["../releases/fr/visite.md:99"]))
    house.update()
    assert house.files() == before


def test_gettext_accepts_what_is_written(translated: House) -> None:
    translated.template(TITLE, LEAD.replace("centre", "refuge"), 'Le "\\_" et la\ttabulation', fields=RAW)
    translated.update()
    for path in translated.locales.rglob("*.po"):
        assert len(read_catalog(path, path.relative_to(translated.locales).parts[0])) == 3
        if shutil.which("msgfmt"):
            subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)


def test_the_same_sentence_is_filled_in_as_fuzzy_with_its_origin(translated: House) -> None:
    other = "releases/fr/autre"
    translated.template(LAST, "Ils sont partis.", name=other, fields={**RAW, "X-Raw-SHA256": "b" * 64})
    translated.update()
    entry = translated.entry(LAST, name=other)
    assert entry.strings == (ARABIC[LAST],) and entry.fuzzy
    assert f"same sentence as in {PAGE}" in entry.comments(".")
    before = translated.files()
    translated.update()
    assert translated.files() == before
    english = translated.entry(LAST, "en", other)
    assert not english.translated, "the pair of languages is another"


def test_an_empty_entry_is_filled_in_when_another_catalog_is_translated(translated: House) -> None:
    other = "releases/fr/autre"
    translated.template("Une phrase commune.", name=other, fields={**RAW, "X-Raw-SHA256": "b" * 64})
    translated.template(TITLE, LEAD, LAST, "Une phrase commune.", fields=RAW)
    translated.update()
    assert not translated.entry("Une phrase commune.", name=other).translated
    translated.translate({"Une phrase commune.": "جملة مشتركة."})
    translated.update()
    entry = translated.entry("Une phrase commune.", name=other)
    assert entry.fuzzy and entry.strings == ("جملة مشتركة.",)


def test_a_fuzzy_translation_is_no_model_for_others(translated: House) -> None:
    path = translated.path()
    path.write_text(path.read_text().replace(f'msgid "{LAST}"', f'#, fuzzy\nmsgid "{LAST}"'))
    translated.template(LAST, name="releases/fr/autre", fields={**RAW, "X-Raw-SHA256": "b" * 64})
    translated.update()
    assert not translated.entry(LAST, name="releases/fr/autre").translated


def test_what_a_translator_confirmed_stays_confirmed(translated: House) -> None:
    other = "releases/fr/autre"
    translated.template(LAST, name=other, fields={**RAW, "X-Raw-SHA256": "b" * 64})
    translated.update()
    path = translated.path(name=other)
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))
    before = digest(path.read_bytes())
    translated.update()
    assert digest(path.read_bytes()) == before


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


def test_a_remark_without_a_translation_is_kept_when_its_sentence_goes(translated: House) -> None:
    translated.template(TITLE, LEAD, LAST, "Une question ouverte.")
    translated.update()
    path = translated.path()
    path.write_text(path.read_text().replace('msgid "Une q', '# que veut dire ouverte ?\nmsgid "Une q'))
    translated.template(TITLE, LEAD, LAST)
    translated.update()
    assert '# que veut dire ouverte ?\n#~ msgid "Une question ouverte."' in path.read_text()


def test_the_origin_of_a_suggestion_is_told_as_long_as_it_is_one(translated: House) -> None:
    other, raw = "releases/fr/autre", {**RAW, "X-Raw-SHA256": "b" * 64}
    translated.template(LAST, name=other, fields=raw)
    translated.update()
    translated.template(Wanted(LAST, notes=["paragraph, #p1"]), name=other, fields=raw)
    translated.update()
    assert translated.entry(LAST, name=other).comments(".") == [
        "paragraph, #p1",
        f"same sentence as in {PAGE}",
    ]
    path = translated.path(name=other)
    path.write_text(path.read_text().replace("#, fuzzy\n", ""))
    translated.template(Wanted(LAST, notes=["paragraph, #p2"]), name=other, fields=raw)
    translated.update()
    assert translated.entry(LAST, name=other).comments(".") == ["paragraph, #p2"]
