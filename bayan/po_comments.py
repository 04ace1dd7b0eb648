"""The comments of an entry: what the template says of it, where it stands, its flags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bayan.po_text import Entry
from bayan.unseen import printable

FALSE_FLAGS = ("python-format", "python-brace-format")
GENUINE = re.compile(r"%\(\w+\)[a-z]|%[sd]\b|\{\w*\}")
"""What makes a message one that is filled in by Python; "50 % des" does not."""
ORIGIN = "same sentence as in "
"""How the comment begins that says where a suggested translation was taken from."""
PLACE = re.compile(r"^(?:\.\./)*(.*?)(?::\d+)?$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation of the same sentence in another catalog, which is called *origin*."""

    strings: tuple[str, ...]
    origin: str


def comments_for(
    remarks: Sequence[str],
    wanted: Entry,
    *,
    old: Entry | None = None,
    previous: Iterable[str] = (),
    fuzzy: bool = False,
    suggestion: Suggestion | None = None,
) -> list[str]:
    """All comments of an entry, in the order that gettext writes them in."""
    fuzzy = fuzzy or suggestion is not None
    notes = [f"#. {note}" for note in _notes(wanted)]
    places = [f"#: {place}" for place in wanted.comments(":")]
    flags = flags_for(old or wanted, wanted, fuzzy=fuzzy)
    if old is not None:
        if not notes or same_notes(old, wanted):
            notes = [line for line in old.lines if line.startswith("#.") and not _is_origin(line[2:])]
        if same_places(old, wanted):
            places = [line for line in old.lines if line.startswith("#:")]
        if "fuzzy" in flags and not suggestion:
            notes += [line for line in old.lines if line.startswith("#.") and _is_origin(line[2:])]
    if suggestion:
        notes.append(f"#. {ORIGIN}{printable(suggestion.origin)}")  # a file's name may hold line ends
    return [*remarks, *notes, *places, *([f"#, {', '.join(flags)}"] if flags else []), *previous]


def _notes(entry: Entry) -> list[str]:
    """What the template says about a message, without where a suggestion came from."""
    return [note for note in entry.comments(".") if not _is_origin(note)]


def _is_origin(note: str) -> bool:
    return note.strip().startswith(ORIGIN)


def same_notes(old: Entry, wanted: Entry) -> bool:
    """Whether the template says nothing new; tools may have wrapped it otherwise."""
    notes = _notes(wanted)
    return not notes or " ".join(notes).split() == " ".join(_notes(old)).split()


def same_places(old: Entry, wanted: Entry) -> bool:
    """Whether both stand in the same files; line numbers would change with every edit."""
    places = _files(wanted)
    return not places or places == _files(old)


def _files(entry: Entry) -> set[str]:
    return {PLACE.sub(r"\1", place) for line in entry.comments(":") for place in line.split()}


def flags_for(old: Entry, wanted: Entry, *, fuzzy: bool = False) -> list[str]:
    """The flags of *old* and the template's, without those that are guessed wrongly on prose."""
    genuine = {flag for flag in wanted.flags if flag in FALSE_FLAGS and GENUINE.search(wanted.msgid)}
    kept = [flag for flag in old.flags if flag not in FALSE_FLAGS and not (flag == "fuzzy" and old is wanted)]
    flags = [*kept, *sorted(genuine)]
    return ["fuzzy", *flags] if fuzzy and "fuzzy" not in flags else flags
