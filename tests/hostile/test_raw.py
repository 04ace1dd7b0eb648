"""Raw files that must not become pages: one error names each, and the others are imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from bayan.importing.outcome import Outcome
from bayan.importing.run import run_import
from bayan.raw_text.html import MAX_TAGS
from tests.hostile.corpus import CANARY, Row, rows
from tests.hostile.make import prepare
from tests.hostile.raw_files import RELEASE, put_raw
from tests.importing import Workshop

REFUSED = [row for row in rows("raw") if row.outcome == "refused"]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Outcome]]:
    """What became of each refused row, by its table and id; and of the one good file."""
    folder = tmp_path_factory.mktemp("raw")
    secret, mark = prepare(folder, CANARY)
    places = {"HOST": "127.0.0.1:9", "FILE": str(secret), "MARK": str(mark)}
    raw, pages = folder / "raw", folder / "pages"
    raw.mkdir()
    (raw / "good.txt").write_text(RELEASE.format(title="Un titre qui va bien, à Tunis", text="Un texte."))
    names = {put_raw(raw, row, places): f"{row.table}/{row.id}" for row in REFUSED}
    with chdir(folder):
        found = run_import(raw, pages, [], False, lambda done, total: None)
    assert not mark.exists()
    assert [path for path in pages.rglob("*.md") if CANARY in path.read_text()] == []
    assert len(list(pages.rglob("*.md"))) == 1
    yield {names.get(outcome.raw, outcome.raw): outcome for outcome in found}


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.table}-{row.id}")
def test_it_is_refused_with_what_to_do(row: Row, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[f"{row.table}/{row.id}"]
    assert outcome.error and outcome.error_line >= 1
    assert len(outcome.error) < 3_500 and CANARY not in outcome.error


def test_the_good_one_among_them_is_imported(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["good.txt"].error is None and outcomes["good.txt"].address


def test_the_report_and_what_is_printed_hold_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    for row in REFUSED:
        if row.id.startswith("name-"):
            put_raw(shop.raw, row, {"HOST": "", "FILE": "", "MARK": ""})
    run = shop.run()
    assert run.status == 1 and len(run.errors()) == 5
    assert not any(line.startswith("::") for line in run.output.splitlines())
    assert "\x1b" not in run.output and "\u202e" not in run.output
    assert all("\n" not in name and "\x1b" not in name for name in run.report)


def test_a_renamed_link_is_not_followed_to_find_its_page(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.put("a.txt", RELEASE.format(title="Un titre qui va bien, à Tunis", text="Un texte."))
    shop.run()
    (shop.raw / "a.txt").rename(tmp_path / "elsewhere.txt")
    (shop.raw / "b.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert shop.run().status == 1


def test_the_limits_leave_room_for_a_saved_page() -> None:
    assert MAX_TAGS >= 20_000
