"""A catalog's header is kept whole, also the fields that no library knows."""

from __future__ import annotations

from bayan.po_header import fields_for, read_header, with_header

TEXT = r"""# Une note.
msgid ""
msgstr ""
"Language: ar\n"
"X-Review: \"a\", 2026\n"
"Last-Translator: A "
"<a@b.example>\n"

msgid "a"
msgstr "b"
"""


def test_all_fields_survive() -> None:
    fields = read_header(TEXT)
    assert fields == {"Language": "ar", "X-Review": '"a", 2026', "Last-Translator": "A <a@b.example>"}
    again = with_header(TEXT, fields)
    assert read_header(again) == fields
    assert again.startswith("# Une note.\n") and again.endswith('\n\nmsgid "a"\nmsgstr "b"\n')


def test_what_tools_need_is_added_and_nothing_is_changed() -> None:
    fields = fields_for({"Plural-Forms": "own", "X-A": "b"}, language="ar", source="fr", plurals="p")
    assert fields["Plural-Forms"] == "own" and fields["X-A"] == "b"
    assert fields["Language"] == "ar" and fields["X-Source-Language"] == "fr"
