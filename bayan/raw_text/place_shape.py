"""What a place's name looks like, for those that the gazetteer does not know."""

from __future__ import annotations

import re

ACRONYM = re.compile(r"[A-Z]{2,7}s?")
PARTICLES = frozenset(
    "al el de du la le des of the bin sur es as ar et and city".split()  # noqa: SIM905  # a list of words
)


def looks_like_place(part: str) -> bool:
    """Whether *part* could be the name of a place that the gazetteer does not know."""
    words = part.split()
    if not 1 <= len(words) <= 4 or ACRONYM.fullmatch(part) or re.search(r"[\d:]|^[LlDd]['’]", part):
        return False
    if re.search("[\u0621-\u064a]", part):
        return len(words) <= 3
    return all(word[0].isupper() or word.lower() in PARTICLES for word in words) and words[0][0].isupper()
