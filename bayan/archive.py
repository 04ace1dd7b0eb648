"""The archive's shelves: releases by year, country, original language and term, in short pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from bayan.release import Release

PAGE_SIZE = 50
"""Releases on one page of a shelf; its first page holds up to twice as many."""
AROUND = 2
"""Pages before and after the present one to which a page of a shelf links."""
UNKNOWN = "unknown"
KINDS = ("year", "country", "language", "term")
NO_OTHERS: Mapping[int, int] = MappingProxyType({})
Terms = Mapping[str, Iterable[str]]
"""The identifiers of the terms on each page."""


@dataclass(frozen=True)
class Shelf:
    """The releases that share one year, country, language or term, newest first."""

    kind: str
    key: str
    names: tuple[str, ...]

    @property
    def pages(self) -> list[tuple[str, tuple[str, ...]]]:
        """The shelf's pages: the name of each, without ending, and its releases.

        Full pages are counted from the oldest release on: a new one changes the first page,
        and not all of them.
        """
        parts = max(1, len(self.names) // PAGE_SIZE)
        first = len(self.names) - PAGE_SIZE * (parts - 1)
        starts = range(first, len(self.names), PAGE_SIZE)
        older = [
            (self.page(parts - place), self.names[at : at + PAGE_SIZE])
            for place, at in enumerate(starts, start=1)
        ]
        return [(self.page(), self.names[:first]), *older]

    def page(self, number: int = 0) -> str:
        """The name of a page: the first one's, or that of the *number*th from the oldest, from 1."""
        return f"releases/{self.kind}/{self.key.lower()}" + (f".{number}" if number else "")


def newest_first(releases: Mapping[str, Release]) -> list[str]:
    """The names of *releases*: dated ones from the newest on, then those of unknown date."""
    by_name = sorted(releases)
    return sorted(by_name, key=lambda name: releases[name].published or "", reverse=True)


def shelves(releases: Mapping[str, Release], terms: Terms) -> list[Shelf]:
    """All shelves: years from the newest on, countries, languages and terms by their codes.

    What is not known has a shelf of its own, at the end.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for name in newest_first(releases):
        for place in _places(releases[name], terms.get(name, ())):
            found.setdefault(place, []).append(name)
    years = sorted((key for kind, key in found if kind == "year" and key != UNKNOWN), reverse=True)
    order = [("year", year) for year in years]
    order += sorted(place for place in found if place[0] != "year" and place[1] != UNKNOWN)
    order += sorted(place for place in found if place[1] == UNKNOWN)
    return [Shelf(*place, tuple(found[place])) for place in order]


def year_of(release: Release) -> str:
    """The key of the shelf of years on which *release* stands."""
    return release.published[:4] if release.published else UNKNOWN


def _places(release: Release, terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield "year", year_of(release)
    for country in dict.fromkeys(release.countries) or (UNKNOWN,):
        yield "country", country
    yield "language", release.language
    for term in terms:
        yield "term", term


def near(number: int, last: int) -> list[int | None]:
    """The pages to which page *number* of *last* links: ends and neighbours; None for a gap."""
    shown = [at for at in range(1, last + 1) if at in (1, last) or abs(at - number) <= AROUND]
    gaps = {at for before, at in pairwise(shown) if at - before > 1}
    return [place for at in shown for place in ((None, at) if at in gaps else (at,))]


def per_year(releases: Mapping[str, Release], others: Mapping[int, int] = NO_OTHERS) -> list[tuple[int, int]]:
    """Each year from the first to the last that has a release, with the number of its releases.

    *others* has the numbers of years that are archived elsewhere.
    """
    counts = Counter(int(release.published[:4]) for release in releases.values() if release.published)
    counts.update(others)
    if not counts:
        return []
    return [(year, counts[year]) for year in range(min(counts), max(counts) + 1)]


def neighbours(order: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """For each name in *order*, newest first: the next newer and the next older one."""
    padded = [None, *order, None]
    return {name: (padded[at], padded[at + 2]) for at, name in enumerate(order)}
