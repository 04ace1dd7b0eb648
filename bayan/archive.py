"""The archive's shelves: releases by year, country and original language, in short pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bayan.release import Release

PAGE_SIZE = 50
"""Releases on one page of a shelf."""
UNKNOWN = "unknown"
KINDS = ("year", "country", "language")


@dataclass(frozen=True)
class Shelf:
    """The releases that share one year, country or language, newest first."""

    kind: str
    key: str
    names: tuple[str, ...]

    @property
    def pages(self) -> list[tuple[str, tuple[str, ...]]]:
        """The shelf's pages: the name of each, without ending, and its releases."""
        parts = range(0, len(self.names), PAGE_SIZE)
        return [(self.page(at // PAGE_SIZE + 1), self.names[at : at + PAGE_SIZE]) for at in parts]

    def page(self, number: int = 1) -> str:
        """The name of the page with *number*, which counts from 1."""
        return f"releases/{self.kind}/{self.key.lower()}" + (f"-{number}" if number > 1 else "")


def newest_first(releases: Mapping[str, Release]) -> list[str]:
    """The names of *releases*: dated ones from the newest on, then those of unknown date."""
    by_name = sorted(releases)
    return sorted(by_name, key=lambda name: releases[name].published or "", reverse=True)


def shelves(releases: Mapping[str, Release]) -> list[Shelf]:
    """All shelves: years from the newest on, countries and languages by their codes.

    What is not known has a shelf of its own, at the end.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for name in newest_first(releases):
        for place in _places(releases[name]):
            found.setdefault(place, []).append(name)
    years = sorted((key for kind, key in found if kind == "year" and key != UNKNOWN), reverse=True)
    order = [("year", year) for year in years]
    order += sorted(place for place in found if place[0] != "year" and place[1] != UNKNOWN)
    order += sorted(place for place in found if place[1] == UNKNOWN)
    return [Shelf(*place, tuple(found[place])) for place in order]


def _places(release: Release) -> Iterator[tuple[str, str]]:
    yield "year", release.published[:4] if release.published else UNKNOWN
    for country in dict.fromkeys(release.countries) or (UNKNOWN,):
        yield "country", country
    yield "language", release.language


def per_year(releases: Mapping[str, Release]) -> list[tuple[int, int]]:
    """Each year from the first to the last that has a release, with the number of its releases."""
    counts = Counter(int(release.published[:4]) for release in releases.values() if release.published)
    if not counts:
        return []
    return [(year, counts[year]) for year in range(min(counts), max(counts) + 1)]


def neighbours(order: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """For each name in *order*, newest first: the next newer and the next older one."""
    padded = [None, *order, None]
    return {name: (padded[at], padded[at + 2]) for at, name in enumerate(order)}
