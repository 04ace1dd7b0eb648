"""The figures as tables: each cost beside its ratio to the stock build of the same run."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from bench.linking import LINKED, PLAIN
from bench.measure import NOTHING, Cost
from bench.weight import Weight

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
REFERENCE = "stock"
HEADS = (
    "releases",
    "step",
    "build",
    "CPU s",
    "of stock",
    "G instr.",
    "of stock",
    "wall s",
    "peak MB",
    "pages",
    "pages/s",
)


@dataclass(frozen=True)
class Row:
    """What one stage of one case cost with so many releases; *pages* is how many HTML pages it wrote."""

    count: int
    case: str
    stage: str
    pages: int
    cost: Cost


def figures(rows: Sequence[Row], weights: Sequence[Weight] = ()) -> str:
    """All tables, in Markdown."""
    tables = [cost_table(rows), *growth_table(rows), *linking_table(rows), *weight_table(weights)]
    return "\n\n".join([_machine(), *tables]) + "\n"


def cost_table(rows: Sequence[Row]) -> str:
    """The costs, by number of releases, step and build."""
    stages = list(dict.fromkeys(row.stage for row in rows))
    ordered = sorted(rows, key=lambda row: (row.count, stages.index(row.stage)))
    return table(HEADS, (_cells(row, rows) for row in ordered))


def _cells(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    same = (other for other in rows if (other.count, other.stage) == (row.count, row.stage))
    stock = next((other.cost for other in same if other.case == REFERENCE), NOTHING)
    return (
        f"{row.count:,}",
        row.stage,
        row.case,
        f"{row.cost.cpu:.1f}",
        f"{row.cost.cpu / stock.cpu:.2f}" if stock.cpu else "–",
        f"{row.cost.instructions / 1e9:.1f}" if row.cost.instructions else "–",
        f"{row.cost.instructions / stock.instructions:.2f}" if stock.instructions else "–",
        f"{row.cost.wall:.1f}",
        f"{row.cost.peak / 1e6:.0f}",
        f"{row.pages:,}",
        f"{row.pages / row.cost.cpu:.0f}",
    )


def growth_table(rows: Sequence[Row]) -> Iterable[str]:
    """How the work of each step grows from each size to the next: 1 is linear, 2 quadratic."""
    cells = []
    for case, stage in dict.fromkeys((row.case, row.stage) for row in rows):
        same = sorted((row for row in rows if (row.case, row.stage) == (case, stage)), key=lambda r: r.count)
        for small, large in pairwise(same):
            exponent = math.log(large.cost.work / small.cost.work) / math.log(large.count / small.count)
            cells.append((stage, case, f"{small.count:,} to {large.count:,}", f"{exponent:.2f}"))
    return [table(("step", "build", "releases", "exponent of growth"), cells)] if cells else []


def linking_table(rows: Sequence[Row]) -> Iterable[str]:
    """The share of a build that finding and linking terms takes."""
    cost = {(row.count, row.stage): row.cost for row in rows if row.stage in (LINKED, PLAIN)}
    cells = [
        (f"{count:,}", f"{linked.cpu:.1f}", f"{plain.cpu:.1f}", f"{1 - plain.work / linked.work:.0%}")
        for (count, stage), linked in cost.items()
        if stage == LINKED and (plain := cost.get((count, PLAIN)))
    ]
    heads = ("releases", "CPU s with 500 concepts linked", "without links", "share of linking")
    return [table(heads, cells)] if cells else []


def weight_table(weights: Sequence[Weight]) -> Iterable[str]:
    """What was written: the sites, a release's page as it is and as sent, what is kept for the next build."""
    cells = [
        (
            f"{weight.count:,}",
            weight.case,
            f"{weight.site / 1e6:.1f}",
            f"{weight.page / 1e3:.1f}",
            f"{weight.page_sent / 1e3:.1f}",
            f"{weight.kept / 1e6:.1f}",
        )
        for weight in weights
    ]
    heads = ("releases", "build", "sites MB", "release page kB", "gzipped kB", "kept between builds MB")
    return [table(heads, cells)] if cells else []


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table that also reads well as plain text."""
    lines = [tuple(heads), *map(tuple, rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(heads))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def _machine() -> str:
    names = ("sphinx", "myst-parser", "furo", "markdown-it-py")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return f"Python {platform.python_version()} on {os.cpu_count()} processors; {versions}."


def put_into(document: Path, text: str) -> None:
    """Replace what stands between the two marks of *document*.

    :raises ValueError: where it has no marks.
    """
    whole = document.read_text(encoding="utf-8")
    before, begin, rest = whole.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document}: the lines {BEGIN} and {END} must both stand in it")
    document.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
