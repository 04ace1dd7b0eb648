"""The text of a catalog, entry by entry, with every line kept as it stands.

Libraries that read catalogs write them anew in their own wrapping, and drop what they do
not know. Here an entry is its very lines, so that an update can leave every entry that it
does not change exactly as Poedit, Weblate or a plain editor saved it.
"""

from __future__ import annotations

from dataclasses import dataclass

OWN_KINDS = ".:,|~="
"""The signs after ``#`` of the comments that programs write; all others are translators'."""
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the lines that it is written in, and what they say.

    ``before`` are the blank lines in front of it; ``line`` is the line of its ``msgid`` (or
    ``msgctxt``); ``strings`` holds one translation, or one for each plural form.
    """

    before: str
    lines: tuple[str, ...]
    line: int
    context: str | None
    msgid: str
    plural: str | None
    strings: tuple[str, ...]
    obsolete: bool

    @property
    def key(self) -> Key:
        """What no two entries of a catalog share."""
        return self.context, self.msgid

    @property
    def is_header(self) -> bool:
        """Whether this entry holds the catalog's header."""
        return not self.msgid and self.context is None and not self.obsolete

    @property
    def translated(self) -> bool:
        """Whether it holds a translation, finished or not."""
        return any(self.strings)

    @property
    def fuzzy(self) -> bool:
        """Whether its translation waits for a translator's word."""
        return "fuzzy" in self.flags

    @property
    def flags(self) -> list[str]:
        """Its flags in their order."""
        found = (flag.strip() for line in self.comments(",") for flag in line.split(","))
        return [flag for flag in found if flag]

    def comments(self, kind: str) -> list[str]:
        """Its comments of one *kind*: ``.`` by the template, ``:`` places, ``,`` flags, ``|`` before."""
        lines = (line.lstrip() for line in self.lines)
        return [line[2:].strip() for line in lines if line.startswith("#" + kind)]

    @property
    def remarks(self) -> list[str]:
        """The lines of the translators' own comments; those that gettext put behind ``#~`` as well."""
        lines = (line.lstrip() for line in self.lines)
        lines = (line[2:].lstrip() if line[:2] == "#~" else line for line in lines)
        return [line for line in lines if line[:1] == "#" and (line[1:2] or " ") not in OWN_KINDS]

    @property
    def text(self) -> str:
        """The blank lines in front of it, and its lines."""
        return self.before + "\n".join(self.lines) + "\n"
