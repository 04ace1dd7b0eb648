"""Writing to catalogs that translators have open: one run at a time, and never over their work."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bayan.catalogs import CatalogError
from bayan.files import replace_file
from bayan.po_folder import ATTIC

Look = tuple[int, int, int] | None
"""How a catalog looked: which file it was, its time and its size; None where there was none."""

NEVER: Look = (0, 0, 0)
"""What no file looks like."""


class SavedMeanwhile(CatalogError):
    """Another program saved the catalog after it was read here; what it saved stands."""


def look(path: Path) -> Look:
    """How the catalog *path* looks now; to be taken before it is read."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def replace_unchanged(path: Path, data: bytes, seen: Look) -> bool:
    """Put *data* at *path*, which looked like *seen* when it was read; whether that changed anything.

    :raises SavedMeanwhile: where it looks different now; nothing is written then.
    """

    def compare() -> None:
        if look(path) != seen:
            raise SavedMeanwhile(f"{path}:1: was saved meanwhile and stays as it is; run this again")

    compare()
    return replace_file(path, data, compare)


@contextmanager
def only_one(locales: Path) -> Iterator[None]:
    """Hold the folder of catalogs, so that no two runs write to it.

    :raises CatalogError: where another run holds it.
    """
    handle = os.open(locales, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise CatalogError(f"{locales}: another run is updating the catalogs; wait for it") from error
    finally:
        os.close(handle)


@contextmanager
def held(catalog: Path) -> Iterator[None]:
    """Hold the folder of catalogs that *catalog* lies in, as an update of them all does.

    :raises CatalogError: where another run holds it, or there is no such catalog.
    """
    if not os.path.lexists(catalog):
        raise CatalogError(f"{catalog}:1: there is no such file; name a catalog below locales/")
    with only_one(_locales_of(catalog.absolute())):
        yield


def _locales_of(catalog: Path) -> Path:
    """``locales`` for ``locales/ar/LC_MESSAGES/…`` and ``locales/attic/ar/…``; else the catalog's folder."""
    for folder in catalog.parents:
        if folder.name == "LC_MESSAGES":
            above = folder.parent.parent
            return above.parent if above.name == ATTIC else above
    return catalog.parent
