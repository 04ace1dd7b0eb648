"""What the checks look at, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Literal

from bayan.interface import PLACEHOLDER, TAG
from bayan.prose import plain

Kind = Literal["release", "page", "interface"]
DIRECTION_MARKS = re.compile("[\u200c-\u200f\u061c]")
SPACES = re.compile("[\u00a0\u2002-\u200a\u202f]")
# Digits of all shapes, the Arabic signs around them, and hyphens and minus signs.
SIGNS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬‐‑−", "01234567890123456789%.,---")


@dataclass(frozen=True)
class Finding:
    """One fault: ``error`` or ``warning``, the check that saw it, and what to do about it."""

    severity: Literal["error", "warning"]
    check: str
    message: str


def error(check: str, message: str) -> Finding:
    """A finding that must be mended."""
    return Finding("error", check, message)


def warning(check: str, message: str) -> Finding:
    """A finding that somebody should look at."""
    return Finding("warning", check, message)


@dataclass(frozen=True)
class Pair:
    """A message and its translation, both as Markdown, with their ISO 639-1 codes.

    A ``release`` may link to the web, a ``page`` of the site may hold its msgid's roles
    too, and strings of the ``interface`` are no Markdown at all. ``plural`` says that the
    translation is one form of several.
    """

    source: str
    target: str
    msgid: str
    msgstr: str
    kind: Kind = "release"
    plural: bool = False

    @cached_property
    def source_text(self) -> str:
        """What a reader sees of the source."""
        return _unmarked(self.msgid) if self.kind == "interface" else plain(self.msgid)

    @cached_property
    def target_text(self) -> str:
        """What a reader sees of the translation."""
        return _unmarked(self.msgstr) if self.kind == "interface" else plain(self.msgstr)

    @cached_property
    def source_facts(self) -> str:
        """The source with Western digits and plain spaces, for the checks of facts."""
        return normalized(self.source_text)

    @cached_property
    def target_facts(self) -> str:
        """The translation with Western digits and plain spaces, for the checks of facts."""
        return normalized(self.target_text)


def _unmarked(text: str) -> str:
    """What a reader sees of an interface string; a placeholder counts as a word."""
    return unescape(PLACEHOLDER.sub("…", TAG.sub(lambda tag: "" if tag[0][0] == "<" else tag[0], text)))


def normalized(text: str) -> str:
    """*text* with Western digits, plain spaces and hyphens, without marks of direction."""
    return SPACES.sub(" ", DIRECTION_MARKS.sub("", text)).translate(SIGNS)
