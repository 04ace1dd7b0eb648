"""A sentence that is translated elsewhere is suggested, with its origin, and never more than that."""

from __future__ import annotations

from bayan.po_template import Wanted
from bayan.release import digest
from tests.catalog_house import PAGE, RAW, House, house
from tests.translated_page import ARABIC, LAST, LEAD, TITLE, translated

__all__ = ["house", "translated"]


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
