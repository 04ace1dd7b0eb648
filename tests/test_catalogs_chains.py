"""Pages that take each other's names keep their own catalogs, wherever a run ends; no page gets another's."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from itertools import permutations
from pathlib import Path

import pytest

from bayan.catalogs import CatalogError
from bayan.po_folder import attic_path
from bayan.po_moves import in_order
from scripts import catalogs
from tests.catalog_house import House, house

__all__ = ["house"]

WORDS = {"a": {"Un": "واحد", "Deux": "اثنان"}, "b": {"Trois": "ثلاثة"}, "c": {"Quatre": "أربعة"}}


def fields(raw: str) -> dict[str, str]:
    return {"X-Raw-File": f"{raw}.txt", "X-Raw-SHA256": raw * 64}


def page(letter: str) -> str:
    return f"releases/fr/{letter}"


def extract(house: House, names: dict[str, str]) -> None:
    """Templates of the pages *names*, each with the raw file that it is made from."""
    shutil.rmtree(house.pots, ignore_errors=True)
    for name, raw in names.items():
        house.template(*WORDS[raw], name=page(name), fields=fields(raw))


def translated(house: House, names: dict[str, str]) -> None:
    extract(house, names)
    assert house.update() == 0
    for name, raw in names.items():
        house.translate(WORDS[raw], name=page(name))


def assert_own(house: House, names: dict[str, str]) -> None:
    for name, raw in names.items():
        found = {
            entry.msgid: (entry.strings[0], entry.fuzzy) for entry in house.catalog(name=page(name)).messages
        }
        assert found == {msgid: (text, False) for msgid, text in WORDS[raw].items()}, name


CHAINS = [({one: "a", three: "b"}, {two: "a", one: "b"}) for one, two, three in permutations("kmp")]
CIRCLES = [
    ({"k": "a", "m": "b"}, {"k": "b", "m": "a"}),
    ({"k": "a", "m": "b", "p": "c"}, {"k": "c", "m": "a", "p": "b"}),
    ({"k": "a", "m": "b", "p": "c"}, {"k": "b", "m": "c", "p": "a"}),
]
GONE = [
    ({"k": "a", "m": "b"}, {"m": "a"}),
    ({"m": "a", "k": "b"}, {"k": "a"}),
    ({"k": "a", "m": "b", "p": "c"}, {"m": "a", "p": "b"}),
    ({"k": "a", "m": "b", "p": "c"}, {"m": "a", "k": "b"}),
    ({"p": "a", "k": "b", "m": "c"}, {"k": "a", "p": "b"}),
]
"""One of them is removed, and another page has its name."""


@pytest.mark.parametrize(("before", "after"), CHAINS + CIRCLES + GONE)
def test_pages_that_take_each_others_names_have_their_catalogs_along(
    house: House, before: dict[str, str], after: dict[str, str]
) -> None:
    translated(house, before)
    extract(house, after)
    assert house.update() == 0
    assert_own(house, after)


@pytest.mark.parametrize(("before", "after"), [CHAINS[0], CHAINS[-1], *CIRCLES, *GONE])
def test_a_run_that_ends_between_two_moves_is_finished_by_the_next(
    house: House, before: dict[str, str], after: dict[str, str]
) -> None:
    translated(house, before)
    extract(house, after)
    shutil.copytree(house.locales, house.folder / "kept")
    for steps in range(1, 2 * len(before) + 3):
        shutil.rmtree(house.locales)
        shutil.copytree(house.folder / "kept", house.locales)
        run = catalogs.update(house.pots, house.locales)
        for _ in range(steps):
            next(run, None)
        assert isinstance(run, Generator)
        run.close()
        assert house.update() == 0
        assert_own(house, after)


def test_a_removed_page_whose_name_is_taken_comes_back_whole(house: House) -> None:
    translated(house, {"k": "a", "m": "b"})
    extract(house, {"m": "a"})
    assert house.update() == 0
    extract(house, {"p": "b", "m": "a"})
    assert house.update() == 0
    assert_own(house, {"p": "b", "m": "a"})
    extract(house, {"p": "a"})
    assert house.update() == 0
    extract(house, {"p": "b"})
    assert house.update() == 0
    assert_own(house, {"p": "b"})


@pytest.mark.parametrize("change", ["text", "name", "digest"])
def test_a_page_keeps_its_catalog_when_little_of_it_stays_the_same(house: House, change: str) -> None:
    """Another catalog may say that it is this page's: it is not believed."""
    translated(house, {"k": "a", "q": "c"})
    path = house.path(name=page("k"))
    raw = {"text": ("0.txt", "0" * 64), "name": ("0.txt", "a" * 64), "digest": ("a.txt", "0" * 64)}[change]
    lie = path.read_text().replace("a.txt", raw[0]).replace("a" * 64, raw[1]).replace("واحد", "كذبة")
    house.path(name=page("lie")).write_text(lie)
    shutil.rmtree(house.pots)
    messages = [*WORDS["a"], "Trois"] if change == "text" else ["Un", "Trois", "Quatre", "Cinq"]
    new = dict(zip(("X-Raw-File", "X-Raw-SHA256"), raw, strict=True))
    house.template(*messages, name=page("k"), fields=new)
    house.template(*WORDS["c"], name=page("q"), fields=fields("c"))
    assert house.update() == 0
    assert house.entry("Un", name=page("k")).strings == ("واحد",)
    assert not house.entry("Un", name=page("k")).fuzzy


def test_a_page_that_is_written_anew_keeps_its_catalog_while_none_else_is_its(house: House) -> None:
    translated(house, {"k": "a", "q": "c"})
    house.template("Un", "Trois", "Quatre", "Cinq", name=page("k"), fields=fields("0"))
    assert house.update() == 0
    assert house.entry("Un", name=page("k")).strings == ("واحد",)
    assert not (house.locales / "attic").exists()


def test_no_catalog_moves_to_a_place_that_is_taken(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.po" for name in ("one", "two", "three"))
    for path in (one, two):
        path.touch()
    with pytest.raises(CatalogError, match=r"one.po:1: cannot move to .*two.po, which is taken"):
        in_order([(one, two)], lambda path: three)
    with pytest.raises(CatalogError, match="which is taken"):
        in_order([(one, three), (two, three)], lambda path: three)


def test_two_catalogs_get_two_places_in_the_attic(house: House) -> None:
    names = {"k": "a", "k.2": "b", "q": "c"}
    translated(house, names)
    attic = attic_path(house.locales, "ar", page("k"))
    attic.parent.mkdir(parents=True)
    shutil.copy(house.path(name=page("q")), attic)
    extract(house, {"q": "c"})
    assert house.update() == 0
    text = "".join(path.read_text() for path in attic.parent.iterdir())
    assert all(word in text for raw in "abc" for word in WORDS[raw].values())


def test_a_catalog_cannot_claim_another_page(house: House) -> None:
    translated(house, {"k": "a"})
    path = house.path(name=page("k"))
    claimed = path.read_text().replace("a" * 64, "b" * 64).replace("a.txt", "b.txt")
    path.write_text(f'{claimed}\nmsgid "Trois"\nmsgstr "كذبة"\n')
    extract(house, {"k": "a", "m": "b"})
    assert house.update() == 0
    kept = {
        entry.msgid: entry.strings[0]
        for entry in house.catalog(name=page("k")).messages
        if not entry.obsolete
    }
    assert kept == WORDS["a"]
    assert not any(entry.translated and not entry.fuzzy for entry in house.catalog(name=page("m")).messages)


def test_of_two_catalogs_that_claim_a_page_the_one_with_its_messages_is_taken(house: House) -> None:
    translated(house, {"k": "a", "q": "c"})
    text = house.path(name=page("k")).read_text()
    house.path(name=page("aaa")).write_text(text.replace("Un", "Autre").replace("Deux", "Autre chose"))
    extract(house, {"m": "a", "q": "c"})
    assert house.update() == 0
    assert_own(house, {"m": "a", "q": "c"})
