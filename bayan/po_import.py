"""Translations that come back in a table, for a translator to confirm in the catalog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bayan.catalogs import MAX_BYTES, CatalogError, CatalogText, parsed
from bayan.po_comments import Suggestion
from bayan.po_entry import suggested
from bayan.po_text import Entry
from bayan.tables import is_translatable
from bayan.unseen import printable


def proved(known: CatalogText, new: Mapping[str, str], origin: str, language: str) -> bytes:
    """The bytes of the catalog *known* with the translations *new*, read back before they are written.

    :raises CatalogError: where they would be no catalog, or another one than was wanted.
    """
    entries = with_imported(known.entries, new, origin)
    data = known.joined(entries)
    if len(data) > MAX_BYTES:
        raise CatalogError(
            f"{known.path}:1: would have {len(data):,} bytes; more than {MAX_BYTES:,} are refused"
        )
    read = parsed(known.path, data.decode(), language).entries
    if [(entry.key, entry.strings) for entry in read] != [(entry.key, entry.strings) for entry in entries]:
        raise CatalogError(f"{known.path}:1: the table would damage it; please report this")
    return data


def with_imported(entries: Sequence[Entry], new: Mapping[str, str], origin: str) -> list[Entry]:
    """*entries* with the translations *new*, by msgid, as fuzzy ones; *origin* names the table.

    A translation that stood there before stays in the entry, as a comment.
    """
    return [
        imported(entry, new[entry.msgid], origin) if is_translatable(entry) and entry.msgid in new else entry
        for entry in entries
    ]


def imported(entry: Entry, text: str, origin: str) -> Entry:
    """*entry* with the translation *text*, to be confirmed."""
    if entry.translated:
        remark = f"# before the import of {printable(origin)}: {' '.join(entry.strings[0].split())}"
        entry = replace(entry, lines=(remark, *entry.lines))
    return suggested(entry, entry, Suggestion((text,), origin))
