"""The measuring: costs are those of the whole command, and the table says what was measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bayan.matching import matcher_for
from bayan.termbase import load_termbase
from bench import run
from bench.cases import CASES, COLD, ONE
from bench.linking import CONCEPTS, LINKED, PLAIN, add_concepts
from bench.measure import BenchError, Cost, cost_of, counting
from bench.report import BEGIN, END, Row, cost_table, growth_table, linking_table, put_into
from bench.workspace import Site, copy_checkout, write_archive

BUSY = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7))'])"


def row(count: int, case: str, cpu: float, stage: str = COLD) -> Row:
    return Row(count, case, stage, count, Cost(cpu, cpu, 50_000_000))


def test_the_cost_counts_what_a_command_starts(tmp_path: Path) -> None:
    idle = cost_of([[sys.executable, "-c", "pass"]], tmp_path, tmp_path / "log")
    busy = cost_of([[sys.executable, "-c", BUSY]], tmp_path, tmp_path / "log")
    assert busy.cpu > idle.cpu + 0.05
    assert busy.wall > 0
    assert busy.peak > 1_000_000


def test_a_command_that_fails_is_shown_with_its_output(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('the reason')"]
    with pytest.raises(BenchError, match=r"exit status 1.*\nthe reason"):
        cost_of([command], tmp_path, tmp_path / "log")


def test_each_row_stands_beside_its_ratio_to_the_stock_build_of_its_size() -> None:
    text = cost_table([row(10, "stock", 4), row(20, "stock", 8), row(10, "Bayan", 1), row(20, "Bayan", 1)])
    ratios = [line.split("|")[5].strip() for line in text.splitlines()[2:]]
    assert ratios == ["1.00", "0.25", "1.00", "0.12"]


def test_growth_is_two_where_the_cost_is_quadratic() -> None:
    (text,) = growth_table([row(10, "stock", 1), row(100, "stock", 100)])
    assert "10 to 100" in text
    assert "2.00" in text


def test_figures_replace_those_of_the_document_and_nothing_else(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    put_into(document, "new")
    assert document.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\nnew\n{END}\nafter\n"
    document.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.md: the lines"):
        put_into(document, "new")


def test_a_run_prints_and_writes_its_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "RESULT", tmp_path / "figures.md")
    assert run.main(["--sizes", "3", "--only", "floor"]) == 0
    text = (tmp_path / "figures.md").read_text(encoding="utf-8")
    assert text.count("| 3 ") == 2  # its cost and its weight
    assert text in capsys.readouterr().out


def test_a_copy_holds_the_synthetic_releases_and_none_of_the_checkout(tmp_path: Path) -> None:
    data = write_archive(4, tmp_path)
    site = Site(tmp_path / "site", 4, data)
    site.folder.mkdir()
    copy_checkout(site)
    assert (site.folder / "languages.toml").exists()
    assert sum(len(site.pages(language)) for language in site.languages) == 4
    assert len(list((site.folder / "releases").glob("*/*.md"))) == 4
    assert len(list((site.folder / "raw").iterdir())) == 4 * 2


def test_every_case_has_a_stage_that_is_compared_with_another() -> None:
    names = [stage.name for case in CASES if case.name == "stock" for stage in case.stages]
    for case in CASES:
        assert {LINKED, PLAIN, *names} & {stage.name for stage in case.stages}


def test_the_share_of_linking_is_what_a_build_without_links_does_not_cost() -> None:
    (text,) = linking_table([row(10, "Bayan", 8, LINKED), row(10, "Bayan", 6, PLAIN)])
    assert text.splitlines()[-1].split("|")[-2].strip() == "25%"


def test_a_termbase_is_filled_with_names_that_its_check_accepts(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", 30, write_archive(30, tmp_path))
    site.folder.mkdir()
    copy_checkout(site)
    add_concepts(site)
    termbase = load_termbase(site.folder / "glossary.toml")
    assert len(termbase.terms) == CONCEPTS
    matcher = matcher_for(termbase, "ar")
    found = {match.term for page in site.pages("ar") for match in matcher.find(page.read_text("utf-8"))}
    assert sum(term.startswith("bench-") for term in found) > CONCEPTS // 2


def test_a_build_may_end_after_a_step_and_is_whole_where_it_has_none_of_that_name() -> None:
    build, *_, floor = (case for case in CASES if case.name in ("Bayan", "floor"))
    assert [stage.name for stage in build.until(ONE).stages] == [ONE]
    assert floor.until(ONE) == floor
    assert build.until("") == build


def test_instructions_are_those_of_all_processes_and_none_where_they_cannot_be_counted(
    tmp_path: Path,
) -> None:
    first, again = (cost_of([[sys.executable, "-c", BUSY]], tmp_path, tmp_path / "log") for _ in range(2))
    idle = cost_of([[sys.executable, "-c", "pass"]], tmp_path, tmp_path / "log")
    if counting(tmp_path / "counted"):
        assert first.instructions > 2 * idle.instructions
        assert abs(first.instructions / again.instructions - 1) < 0.1
    else:
        assert first.instructions == 0


def test_costs_are_compared_by_instructions_where_they_are_counted() -> None:
    costs = Cost(8.0, 8.0, 1, 20), Cost(9.0, 9.0, 1, 10)
    rows = [Row(10, case, COLD, 1, cost) for case, cost in zip(("stock", "Bayan"), costs, strict=True)]
    cells = [line.split("|") for line in cost_table(rows).splitlines()[2:]]
    assert [line[7].strip() for line in cells] == ["1.00", "0.50"]
    assert Cost(8.0, 8.0, 1).work == 8.0
