"""The rules by which search compares words: ``search_rules.toml``, read and applied to one word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from bayan.folding import ARABIC_LETTER, fold

RULES_FILE = Path(__file__).resolve().parent / "search_rules.toml"
COMMON_TO_ALL = {"common", "spellings", "doubled", "endings", "names", "same"}
SCRIPTS = {
    "latin": COMMON_TO_ALL,
    "arabic": COMMON_TO_ALL | {"least", "articles", "native", "particles", "rooted"},
}

Ending = tuple[str, str, int]
ALL = (0, 1, 2)


class SearchRulesError(ValueError):
    """``search_rules.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class Script:
    """The rules of one script; the file itself explains each."""

    common: frozenset[str]
    spellings: tuple[tuple[str, str], ...]
    doubled: str
    endings: tuple[tuple[Ending, ...], ...]
    names: tuple[int, ...]
    families: tuple[tuple[str, ...], ...]
    least: int = 3
    articles: tuple[str, ...] = ()
    native: frozenset[str] = frozenset()
    particles: str = ""
    rooted: tuple[str, ...] = ()

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The regular key of each irregular word, and the key that stands for it."""
        known: dict[str, str] = {}
        for family in self.families:
            keys = [self.regular(fold(word)) for word in family]
            first = known.get(keys[0], keys[0])
            known.update({key: first for key in keys if key != first})
        return known

    @cached_property
    def misspelt(self) -> re.Pattern[str]:
        """Finds whether any of the spellings stands in a word; in most none does."""
        return re.compile("|".join(re.escape(what) for what, _ in self.spellings) or r"(?!)")

    @cached_property
    def endings_by_letter(self) -> tuple[Mapping[str, Sequence[Ending]], ...]:
        """The endings of each pass by their last letter, in order: a word can only have those of its own."""
        passes = []
        for endings in self.endings:
            known: dict[str, list[Ending]] = {}
            for ending in endings:
                known.setdefault(ending[0][-1:], []).append(ending)
            passes.append(known)
        return tuple(passes)

    def bare(self, folded: str) -> str:
        """A folded word without its article and what stands before that."""
        if folded in self.native:
            return folded
        for article in self.articles:
            if folded.startswith(article) and len(folded) - len(article) >= self.least:
                return folded[len(article) :]
        return folded

    def regular(self, folded: str) -> str:
        """The key of a folded word by the rules alone, without the irregular ones."""
        return self._cut(self.bare(folded), ALL)[0]

    def keys(self, folded: str) -> tuple[str, str]:
        """The key of a folded word, and its key in names of concepts: mostly the same, and found at once."""
        word = self.bare(folded)
        regular, used = self._cut(word, ALL)
        name = regular if all(number in self.names for number in used) else self._cut(word, self.names)[0]
        return self.same.get(regular, regular), name

    def _cut(self, word: str, passes: tuple[int, ...]) -> tuple[str, list[int]]:
        """A bare word, spelt regularly, without its endings; and the passes that took one away."""
        if self.misspelt.search(word):
            for what, instead in self.spellings:
                word = word.replace(what, instead)
        cut, used = word, []
        for number, endings in enumerate(self.endings_by_letter):
            for ending, instead, least in endings.get(cut[-1:], ()) if number in passes else ():
                if cut.endswith(ending) and len(cut) - len(ending) >= least:
                    cut = cut[: len(cut) - len(ending)] + instead
                    used.append(number)
                    break
        if cut != word and cut[-1] in self.doubled and cut[-2:-1] == cut[-1] and len(cut) > 3:
            cut = cut[:-1]
        return cut, used

    def without_particle(self, folded: str) -> str:
        """A folded word without its first letter, where that may be a particle; else empty."""
        if not self.particles or folded[:1] not in self.particles or len(folded) - 1 < self.least:
            return ""
        if self.bare(folded) != folded or folded.startswith(self.rooted):
            return ""
        return folded[1:]


@dataclass(frozen=True)
class Skeleton:
    """How a word sounds: pairs of sounds and what stands for them, letters that do not count, first ones."""

    sounds: tuple[tuple[str, str], ...]
    silent: str
    initials: str

    @cached_property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """The sounds to be replaced in order: down to the last that is written with several letters."""
        last = max((at for at, (what, _) in enumerate(self.sounds) if len(what) > 1), default=-1)
        return self.sounds[: last + 1]

    @cached_property
    def letters(self) -> Mapping[int, str | None]:
        """What comes of each single letter afterwards; of silent ones nothing."""
        table: dict[str, str] = {}
        for what, instead in reversed(self.sounds[len(self.sequences) :]):
            table[what] = "".join(table.get(sign, sign) for sign in instead)
        heard = {ord(what): self._heard(sound) for what, sound in table.items()}
        return {**{ord(sign): None for sign in self.silent if sign not in table}, **heard}

    def _heard(self, sound: str) -> str:
        return "".join(sign for sign in sound if sign not in self.silent)


@dataclass(frozen=True)
class Rules:
    """All rules of the file."""

    latin: Script
    arabic: Script
    skeleton: Skeleton

    def script_of(self, word: str) -> Script:
        """The rules for the script that *word* begins in."""
        return self.arabic if ARABIC_LETTER.match(word) else self.latin


@lru_cache(maxsize=4)
def load_rules(path: Path = RULES_FILE) -> Rules:
    """Read and validate *path*.

    :raises SearchRulesError: with the file's name.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SearchRulesError(f"{path}: cannot be read: {error}") from error
    tables = {*SCRIPTS, "skeleton"}
    if set(data) != tables:
        raise SearchRulesError(f"{path}: the tables must be {sorted(tables)}; got {sorted(data)}")
    sounds = tuple((str(what), str(instead)) for what, instead in data["skeleton"]["sounds"])
    scripts = {name: _script(name, data[name], path) for name in SCRIPTS}
    return Rules(
        **scripts, skeleton=Skeleton(sounds, data["skeleton"]["silent"], data["skeleton"]["initials"])
    )


def _script(name: str, data: Mapping[str, Any], path: Path) -> Script:
    if set(data) != SCRIPTS[name]:
        raise SearchRulesError(f"{path}: [{name}] must have the keys {sorted(SCRIPTS[name])}")
    try:
        endings = tuple(tuple((str(a), str(b), int(c)) for a, b, c in step) for step in data["endings"])
        spellings = tuple((str(a), str(b)) for a, b in data["spellings"])
    except (TypeError, ValueError) as error:
        raise SearchRulesError(
            f"{path}: [{name}]: endings are [ending, instead, letters]: {error}"
        ) from error
    return Script(
        common=frozenset(data["common"].split()),
        spellings=spellings,
        doubled=data["doubled"],
        names=tuple(data["names"]),
        endings=endings,
        families=tuple(tuple(family) for family in data["same"]),
        least=data.get("least", 3),
        articles=tuple(data.get("articles", ())),
        native=frozenset(data.get("native", "").split()),
        particles=data.get("particles", ""),
        rooted=tuple(data.get("rooted", ())),
    )
