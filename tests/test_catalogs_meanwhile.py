"""What a translator saves while a command is at work is never written over."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bayan import po_update
from bayan.po_hold import only_one
from scripts import import_csv, review
from tests.catalog_house import PAGE, RAW, House, house

__all__ = ["house"]

SAVED = {"Deux": "اثنان"}


@pytest.fixture
def open_page(house: House) -> House:
    house.template("Un", "Deux", fields=RAW)
    house.update()
    house.translate({"Un": "واحد"})
    house.template("Un", "Deux", "Trois", fields=RAW)
    return house


def after_call(
    monkeypatch: pytest.MonkeyPatch, place: str, then: Callable[[], object], number: int = 1
) -> None:
    """Let *then* happen when the function at *place* has been called for the *number*-th time."""
    module, _, name = place.rpartition(".")
    real: Callable[..., object] = getattr(importlib.import_module(module), name)
    waiting = [lambda: None] * (number - 1) + [then]

    def wrapped(*values: object) -> object:
        result = real(*values)
        if waiting:
            waiting.pop(0)()
        return result

    monkeypatch.setattr(place, wrapped)


MOMENTS = ("bayan.po_update.merged", "bayan.po_proof._lost", "os.fsync")


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_saved_during_an_update_is_merged_too(
    open_page: House, monkeypatch: pytest.MonkeyPatch, moment: str, number: int
) -> None:
    after_call(monkeypatch, moment, lambda: open_page.translate(SAVED), number)
    assert open_page.update() == 0
    found = {entry.msgid: entry.strings[0] for entry in open_page.catalog().messages}
    assert found == {"Un": "واحد", "Deux": "اثنان", "Trois": ""}


def test_a_catalog_that_is_saved_again_and_again_is_left_and_named(
    open_page: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real, count = po_update.merged, [0]

    def merged(*values: Any) -> bytes | None:
        count[0] += 1
        path = open_page.path()
        path.write_text(f"{path.read_text()}# {count[0]}\n")
        return real(*values)

    monkeypatch.setattr(po_update, "merged", merged)
    assert open_page.update() == 1
    assert f"{open_page.path()}:1: was saved meanwhile" in capsys.readouterr().err
    assert open_page.path().read_text().endswith(f"# {count[0]}\n")
    assert open_page.entry("Trois", "en").strings == ("",), "the others are up to date"


def test_a_catalog_that_appears_during_an_update_is_not_written_over(
    open_page: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_page.path()
    data = path.read_bytes()
    path.unlink()
    after_call(monkeypatch, "bayan.po_update.merged", lambda: path.write_bytes(data), 2)
    assert open_page.update() == 0
    assert open_page.entry("Un").strings == ("واحد",)


def test_a_review_and_an_import_are_not_written_over_what_is_saved_meanwhile(
    open_page: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_page.update()
    open_page.translate({"Deux": "اثنان", "Trois": "ثلاثة"})
    path = open_page.path()
    for command in commands(open_page):
        after_call(monkeypatch, "os.fsync", lambda: path.write_text(path.read_text() + "# saved\n"))
        before = path.read_bytes()
        assert command() == 1
        assert path.read_bytes() == before + b"# saved\n"
        assert "was saved meanwhile" in capsys.readouterr().err
        assert not list(path.parent.glob(".*.tmp"))


def test_a_review_and_an_import_wait_for_an_update(
    open_page: House, capsys: pytest.CaptureFixture[str]
) -> None:
    open_page.update()
    open_page.translate({"Deux": "اثنان", "Trois": "ثلاثة"})
    before = open_page.path().read_bytes()
    with only_one(open_page.locales):
        for command in commands(open_page):
            assert command() == 1
            assert "another run is updating" in capsys.readouterr().err
    assert open_page.path().read_bytes() == before
    assert all(command() == 0 for command in commands(open_page))


def commands(house: House) -> list[Callable[[], int]]:
    path, table = house.path(), house.folder / f"{Path(PAGE).name}.csv"
    table.write_text("fr,ar\nUn,أحد\n")
    return [
        lambda: review.main([str(path), "A. Reader"]),
        lambda: import_csv.main([str(table), "--catalog", str(path), "--locales", str(house.locales)]),
    ]
