"""Which catalog belongs to which page, where their names do not tell: by raw file and by messages."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from bayan.catalogs import read_text
from bayan.po_folder import Template
from bayan.po_header import Identity, fields_of, identity

SAME_PAGE = 0.5
"""Share of a page's messages that a catalog must have to be this page's, where nothing else tells."""
A_FEW = 0.1
"""Share of a page's messages that the catalog of another page may have by chance."""
HEAD = 16_384
"""Bytes at the beginning of a catalog in which its header ends, unless somebody filled it up."""


class Content:
    """What a catalog or template tells about its page."""

    def __init__(self, path: Path) -> None:
        catalog = read_text(path)
        header = catalog.header
        self.raw = identity(fields_of(header)) if header else None
        self.msgids = {entry.msgid for entry in catalog.messages if not entry.obsolete}

    def is_of(self, page: Content, raw: Identity | None) -> bool:
        """Whether this catalog is that of *page*, which was made from *raw*."""
        if self.raw and raw:
            return self.raw == raw or self.raw[1] == raw[1]
        return bool(page.msgids) and self.shared(page) >= SAME_PAGE * len(page.msgids)

    def shared(self, page: Content) -> int:
        """How many messages of *page* it has."""
        return len(self.msgids & page.msgids)

    def has_left(self, here: Content, there: Content) -> bool:
        """Whether it is not of the page *here*, where it lies, but of *there*, as its header says.

        The header alone is no proof: anyone can write into it. A catalog that has what
        only the page *here* says stays with it.
        """
        only_here = self.msgids & here.msgids - there.msgids
        return len(only_here) <= A_FEW * len(here.msgids)


def origins(
    orphans: Mapping[str, Path], attic: Mapping[str, Path], lacking: Iterable[Template]
) -> dict[str, Path]:
    """For each template that has no catalog: the catalog of the page under its former name.

    The page is known by its raw file. In a catalog that does not name one, it is known by
    its messages. Of several the one that has most of them is taken. A catalog of the page
    in the *attic* comes back.

    :raises CatalogError: where one of the catalogs is broken.
    """
    wanted = list(lacking)
    found: dict[str, Path] = {}
    if not wanted or not (orphans or attic):
        return found
    free = [{path: Content(path) for path in folder.values()} for folder in (orphans, attic)]
    for template in wanted:
        page = Content(template.path)
        for catalogs in free:
            same = [path for path, catalog in catalogs.items() if catalog.is_of(page, template.raw)]
            if same:
                path = max(same, key=lambda path: catalogs[path].shared(page))
                found[template.name] = path
                del catalogs[path]
                break
    return found


def of_another_page(
    wanted: Mapping[str, Template], found: Mapping[str, Path], others: Iterable[Path]
) -> dict[str, Path]:
    """The catalogs that lie where another page has taken the name of the page that they are of.

    That page has no catalog under its new name, or one that is itself another page's, as
    when two pages have changed names. Or it is gone, and the page that took its name has a
    catalog of its own elsewhere, of those *found* or of the *others*.

    :raises CatalogError: where one of the catalogs is broken.
    """
    page_of = {template.raw: template for template in wanted.values() if template.raw}
    stated = {
        name: raw
        for name, template in wanted.items()
        if name in found and template.raw and not _tells(found[name], template.raw)
        if (raw := identity_of(found[name])) and raw != template.raw
    }
    gone = _of_pages_gone({name: raw for name, raw in stated.items() if raw not in page_of}, wanted, found)
    if gone:
        claimed = {*stated.values(), *map(identity_of, others)}
        gone = {name for name in gone if wanted[name].raw in claimed}
    astray = {
        name: page_of[raw]
        for name, raw in stated.items()
        if raw in page_of
        and Content(found[name]).has_left(Content(wanted[name].path), Content(page_of[raw].path))
    }
    while taken := [
        name for name, other in astray.items() if other.name in found.keys() - astray.keys() - gone
    ]:
        for name in taken:
            del astray[name]
    return {name: found[name] for name in (*astray, *gone)}


def _of_pages_gone(
    stated: Mapping[str, Identity], wanted: Mapping[str, Template], found: Mapping[str, Path]
) -> set[str]:
    """The names whose catalogs are of pages that are gone, made from what is *stated*.

    The text of a page may be corrected, or its raw file get another name: then it is the same.
    """
    gone: set[str] = set()
    for name, raw in stated.items():
        template = wanted[name]
        if template.raw and not set(raw) & set(template.raw):
            page = Content(template.path)
            if Content(found[name]).shared(page) < SAME_PAGE * len(page.msgids):
                gone.add(name)
    return gone


def _tells(path: Path, raw: Identity) -> bool:
    """Whether *raw* stands in the header of *path*: told at a glance, there are thousands."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a pipe would never end
            return False
        with path.open("rb") as file:
            head = file.read(HEAD).partition(b"\n\n")[0]
    except OSError:
        return False
    return all(f": {value}\\n".encode() in head for value in raw)


def identity_of(path: Path) -> Identity | None:
    """What the page of the catalog *path* was made from, where its header tells."""
    header = read_text(path).header
    return identity(fields_of(header)) if header else None
