"""The signs that stand behind a backslash in the text of a catalog."""

from __future__ import annotations

import re

ESCAPE = re.compile(r'\\([\\"ntr])|((?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{2}))+)')
"""A sign by its letter, or signs by the numbers of their bytes, as ``msgcat --escape`` writes them."""
SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|([0-7]{1,3}))")


def unescape(text: str, *, strict: bool = False) -> str:
    """The text that the inside of a pair of quotation marks stands for.

    Numbers of bytes that are no text, or that control, stay as they stand; in a comment they may.

    :raises ValueError: where it holds such numbers and is read *strict*.
    """
    return ESCAPE.sub(_sign if strict else _sign_or_number, text) if "\\" in text else text


def _sign_or_number(found: re.Match[str]) -> str:
    try:
        return _sign(found)
    except ValueError:
        return found[0]


def _sign(found: re.Match[str]) -> str:
    if not found[2]:
        return SIGNS.get(found[1], found[1])
    numbers = (int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in BYTE.findall(found[2]))
    text = bytes(numbers).decode("utf-8")
    if any(sign < " " or "\x7f" <= sign <= "\x9f" for sign in text):
        raise ValueError("a control character")
    return text
