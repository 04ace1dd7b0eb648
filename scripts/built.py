"""What a finished build was made of: tells a build that has nothing to do, or must begin anew.

Sphinx cannot tell. It writes several files again although nothing changed, takes pages
that it was still writing when it was stopped for finished, says a warning only once,
however long its cause remains, never removes the page of a source that is gone, and does
not know when an extension's code has changed.
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
# What Sphinx does not know that every page depends on. It looks after templates itself.
CODE = ("bayan/", "extensions/", "static/", "conf.py", "languages.toml", "parts.toml", "requirements.txt")
# What a host tells the build through its environment; conf.py reads these.
HOST = ("READTHEDOCS", "SITE_URL", "REPOSITORY_URL", "ARCHIVE_")


@dataclass(frozen=True)
class Inputs:
    """What goes into a build: digests of the code and of everything, and the pages' sources."""

    code: str
    everything: str
    pages: list[str]

    def demand_whole_build(self, last: Inputs) -> bool:
        """Whether a build of these cannot start from a build of *last*."""
        return self.code != last.code or not set(last.pages) <= set(self.pages)


@dataclass(frozen=True)
class Built:
    """One language as it was built: digests of all that went in and of all that came out."""

    inputs: Inputs
    output: str


def record_path(output: Path, language: str) -> Path:
    """The record of a build of *language*; it stands only while what it says is true."""
    return output / f"{language}.built.json"


def load(record: Path) -> Built | None:
    """The last build, where it ended well."""
    try:
        data = json.loads(record.read_text(encoding="utf-8"))
        return Built(Inputs(**data["inputs"]), data["output"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save(record: Path, built: Built) -> None:
    """Write *record*, wholly or not at all."""
    passing = record.with_suffix(".new")
    passing.write_text(json.dumps(asdict(built)), encoding="utf-8")
    passing.replace(record)


def describe_inputs(root: Path, options: Sequence[str]) -> Inputs:
    """Everything that pages depend on; those of one language show the others' progress too."""
    apart = {str(root / name) for name in APART}
    files = sorted(line for line in list_files(root, apart) if not line[0].endswith((".mo", ".pyc")))
    host = sorted(item for item in os.environ.items() if item[0].startswith(HOST))
    code = digest([sys.version, sys.prefix, [line for line in files if line[0].startswith(CODE)]])
    pages = [name for name, *_ in files if name.endswith(".md")]
    return Inputs(code, digest([code, *options, host, files]), pages)


def describe_output(folder: Path) -> str:
    """A digest of the files that a build wrote, so that one lost or damaged since is noticed."""
    return digest(sorted(list_files(folder, set())))


def list_files(folder: Path, apart: set[str]) -> Iterator[tuple[str, int, int]]:
    """Each file below *folder*: its name, size and time; hidden ones and those in *apart* left out."""
    waiting, start = [str(folder)], len(str(folder)) + 1
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.path in apart or entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield entry.path[start:], status.st_size, status.st_mtime_ns


def digest(facts: object) -> str:
    """SHA-256 of *facts*, in hexadecimal."""
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()
