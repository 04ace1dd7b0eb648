"""Keys: what the search index holds in the place of words.

All spellings and forms of one word should have one key. ``search_rules.toml`` says how;
the browser reads the same rules (:func:`rules_for_browser`) and makes the same keys of what is
typed, so a change of the rules changes both sides at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from bayan.folding import ARABIC, ARABIC_LETTER, LATIN, LATIN_LETTER, LETTERS, fold
from bayan.search_rules import Script, load_rules

WORD = re.compile(
    f"[{LATIN}][{LATIN}0-9\u0300-\u036f]*|[{ARABIC}\u200c\u200d]+|\\d+|[^\\W\\d_]+"
)  # as in bayan.folding, without its signs

DOUBLED = re.compile(r"(.)\1+")


class Keys(NamedTuple):
    """What stands for one word; all empty where it is too common to be searched for.

    ``name`` is its key in names of concepts; ``other`` and ``other_name`` are those of the
    word without a first letter that may be a particle, else empty.
    """

    key: str = ""
    other: str = ""
    name: str = ""
    other_name: str = ""


@lru_cache(maxsize=50_000)
def word_keys(word: str) -> Keys:
    """The keys of *word*."""
    folded = fold(word)
    script = load_rules().script_of(word)
    if folded in script.common and not is_acronym(word):
        return Keys()
    key, name = script.keys(folded)
    rest = script.without_particle(folded)
    other, other_name = script.keys(rest) if rest else ("", "")
    return Keys(key, other, name, other_name)


def is_acronym(word: str) -> bool:
    """Whether *word* is of two or more capitals."""
    return len(word) > 1 and word.isupper()


def text_words(text: str) -> list[str]:
    """The words of *text*, as they stand there."""
    return WORD.findall(text)


def text_keys(text: str) -> list[Keys]:
    """The keys of the words of *text*, in order, without those too common."""
    if text.isupper() and len(text_words(text)) > 1:  # capitals throughout make no acronyms
        text = text.lower()
    found: list[Keys] = []
    for piece in text.split():
        found += piece_keys(piece)
    return found


@lru_cache(maxsize=200_000)
def piece_keys(piece: str) -> tuple[Keys, ...]:
    """The keys of the words of what stands between two spaces: the same pieces come again and again."""
    return tuple(keys for word in text_words(piece) if (keys := word_keys(word)).key)


@lru_cache(maxsize=200_000)
def skeleton(folded: str) -> str:
    """The consonants of a *folded* word as one hears them, in Latin letters, whatever its script."""
    rules = load_rules()
    word = rules.arabic.bare(folded) if ARABIC_LETTER.match(folded) else folded
    for what, instead in rules.skeleton.sequences if LATIN_LETTER.search(word) else ():
        word = word.replace(what, instead)
    return DOUBLED.sub(r"\1", word.translate(rules.skeleton.letters))


def rules_for_browser() -> dict[str, Any]:
    """The rules as plain JSON data, with the table of letters that folding uses."""
    rules = load_rules()
    return {
        "letters": {chr(code): instead for code, instead in LETTERS.items()},
        "latinClass": LATIN,
        "arabicClass": ARABIC,
        "skeleton": {
            "sounds": rules.skeleton.sounds,
            "silent": rules.skeleton.silent,
            "initials": rules.skeleton.initials,
        },
        "scripts": {"latin": _plain(rules.latin), "arabic": _plain(rules.arabic)},
    }


def _plain(script: Script) -> dict[str, Any]:
    return {
        "common": sorted(script.common),
        "spellings": script.spellings,
        "doubled": script.doubled,
        "names": script.names,
        "endings": script.endings,
        "same": dict(sorted(script.same.items())),
        "least": script.least,
        "articles": script.articles,
        "native": sorted(script.native),
        "particles": script.particles,
        "rooted": script.rooted,
    }
