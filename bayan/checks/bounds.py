"""Bounds: a text that no release holds is not checked at all, since that could take minutes.

The checks compare words and numbers with one another, so their work grows with the square of
the number. Any text within these bounds takes less than a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.pair import Finding, Pair, error
from bayan.prose import MAX_LENGTH

MAX_FIGURES = 400
"""Numbers in one message; a paragraph full of them has about 30."""
MAX_WORD = 500
"""Signs without a space between; an address may have a few hundred."""
FIGURE = re.compile(r"\d+")
WORD = re.compile(rf"\S{{{MAX_WORD + 1}}}")


def bounds(pair: Pair) -> Iterator[Finding]:
    """What is too much to be compared, in the source or in its translation."""
    for text, side in ((pair.msgid, "source"), (pair.msgstr, "translation")):
        if len(text) > MAX_LENGTH:
            yield error("bounds", f"the {side} has more than {MAX_LENGTH:,} characters; shorten it")
        elif WORD.search(text):
            yield error("bounds", f"the {side} has a word of more than {MAX_WORD} characters; mend it")
        elif sum(1 for _ in FIGURE.finditer(text)) > MAX_FIGURES:
            yield error("bounds", f"the {side} has more than {MAX_FIGURES} numbers; split the paragraph")
