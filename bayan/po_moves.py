"""In what order catalogs move, so that none takes the place of another, whenever the run is killed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bayan.catalogs import CatalogError

Move = tuple[Path, Path]
"""From, to."""


def in_order(moves: Sequence[Move], aside: Callable[[Path], Path]) -> list[Move]:
    """*moves* so that each goes to a place that is free by then.

    Where pages have changed names in a circle, one of them first goes *aside*, to the attic:
    if the run is killed then, the next one finds it there and brings it back.

    :raises CatalogError: where a place is not free and will not be, or two are to have it.
    """
    waiting = dict(moves)
    for new, times in Counter(waiting.values()).items():
        if times > 1 or (new not in waiting and os.path.lexists(new)):
            old = next(old for old, place in waiting.items() if place == new)
            raise CatalogError(f"{old}:1: cannot move to {new}, which is taken; move one of them away")
    ordered: list[Move] = []
    while waiting:
        ready = [move for move in waiting.items() if move[1] not in waiting]
        if not ready:
            old, new = next(iter(waiting.items()))
            spare = aside(old)
            ready = [(old, spare)]
            waiting[spare] = new
        ordered += ready
        for old, _ in ready:
            del waiting[old]
    return ordered
