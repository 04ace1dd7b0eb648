"""The staged pages, and when they become an index: at once, or by a process that follows the build.

While someone edits, the page should show before the index is made; so the process goes on
by itself, one at a time, until the index is that of the last build.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bayan.files import replace_file
from bayan.search_index import ENTRY, write_index
from bayan.search_packing import COMPACT

FORMAT = "3"
"""Raised when what is made of the same staged pages changes."""
WORDS = "words.json"
INDEXED = "indexed"


def stage(folder: Path, name: str, text: str) -> bool:
    """Put the staged page *name* into *folder*; whether that changed it."""
    return stage_bytes(folder / f"{name}.html", text.encode())


def stage_bytes(path: Path, data: bytes) -> bool:
    """Put *data* at *path*; whether that changed it.

    It can be made again at any time, so nothing waits for the disk.
    """
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:60]}.tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def unstage(folder: Path, keep: set[str]) -> None:
    """Remove the staged pages that are not in *keep*."""
    for path in list(folder.rglob("*.html")):
        if path.relative_to(folder).with_suffix("").as_posix() not in keep:
            path.unlink()


def state_of(folder: Path) -> str:
    """A digest of all that the index is made of, by names, sizes and times."""
    files = [*sorted(folder.rglob("*.html")), folder / WORDS]
    listed = ((path.relative_to(folder).as_posix(), path.stat()) for path in files)
    lines = [f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in listed]
    return hashlib.sha256("\n".join([FORMAT, version("pagefind"), *lines]).encode()).hexdigest()


def leave_words(folder: Path, words: Mapping[str, Any]) -> None:
    """Leave the data for the browser beside the staged pages."""
    stage_bytes(folder / WORDS, json.dumps(words, **COMPACT).encode())


def is_indexed(folder: Path, output: Path) -> bool:
    """Whether the index in *output* is there, and is of the staged pages in *folder*."""
    note = folder / INDEXED
    return (output / ENTRY).exists() and note.exists() and note.read_text() == state_of(folder)


def index(folder: Path, output: Path) -> None:
    """Make the index of the staged pages in *folder*, until it is of those that are there.

    One process at a time does it; another leaves at once, since the first looks again.

    :raises SearchIndexError: see :func:`bayan.search_index.write_index`.
    """
    with (folder / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return
        while not is_indexed(folder, output):
            state = state_of(folder)
            write_index(folder, output, json.loads((folder / WORDS).read_text(encoding="utf-8")))
            replace_file(folder / INDEXED, state)


def index_later(folder: Path, output: Path) -> None:
    """Start a process of its own that makes the index, and do not wait for it."""
    command = [sys.executable, "-m", "bayan.search_staging", str(folder), str(output)]
    root = Path(__file__).resolve().parent.parent
    subprocess.Popen(  # noqa: S603  # the project's own command
        command, cwd=root, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    os.nice(10)  # whoever saves another page should not wait for this
    index(Path(sys.argv[1]), Path(sys.argv[2]))
