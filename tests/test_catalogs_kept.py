"""An update keeps all that translators and their tools have written."""

from __future__ import annotations

import shutil
import subprocess

from bayan.catalogs import read_catalog
from bayan.po_template import Wanted
from tests.catalog_house import RAW, House, changed_lines, gettext_accepts, house
from tests.translated_page import ARABIC, LAST, LEAD, TITLE, translated

__all__ = ["house", "translated"]

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


def test_a_remark_without_a_translation_is_kept_when_its_sentence_goes(translated: House) -> None:
    translated.template(TITLE, LEAD, LAST, "Une question ouverte.")
    translated.update()
    path = translated.path()
    path.write_text(path.read_text().replace('msgid "Une q', '# que veut dire ouverte ?\nmsgid "Une q'))
    translated.template(TITLE, LEAD, LAST)
    translated.update()
    assert '# que veut dire ouverte ?\n#~ msgid "Une question ouverte."' in path.read_text()
