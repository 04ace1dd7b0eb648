"""Measuring a split archive: the tables, and what is drawn out of them for 100,000 releases."""

from __future__ import annotations

from pathlib import Path

from bayan.parts import load_parts
from bench.measure import Cost
from bench.plan import FIRST_YEAR, LAST_YEAR
from bench.split import MAIN, choose, list_of_parts, parts_of
from bench.split_report import Built, built_table, goal_table, search_table
from bench.split_search import Loaded, median

BUILT = (
    Built("", 1_000, Cost(40, 60, 300_000_000), 6_000, 50_000_000, 4_000_000, 60_000, 30_000_000),
    Built("large", 5_000, Cost(130, 300, 900_000_000), 6_000, 210_000_000, 16_000_000, 200_000, 130_000_000),
    Built("small", 1_000, Cost(30, 50, 300_000_000), 1_200, 50_000_000, 4_000_000, 50_000, 30_000_000),
)
LOAD = Loaded("migrants", 200_000, 100_000, 30, 20, 900.0, 1_500.0, 3)


def test_the_tables_tell_what_was_measured() -> None:
    assert "| large   | 5,000    | 130.0 | 300.0  | 900     |" in built_table(BUILT)
    assert (
        "| migrants    | 200           | 30    | 100              | 20    | 900             | 1500   | 3"
        in (search_table([LOAD]))
    )


def test_a_straight_line_through_both_parts_and_the_choosing_of_all_pages_make_the_goal() -> None:
    lines = goal_table(BUILT, [LOAD], choosing=100e-6).splitlines()
    cells = [cell.strip() for cell in lines[3].strip("|").split("|")]
    assert cells == ["10 projects of 10,000", "265", "10", "1650", "410", "650", "120"]


def test_the_median_of_several_loads_is_told_and_the_fewest_projects_found() -> None:
    others = [Loaded("migrants", 300_000, 0, 30, 0, 100.0, 200.0, 1), LOAD, LOAD]
    assert median(others) == Loaded("migrants", 200_000, 100_000, 30, 20, 900.0, 1_500.0, 1)


def test_the_parts_hold_all_years_but_the_newest(tmp_path: Path) -> None:
    (tmp_path / "parts.toml").write_text(list_of_parts(), encoding="utf-8")
    large, small = load_parts(tmp_path / "parts.toml")
    assert (large.first, large.last + 1, small.last + MAIN) == (FIRST_YEAR, small.first, LAST_YEAR)
    assert parts_of(tmp_path) == ("", "large", "small")
    for year in (FIRST_YEAR, small.first, LAST_YEAR):
        page = tmp_path / f"releases/en/of-{year}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\nrelease:\n  language: en\n  published: '{year}'\n---\n# T\n", encoding="utf-8")
    assert choose(tmp_path)[0] == {"": 1, "large": 1, "small": 1}
