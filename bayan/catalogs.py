"""Reading gettext catalogs that strangers may have written.

A catalog that is not right is refused whole with one :class:`CatalogError`, before
anything of it is used; what to do then (leave it aside, or stop) is the caller's choice.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

MAX_BYTES = 5_000_000
"""Size of a catalog; a release of 10,000 words has about 300,000 bytes."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.M)


class CatalogError(ValueError):
    """A catalog cannot be used; the message is ``file:line: what is wrong``."""


@dataclass(frozen=True)
class Message:
    """One finished translation, and where its entry starts."""

    msgstr: str
    catalog: Path
    line: int


def catalog_path(locales: Path, language: str, name: str) -> Path:
    """Where the catalog *name* (a page, or ``sphinx``) of *language* lies below *locales*."""
    return locales / language / "LC_MESSAGES" / f"{name}.po"


def read_translations(path: Path, language: str) -> dict[str, Message]:
    """The finished translations in the catalog *path* by msgid: neither empty nor fuzzy.

    :raises CatalogError: where the catalog is not right; nothing of it may be used then.
    """
    return {
        message.id: Message(message.string, path, message.lineno or 1)
        for message in read_catalog(path, language)
        if isinstance(message.id, str) and isinstance(message.string, str)
        if message.id and message.string and not message.fuzzy
    }


def read_catalog(path: Path, language: str) -> Catalog:
    """The whole catalog *path* of *language*, for those who must keep all of it.

    :raises CatalogError: where the file or its syntax is not right.
    """
    text = _read_text(path)
    try:
        catalog = read_po(BytesIO(text.encode()), locale=language, abort_invalid=True)
    except PoFileError as error:
        raise CatalogError(f"{path}:{error.lineno + 1}: {error}; mend the catalog's syntax") from error
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise CatalogError(f"{path}:1: cannot be read as a catalog: {error}") from error
    stated = re.search(r'^"Language: *([\w-]*)\\n"', text, re.M)
    if stated and stated[1] and stated[1].replace("-", "_").split("_")[0] != language:
        raise CatalogError(f"{path}:1: its header says Language: {stated[1]}, its folder says {language}")
    return catalog


def _read_text(path: Path) -> str:
    """The text of *path*, which must be an ordinary UTF-8 file of a sane size."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise CatalogError(f"{path}:1: not an ordinary file; put a real .po file there")
        if status.st_size > MAX_BYTES:
            raise CatalogError(f"{path}:1: {status.st_size:,} bytes; more than {MAX_BYTES:,} are refused")
        data = path.read_bytes()
    except OSError as error:
        raise CatalogError(f"{path}:1: cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(f"{path}:{line}: not UTF-8; save the catalog as UTF-8") from error
    for pattern, what in ((CONFLICT, "a merge conflict"), (CONTROL, "a control character")):
        found = pattern.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            raise CatalogError(f"{path}:{line}: {what}; mend the catalog")
    return text
