"""The no-break spaces that a language's typography wants, such as before French ; ! ? and »."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.languages import Language

NARROW, WIDE = "\u202f", "\u00a0"
SPACE = f"[ {WIDE}{NARROW}]"


def set_spaces(text: str, language: Language) -> str:
    """*text* with its spaces beside the signs that *language* names made no-break.

    Only a space that is there is changed, one for one, so places in the text stay.
    """
    for pattern, space in _rules(language):
        text = pattern.sub(space, text)
    return text


@lru_cache(maxsize=16)
def _rules(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    # A sign within a word or a time, as in "12 :30", is left as it is printed.
    named = (
        (language.narrow_before, f"{SPACE}(?=[{{}}])", NARROW),
        (language.narrow_after, f"(?<=[{{}}]){SPACE}", NARROW),
        (language.wide_before, f"{SPACE}(?=[{{}}](?![^\\W_]))", WIDE),
    )
    return tuple(
        (re.compile(pattern.format(re.escape(signs))), space) for signs, pattern, space in named if signs
    )
