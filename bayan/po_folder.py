"""Where catalogs lie, which page each belongs to, and where those without a page go."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bayan.catalogs import CatalogError, catalog_path, read_text
from bayan.po_header import Identity, fields_of, identity

ATTIC = "attic"
"""The folder, beside those of the languages, of catalogs whose page has been removed."""
SAME_PAGE = 0.5
"""Share of a page's messages that a catalog must have to be this page's, where nothing else tells."""
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


def origins(
    orphans: Mapping[str, Path], attic: Mapping[str, Path], lacking: Iterable[Template]
) -> dict[str, Path]:
    """For each template that has no catalog: the catalog of the page under its former name.

    The page is known by its raw file. In a catalog that does not name one, it is known by
    its messages. A catalog of the page in the *attic* comes back.

    :raises CatalogError: where one of the catalogs is broken.
    """
    wanted = list(lacking)
    found: dict[str, Path] = {}
    if not wanted or not (orphans or attic):
        return found
    free = {path: _Content(path) for path in (*orphans.values(), *attic.values())}
    for template in wanted:
        content = _Content(template.path)
        path = next((path for path, other in free.items() if other.is_of(content, template.raw)), None)
        if path is not None:
            found[template.name] = path
            del free[path]
    return found


class _Content:
    """What a catalog or template tells about its page."""

    def __init__(self, path: Path) -> None:
        catalog = read_text(path)
        header = catalog.header
        self.raw = identity(fields_of(header)) if header else None
        self.msgids = {entry.msgid for entry in catalog.messages if not entry.obsolete}

    def is_of(self, page: _Content, raw: Identity | None) -> bool:
        """Whether this catalog is that of *page*, which was made from *raw*."""
        if self.raw and raw:
            return self.raw == raw or self.raw[1] == raw[1]
        return bool(page.msgids) and len(self.msgids & page.msgids) >= SAME_PAGE * len(page.msgids)


def identity_of(path: Path) -> Identity | None:
    """What the page of the catalog *path* was made from, where its header tells.

    :raises CatalogError: where the catalog is broken.
    """
    header = read_text(path).header
    return identity(fields_of(header)) if header else None


def attic_path(locales: Path, language: str, name: str) -> Path:
    """A free place in the attic for the catalog *name* of *language*."""
    path = catalog_path(locales / ATTIC, language, name)
    number = 1
    while os.path.lexists(path):
        number += 1
        path = catalog_path(locales / ATTIC, language, f"{name}.{number}")
    return path
