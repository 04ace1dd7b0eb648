"""A changed sentence keeps its translation as fuzzy; a new one is offered none that is not its own."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from bayan import po_likeness
from bayan.po_likeness import MAX_STEPS, MAX_WORDS, Place, likeness, words
from bayan.po_merge import merge
from bayan.po_reader import read_entries
from bayan.po_template import Wanted, template_text

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "fixtures" / "catalogs" / "changes.toml"
PAGES: list[dict[str, Any]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["page"]


def ours(old: list[str], new: list[str]) -> dict[str, str]:
    """Each message of *new* that our merge makes fuzzy, with the old message that it is from."""
    text = "\n".join(f'msgid "{quoted(msgid)}"\nmsgstr "T {quoted(msgid)}"\n' for msgid in old)
    template = read_entries(template_text(map(Wanted, new), {}))[0][1:]
    merged = merge(read_entries(text)[0], template, 2, lambda wanted: None)
    return {
        entry.msgid: entry.strings[0].removeprefix("T ")
        for entry in merged
        if entry.fuzzy and not entry.obsolete
    }


def stock(old: list[str], new: list[str]) -> dict[str, str]:
    """The same by Babel's merge, which sphinx-intl runs."""
    catalog, template = Catalog(), Catalog()
    for msgid in old:
        catalog.add(msgid, msgid)
    for msgid in new:
        template.add(msgid)
    catalog.update(template)
    return {str(message.id): str(message.string) for message in catalog if message.id and message.fuzzy}


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["why"])
def test_a_careful_person_would_pair_them_so(page: dict[str, Any]) -> None:
    assert ours(page["old"], page["new"]) == {new: old for old, new in page["became"]}


def test_the_stock_merge_offers_what_is_far_fetched() -> None:
    """The measure that docs/catalogs.md gives: why the pairing is ours."""
    figures = {}
    for name, pair in (("ours", ours), ("stock", stock)):
        found = {(p["why"], new, old) for p in PAGES for new, old in pair(p["old"], p["new"]).items()}
        right = {(p["why"], new, old) for p in PAGES for old, new in p["became"]}
        figures[name] = (len(right & found), len(right), len(found - right))
    print(figures)
    assert figures["ours"] == (figures["ours"][1], figures["ours"][1], 0)
    changed, false = figures["ours"][1], figures["stock"][2]
    text = " ".join((ROOT / "docs" / "catalogs.md").read_text(encoding="utf-8").split())
    assert f"{len(PAGES)} edited pages" in text
    assert f"finds all {changed} changed sentences and offers {false} new ones" in text


def test_likeness_counts_letters_not_words() -> None:
    assert likeness(words("les bureaux"), words("les dortoirs")) < 0.3
    assert likeness(words("a b c"), words("A, b: c!")) == 1.0
    assert likeness([], []) == 1.0 and likeness([], ["a"]) == 0.0


def shuffled(count: int, words: int) -> list[Place]:
    """Texts of the same few words, each in another order, which no count of words tells apart."""
    random = Random(count)  # noqa: S311  # the same texts in each run
    return [Place(" ".join(random.choices("abcdefghijkl", k=words)), 0) for _ in range(count)]


def test_a_flood_of_texts_of_the_same_words_is_not_compared_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = [0]

    def counted(one: Sequence[str], other: Sequence[str]) -> float:
        steps[0] += len(one) * len(other)
        return likeness(one, other) if one[:1] == ["visite"] == other[:1] else 0.0

    monkeypatch.setattr(po_likeness, "likeness", counted)
    changed = "visite du centre de formation de Tunis"
    vanished = [*shuffled(600, 60), Place(changed, 0)]
    new = [*shuffled(40, 60), Place(f"{changed} hier", 0)]
    assert len(vanished) * len(new) * 3600 > 4 * MAX_STEPS
    assert po_likeness.pair(vanished, new) == {40: 600}, "the sentence that did change is found all the same"
    assert 0 < steps[0] <= MAX_STEPS


def test_no_more_words_are_counted_than_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po_likeness, "MAX_WORDS", MAX_WORDS // 1000)
    read: list[int] = []

    def bound(one: Counter[str], other: Counter[str], letters: int) -> float:
        read.append(one.total())
        return 0.0

    monkeypatch.setattr(po_likeness, "_bound", bound)
    po_likeness.pair(shuffled(600, 60), shuffled(40, 60))
    assert 0 < sum(read) <= MAX_WORDS // 1000
