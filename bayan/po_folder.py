"""Where catalogs lie, and where those without a page go."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bayan.catalogs import CatalogError, catalog_path
from bayan.po_header import Identity

ATTIC = "attic"
"""The folder, beside those of the languages, of catalogs whose page has been removed."""
UNFINISHED = re.compile(r"\..*\.po\..*\.tmp")
DEEPEST = 20
"""How many folders may lie in each other; a page's catalog lies in four."""


@dataclass(frozen=True)
class Template:
    """A template: the page's name, its file, source language, and what the page was made from."""

    name: str
    path: Path
    source: str
    raw: Identity | None = None


def catalogs_below(locales: Path, language: str) -> dict[str, Path]:
    """All catalogs of *language* below *locales* by the name of their page.

    Whatever is called ``.po`` counts as one, so that a folder or a link of that name is refused;
    ``.PO`` too, as some systems write it.

    :raises CatalogError: where a folder is a link, which would lead out of *locales*, or a page
        has two catalogs.
    """
    folder = locales / language / "LC_MESSAGES"
    for part in (locales / language, folder):
        if part.is_symlink():
            raise CatalogError(f"{part}:1: a link; catalogs lie in real folders only")
    found: dict[str, Path] = {}
    for path in _below(folder, ".po"):
        other = found.setdefault(path.relative_to(folder).with_suffix("").as_posix(), path)
        if other != path:
            raise CatalogError(f"{path}:1: the same page's as {other.name}; keep one of the two")
    return found


def misplaced(locales: Path, languages: Iterable[str]) -> list[Path]:
    """What seems to be a catalog, and lies where none is read: a translator's work may be in it."""
    codes = set(languages)
    found = [(path, path.relative_to(locales).parts) for path in _below(locales, ".po")]
    return [
        path
        for path, (first, *others) in found
        if not (_is_place(codes, [first, *others]) or (first == ATTIC and _is_place(codes, others)))
    ]


def _is_place(codes: Container[str], parts: Sequence[str]) -> bool:
    return len(parts) > 2 and parts[0] in codes and parts[1] == "LC_MESSAGES"


def unfinished_below(locales: Path) -> Iterator[Path]:
    """The files that a killed run was still writing: nothing has ever read them."""
    return (path for path in _below(locales, ".tmp") if UNFINISHED.fullmatch(path.name))


def _below(folder: Path, suffix: str, deep: int = 0) -> Iterator[Path]:
    """What ends in *suffix* below *folder*, which lies *deep* below the first."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = Path(entry.path)
        if entry.name.lower().endswith(suffix) and not (suffix == ".po" and entry.name.startswith(".")):
            yield path
        elif entry.is_symlink() and entry.is_dir():
            raise CatalogError(f"{path}:1: a link; catalogs lie in real folders only")
        elif entry.is_dir(follow_symlinks=False):
            if deep == DEEPEST:
                raise CatalogError(f"{path}:1: more than {DEEPEST} folders in each other; take them out")
            yield from _below(path, suffix, deep + 1)


def attic_path(locales: Path, language: str, name: str, taken: Container[Path] = ()) -> Path:
    """A free place in the attic for the catalog *name* of *language*, none of *taken*."""
    path = catalog_path(locales / ATTIC, language, name)
    number = 1
    while path in taken or os.path.lexists(path):
        number += 1
        path = catalog_path(locales / ATTIC, language, f"{name}.{number}")
    return path
