"""A catalog's header is kept whole, also the fields that no library knows."""

from __future__ import annotations

import pytest

from bayan.po_header import completed, fault, fields_of, identity, lines_of, new_header, with_fields
from bayan.po_reader import read_entries
from bayan.po_text import Entry

TEXT = r"""# Une note.
msgid ""
msgstr ""
"Language: ar\n"
"X-Review: \"a\", 2026\n"
"Last-Translator: A "
"<a@b.example>\n"
"""
PLURALS = "nplurals=6; plural=0;"


def header(text: str) -> Entry:
    return read_entries(text)[0][0]


def test_all_fields_survive_however_they_are_wrapped() -> None:
    fields = {"Language": "ar", "X-Review": '"a", 2026', "Last-Translator": "A <a@b.example>"}
    assert fields_of(header(TEXT)) == fields
    again = with_fields(header(TEXT), {"X-A": 'c:\\d"'})
    assert fields_of(header(again.text)) == {**fields, "X-A": 'c:\\d"'} == fields_of(again)
    assert again.text.startswith("# Une note.\n")


def test_a_field_is_set_in_its_line_and_all_other_lines_stay() -> None:
    text = TEXT.replace('A "\n"<a', "A <a").replace('"Language: ar', '"Language:  ar')
    lines = with_fields(header(text), {"X-Review": "b", "X-A": "c"}).text.splitlines()
    assert lines == [*text.replace('\\"a\\", 2026', "b").splitlines(), r'"X-A: c\n"']


@pytest.mark.parametrize("wrapped", [True, False], ids=["in its own layout", "in one line"])
def test_what_is_no_field_stays_too(wrapped: bool) -> None:
    before = ["Merci à tous", "X-A: a\u2028b: c", ": d", "", "X-B: 1", "X-B: 2", "Language: ar"]
    said = [f"{line}\\n" for line in before]
    lines = ['msgstr ""', *(f'"{line}"' for line in said)] if wrapped else [f'msgstr "{"".join(said)}"']
    old = header("\n".join(['msgid ""', *lines]) + "\n")
    new = with_fields(old, {"X-C": "e"})
    assert lines_of(new) == lines_of(header(new.text)) == [*before, "X-C: e"]
    assert fields_of(new) == {"X-A": "a\u2028b: c", "X-B": "2", "Language": "ar", "X-C": "e"}
    assert new.lines[:-1] == old.lines or not wrapped
    assert lines_of(with_fields(old, {"X-B": "f"})) == [*before[:4], "X-B: f", "Language: ar"]


def test_a_header_that_does_not_end_its_last_line_is_continued() -> None:
    old = header('msgid ""\n  msgstr ""\n"Language: "\n"ar"\n')
    assert lines_of(with_fields(old, {"X-A": "b"})) == ["Language: ar", "X-A: b"]
    assert header(with_fields(old, {"X-A": "b"}).text).strings == ("Language: ar\nX-A: b\n",)


def test_what_tools_need_is_added_and_nothing_is_changed() -> None:
    old = with_fields(new_header("Arabic"), {"Plural-Forms": "own", "X-A": "b"})
    fields = fields_of(completed(old, language="ar", source="fr", plurals="p", raw=("a.txt", "0" * 64)))
    assert fields["Plural-Forms"] == "own" and fields["X-A"] == "b"
    assert fields["Language"] == "ar" and fields["X-Source-Language"] == "fr"
    assert identity(fields) == ("a.txt", "0" * 64)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("Language", "fr", "Language: fr"),
        ("Language", "fr-CA", "Language: fr"),
        ("Content-Type", "text/plain; charset=ISO-8859-6", "charset=ISO-8859-6"),
        ("Plural-Forms", "nplurals=2; plural=0;", "nplurals=2"),
        ("Language", "ar_SY", ""),
        ("Language", "", ""),
        ("Content-Type", "text/plain; charset=utf-8", ""),
        ("Plural-Forms", "nplurals = 6; plural=(n==0 ? 0 : 1);", ""),
    ],
)
def test_a_wrong_header_is_named(name: str, value: str, reason: str) -> None:
    found = fault({name: value}, "ar", PLURALS)
    assert (reason in found) if reason else not found
