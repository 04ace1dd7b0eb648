"""The figures of a split archive as tables, and what they come to with 100,000 releases."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bench.measure import Cost
from bench.report import table
from bench.split_search import Loaded

GOAL = 100_000
SIZES = (4_000, 10_000)
"""Releases in one project, for which the figures are extrapolated."""


@dataclass(frozen=True)
class Built:
    """One project as built: its part, releases, cost, pages, and bytes of what it publishes and keeps."""

    part: str
    releases: int
    cost: Cost
    pages: int
    site: int
    index: int
    inventory: int
    kept: int


def figures(built: Sequence[Built], loads: Sequence[Loaded], choosing: float) -> str:
    """All tables, in Markdown; *choosing* is the seconds that one page's year takes to read."""
    return "\n\n".join([built_table(built), search_table(loads), goal_table(built, loads, choosing)])


def built_table(built: Sequence[Built]) -> str:
    """What each project cost."""
    heads = (
        "project", "releases", "CPU s", "wall s", "peak MB", "pages", "site MB", "index MB", "objects.inv kB",
        "kept MB",
    )  # fmt: skip
    return table(heads, (_cells(one) for one in built))


def _cells(one: Built) -> tuple[str, ...]:
    return (
        one.part or "main",
        f"{one.releases:,}",
        f"{one.cost.cpu:.1f}",
        f"{one.cost.wall:.1f}",
        f"{one.cost.peak / 1e6:.0f}",
        f"{one.pages:,}",
        f"{one.site / 1e6:.1f}",
        f"{one.index / 1e6:.1f}",
        f"{one.inventory / 1e3:.1f}",
        f"{one.kept / 1e6:.1f}",
    )


def search_table(loads: Sequence[Loaded]) -> str:
    """What each query loads."""
    heads = (
        "first query", "kB of its own", "files", "kB of two others", "files", "first result ms", "all ms",
        "projects found",
    )  # fmt: skip
    cells = (
        (
            load.query,
            f"{load.own / 1e3:.0f}",
            f"{load.own_files:.0f}",
            f"{load.others / 1e3:.0f}",
            f"{load.other_files:.0f}",
            f"{load.first:.0f}",
            f"{load.whole:.0f}",
            str(load.projects),
        )
        for load in loads
    )
    return table(heads, cells)


def goal_table(built: Sequence[Built], loads: Sequence[Loaded], choosing: float) -> str:
    """What 100,000 releases would cost, by a straight line through the smallest and the largest part."""
    heads = (
        "100,000 releases, extrapolated", "CPU s each", "of it choosing", "peak MB each", "site MB each",
        "first query kB", "files",
    )  # fmt: skip
    return table(heads, (_extrapolated(size, built, loads, choosing) for size in SIZES))


def _extrapolated(
    size: int, built: Sequence[Built], loads: Sequence[Loaded], choosing: float
) -> tuple[str, ...]:
    parts = sorted((one for one in built if one.part), key=lambda one: one.releases)
    small, large = parts[0], parts[-1]

    def at(first: float, last: float) -> float:
        slope = (last - first) / (large.releases - small.releases)
        return first + slope * (size - small.releases)

    projects = GOAL // size
    others = statistics.mean(load.others for load in loads) / len(parts)
    files = statistics.mean(load.other_files for load in loads) / len(parts)
    own = statistics.mean(load.own for load in loads)
    own_files = statistics.mean(load.own_files for load in loads)
    scan = choosing * GOAL
    return (
        f"{projects} projects of {size:,}",
        f"{at(small.cost.cpu, large.cost.cpu) + scan:.0f}",
        f"{scan:.0f}",
        f"{at(small.cost.peak, large.cost.peak) / 1e6:.0f}",
        f"{at(small.site, large.site) / 1e6:.0f}",
        f"{(own + others * (projects - 1)) / 1e3:,.0f}",
        f"{own_files + files * (projects - 1):.0f}",
    )
