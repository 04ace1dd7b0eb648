"""Texts cut at their spaces give the words that the whole text has, at their places."""

from __future__ import annotations

import pytest

from bayan.cutting import KEPT, Pieces, Table, words_of
from bayan.folding import WORD

TEXTS = [
    "",
    " ",
    "l'OIM, à Amman: 3 ans",
    "  deux  espaces\u00a0et\nune ligne ",
    "لـIOM والمنظمة الدولية للهجرة، (AVRR) — 2026",
    "a,b،c&d e",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_the_pieces_are_those_of_the_text(text: str) -> None:
    expected = [(found[0], *found.span()) for found in WORD.finditer(text)]
    assert list(Pieces(text, Table(words_of)).words_from(0, 0)) == expected


@pytest.mark.parametrize("text", TEXTS)
def test_words_can_be_asked_for_from_any_one_on(text: str) -> None:
    pieces, cut = Pieces(text, Table(words_of)), Table(words_of)
    every = list(pieces.words_from(0, 0))
    seen = 0
    for number, piece in enumerate(pieces.pieces):
        for index in range(len(cut[piece])):
            assert list(pieces.words_from(number, index)) == every[seen:]
            seen += 1
    assert seen == len(every)


def test_a_table_makes_each_value_once() -> None:
    asked: list[str] = []

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    table = Table(length)
    assert [table["one"], table["three"], table["one"]] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_a_table_that_holds_many_letters_begins_anew() -> None:
    table = Table(len)
    for long in ("a" * KEPT, "b" * KEPT):
        assert table[long] == KEPT
    assert list(table) == ["b" * KEPT]
    assert table["c"] == 1
    assert len(table) == 1
