"""Structure: what the build refuses, and what other tools than ours would trip over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.token import Token

from bayan.checks.pair import Finding, Pair, error
from bayan.interface import refuse_string
from bayan.prose import ProseError, key, message_reader, read_message

# What MyST reads as the start of a block. Our parser takes every message for one paragraph,
# but stock Sphinx leaves such a message untranslated without a word.
BLOCK = re.compile(
    r"(?:#{1,6}|[-+*]|\d{1,9}[.)])(?=\s|$)|>|```|~~~|:::|%|\+\+\+|(?:[-*_] ?){3,}$|\([\w.-]+\)=\s*$", re.ASCII
)


def structure(pair: Pair) -> Iterator[Finding]:
    """Everything that keeps *pair* from being one paragraph of prose with the links of its source."""
    if pair.kind == "interface":
        reason = refuse_string(pair.msgid, pair.msgstr, plural=pair.plural)
        if reason:
            yield error("structure", f"the site would not show it: {reason}; mend the translation")
        return
    given = Counter(found for token in inline(pair.msgid) if (found := key(token)))
    try:
        tokens = read_message(pair.msgstr, frozenset(given) if pair.kind == "page" else ())
    except ProseError as reason:
        yield error("structure", f"the site would not show it: {reason}; write plain text")
        return
    yield from _links(given, Counter(found for token in tokens if (found := key(token))))
    yield from _shape(pair)
    yield from _code(pair.msgid, tokens)


def inline(text: str) -> list[Token]:
    """The inline tokens of *text*; none where it cannot be read."""
    try:
        return message_reader().parseInline(text)[0].children or []
    except (ValueError, RecursionError):
        return []


def _links(given: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> Iterator[Finding]:
    for (name, content), what in (
        *((one, "is missing") for one in given - found),
        *((one, "is not in the source") for one in found - given),
    ):
        link = f"the link to {content}" if name == "link" else f"{{{name}}}`{content}`"
        yield error("links", f"{link} {what}; keep the links of the source as they are")


def _shape(pair: Pair) -> Iterator[Finding]:
    marker = BLOCK.match(pair.msgstr.lstrip())
    if marker and not BLOCK.match(pair.msgid.lstrip()):
        sign = marker[0].strip()
        mended = f"{sign[:-1]}\\{sign[-1]}"
        yield error(
            "structure", f"it begins with {sign!r} like a list or heading; write {mended} or reword it"
        )
    if pair.msgstr[-1:].isspace() and not pair.msgid[-1:].isspace():
        yield error("structure", "it ends with a space or a line break; take that out")


def _code(msgid: str, tokens: list[Token]) -> Iterator[Finding]:
    """Text in backquotes is typed as it stands, by readers of every language."""
    codes = Counter(token.content for token in inline(msgid) if token.type == "code_inline")
    found = Counter(token.content for token in tokens if token.type == "code_inline")
    for code in codes - found:
        yield error("structure", f"`{code}` is missing; text in backquotes is not translated")
    for code in found - codes:
        yield error("structure", f"`{code}` is not in the source; take out its backquotes")
