"""Characters that control, reorder, hide or disguise text: what is shown would not be what is written."""

from __future__ import annotations

import re
from unicodedata import bidirectional, category

# Control characters, and those that reorder or hide text (bidi embeddings, overrides,
# isolates; zero-width space, word joiner, byte-order mark; soft hyphen; fillers; selectors of
# variants; controls of shorthand, music and hieroglyphs; tags; what is no character at all).
# ZWJ, ZWNJ, LRM, RLM and ALM are part of ordinary Arabic writing and stay.
HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U00013430-\U00013442\U00016fe4"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff\ufdd0-\ufdef"
) + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
INVISIBLE = re.compile(f"[{HIDDEN}]")
# What is neither hidden nor a mark: the letters and signs of the three languages. The currency
# signs are all here, since new ones come that an older Python does not know.
ORDINARY = (
    "\t\n -~\xa0-\xac\xae-\u02ff\u0606-\u060f\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u06e5\u06e6"
    "\u06ee-\u06ff\u0750-\u077f\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u20a0-\u20cf"
    "\u2100-\u218b\u2190-\u27ff"
)
# One of these is in every text that deceives, and in few others.
SUSPECT = re.compile(f"[^{ORDINARY}]")
SUSPECTS = re.compile(f"[^{ORDINARY}][^{ORDINARY}]{{5,}}")
MAX_STACKED = 5
"""Marks on one letter; no language of ours stacks more than three."""

DIRECTION = "\u200e\u200f\u061c"
JOINERS = "\u200c\u200d"
ARABIC = "\u0600-\u060b\u060d-\u061a\u0620-\u065f\u066e-\u06ff\u0750-\u077f\u08a0-\u08ff"
SYMBOL = "\xa9\xae\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# Telephones write these behind a sign that is a picture, and between the parts of one picture.
PICTURE = re.compile(
    f"(?<=[{SYMBOL}])\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?<=[{SYMBOL}\ufe0f])\u200d(?=[{SYMBOL}])"
)
# Control, private use (every font draws it as it likes), surrogates, not assigned, format.
REFUSED = frozenset(("Cc", "Co", "Cs", "Cn", "Cf"))
# Those of category Cf that are seen (Arabic signs of number, year and verse) or rule Arabic writing.
SEEN_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2" + DIRECTION + JOINERS)
# A joiner where no letter joins hides inside a Latin word; so does a mark of direction.
# (The sign comes first and what stands before it after, which is many times quicker to find.)
LATIN = "0-9A-Za-z\xc0-\u024f"
MISPLACED_JOINER = re.compile(f"[{JOINERS}](?<![{ARABIC}].)")
MISPLACED_MARK = re.compile(f"[{DIRECTION}](?<=[{LATIN}].)[{DIRECTION}]*+(?=[{LATIN}])")
FAR = re.compile(f"[{DIRECTION}](?<![{ARABIC}].)(?![{ARABIC}])")
LONE = re.compile("(?<![rd])d++(?!r)")
KINDS = {"R": "r", "AL": "r", "AN": "r", "L": "l"}
UNSEEN = "control, direction-override or invisible characters"
"""Why a text that :func:`deceives` is refused."""


def clean(text: str) -> str:
    """*text* without the characters that control, reorder or hide; see :data:`INVISIBLE`."""
    return INVISIBLE.sub("", text)


def deceives(text: str) -> bool:
    """Whether *text* holds anything that controls, reorders, hides or disguises text."""
    if not SUSPECT.search(text):  # as with most texts
        return False
    text = PICTURE.sub("", text) if "\ufe0f" in text or "\u200d" in text else text
    signs = set(SUSPECT.findall(text))
    return (
        any(map(_is_refused, signs))
        or (not signs.isdisjoint(JOINERS) and bool(MISPLACED_JOINER.search(text)))
        or (not signs.isdisjoint(DIRECTION) and _turns(text))
        or (any(map(_is_mark, signs)) and any(_stacks(run[0]) for run in SUSPECTS.finditer(text)))
    )


def shows(text: str) -> bool:
    """Whether a reader of *text* sees anything: a letter, a digit or another sign with ink."""
    return any(category(sign)[0] in "LNPS" for sign in text)


def _is_refused(sign: str) -> bool:
    if INVISIBLE.match(sign):
        return True
    # Pictures are added every year: one that this Python does not know yet is no disguise.
    return category(sign) in REFUSED and sign not in SEEN_FORMAT and not "\U0001f000" <= sign <= "\U0001faff"


def _is_mark(sign: str) -> bool:
    return category(sign) in ("Mn", "Me")


def _stacks(run: str) -> bool:
    """Whether more marks stand on one letter of *run* than any language stacks.

    Signs without a width do not end a stack, since nobody sees them.
    """
    height = 0
    for sign in run:
        if _is_mark(sign):
            height += 1
            if height > MAX_STACKED:
                return True
        elif sign not in SEEN_FORMAT:
            height = 0
    return False


def _turns(text: str) -> bool:
    """Whether a mark of direction stands where it only hides, or turns numbers round.

    It belongs beside right-to-left text, or anywhere in a text that is written from right
    to left.
    """
    if MISPLACED_MARK.search(text):
        return True
    if not FAR.search(text):
        return False
    kinds = "".join(["d" if sign in DIRECTION else KINDS.get(bidirectional(sign), "") for sign in text])
    is_arabic = "r" in kinds and kinds.count("r") * 2 >= kinds.count("l")
    return not is_arabic and bool(LONE.search(kinds))


def printable(text: str) -> str:
    """*text* on one line for a terminal or a log, where it can neither command nor deceive."""
    return INVISIBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", re.sub(r"[\t\n]+", " ", text))
