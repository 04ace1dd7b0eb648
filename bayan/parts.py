"""The parts of an archive that is too large for one project: ``parts.toml``.

Each part holds the releases of some years, and is built by a project of its own; the main
project holds all others. docs/splitting.md tells how.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

PARTS_FILE = "parts.toml"
KEYS = {"name", "first", "last"}
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
YEARS = range(1000, 10_000)
HEAD = 4096
"""Bytes of a page that are looked at for its year; the date is the second key of the front matter."""
PUBLISHED = re.compile(rb"""^  published: ['"]?(\d{4})\b""", re.MULTILINE)


class PartsError(ValueError):
    """``parts.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class Part:
    """The years from *first* to *last*; *name* is the part's folder below ``projects/``."""

    name: str
    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last


Parts = tuple[Part, ...]


def load_parts(path: Path) -> Parts:
    """The parts of the archive in the order of their years; none where there is no file *path*.

    :raises PartsError: with the file's name, where anything is missing, unknown or said twice.
    """
    if not path.exists():
        return ()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PartsError(f"{path}: cannot be read: {error}") from error
    listed = data.get("part")
    if set(data) != {"part"} or not isinstance(listed, list) or not listed:
        raise PartsError(f"{path}: must hold one [[part]] or more, and nothing else")
    parts = tuple(sorted((_part(entry, path) for entry in listed), key=lambda part: part.first))
    for before, after in pairwise(parts):
        if after.first <= before.last:
            raise PartsError(
                f"{path}: {before.name!r} and {after.name!r} share years; each year is in one part"
            )
    if len({part.name for part in parts}) != len(parts):
        raise PartsError(f"{path}: a name stands twice; each part needs its own")
    return parts


def _part(entry: object, path: Path) -> Part:
    if not isinstance(entry, dict) or set(entry) != KEYS:
        raise PartsError(f"{path}: each [[part]] has the keys {sorted(KEYS)} and no other; got {entry!r}")
    name, first, last = (entry[key] for key in ("name", "first", "last"))
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        raise PartsError(f"{path}: name = {name!r} is no folder; use a-z, 0-9 and single hyphens")
    if not all(type(year) is int and year in YEARS for year in (first, last)) or first > last:
        raise PartsError(
            f"{path}: {name!r} goes from {first!r} to {last!r}; first and last are years of four digits, "
            "the earlier one first"
        )
    return Part(name, first, last)


def part_of(year: int, parts: Parts) -> str:
    """The name of the part that holds *year*; empty where that is the main project."""
    return next((part.name for part in parts if year in part), "")


def year_of_page(path: Path) -> int:
    """The year of the release page *path*, 0 where it is not known; far quicker than reading the page."""
    with path.open("rb") as file:
        head, _, _ = file.read(HEAD).partition(b"\n---\n")
    found = PUBLISHED.search(head)
    return int(found[1]) if found else 0
