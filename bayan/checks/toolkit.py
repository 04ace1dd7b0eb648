"""The checks of translate-toolkit (pofilter) that give no false alarms on prose.

Left out, each because it calls right translations of the corpus wrong: brackets (a
translation may add or drop "(IOM)"), unchanged (names and addresses stay as they are),
doublewords (a full stop between does not matter to it), urls and emails (the full stop
behind an address counts as part of it; ours does both); and numbers, endpunc, startpunc,
puncspacing, doublequoting and capitals, whose rules are those of English.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from translate.filters.checks import CheckerConfig, FilterFailure, StandardChecker

from bayan.checks.pair import Finding, Pair, error

# The toolkit's test, what our own check of the same is called, and what to do.
TESTS = {
    "xmltags": ("structure", "take out what looks like HTML"),
    "newlines": ("structure", "write one line"),
    "startwhitespace": ("structure", "begin without a space"),
    "long": ("length", "say what the source says, and no more"),
}
# Markdown shows neither a line break nor a space at the start, so these look at what is written.
AS_WRITTEN = ("newlines", "startwhitespace")


def toolkit(pair: Pair) -> Iterator[Finding]:
    """What translate-toolkit finds in *pair*."""
    checker = _checker(pair.target)
    for test, (check, advice) in TESTS.items():
        texts = (pair.msgid, pair.msgstr) if test in AS_WRITTEN else (pair.source_text, pair.target_text)
        try:
            getattr(checker, test)(*texts)
        except FilterFailure as failure:
            yield error(check, f"{str(failure).lower()}; {advice}")


@lru_cache(maxsize=8)
def _checker(language: str) -> StandardChecker:
    return StandardChecker(CheckerConfig(targetlanguage=language))
