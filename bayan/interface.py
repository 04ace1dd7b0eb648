"""Interface strings: the rules for the translations of templates and labels.

These go into templates as they are, so a translation may bring no markup and no
placeholder that its msgid does not have.
"""

from __future__ import annotations

import re
from collections import Counter

from bayan.unseen import UNSEEN, deceives, shows

MAX_LENGTH = 1_000
"""Characters in one string of the interface; the longest has about 200."""
TAG = re.compile(r"<[^<>]*>|&#?\w+;")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}")

THEME_STRINGS = (
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
    "Toggle Light / Dark / Auto color theme",
    "Contents",
    "Menu",
    "Expand",
    "Light mode",
    "Dark mode",
    "Auto light/dark, in light mode",
    "Auto light/dark, in dark mode",
    "Link to this heading",
    "Bayan",
)
"""What no template marks for translation: text that Furo hard-codes (see
``extensions.rtl``), Sphinx's label of permalinks, and the site's name."""


def refuse_string(msgid: str, msgstr: str, *, plural: bool = False) -> str:
    """Why *msgstr* cannot stand for the interface string *msgid*; empty where it can.

    A form of a *plural* may leave the number out, as Arabic does for one and two.
    """
    if len(msgstr) > MAX_LENGTH:
        return f"more than {MAX_LENGTH:,} characters"
    if deceives(msgstr):
        return UNSEEN
    wanted, found = Counter(PLACEHOLDER.findall(msgid)), Counter(PLACEHOLDER.findall(msgstr))
    if found - wanted or (wanted - found and not plural):
        return "its placeholders are not those of the msgid"
    if Counter(TAG.findall(msgstr)) - Counter(TAG.findall(msgid)):
        return "markup that its msgid does not have"
    rest = TAG.sub("", msgstr)
    if not shows(rest):
        return "nothing that can be seen; write a translation or leave it empty"
    # Python fills in some strings by their braces, which can also ask for attributes and widths.
    if any(sign in rest for sign in '<>"&') or re.search("[%{}]", PLACEHOLDER.sub("", msgstr)):
        return 'one of the signs < > " & % { }, which a template could misread'
    return ""
