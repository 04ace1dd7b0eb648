"""Writing that survives a kill at any moment: whole files only, one importer at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

STAGING = ".staging"
PATIENCE = 20.0
"""Seconds to wait for another importer to finish."""

FEW = 20
"""Files that are synced one by one; ten thousand one by one would take minutes."""


class BusyError(RuntimeError):
    """Another importer is at work on the same pages."""


def sync_files(files: Sequence[Path]) -> None:
    """Wait until *files* are on the disk: each by itself, or, where there are many, all at once."""
    if len(files) > FEW:
        os.sync()
        return
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())


def put(staged: Path, target: Path) -> bool:
    """Move a *staged* file to *target*, unless the same content stands there; whether it moved."""
    if target.is_file() and target.read_bytes() == staged.read_bytes():
        staged.unlink()
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)
    return True


def sync_folder(folder: Path) -> None:
    """Wait until the names in *folder* are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def staging(pages: Path) -> Iterator[Path]:
    """Where a folder beside the pages, on the same disk, may be made for this importer alone.

    What a killed importer left behind is cleared away first. The folder is made by who
    needs it: an import with nothing new touches nothing, and so wakes no one who watches.

    :raises BusyError: where another importer works on the same pages.
    """
    pages.mkdir(parents=True, exist_ok=True)
    handle = os.open(pages, os.O_RDONLY)
    try:
        _lock(handle, pages)
        folder = pages / STAGING
        shutil.rmtree(folder, ignore_errors=True)
        for unfinished in pages.rglob(".*.tmp"):
            unfinished.unlink()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(handle)


def _lock(handle: int, pages: Path) -> None:
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > give_up:
                raise BusyError(
                    f"{pages}: another import is running; wait for it and run this again"
                ) from None
            time.sleep(0.1)
        else:
            return
