"""Reading gettext catalogs that strangers may have written.

A catalog that is not right is refused whole with one :class:`CatalogError`, before
anything of it is used; what to do then (leave it aside, or stop) is the caller's choice.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from bayan.languages import load_languages
from bayan.po_header import fault, fields_of
from bayan.po_reader import PoSyntaxError, read_entries
from bayan.po_text import Entry

MAX_BYTES = 1_000_000
"""Size of a catalog; a release of 10,000 words has about 300,000 bytes."""
MAX_ENTRIES = 5_000
"""Messages of a catalog, old ones too; a release of 10,000 words has about 300."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: |$)", re.M)
BOM = "\ufeff"


class CatalogError(ValueError):
    """A catalog cannot be used; the message is ``file:line: what is wrong``."""


@dataclass(frozen=True)
class Message:
    """One finished translation, and where its entry starts."""

    msgstr: str
    catalog: Path
    line: int


@dataclass(frozen=True)
class CatalogText:
    """A catalog as it stands in its file: its entries, and what follows the last one.

    ``newline`` is how its lines end, ``mark`` the byte-order mark, where it has one.
    """

    path: Path
    entries: list[Entry]
    rest: str
    newline: str
    mark: str

    @property
    def header(self) -> Entry | None:
        """Its header entry, where it has one."""
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def messages(self) -> list[Entry]:
        """Its entries without the header."""
        return [entry for entry in self.entries if not entry.is_header]

    def joined(self, entries: list[Entry]) -> bytes:
        """The bytes of this catalog with *entries* in the place of its own."""
        text = "".join(entry.text for entry in entries) + self.rest
        return (self.mark + text.replace("\n", self.newline)).encode()


def catalog_path(locales: Path, language: str, name: str) -> Path:
    """Where the catalog *name* (a page, or ``sphinx``) of *language* lies below *locales*."""
    return locales / language / "LC_MESSAGES" / f"{name}.po"


def read_translations(path: Path, language: str) -> dict[str, Message]:
    """The finished translations in the catalog *path* by msgid: neither empty nor fuzzy.

    :raises CatalogError: where the catalog is not right; nothing of it may be used then.
    """
    return finished(read_text(path, language))


def finished(catalog: CatalogText) -> dict[str, Message]:
    """The translations in *catalog* by msgid that are neither empty nor fuzzy."""
    return {
        entry.msgid: Message(entry.strings[0], catalog.path, entry.line)
        for entry in catalog.entries
        if entry.msgid and entry.context is None and entry.plural is None and not entry.obsolete
        if entry.strings[0] and not entry.fuzzy
    }


def read_catalog(path: Path, language: str) -> Catalog:
    """The messages of the catalog *path* of *language* for Babel, without header and obsolete ones.

    :raises CatalogError: where the file or its syntax is not right.
    """
    return as_babel_has_it(read_text(path, language), language)


def as_babel_has_it(text: CatalogText, language: str) -> Catalog:
    """The messages of *text* for Babel.

    Babel's own reader takes other texts for catalogs than gettext's and ours do: it stops at
    ``#~|`` and at a tab. What is read once cannot be read in two ways.

    :raises CatalogError: where a plural has more forms than *language*.
    """
    catalog = Catalog(locale=language)
    for entry in text.messages:
        if entry.obsolete:
            continue
        if len(entry.strings) > catalog.num_plurals:
            raise CatalogError(
                f"{text.path}:{entry.line}: {len(entry.strings)} plural forms; "
                f"{language} has {catalog.num_plurals}; take out the others"
            )
        if entry.plural is None:
            added = catalog.add(entry.msgid, entry.strings[0], flags=entry.flags, context=entry.context)
        else:
            forms = (*entry.strings, *[""] * (catalog.num_plurals - len(entry.strings)))
            added = catalog.add((entry.msgid, entry.plural), forms, flags=entry.flags, context=entry.context)
        added.lineno = entry.line
    return catalog


def read_text(path: Path, language: str = "") -> CatalogText:
    """The catalog *path* with all its lines; a template where no *language* is given.

    :raises CatalogError: where the file, its syntax or its header is not right.
    """
    return parsed(path, decoded(path), language)


def parsed(path: Path, text: str, language: str = "") -> CatalogText:
    """The catalog that *text* is, which stands at *path*, or is to stand there.

    :raises CatalogError: where its syntax or its header is not right.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    for pattern, what in ((CONFLICT, "a merge conflict"), (CONTROL, "a control character")):
        found = pattern.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            raise CatalogError(f"{path}:{line}: {what}; mend the catalog")
    try:
        entries, rest = read_entries(text)
    except PoSyntaxError as error:
        raise CatalogError(f"{path}:{error.line}: {error}; mend the catalog") from error
    if len(entries) > MAX_ENTRIES:
        raise CatalogError(f"{path}:1: {len(entries):,} entries; more than {MAX_ENTRIES:,} are refused")
    if not entries:
        raise CatalogError(f"{path}:1: holds no entry; is the file cut short?")
    catalog = CatalogText(path, entries, rest, newline, mark)
    if language and catalog.header:
        reason = fault(fields_of(catalog.header), language, load_languages()[language].plurals)
        if reason:
            raise CatalogError(f"{path}:{catalog.header.line}: {reason}")
    return catalog


def decoded(path: Path) -> str:
    """The text of *path*, which must be an ordinary UTF-8 file of a sane size.

    :raises CatalogError: where it is not.
    """
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
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(f"{path}:{line}: not UTF-8; save the catalog as UTF-8") from error
