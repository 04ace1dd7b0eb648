"""Stems: the forms that one word takes in a sentence, for names of terms.

Only inflection is undone (number, gender, definiteness, the small words that Arabic writes
onto a word), never derivation. Snowball's stemmers go further: they give *traite*, *traité* and
*traiter* one stem, and *trafficker* that of *trafficking*, which sets links that are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from bayan.folding import NO_ARTICLE, fold

MINIMUM = 3
"""Letters that must remain of an Arabic word when something is cut off."""
CUTS = range(5)
"""How many letters may be cut off before an Arabic word: conjunction, preposition, article."""
ENDINGS = ("تان", "تين", "ات", "ون", "ين", "ان", "تا", "تي", "ه", "ا")
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")

# Small words that may stand inside a name or not ("Ministry of [the] Interior").
SKIPPED = {"fr": frozenset({"la", "le", "les", "l"}), "en": frozenset({"the"})}
SMALL_WORDS = {"fr": {"des": "de", "du": "de", "d": "de", "aux": "a", "au": "a"}}


def english(word: str) -> tuple[str, ...]:
    """The singular of a folded English word."""
    if word.endswith("ies") and len(word) > 4:
        return (word[:-3] + "y",)
    if word.endswith(("sses", "xes", "ches", "shes")):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return (word[:-1],)
    return (word,)


def french(word: str) -> tuple[str, ...]:
    """The singular of a folded French word, and its masculine where it may be feminine."""
    if word.endswith("aux") and len(word) > 5:
        word = word[:-3] + "al"
    elif word.endswith(("s", "x")) and len(word) > 3:
        word = word[:-1]
    for feminine, masculine in (("euse", "eur"), ("trice", "teur"), ("ere", "er"), ("e", "")):
        if word.endswith(feminine) and len(word) > len(feminine) + 2:
            return word, word.removesuffix(feminine) + masculine
    return (word,)


def arabic_base(word: str) -> str:
    """A folded Arabic word without its ending of number, gender or case."""
    for ending in ENDINGS if word.endswith(ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= MINIMUM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65536)
def arabic_bases(word: str) -> frozenset[str]:
    """All that :func:`arabic_base` may make of *word*, construct forms and pronouns undone."""
    found = {arabic_base(word)}
    if word.endswith(("و", "ي", "وا")) and len(word.rstrip("ا")) > MINIMUM:
        found.add(word.rstrip("ا")[:-1])
    for pronoun in PRONOUNS if word.endswith(PRONOUNS) else ():
        rest = word.removesuffix(pronoun)
        if rest != word and len(rest) > MINIMUM:
            found.add(arabic_base(rest))
            found.add(rest.removesuffix("ت"))
    return frozenset(found)


def arabic_parses(word: str) -> Iterator[tuple[str, str]]:
    """What a folded word may be: (conjunction and preposition, the word without the article)."""
    yield "", word
    conjunctions = ("", word[0]) if word[:1] in ("و", "ف") else ("",)
    for conjunction in conjunctions:
        rest = word[len(conjunction) :]
        for preposition in ("", rest[:1]) if rest[:1] in ("ب", "ك", "ل") else ("",):
            bare = rest[len(preposition) :]
            clitics = conjunction + preposition
            if clitics and len(bare) >= MINIMUM:
                yield clitics, bare
            if bare.startswith("ال") and len(bare) >= MINIMUM + 2 and bare not in NO_ARTICLE:
                yield clitics, bare[2:]
            if preposition == "ل" and bare.startswith("ل") and len(bare) > MINIMUM:
                yield clitics, bare[1:]  # li- swallows the alif of the article


def arabic_name_parse(word: str) -> set[tuple[str, str]]:
    """What a word of a name in the termbase is; cuts only what is surely not part of the word."""
    if word.startswith("لل") and len(word) > MINIMUM + 1:
        return {("ل", word[2:])}
    parses = set(arabic_parses(word))
    articled = {(clitics, rest) for clitics, rest in parses if word == f"{clitics}ال{rest}"}
    if articled:
        return articled
    joined = {(clitics, rest) for clitics, rest in parses if clitics == "و"}
    return {("", word)} | joined


def name_labels(word: str, language: str, first: bool) -> set[str]:
    """The labels of one word of a name in the termbase, inflected names only."""
    folded = SMALL_WORDS.get(language, {}).get(fold(word), fold(word))
    if language != "ar":
        return {STEMMERS.get(language, _as_is)(folded)[0]}
    return {
        ("" if first else clitics) + "+" + arabic_base(rest)
        for clitics, rest in arabic_name_parse(folded)
        if not (first and clitics)
    } or {"+" + arabic_base(folded)}


def text_labels(word: str, language: str, first: bool, starts: frozenset[str] | None = None) -> set[str]:
    """The labels that a word of running text may answer to.

    *starts* are those of all labels that are looked for (:func:`label_start`), where they are known:
    most words have none of them, and are done with soon.
    """
    folded = fold(word)
    folded = SMALL_WORDS.get(language, {}).get(folded, folded)
    if language != "ar" or not "\u0600" <= folded[:1] <= "\u06ff":
        labels = set(STEMMERS.get(language, _as_is)(folded)) | {"=" + folded, "!" + word}
        return labels | {"+" + folded} if language == "ar" else labels
    if starts is not None and starts.isdisjoint([folded[cut : cut + MINIMUM] for cut in CUTS]):
        return set()
    return {
        ("" if first else clitics) + "+" + base
        for clitics, rest in arabic_parses(folded)
        if starts is None or rest[:MINIMUM] in starts
        for base in arabic_bases(rest)
    }


def label_start(label: str) -> str:
    """The letters of a first word's label that no ending takes away."""
    return label[1 : MINIMUM + 1]


def _as_is(word: str) -> tuple[str, ...]:
    """For a language whose inflection nobody has described yet."""
    return (word,)


STEMMERS: dict[str, Callable[[str], tuple[str, ...]]] = {"en": english, "fr": french}
