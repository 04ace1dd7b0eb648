"""Reading the text of a catalog: strictly, with the line of whatever is wrong in it."""

from __future__ import annotations

import re

from bayan.po_escape import unescape
from bayan.po_text import Entry, Key

STRING = re.compile(r'\s*"([^"\\]*(?:\\.[^"\\]*)*)"\s*')
KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)(?=[\s"])')
COMMENT = re.compile(r"#(?!~)|#~(?:\||\s*(?:#|$))")
"""A comment; gettext's tools put those of an obsolete entry behind its mark, or leave the mark alone."""
MAY_FOLLOW = {
    "msgctxt": ("",),
    "msgid": ("", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[0]": ("msgid_plural",),
    **{f"msgstr[{number}]": (f"msgstr[{number - 1}]",) for number in range(1, 10)},
}


class PoSyntaxError(ValueError):
    """A text is no catalog; ``line`` counts from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def read_entries(text: str) -> tuple[list[Entry], str]:
    """All entries of the catalog *text*, whose lines end in a line feed, and what follows the last.

    :raises PoSyntaxError: where it is no catalog, or holds a message twice.
    """
    entries, rest = _Reader().read(text)
    seen: dict[tuple[bool, Key], int] = {}
    for entry in entries:
        first = seen.setdefault((entry.obsolete, entry.key), entry.line)
        if first != entry.line and not entry.obsolete:
            raise PoSyntaxError(entry.line, f"the msgid of line {first} again; keep one of the two")
    return entries, rest


class _Reader:
    """Gathers lines until they make an entry."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._begin("")

    def _begin(self, before: str) -> None:
        self.before: list[str] = [before] if before else []  # joined once: there may be millions
        self.lines: list[str] = []
        self.fields: list[tuple[str, list[str]]] = []
        self.line = 0
        self.obsolete = self.complete = False

    def read(self, text: str) -> tuple[list[Entry], str]:
        """The entries of *text*, and what follows them."""
        lines = text.split("\n")
        for number, line in enumerate(lines[:-1] if text.endswith("\n") else lines, start=1):
            content = line.strip()
            if not content:
                self._take_blank(line)
            elif COMMENT.match(content):
                self._finish_if_complete()
                self.lines.append(line)
            else:
                self._take_string(number, content)
                self.lines.append(line)
        self._finish_if_complete()
        if self.fields:
            raise PoSyntaxError(self.line, "the entry breaks off; is the file cut short?")
        return self.entries, "".join(self.before) + "".join(f"{line}\n" for line in self.lines)

    def _take_blank(self, line: str) -> None:
        self._finish_if_complete()
        if self.lines:
            self.lines.append(line)
        else:
            self.before.append(f"{line}\n")

    def _take_string(self, number: int, content: str) -> None:
        """A keyword with its string, or one more line of a string."""
        obsolete = content.startswith("#~")
        rest = content[2:].lstrip() if obsolete else content
        keyword = KEYWORD.match(rest)
        if keyword:
            name = keyword[1]
            if name in ("msgctxt", "msgid"):
                self._finish_if_complete()
            if not self.fields:
                self.line, self.obsolete = number, obsolete
            self._check_order(number, name)
            self.fields.append((name, []))
            self.complete = self.complete or name.startswith("msgstr")
            rest = rest[keyword.end() :]
        elif rest[:1] != '"' or not self.fields:
            raise PoSyntaxError(number, f"neither a comment nor a message: {rest[:40]!r}")
        if obsolete != self.obsolete:
            raise PoSyntaxError(number, "an entry is marked with #~ in all of its lines, or in none")
        string = STRING.fullmatch(rest)
        if not string:
            raise PoSyntaxError(number, "a text must stand whole between two quotation marks")
        try:
            self.fields[-1][1].append(unescape(string[1], strict=True))
        except ValueError as error:
            raise PoSyntaxError(number, "numbers of bytes that are no text in UTF-8") from error

    def _check_order(self, number: int, name: str) -> None:
        before = self.fields[-1][0] if self.fields else ""
        if before not in MAY_FOLLOW[name]:
            raise PoSyntaxError(number, f"{name} does not follow {before or 'the beginning of an entry'}")

    def _finish_if_complete(self) -> None:
        """Close the entry, where its translation has been read."""
        if not self.complete:
            return
        texts = {name: "".join(parts) for name, parts in self.fields}
        if not texts["msgid"] and "msgctxt" in texts:
            raise PoSyntaxError(self.line, "an empty msgid is the header's, which has no msgctxt")
        if not texts["msgid"] and "msgid_plural" in texts and not self.obsolete:
            raise PoSyntaxError(self.line, "an empty msgid is the header's, which has no msgid_plural")
        self.entries.append(
            Entry(
                before="".join(self.before),
                lines=tuple(self.lines),
                line=self.line,
                context=texts.get("msgctxt"),
                msgid=texts["msgid"],
                plural=texts.get("msgid_plural"),
                strings=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
                obsolete=self.obsolete,
            )
        )
        self._begin("")
