"""An update that would lose something is refused before it takes the old catalog's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.catalogs import CatalogError, read_text
from bayan.po_proof import prove
from bayan.po_reader import read_entries
from bayan.po_template import Wanted, template_text

OLD = """\
# Note.
msgid ""
msgstr ""
"Language: ar\\n"
"X-Review: A. Person\\n"
"Merci à tous\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# à vérifier
msgid "un"
msgstr "واحد"

msgid "deux"
msgstr "اثنان"
"""
CASES = {
    "a translation would be lost": ('msgstr "واحد"', 'msgstr ""'),
    "the translation of 'un' would be lost": ('msgid "un"', '#, fuzzy\nmsgid "un"'),
    "a translator's comment would be lost": ("# à vérifier\n", ""),
    "a field of the header would be lost": ('"X-Review: A. Person\\n"\n', ""),
    "a line of the header would be lost": ('"Merci à tous\\n"\n', ""),
    "its messages would not be those of the page": ('msgid "deux"', 'msgid "trois"'),
    "a text must stand whole": ('"اثنان"', '"اثنان'),
}


@pytest.mark.parametrize("reason", CASES)
def test_what_is_missing_is_named(reason: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old.po", tmp_path / "new.po"
    old.write_text(OLD)
    template = read_entries(template_text([Wanted("un"), Wanted("deux")], {}))[0][1:]
    new.write_text(OLD)
    prove(new, "ar", read_text(old, "ar"), template)
    before, after = CASES[reason]
    assert before in OLD
    new.write_text(OLD.replace(before, after))
    with pytest.raises(CatalogError, match=reason):
        prove(new, "ar", read_text(old, "ar"), template)


def test_an_error_names_the_catalog_and_not_the_folder_of_its_proof(tmp_path: Path) -> None:
    old, new = tmp_path / "old.po", tmp_path / "1.po"
    old.write_text(OLD)
    new.write_text(OLD.replace('"اثنان"', '"اثنان'))
    with pytest.raises(CatalogError) as caught:
        prove(new, "ar", read_text(old, "ar"), [])
    assert str(caught.value).startswith(f"{old}:1: it would be refused (14: a text must")
