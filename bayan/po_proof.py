"""Proof that an updated catalog has lost nothing, before it takes the old one's place.

The judge is Babel's merge, the one that sphinx-intl runs: what that would keep translated,
ours must keep translated, with the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog

from bayan.catalogs import CatalogError, CatalogText, as_babel_has_it, read_text
from bayan.po_header import fields_of, lines_of, name_of
from bayan.po_text import Entry


def prove(path: Path, language: str, known: CatalogText | None, template: Sequence[Entry]) -> None:
    """Compare the new catalog *path* with the one that it follows, and with the *template*.

    :raises CatalogError: where anything is missing in it.
    """
    old = as_babel_has_it(known, language) if known else None
    # The new catalog lies in a folder that is gone when somebody reads this.
    name = known.path if known else path.name
    try:
        made = read_text(path, language)
        new = as_babel_has_it(made, language)
        reason = _lost(made, known, template) or (_judged(new, old, template) if old is not None else "")
    except CatalogError as error:
        reason = f"it would be refused ({str(error).removeprefix(f'{path}:')})"
    if reason:
        raise CatalogError(f"{name}:1: {reason}; this is a defect of the update, please report it")


def _lost(made: CatalogText, known: CatalogText | None, template: Sequence[Entry]) -> str:
    """What *made* lacks of *known* or of the *template*; empty where nothing."""
    active = [entry.key for entry in made.messages if not entry.obsolete]
    if set(active) != {entry.key for entry in template} or len(active) != len(set(active)):
        return "its messages would not be those of the page"
    if known is None:
        return ""
    if _translations(known) - _translations(made):
        return "a translation would be lost"
    if _remarks(known) - _remarks(made):
        return "a translator's comment would be lost"
    if known.header and made.header:
        before, after = fields_of(known.header), fields_of(made.header)
        if set(before) - set(after):
            return "a field of the header would be lost"
        others = Counter(line for line in lines_of(known.header) if name_of(line) not in after)
        if others - Counter(lines_of(made.header)):
            return "a line of the header would be lost"
    return ""


def _translations(catalog: CatalogText) -> Counter[tuple[str, ...]]:
    return Counter(entry.strings for entry in catalog.messages if entry.translated)


def _remarks(catalog: CatalogText) -> Counter[str]:
    return Counter(line for entry in catalog.entries for line in entry.remarks)


def _judged(made: Catalog, reference: Catalog, template: Sequence[Entry]) -> str:
    """Where Babel's merge keeps a translation that *made* does not have so."""
    wanted = Catalog()
    for entry in template:
        wanted.add(
            entry.msgid if entry.plural is None else (entry.msgid, entry.plural), context=entry.context
        )
    reference.update(wanted, no_fuzzy_matching=True)
    for message in reference:
        # The forms of a plural that nobody has translated yet are empty strings in a tuple.
        if not message.id or not any(message.string or ()) or message.fuzzy:
            continue
        own = made.get(message.id, message.context)
        if own is None or own.string != message.string or own.fuzzy:
            return f"the translation of {str(message.id)[:40]!r} would be lost"
    return ""
