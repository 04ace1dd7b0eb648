"""The words for numbers, read from ``numbers.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bayan.folding import fold

NUMBERS_FILE = Path(__file__).resolve().parent / "numbers.toml"
KEYS = {"hundred", "only_after", "percent", "units", "powers", "loose"}
# Small words that Arabic writes onto the next one. "لست" is a verb, not "for six".
CLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "ول", "وب", "و", "ف", "ب", "ل", "ك")
NOT_NUMBERS = frozenset({"لست", "بعد", "بعام"})


class NumbersError(ValueError):
    """``numbers.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class NumberWords:
    """One language's words, folded: values by word, and the pattern of a percentage."""

    units: dict[str, int]
    hundred: frozenset[str]
    powers: dict[str, int]
    only_after: frozenset[str]
    loose: dict[str, int]
    percent: re.Pattern[str]

    def find(self, word: str, language: str) -> str:
        """The folded word of the tables that *word* is, without what Arabic writes onto it; or ``""``."""
        folded = fold(word)
        if self.knows(folded):
            return folded
        if language != "ar" or folded in NOT_NUMBERS:
            return ""
        cut = (folded[len(clitic) :] for clitic in CLITICS if folded.startswith(clitic))
        return next((rest for rest in cut if self.knows(rest)), "")

    def knows(self, folded: str) -> bool:
        """Whether *folded* is in one of the tables."""
        return folded in self.units or folded in self.powers or folded in self.loose or folded in self.hundred


@lru_cache(maxsize=8)
def number_words(language: str, path: Path = NUMBERS_FILE) -> NumberWords:
    """The words of *language*; none where the file does not know it.

    :raises NumbersError: with the file's name, where it is not right.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NumbersError(f"{path}: cannot be read: {error}") from error
    entry = data.get(language, {"percent": ["%"]})
    if not isinstance(entry, dict) or set(entry) - KEYS:
        raise NumbersError(f"{path}: [{language}] may have {sorted(KEYS)}; got {sorted(entry)}")
    try:
        return NumberWords(
            units=_values(entry.get("units", {})),
            hundred=frozenset(map(fold, entry.get("hundred", ()))),
            powers=_values(entry.get("powers", {})),
            only_after=frozenset(map(fold, entry.get("only_after", ()))),
            loose=_values(entry.get("loose", {})),
            percent=re.compile("|".join(map(re.escape, entry["percent"])), re.I),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NumbersError(f"{path}: [{language}] is not as its head describes: {error!r}") from error


def _values(table: dict[str, list[str]]) -> dict[str, int]:
    return {fold(word): int(value) for value, words in table.items() for word in words}
