"""Same sentence, same translation: what other catalogs of the same two languages have.

It remembers where each sentence is translated, not the translations: an archive of ten
thousand releases has too many to keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bayan.catalogs import read_text
from bayan.po_comments import Suggestion
from bayan.po_text import Entry

Pair = tuple[str, str]
"""Source and target language."""


class Memory:
    """The finished translations of all catalogs, by pair of languages and sentence."""

    def __init__(self) -> None:
        self._known: dict[Pair, dict[int, tuple[str, Path]]] = {}
        self._strings = lru_cache(maxsize=64)(_finished)

    def learn(self, pair: Pair, name: str, path: Path, entries: Iterable[Entry]) -> None:
        """Note the sentences that the catalog *name*, which lies at *path*, translates.

        The first catalog that has a sentence is asked for it.
        """
        known = self._known.setdefault(pair, {})
        for entry in entries:
            if _is_finished(entry):
                known.setdefault(hash(entry.msgid), (name, path))

    def suggest(self, pair: Pair, wanted: Entry) -> Suggestion | None:
        """The translation of the same sentence in another catalog, where one has it."""
        found = self._known.get(pair, {}).get(hash(wanted.msgid))
        if found is None or wanted.context is not None or wanted.plural is not None:
            return None
        name, path = found
        string = self._strings(path).get(wanted.msgid)
        return Suggestion((string,), name) if string else None


def _finished(path: Path) -> dict[str, str]:
    return {entry.msgid: entry.strings[0] for entry in read_text(path).messages if _is_finished(entry)}


def _is_finished(entry: Entry) -> bool:
    return entry.translated and not (entry.obsolete or entry.fuzzy) and entry.key == (None, entry.msgid)
