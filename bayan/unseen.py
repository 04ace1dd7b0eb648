"""Characters that control, reorder, hide or disguise text: what is shown would not be what is written."""

from __future__ import annotations

import re

# Control characters, and those that reorder or hide text (bidi embeddings, overrides,
# isolates; zero-width space, word joiner, byte-order mark; soft hyphen; fillers; selectors of
# variants; tags). ZWJ, ZWNJ, LRM, RLM and ALM are part of ordinary Arabic writing and stay.
HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
INVISIBLE = re.compile(f"[{HIDDEN}]")
# What no translation needs: signs that every font draws as it likes, a joiner where no letter
# joins (it hides inside a Latin word), and more marks on one letter than any language stacks.
DISGUISE = re.compile(
    f"[\ue000-\uf8ff]|(?<![\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff])[\u200c\u200d]|[{MARKS}]{{6}}"
)
# One of these is in every text that deceives, and in few others.
SUSPECT = re.compile(f"[{HIDDEN}{MARKS}\ue000-\uf8ff\u200c\u200d]")
UNSEEN = "control, direction-override or invisible characters"
"""Why a text that :func:`deceives` is refused."""


def clean(text: str) -> str:
    """*text* without the characters that control, reorder or hide; see :data:`INVISIBLE`."""
    return INVISIBLE.sub("", text)


def deceives(text: str) -> bool:
    """Whether *text* holds anything that controls, reorders, hides or disguises text."""
    return bool(SUSPECT.search(text) and (INVISIBLE.search(text) or DISGUISE.search(text)))


def printable(text: str) -> str:
    """*text* on one line for a terminal or a log, where it can neither command nor deceive."""
    return INVISIBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", re.sub(r"[\t\n]+", " ", text))
