"""Finding the telephone numbers and e-mail addresses of known contacts in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
# A number as printed: it may start with + or 00 or end with + (in Arabic text), and hold
# spaces, dots, hyphens, slashes and brackets. None is longer than 40 signs or so; without that limit
# a long run of brackets would be searched from each of them to its end.
PHONE = re.compile(r"\+?[\s\u200e\u200f\u202a-\u202c]?[(\d][\d\s().\-/\u2010-\u2015]{5,40}\d(?:\s?\+)?")
# Most paragraphs have neither, and need not be searched: it begins as every number does.
NUMBER = re.compile(r"[(\d][\d\s().\-/\u2010-\u2015]{5,40}\d")


def digits_of(printed: str) -> str:
    """The digits of a number as printed, in Western digits, without ``00`` and ``(0)``."""
    digits = "".join(str(unicodedata.digit(sign)) for sign in printed.replace("(0)", "") if sign.isdecimal())
    return digits.removeprefix("00")


def find_links(text: str, phones: Collection[str], emails: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where *text* names one of *phones* (E.164) or *emails*: start, end and address of the link.

    Only known contacts are linked, so a law's number or a hotline never becomes a telephone.
    A number written without its country's code is found by its last digits.
    """
    if "@" not in text and not NUMBER.search(text):
        return iter(())
    known = {phone.lstrip("+"): phone for phone in phones}
    wanted = {email.lower() for email in emails}
    found = [
        (match.start(), match.end(), f"mailto:{match[0]}")
        for match in EMAIL.finditer(text)
        if match[0].lower() in wanted
    ]
    for match in PHONE.finditer(text):
        digits = digits_of(match[0])
        phone = known.get(digits) or next(
            (
                whole
                for number, whole in known.items()
                if len(digits) >= 7 and number.endswith(digits.lstrip("0"))
            ),
            None,
        )
        if phone:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append((start, match.end(), f"tel:{phone}"))
    return iter(sorted(found))
