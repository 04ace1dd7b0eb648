"""The addresses that a text from outside may link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

MAX_ADDRESS = 2_000
ANCHOR = re.compile(r"#[\w\-]+")
# Letters of other scripts in a host look like those of another; browsers write them xn--….
HOST = re.compile(r"(?!(?:.*\.)?xn--)[a-z0-9.\-]+(?::\d{1,5})?", re.ASCII | re.I)
# One address and no fields, which could fill in a whole message; a number and no code, which
# a telephone would obey.
MAIL = re.compile(r"mailto:[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.ASCII)
TELEPHONE = re.compile(r"tel:\+?[\d().\-]{3,24}", re.ASCII)
HIDDEN = re.compile(r"[\s\x00-\x1f\x7f\\]|%(?:0|1|7f)", re.I)


def refuse_address(address: str) -> str:
    """Why a link to *address* is refused; empty where it is allowed."""
    if len(address) > MAX_ADDRESS:
        return f"an address of more than {MAX_ADDRESS:,} characters"
    if ANCHOR.fullmatch(address) or (_is_known(address) and not HIDDEN.search(address)):
        return ""
    return f"a link to {address[:40]!r}; only http(s), mailto, tel and #anchor are allowed"


def _is_known(address: str) -> bool:
    if MAIL.fullmatch(address) or TELEPHONE.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(HOST.fullmatch(parts.netloc))
