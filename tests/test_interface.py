"""Translations of interface strings go into templates as they are, so they may bring nothing along."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bayan.interface import THEME_STRINGS, refuse_string
from extensions.interface import compile_interface
from extensions.rtl.pages import LABELS, TITLES


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Next", "<script>alert(1)</script>"),
        ("Next", 'x" onclick="alert(1)'),
        ("Next", "&#60;b"),
        ("Next", "100 %"),
        ("Next", "%(secret)s"),
        ("Next", "a\u202eb"),
        ("Light mode", "\u00a0"),
        ("Light mode", "\u200f"),
        ("Shown in %(language)s", "Affiché"),
        ('<a href="https://a.example">Furo</a>', '<a href="https://evil.example">Furo</a>'),
    ],
)
def test_what_a_template_could_misread_is_refused(msgid: str, msgstr: str) -> None:
    assert refuse_string(msgid, msgstr)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Next", "Suivant"),
        ("Date unknown", "Date inconnue"),
        ("Shown in %(language)s", "معروض باللغة %(language)s"),
        ('<a href="%(path)s">Copyright</a> &#169; %(c)s', '<a href="%(path)s">Droits</a> &#169; %(c)s'),
    ],
)
def test_a_plain_translation_is_taken(msgid: str, msgstr: str) -> None:
    assert refuse_string(msgid, msgstr) == ""


def test_translators_are_given_what_the_theme_holds_as_plain_text() -> None:
    in_parts_that_we_leave_out = {"On Read the Docs", "On GitHub", "versions"}
    assert {*TITLES, *LABELS} - in_parts_that_we_leave_out <= set(THEME_STRINGS)


def test_a_plural_form_may_leave_the_number_out_and_add_nothing() -> None:
    assert refuse_string("{count} results", "نتيجتان", plural=True) == ""
    assert refuse_string("{count} results", "{counts} نتائج", plural=True)
    assert refuse_string("{count} results", "نتيجتان")


def test_the_strings_of_one_catalog_are_the_same_at_any_minute(tmp_path: Path) -> None:
    """Else every build would find its settings changed, and read all pages again."""
    catalog = tmp_path / "sphinx.po"
    catalog.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "Next"\nmsgstr "Suivant"\n')
    compiled = compile_interface(catalog, "fr")
    assert b"Suivant" in compiled
    assert f"{datetime.now(UTC).year}-".encode() not in compiled
