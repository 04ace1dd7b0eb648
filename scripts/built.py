"""What a finished build was made of: tells a build that has nothing to do, or must begin anew.

Sphinx cannot tell. It writes several files again although nothing changed, takes pages
that it was still writing when it was stopped for finished, says a warning only once,
however long its cause remains, and never removes the page of a source that is gone.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

# Folders of the project that no page depends on.
APART = {"_build", "raw", "tests", "bench", "docs"}
# What a host tells the build through its environment; conf.py reads these.
HOST = ("READTHEDOCS", "SITE_URL")


@dataclass(frozen=True)
class Built:
    """One language as it was built: digests of all that went in and of all that came out."""

    inputs: str
    output: str
    pages: list[str]


def record_path(output: Path, language: str) -> Path:
    """The record of a build of *language*; it stands only while what it says is true."""
    return output / f"{language}.built.json"


def load(record: Path) -> Built | None:
    """The last build, where it ended well."""
    try:
        return Built(**json.loads(record.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def save(record: Path, built: Built) -> None:
    """Write *record*, wholly or not at all."""
    passing = record.with_suffix(".new")
    passing.write_text(json.dumps(asdict(built), ensure_ascii=False), encoding="utf-8")
    passing.replace(record)


def describe_inputs(root: Path, language: str, options: Sequence[str]) -> tuple[str, list[str]]:
    """A digest of everything that the pages of *language* depend on, and their sources' names."""
    others = {str(root / "locales" / folder.name) for folder in (root / "locales").glob("*")}
    others.discard(str(root / "locales" / language))
    apart = {str(root / name) for name in APART} | others
    files = sorted(line for line in list_files(root, apart) if not line[0].endswith((".mo", ".pyc")))
    host = sorted(item for item in os.environ.items() if item[0].startswith(HOST))
    return digest([sys.version, sys.prefix, *options, host, files]), [
        name for name, *_ in files if name.endswith(".md")
    ]


def describe_output(folder: Path) -> str:
    """A digest of the files that a build wrote, so that one lost or damaged since is noticed."""
    return digest(sorted(list_files(folder, set())))


def list_files(folder: Path, apart: set[str]) -> Iterator[tuple[str, int, int]]:
    """Each file below *folder*: its name, size and time; hidden ones and those in *apart* left out."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.path in apart or entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield os.path.relpath(entry.path, folder), status.st_size, status.st_mtime_ns


def digest(facts: object) -> str:
    """SHA-256 of *facts*, in hexadecimal."""
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()
