"""A termbase of many concepts, whose names stand in the archive: what does linking them cost?"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator

from bayan.folding import fold
from bayan.release import split_page
from bench.workspace import Site

CONCEPTS = 500
LINKED, PLAIN = "one language, 500 concepts linked", "one language, 500 concepts, no links"
RARE, COMMON = 0.02, 0.06
"""The shares of the pages that have the words which names begin with."""
ENTRY = """
[[term]]
id = "bench-{number}"
domain = "migration"
definition = "What the words of concept {number} stand for in this archive."
source = "https://example.org/"
"""
NAMES = """
[term.{language}]
preferred = "{name}"
"""


def add_concepts(site: Site) -> None:
    """Fill the termbase of *site* up to :data:`CONCEPTS`, with words of its own releases."""
    path = site.folder / "glossary.toml"
    text = path.read_text(encoding="utf-8")
    names = {language: _names(site, language, text) for language in site.languages}
    for number in range(text.count("\n[[term]]\n"), CONCEPTS):
        text += ENTRY.format(number=number)
        for language in site.languages:
            text += NAMES.format(language=language, name=next(names[language]))
    path.write_text(text, encoding="utf-8")


def forget_build(site: Site) -> None:
    """Remove what was built, so that the next build is one from nothing."""
    shutil.rmtree(site.folder / "_build")


def _names(site: Site, language: str, known: str) -> Iterator[str]:
    """Names of one and two words in turn, as they stand in the releases; none begins like another.

    They begin with words that a few pages in a hundred have, as the termbase's own names do: each page
    then links about as many concepts as a real release (18 to 25).
    """
    texts = [split_page(page.read_text(encoding="utf-8"))[1].split() for page in site.pages(language)]
    pages = Counter(fold(word) for text in texts for word in {*text})
    used = {fold(word) for word in re.findall(r"\w+", known)}
    few, many = RARE * len(texts), max(COMMON * len(texts), 1)
    wanted = 1
    for text in texts:
        for at, word in enumerate(text):
            name, key = text[at : at + wanted], fold(word)
            plain = all(part.isalpha() and not part.isupper() for part in name)  # AVRR is in any script
            if plain and key not in used and few <= pages[key] <= many:
                used.add(key)
                wanted = 3 - wanted
                yield " ".join(name).lower()
