"""Prose: the small part of Markdown that release pages and translations may use.

Text from outside is data, never instructions: paragraphs, headings, lists, quotations,
emphasis and plain links, and nothing that runs, includes, embeds or raises an error.
Three sides lean on this module: the importer escapes with it, the site reads
release pages and translations by it, and the checks refuse by it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.myst_role import myst_role_plugin

from bayan.link_rules import refuse_address
from bayan.shown_addresses import shows_another_address
from bayan.unseen import UNSEEN, clean, deceives, shows

MAX_LENGTH = 10_000
"""Characters in one message; the longest paragraph of a real release has about 2,000."""
MAX_NESTING = 20
MAX_MARKS = 400
"""Characters with a meaning in Markdown in one message: what makes parsing slow is many of them."""

# Rules of CommonMark that prose does not need. Reference definitions would let one
# block change another's links.
BLOCK_RULES_OFF = ("code", "fence", "html_block", "hr", "reference", "lheading")
INLINE = {
    "text", "text_special", "softbreak", "code_inline", "em_open", "em_close",
    "strong_open", "strong_close", "link_open", "link_close",
}  # fmt: skip
REFUSED = {
    "html_inline": r"HTML; write \< for the sign itself",
    "image": "an image",
    "myst_role": "a role",
    "hardbreak": "a hard line break",
}

NOTHING = "nothing that can be seen; write a translation or leave it empty"
ORDINARY = re.compile("[A-Za-z0-9\u0621-\u064a]")
"""Seen without doubt, and in nearly all texts."""
MARKS = re.compile(r"[\\`*_\[\]<]|&(?=#?[A-Za-z0-9]{1,32};)|\{(?=[A-Za-z0-9_\-+:])")
BLOCK_MARKER = re.compile(r"[#>+\-=~:%|]|\((?=.*\)=\s*$)|\d{1,9}[.)]", re.ASCII)


class ProseError(ValueError):
    """A text is not prose; the message says what is in it that may not be."""


def escape(text: str) -> str:
    """Markdown for one paragraph that reads exactly as *text* (one line, plain)."""
    text = MARKS.sub(r"\\\g<0>", clean(" ".join(text.splitlines())).strip())
    marker = BLOCK_MARKER.match(text)
    if marker:  # a list, heading, quotation, comment or target would begin here
        at = marker.end() - 1
        text = f"{text[:at]}\\{text[at:]}"
    return text


def escape_heading(text: str) -> str:
    """Markdown for the text of a ``#`` heading, which would drop closing number signs."""
    return re.sub(r"(?<=\s)#(?=#*$)", r"\\#", escape(text))


@lru_cache(maxsize=1)
def message_reader() -> MarkdownIt:
    """The parser that shows all that a message could be read as, so it can be refused."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).use(myst_role_plugin)
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # links are judged below
    return reader


def read_message(text: str, allow: Container[tuple[str, str]] = ()) -> list[Token]:
    """The inline tokens of one translated message.

    :param allow: links ``("link", address)`` and roles ``(name, content)`` that may stand in
        it besides links to the web; see :func:`key`.
    :raises ProseError: where anything in it is not prose; the whole message is refused then.
    """
    reason = _shape(text)
    if reason:
        raise ProseError(reason)
    if "\n" not in text and not MARKS.search(text):
        if not (ORDINARY.search(text) or shows(text)):
            raise ProseError(NOTHING)
        return [Token("text", "", 0, content=text)]  # as the parser would say, for most messages
    try:
        (root,) = message_reader().parseInline(text)
    except (ValueError, RecursionError) as error:
        raise ProseError("links or marks that cannot be read") from error
    tokens = root.children or []
    seen = visible(tokens)
    if deceives(seen):  # an entity may stand for any character
        raise ProseError(UNSEEN)
    if not shows(seen):
        raise ProseError(NOTHING)
    for at, token in enumerate(tokens):
        if key(token) not in allow:
            _judge(token)
        if token.type == "link_open":
            _judge_text(tokens, at)
    return tokens


def key(token: Token) -> tuple[str, str] | None:
    """What makes two links or roles the same one; None for any other token."""
    if token.type == "link_open":
        return "link", str(token.attrs.get("href", ""))
    return (str(token.meta["name"]), token.content) if token.type == "myst_role" else None


def plain(text: str) -> str:
    """What a reader sees of the Markdown *text*, without its marks."""
    return visible(message_reader().parseInline(text)[0].children or ())


def visible(tokens: Iterable[Token]) -> str:
    """The text that *tokens* show."""
    return "".join(" " if token.type == "softbreak" else token.content for token in tokens)


def _shape(text: str) -> str:
    """Why *text* is refused before it is parsed; empty where it is not."""
    if len(text) > MAX_LENGTH:
        return f"more than {MAX_LENGTH:,} characters"
    if deceives(text):
        return UNSEEN
    if re.search(r"\n\s*\n", text.strip()):
        return "a blank line; one message is one paragraph"
    if len(MARKS.findall(text)) > MAX_MARKS:
        return f"more than {MAX_MARKS} signs with a meaning in Markdown"
    return ""


def _judge(token: Token) -> None:
    """Refuse *token* where it is not prose."""
    if token.type not in INLINE:
        raise ProseError(REFUSED.get(token.type, token.type.replace("_", " ")))
    if token.level >= MAX_NESTING:
        raise ProseError(f"marks nested deeper than {MAX_NESTING}")
    reason = refuse_address(_address(token)) if token.type == "link_open" else ""
    if reason:
        raise ProseError(reason)


def _judge_text(tokens: list[Token], at: int) -> None:
    """Refuse the link that opens *at* that place among *tokens* where it is not what it shows."""
    address, text = _address(tokens[at]), _within(tokens[at + 1 :])
    if not shows(text):
        raise ProseError("a link without a text that can be seen")
    if refuse_address(address):
        return  # allowed all the same: a page of the site, which may be called what it likes
    after = visible(tokens[at:])[len(text) :]
    if shows_another_address(address, text, visible(tokens[:at]), after):
        raise ProseError(f"a link to {address[:40]!r} that shows another address")


def _address(link: Token) -> str:
    return str(link.attrs.get("href", ""))


def _within(after: list[Token]) -> str:
    """The text of the link whose opening the tokens *after* follow."""
    end = next(at for at, one in enumerate(after) if one.type == "link_close")
    return visible(after[:end])
