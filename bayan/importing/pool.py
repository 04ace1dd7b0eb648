"""Many files at once: both cores, in order, with memory that does not grow."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence

from bayan.importing.outcome import Outcome
from bayan.importing.single import Task, import_one

FEW = 60
"""Files below which starting a second process costs more than it gains."""
CHUNK = 25


def import_all(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The outcomes of *tasks* in their order."""
    processes = min(os.cpu_count() or 1, 8)
    if len(tasks) < FEW or processes < 2:
        yield from map(import_one, tasks)
        return
    # Spawned, not forked: a child must not inherit the lock on the pages.
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, initializer=_end_with_parent) as pool:
        yield from pool.imap(import_one, tasks, chunksize=CHUNK)


def _end_with_parent() -> None:
    """Let this process end when the importer is killed, so that none goes on writing."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
