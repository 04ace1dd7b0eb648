"""Writing templates: what is to be translated, with all that is known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from babel.messages.pofile import escape, normalize

WIDTH = 76
HEADER = {
    "Project-Id-Version": "Bayan",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
"""Without the moment of extraction, which would make every run a change."""


@dataclass
class Wanted:
    """One message to be translated: the files it stands in, notes for translators, flags."""

    msgid: str
    plural: str | None = None
    places: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    def note(self, place: str, notes: Iterable[str]) -> None:
        """Add one more place of the message, and what is to be said of it."""
        self.places += [place] if place and place not in self.places else []
        self.notes += [note for note in notes if note not in self.notes]


def template_text(messages: Iterable[Wanted], fields: Mapping[str, str]) -> str:
    """The text of a template of *messages*, with *fields* in its header."""
    head = ['msgid ""', 'msgstr ""']
    head += [f'"{name}: {escape(value)[1:-1]}\\n"' for name, value in {**HEADER, **fields}.items()]
    return "\n".join(f"{line}\n" for line in ("\n".join(head), *(_entry(message) for message in messages)))


def wrapped(keyword: str, text: str) -> Sequence[str]:
    """The lines of one field of an entry."""
    return f"{keyword} {normalize(text, width=WIDTH)}".split("\n")


def _entry(message: Wanted) -> str:
    return "\n".join(_lines(message))


def _lines(message: Wanted) -> Iterator[str]:
    yield from (f"#. {note}" for note in message.notes)
    yield from (f"#: {place}" for place in message.places)
    if message.flags:
        yield f"#, {', '.join(message.flags)}"
    yield from wrapped("msgid", message.msgid)
    if message.plural is None:
        yield 'msgstr ""'
    else:
        yield from (*wrapped("msgid_plural", message.plural), 'msgstr[0] ""', 'msgstr[1] ""')
