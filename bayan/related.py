"""Which releases belong together: by the terms they share, their country and their time."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bayan.release import Release

RARE = 60
"""A term in more releases than this says little, and comparing them all would take long."""
COUNTRY_BONUS = 1.0
NEAR = 15
"""How many releases before and after count as the same time."""
SHOWN = 3


def related(
    order: Sequence[str], releases: Mapping[str, Release], terms: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """For each name in *order* (newest first), the names that are closest to it, closest first.

    A shared term counts the more the fewer releases have it; the country of the dateline
    counts among releases of about the same time. The work grows with the number of
    releases, not with its square.
    """
    having: dict[str, list[str]] = defaultdict(list)
    for name in order:
        for term in terms.get(name, ()):
            having[term].append(name)
    weights = {
        term: math.log(1 + len(order) / len(names)) for term, names in having.items() if len(names) <= RARE
    }
    place = {name: at for at, name in enumerate(order)}
    return {name: _closest(name, order, releases, terms, having, weights, place) for name in order}


def _closest(
    name: str,
    order: Sequence[str],
    releases: Mapping[str, Release],
    terms: Mapping[str, Iterable[str]],
    having: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    place: Mapping[str, int],
) -> tuple[str, ...]:
    scores: dict[str, float] = defaultdict(float)
    for term in terms.get(name, ()):
        if term in weights:
            for other in having[term]:
                scores[other] += weights[term]
    at, countries = place[name], set(releases[name].countries)
    for other in order[max(0, at - NEAR) : at + NEAR + 1]:
        if countries & set(releases[other].countries):
            scores[other] += COUNTRY_BONUS
    scores.pop(name, None)
    best = sorted(scores, key=lambda other: (-scores[other], abs(place[other] - at), other))
    return tuple(best[:SHOWN])
