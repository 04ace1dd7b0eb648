"""Keys: what the search index holds in the place of words.

All spellings and forms of one word should have one key. ``search_rules.toml`` says how;
the browser reads the same rules (:func:`rules_for_browser`) and makes the same keys of what is
typed, so a change of the rules changes both sides at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bayan.folding import ARABIC, ARABIC_LETTER, LATIN, LETTERS, fold

RULES_FILE = Path(__file__).resolve().parent / "search_rules.toml"
WORD = re.compile(
    f"[{LATIN}][{LATIN}0-9\u0300-\u036f]*|[{ARABIC}\u200c\u200d]+|\\d+|[^\\W\\d_]+"
)  # as in bayan.folding, without its signs
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

    def bare(self, folded: str) -> str:
        """A folded word without its article and what stands before that."""
        if folded in self.native:
            return folded
        for article in self.articles:
            if folded.startswith(article) and len(folded) - len(article) >= self.least:
                return folded[len(article) :]
        return folded

    def regular(self, folded: str, passes: tuple[int, ...] = ALL) -> str:
        """The key of a folded word by the rules alone, without the irregular ones."""
        word = self.bare(folded)
        for what, instead in self.spellings:
            word = word.replace(what, instead)
        cut = word
        for number, endings in enumerate(self.endings):
            for ending, instead, least in endings if number in passes else ():
                if cut.endswith(ending) and len(cut) - len(ending) >= least:
                    cut = cut[: len(cut) - len(ending)] + instead
                    break
        if cut != word and cut[-1] in self.doubled and cut[-2:-1] == cut[-1] and len(cut) > 3:
            cut = cut[:-1]
        return cut

    def key(self, folded: str) -> str:
        """The key of a folded word."""
        regular = self.regular(folded)
        return self.same.get(regular, regular)

    def without_particle(self, folded: str) -> str:
        """A folded word without its first letter, where that may be a particle; else empty."""
        if not self.particles or folded[:1] not in self.particles or len(folded) - 1 < self.least:
            return ""
        if self.bare(folded) != folded or folded.startswith(self.rooted):
            return ""
        return folded[1:]


@lru_cache(maxsize=4)
def load_rules(path: Path = RULES_FILE) -> Mapping[str, Script]:
    """Read and validate *path*.

    :raises SearchRulesError: with the file's name.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if set(data) != set(SCRIPTS):
            raise SearchRulesError(f"{path}: the tables must be {sorted(SCRIPTS)}; got {sorted(data)}")
        return {name: _script(name, data[name], path) for name in data}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SearchRulesError(f"{path}: cannot be read: {error}") from error


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


class Keys(NamedTuple):
    """What stands for one word; all empty where it is too common to be searched for.

    ``name`` is its key in names of concepts; ``other`` and ``other_name`` are those of the
    word without a first letter that may be a particle, else empty.
    """

    key: str = ""
    other: str = ""
    name: str = ""
    other_name: str = ""


@lru_cache(maxsize=200_000)
def word_keys(word: str) -> Keys:
    """The keys of *word*."""
    folded = fold(word)
    script = load_rules()["arabic" if ARABIC_LETTER.match(word) else "latin"]
    if folded in script.common and not is_acronym(word):
        return Keys()
    rest = script.without_particle(folded)
    return Keys(
        script.key(folded),
        script.key(rest) if rest else "",
        script.regular(folded, script.names),
        script.regular(rest, script.names) if rest else "",
    )


def is_acronym(word: str) -> bool:
    """Whether *word* is of two or more capitals."""
    return len(word) > 1 and word.isupper()


def text_words(text: str) -> list[str]:
    """The words of *text*, as they stand there."""
    return WORD.findall(text)


def text_keys(text: str) -> list[Keys]:
    """The keys of the words of *text*, in order, without those too common."""
    return [keys for word in text_words(text) if (keys := word_keys(word)).key]


def rules_for_browser() -> dict[str, Any]:
    """The rules as plain JSON data, with the table of letters that folding uses."""
    return {
        "letters": {chr(code): instead for code, instead in LETTERS.items()},
        "latinClass": LATIN,
        "arabicClass": ARABIC,
        "scripts": {name: _plain(script) for name, script in load_rules().items()},
    }


def _plain(script: Script) -> dict[str, Any]:
    def ordered(values: Iterable[str]) -> list[str]:
        return sorted(values)

    return {
        "common": ordered(script.common),
        "spellings": script.spellings,
        "doubled": script.doubled,
        "names": script.names,
        "endings": script.endings,
        "same": dict(sorted(script.same.items())),
        "least": script.least,
        "articles": script.articles,
        "native": ordered(script.native),
        "particles": script.particles,
        "rooted": script.rooted,
    }
