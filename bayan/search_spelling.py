"""The words of an index, for the nearest spelling of what was typed.

They lie in files by their first consonant (:func:`bayan.search_text.skeleton`), one word a line,
the most frequent first, so the browser loads only the few that may be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bayan.folding import fold
from bayan.search_rules import load_rules
from bayan.search_text import skeleton, text_words

FEWEST = 3
"""Letters of a word that is worth listing."""
OTHER = "_"
"""The file of the words that begin with no consonant that the rules know."""


def words_by_consonant(texts: Iterable[str]) -> dict[str, list[str]]:
    """The words of *texts* by the first consonant that is heard, each in its most frequent form.

    A file is there for each consonant, so that the browser never asks for one that is not.
    """
    pieces: Counter[str] = Counter()
    for text in texts:
        pieces.update(text.split())  # words are looked for once in pieces that are alike
    forms: Counter[str] = Counter()
    for piece, count in pieces.items():
        for word in text_words(piece):
            forms[word] += count
    best: dict[str, tuple[int, str]] = {}
    for form, count in forms.items():
        if len(form) >= FEWEST and form[0].isalpha():
            folded = fold(form)
            best[folded] = max(best.get(folded, (0, "")), (count, form))
    files: dict[str, list[tuple[int, str]]] = {
        first: [] for first in (*load_rules().skeleton.initials, OTHER)
    }
    for folded, (count, form) in best.items():
        files.get(skeleton(folded)[:1], files[OTHER]).append((-count, form))
    return {first: [form for _, form in sorted(words)] for first, words in files.items()}


def write_spelling(folder: Path, texts: Iterable[str]) -> None:
    """Write the words of *texts* below *folder*."""
    folder.mkdir()
    for first, words in words_by_consonant(texts).items():
        (folder / f"{first}.txt").write_text("\n".join(words), encoding="utf-8")
