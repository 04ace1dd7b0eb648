"""Translations of interface strings go into templates as they are, so they may bring nothing along."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import furo
import pytest

from bayan.interface import refuse_string
from extensions.interface import compile_interface
from extensions.theme_mending import HARD_CODED, mend


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Next", "<script>alert(1)</script>"),
        ("Next", 'x" onclick="alert(1)'),
        ("Next", "&#60;b"),
        ("Next", "100 %"),
        ("Next", "%(secret)s"),
        ("Next", "a\u202eb"),
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


def test_each_fixed_string_still_stands_in_the_theme() -> None:
    theme = Path(furo.__file__).parent / "theme" / "furo"
    text = "".join(file.read_text() for file in theme.rglob("*.html"))
    assert [fixed for fixed in HARD_CODED if fixed not in text] == []


def test_mending_puts_the_direction_on_the_page() -> None:
    assert mend('<html class="no-js" lang="ar">', "rtl") == '<html dir="rtl" class="no-js" lang="ar">'


def test_the_strings_of_one_catalog_are_the_same_at_any_minute(tmp_path: Path) -> None:
    """Else every build would find its settings changed, and read all pages again."""
    catalog = tmp_path / "sphinx.po"
    catalog.write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "Next"\nmsgstr "Suivant"\n')
    compiled = compile_interface(catalog, "fr")
    assert b"Suivant" in compiled
    assert f"{datetime.now(UTC).year}-".encode() not in compiled
