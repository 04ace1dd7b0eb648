"""Where catalogs lie, and where those without a page go."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
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

    Whatever is called ``.po`` counts as one, so that a folder or a link of that name is refused.

    :raises CatalogError: where a folder is a link, which would lead out of *locales*.
    """
    folder = locales / language / "LC_MESSAGES"
    for part in (locales / language, folder):
        if part.is_symlink():
            raise CatalogError(f"{part}:1: a link; catalogs lie in real folders only")
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in _below(folder, ".po")}


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
        if entry.name.endswith(suffix) and not (suffix == ".po" and entry.name.startswith(".")):
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
