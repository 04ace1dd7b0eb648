"""Addresses of release pages: ASCII, from the title, the way the publishers' own look."""

from __future__ import annotations

import re

from anyascii import anyascii

LONGEST = 100
# anyascii writes alef and ayn as apostrophes, which vanish here; as vowels they stay readable.
VOWELS = str.maketrans("اأإآٱعى", "aaiaaaa", "ء")
APOSTROPHES = re.compile("['’‘ʼ`´ʿʾ]")


def slug_of(title: str, fallback: str = "release") -> str:
    """The slug of *title*, cut at a word's end; of *fallback* where the title has no letter.

    >>> slug_of("L’OIM au Koweït")
    'loim-au-koweit'
    """
    for text in (title, fallback):
        bare = anyascii(APOSTROPHES.sub("", text.translate(VOWELS))).lower().replace("'", "").replace("`", "")
        words = re.findall(r"[a-z0-9]+", bare)
        if words:
            return _bounded(words)
    return "release"


def _bounded(words: list[str]) -> str:
    slug = words[0][:LONGEST]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > LONGEST:
            break
        slug = f"{slug}-{word}"
    return slug
