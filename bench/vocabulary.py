"""Words that grow in number as those of real text do: by Heaps' law, without end."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

VOCABULARY_FILE = Path(__file__).resolve().parent / "vocabulary.toml"
KEYS = {
    "share", "common", "onsets", "rimes", "openings", "endings",
    "comma", "stop", "quote", "office", "contact",
}  # fmt: skip

# Ranks are drawn with probability ~ (rank + SCALE) ** -EXPONENT (Zipf and Mandelbrot), by
# inverting the continuous distribution. The number of different words then grows with the
# text's length to the power of 1 / EXPONENT: about 300 in one release, 6,000 in a
# hundred, 100,000 in ten thousand, as in newspapers.
EXPONENT = 1.6
SCALE = 30.0
LAST_RANK = 10**12
SCRAMBLE = 7919
"""A prime, so that words of neighbouring ranks have nothing in common."""


class VocabularyError(ValueError):
    """``vocabulary.toml`` or the termbase is not right; the message names the file."""


@dataclass(frozen=True)
class Vocabulary:
    """The words and the punctuation of one language; see ``vocabulary.toml`` for the fields."""

    share: int
    common: tuple[str, ...]
    syllables: tuple[str, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    comma: str
    stop: str
    quote: tuple[str, str]
    office: str
    contact: str
    made: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    def words(self, random: Random, count: int) -> list[str]:
        """*count* words, each drawn by its frequency."""
        made, draw, power = self.made, random.random, -1 / (EXPONENT - 1)
        ranks = [int(SCALE * ((1.0 - draw()) ** power - 1.0)) for _ in range(count)]
        return [made[rank] if rank in made else self.word(rank) for rank in ranks]

    def word(self, rank: int) -> str:
        """The word of this *rank*, 0 being the most frequent; always the same one."""
        rank = min(rank, LAST_RANK)
        if rank < len(self.common):
            return self.common[rank]
        count = len(self.syllables)
        block = count * count * len(self.endings)
        further, index = divmod(rank, block)
        index = index * SCRAMBLE % block
        index, first = divmod(index, count)
        ending, second = divmod(index, count)
        stem = self.syllables[first] + self.syllables[second]
        while further:
            further, digit = divmod(further - 1, count)
            stem += self.syllables[digit]
        word = self.openings[rank % len(self.openings)] + stem + self.endings[ending]
        if len(self.made) < 200_000:  # the rare ones would only fill the memory
            self.made[rank] = word
        return word


@dataclass(frozen=True)
class Stock:
    """What all languages share, and the vocabulary of each."""

    countries: tuple[str, ...]
    publishers: tuple[str, ...]
    signs: tuple[str, ...]
    languages: dict[str, Vocabulary]


@lru_cache(maxsize=4)
def load_stock(path: Path = VOCABULARY_FILE) -> Stock:
    """Read *path*.

    :raises VocabularyError: with the file's name, where a key is missing or unknown.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read: {error}") from error
    languages = {code: entry for code, entry in data.items() if isinstance(entry, dict)}
    for code, entry in languages.items():
        if set(entry) != KEYS:
            raise VocabularyError(f"{path}: [{code}] must have the keys {sorted(KEYS)}")
    return Stock(
        countries=tuple(data["countries"]),
        publishers=tuple(data["publishers"]),
        signs=tuple(data["signs"]),
        languages={code: _vocabulary(entry) for code, entry in languages.items()},
    )


def _vocabulary(entry: dict[str, Any]) -> Vocabulary:
    syllables = [onset + rime for rime in entry["rimes"].split() for onset in entry["onsets"].split()]
    before, after = entry["quote"]
    return Vocabulary(
        share=entry["share"],
        common=tuple(entry["common"].split()),
        syllables=tuple(syllables),
        openings=tuple(entry["openings"]),
        endings=tuple(entry["endings"]),
        comma=entry["comma"],
        stop=entry["stop"],
        quote=(before, after),
        office=entry["office"],
        contact=entry["contact"],
    )


def load_terms(path: Path, languages: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], ...]:
    """The names of each concept of the termbase *path*, by language; none without the file."""
    if not path.exists():
        return ()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("term", [])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read: {error}") from error
    return tuple({code: _names(entry.get(code, {})) for code in languages} for entry in entries)


def _names(entry: dict[str, Any]) -> tuple[str, ...]:
    names = [entry.get("preferred"), entry.get("abbreviation"), *entry.get("variants", ())]
    return tuple(name for name in names if isinstance(name, str) and name)
