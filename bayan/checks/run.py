"""All checks of one message."""

from __future__ import annotations

from collections.abc import Iterator

from bayan.checks.acronyms import acronyms
from bayan.checks.bounds import bounds
from bayan.checks.facts import facts
from bayan.checks.length import length
from bayan.checks.marks import marks
from bayan.checks.names import names
from bayan.checks.pair import Finding, Pair
from bayan.checks.residue import residue
from bayan.checks.script import script
from bayan.checks.structure import structure
from bayan.checks.terms import terms
from bayan.checks.toolkit import toolkit
from bayan.checks.typography import typography


def check_pair(pair: Pair) -> Iterator[Finding]:
    """All findings on *pair*: bounds and structure first, and nothing more where they are not right."""
    for first in (bounds, structure):
        found = list(first(pair))
        yield from found
        if any(one.check == first.__name__ for one in found):
            return
    copied = False
    for one in residue(pair):
        copied |= one.check in ("identical", "untranslated")
        yield one
    if copied:
        return
    for check in (facts, acronyms, names, terms, marks, typography, script, length, toolkit):
        yield from check(pair)
