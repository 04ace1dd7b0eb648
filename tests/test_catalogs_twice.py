"""A message that a catalog holds in two entries, as after a merge of branches: neither is lost or hidden."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from bayan.po_merge import merge
from bayan.po_reader import read_entries
from bayan.po_template import Wanted
from tests.catalog_house import House, gettext_accepts, house

__all__ = ["house"]


@pytest.fixture
def page(house: House) -> House:
    house.template("Un", "Deux")
    house.update()
    house.translate({"Deux": "اثنان"})
    return house


def add(house: House, text: str) -> None:
    path = house.path()
    path.write_text(f"{path.read_text()}\n{text}")


def strings(house: House) -> Counter[tuple[str, ...]]:
    return Counter(entry.strings for entry in house.catalog().messages if entry.translated)


def assert_each_once(house: House) -> None:
    keys = Counter(entry.key for entry in house.catalog().entries)
    assert set(keys.values()) == {1}
    gettext_accepts(house.path())


def test_an_empty_entry_gives_way_to_its_translation_among_the_obsolete_ones(page: House) -> None:
    add(page, '# relu\n#~ msgid "Un"\n#~ msgstr "واحد"\n')
    assert page.update() == 0
    entry = page.entry("Un")
    assert entry.strings == ("واحد",) and not entry.obsolete and entry.remarks == ["# relu"]
    assert_each_once(page)
    files = page.files()
    assert page.update() == 0 and page.files() == files


def test_a_remark_on_an_empty_entry_is_kept_beside_the_obsolete_one(page: House) -> None:
    text = page.path().read_text().replace('msgid "Un"', '# demander\nmsgid "Un"')
    page.path().write_text(text)
    add(page, '#~ msgid "Un"\n#~ msgstr "واحد"\n')
    assert page.update() == 0
    assert strings(page) == Counter([("واحد",), ("اثنان",)])
    assert any("# demander" in entry.remarks for entry in page.catalog().messages)


def test_of_two_obsolete_entries_the_translated_one_comes_back(page: House) -> None:
    add(page, '#~ msgid "Trois"\n#~ msgstr "ثلاثة"\n\n# vide\n#~ msgid "Trois"\n#~ msgstr ""\n')
    page.template("Un", "Deux", "Trois")
    assert page.update() == 0
    active = [entry for entry in page.catalog().messages if entry.msgid == "Trois" and not entry.obsolete]
    assert [entry.strings for entry in active] == [("ثلاثة",)]
    assert_each_once(page)


def test_two_translations_are_parted_by_contexts_that_are_true(page: House) -> None:
    for text in ("ثانٍ", "ثالث"):
        add(page, f'#~ msgid "Deux"\n#~ msgstr "{text}"\n')
    page.template("Un", "Deux", "Trois")
    assert page.update() == 0
    assert strings(page) == Counter([("اثنان",), ("ثانٍ",), ("ثالث",)])
    contexts = {entry.context for entry in page.catalog().messages if entry.obsolete}
    assert contexts == {"another translation", "another translation 2"}
    assert_each_once(page)


def test_a_message_that_gets_its_plural_again_and_again_is_set_apart_each_time(page: House) -> None:
    for text in ("أول", "ثانٍ"):
        page.template("Un", "Deux")
        page.update()
        page.translate({"Un": text})
        page.template("Deux", Wanted("Un", plural="Uns"))
        assert page.update() == 0
        assert_each_once(page)
    assert strings(page) == Counter([("أول",), ("ثانٍ",), ("اثنان",)])


def test_a_message_thousands_of_times_is_parted_in_a_moment() -> None:
    def seconds(times: int) -> float:
        text = "".join(f'#~ msgid "Alt"\n#~ msgstr "{number}"\n\n' for number in range(times))
        known = read_entries(text)[0]
        started = time.process_time()
        merge(known, (), 6, lambda wanted: None)
        return time.process_time() - started

    assert seconds(4_800) < 1.5, "it took several seconds when each looked for a free context from the first"


def test_obsolete_entries_of_one_message_are_parted_too(page: House) -> None:
    add(page, '#~ msgid "Alt"\n#~ msgstr "قديم"\n\n#~ msgid "Alt"\n#~ msgstr "أقدم"\n')
    assert page.update() == 0
    assert strings(page) == Counter([("اثنان",), ("قديم",), ("أقدم",)])
    assert_each_once(page)
