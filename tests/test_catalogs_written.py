"""Catalogs as gettext's tools and careless editors write them: none stops a run, and no word is lost."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from bayan import po_entry
from bayan.catalogs import read_catalog, read_translations
from bayan.checks.catalog import check_catalog
from tests.catalog_house import RAW, House, house

__all__ = ["house"]

LONG = "Une visite au centre de formation"
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"X-Source-Language: fr\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
ONE = 'msgid "A"\nmsgstr "ألف"\n'
WRITTEN = {
    "an indented header": HEADER.replace("msgid", "  msgid") + ONE,
    "an indented text of the header": HEADER.replace("msgstr", " msgstr").replace('"L', '\t"L') + ONE,
    "indented entries": HEADER + '\tmsgid "A"\n\tmsgstr\t"ألف"\n',
    "no space after a keyword": HEADER + 'msgid"A"\nmsgstr"ألف"\n',
    "a comment inside an entry": HEADER + '# un\nmsgid "A"\n# deux\nmsgstr "ألف"\n',
    "an indented comment": HEADER + "  # note\n" + ONE,
    "a line of a no-break space": HEADER + "\u00a0\n" + ONE,
    "what the message was before": HEADER + '#~| msgid "Z"\n#~ msgid "Y"\n#~ msgstr "ياء"\n\n' + ONE,
    "the mark of an obsolete entry alone": HEADER + "#~\n" + ONE,
    "comments behind that mark": HEADER
    + '#~ # note\n#~ #, fuzzy\n#~ #| msgid "Z"\n#~ msgid "Y"\n#~ msgstr "ياء"\n',
    **{
        f"obsolete {what} with {mark!r}": f'{HEADER}{text}{mark}msgid "A"\n{mark}msgstr "قديم"\n'
        for what, text in (("again", ONE + "\n"), ("alone", ""))
        for mark in ("#~", "#~\t", "#~  ", "  #~ ")
    },
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_it_is_read_checked_and_updated(text: str, house: House) -> None:
    house.template("A", "B", fields=RAW)
    house.path().parent.mkdir(parents=True)
    house.path().write_text(text)
    finished = read_translations(house.path(), "ar")
    assert set(finished) == ({"A"} if "ألف" in text else set())
    assert {m.id: m.string for m in read_catalog(house.path(), "ar") if m.id and not m.fuzzy} == {
        msgid: message.msgstr for msgid, message in finished.items()
    }
    assert not [report for report in check_catalog(house.path()) if report.check == "catalog"]
    assert house.update() == 0
    words = re.compile('[ء-ي]+|note|deux|msgid "Z"')
    made = house.path().read_text()
    assert set(words.findall(text)) <= set(words.findall(made))
    before = house.files()
    house.template("A", "B", fields={**RAW, "X-A": "b"})
    assert house.update() == 0 and house.files() == before
    if shutil.which("msgfmt") and "\u00a0" not in text and "deux" not in text:
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(house.path())], check=True)


def test_a_sentence_may_change_and_go_and_come_back(house: House) -> None:
    house.template(LONG, "A")
    house.update()
    house.translate({LONG: "زيارة"})
    for messages in ((f"{LONG} hier", "A"), ("A",), ("A", "B")):
        house.template(*messages)
        assert house.update() == 0
        assert not [report for report in check_catalog(house.path()) if report.check == "catalog"]
    assert f'#~| msgid "{LONG}"' in house.path().read_text()
    house.template("A", "B", f"{LONG} hier")
    assert house.update() == 0
    back = house.entry(f"{LONG} hier")
    assert back.fuzzy and back.strings == ("زيارة",) and back.comments("|") == [f'msgid "{LONG}"']


def test_an_indented_flag_holds_a_translation_back(house: House) -> None:
    house.template("A")
    house.update()
    house.translate({"A": "ألف"}, comment="  #, fuzzy\n")
    assert not read_translations(house.path(), "ar")
    assert [message.fuzzy for message in read_catalog(house.path(), "ar") if message.id] == [True]


def test_a_context_over_two_lines_gives_way_to_the_one_that_parts(house: House) -> None:
    house.template("A")
    house.path().parent.mkdir(parents=True)
    old = '#~ msgctxt ""\n#~ "un"\n#~ msgid "A"\n#~ msgstr "قديم"\n'
    house.path().write_text(HEADER + ONE + "\n" + old)
    entry = po_entry.set_apart(house.catalog().messages[1], "un when it had no plural")
    assert entry.lines == ('#~ msgctxt "un when it had no plural"', *old.splitlines()[2:])


@pytest.mark.parametrize("text", ['msgid "' + '\\"' * 400_000, " " * 800_000], ids=["quotes", "spaces"])
def test_what_a_message_was_is_read_once(text: str, house: House) -> None:
    """Looked for from every sign on, this would take hours."""
    house.template(LONG, fields=RAW)
    house.update()
    house.translate({LONG: "زيارة"}, comment=f"#, fuzzy\n#| {text}x\n")
    house.template(f"{LONG} hier", fields=RAW)
    assert house.update() == 0
    assert house.entry(f"{LONG} hier").strings == ("زيارة",)


def test_more_plural_forms_than_the_language_has_are_named(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.template("A")
    house.path().parent.mkdir(parents=True)
    forms = "".join(f'msgstr[{number}] "x"\n' for number in range(7))
    house.path().write_text(f'{HEADER}msgid "A"\nmsgid_plural "B"\n{forms}')
    (report,) = check_catalog(house.path())
    assert (report.line, report.check) == (7, "catalog") and "7 plural forms; ar has 6" in report.message
    assert house.update() == 1
    assert f"{house.path()}:" in capsys.readouterr().err


def test_a_header_with_a_plural_is_refused_with_its_place(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.template("A")
    house.path().parent.mkdir(parents=True)
    house.path().write_text(f'msgid ""\nmsgid_plural ""\nmsgstr[0] "Language: ar\\n"\nmsgstr[1] ""\n\n{ONE}')
    assert house.update() == 1
    assert f"{house.path()}:1: an empty msgid is the header's" in capsys.readouterr().err


def test_signs_by_the_numbers_of_their_bytes_are_read(house: House) -> None:
    house.template("Été", "A")
    house.update()
    octal = "".join(f"\\{byte:03o}" for byte in "صيف".encode())
    text = house.path().read_text().replace('"Été"\nmsgstr ""', f'"\\303\\211t\\xc3\\xa9"\nmsgstr "{octal}!"')
    house.path().write_text(text)
    assert house.update() == 0
    assert house.path().read_text() == text
    assert house.entry("Été").strings == ("صيف!",)


def test_numbers_in_a_comment_are_no_text(house: House) -> None:
    house.template("A", "B c d")
    house.update()
    house.translate({"B c d": "X"}, comment='#, fuzzy\n#| msgid "\\377"\n')
    path = house.path()
    house.template("A", "B c d e")
    assert house.update() == 0
    assert '#| msgid "\\377"' in path.read_text()


@pytest.mark.parametrize("number", ["\\377", "\\330", "\\000", "\\x1b", "\\302\\205", "\\777"])
def test_numbers_of_bytes_that_are_no_text_are_refused(
    number: str, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.template("A")
    house.update()
    house.translate({"A": "X"})
    house.path().write_text(house.path().read_text().replace('"X"', f'"{number}"'))
    assert house.update() == 1
    assert "numbers of bytes that are no text in UTF-8; mend the catalog" in capsys.readouterr().err
