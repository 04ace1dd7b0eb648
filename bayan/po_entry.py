"""The entries of an updated catalog: each made from the old one, changed in as few lines as can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bayan.po_template import wrapped
from bayan.po_text import Entry

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


def new_entry(wanted: Entry, forms: int, suggestion: Suggestion | None = None) -> Entry:
    """An entry for a message of the template; with *forms* plural forms where it has a plural."""
    empty = ("",) * forms if wanted.plural is not None else ("",)
    strings = suggestion.strings if suggestion else empty
    return _made(
        _comments((), wanted, suggestion=suggestion),
        [*_identifying_lines(wanted), *_string_lines(strings, wanted.plural is not None)],
        wanted,
        strings,
    )


def suggested(old: Entry, wanted: Entry, suggestion: Suggestion) -> Entry:
    """The untranslated entry *old* with a translation from elsewhere, for a translator to confirm."""
    comments = _comments(old.remarks, wanted, old=old, suggestion=suggestion)
    body = [*_parts(old)[1], *_string_lines(suggestion.strings, plural=False)]
    return replace(_made(comments, body, wanted, suggestion.strings), before=old.before)


def refreshed(old: Entry, wanted: Entry) -> Entry:
    """*old* with what the template says about it now; the very same where that is what it says."""
    if old.plural != wanted.plural:
        return changed(old, wanted)
    if _same_notes(old, wanted) and _same_places(old, wanted) and set(old.flags) == set(_flags(old, wanted)):
        return old
    comments = _comments(old.remarks, wanted, old=old, previous=_previous(old))
    return replace(old, lines=(*comments, *_parts(old)[1], *_parts(old)[2]))


def changed(old: Entry, wanted: Entry) -> Entry:
    """The entry of a changed message: the old translation, fuzzy, and the msgid it was made for.

    Both have a plural, or neither.
    """
    _, before, strings = _parts(old)
    previous = [f"#| {line}" for line in before] if old.translated else []
    if old.translated and old.fuzzy:
        previous = _previous(old) or previous
    note = _comments(old.remarks, wanted, old=old, fuzzy=old.translated, previous=previous)
    made = _made(note, [*_identifying_lines(wanted), *strings], wanted, old.strings)
    return replace(made, before=old.before)


def with_notes(wanted: Entry, notes: Sequence[str]) -> Entry:
    """An entry of the template with *notes* in the place of its own."""
    if list(notes) == wanted.comments("."):
        return wanted
    others = [line for line in wanted.lines if not line.startswith("#.")]
    return replace(wanted, lines=(*(f"#. {note}" for note in notes), *others))


def obsolete(old: Entry) -> Entry:
    """The entry of a message that is no longer on the page: kept for the day it comes back."""
    if old.obsolete:
        return old
    comments, identifying, strings = _parts(old)
    kept = [line for line in comments if line[:2] not in ("#.", "#:", "#|")]
    previous = [f"#~{line[1:]}" for line in comments if line.startswith("#|")]
    body = [f"#~ {line}" for line in (*identifying, *strings)]
    return replace(old, before="\n", lines=(*kept, *previous, *body), obsolete=True)


def set_apart(old: Entry) -> Entry:
    """The obsolete entry of a message that got or lost its plural.

    The message itself is still there, and no catalog may hold it twice, so a context parts them.
    """
    entry = obsolete(old)
    begin = next(at for at, line in enumerate(entry.lines) if line.startswith("#~ msgid"))
    kept = [line for line in entry.lines[:begin] if not line.startswith("#~ msgctxt")]
    context = f"{old.context or ''} when it had {'a' if old.plural is not None else 'no'} plural".strip()
    lines = (*kept, *(f"#~ {line}" for line in wrapped("msgctxt", context)), *entry.lines[begin:])
    return replace(entry, lines=lines, context=context)


def revived(old: Entry, wanted: Entry) -> Entry:
    """The obsolete entry *old*, whose message is on the page again."""
    lines = (re.sub(r"^#~\s*", "", re.sub(r"^#~\|", "#|", line)) for line in old.lines)
    return refreshed(replace(old, before="\n", lines=tuple(lines), obsolete=False), wanted)


def _made(comments: Iterable[str], body: Iterable[str], wanted: Entry, strings: tuple[str, ...]) -> Entry:
    lines = (*comments, *body)
    return Entry("\n", lines, 0, wanted.context, wanted.msgid, wanted.plural, strings, obsolete=False)


def _parts(entry: Entry) -> tuple[list[str], list[str], list[str]]:
    """The lines of an entry's comments, of what identifies it, and of its translation."""
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    at = 0
    for line in entry.lines:
        content = line.strip()
        if content.startswith("#"):
            parts[0].append(line)
        elif content:
            at = 2 if content.startswith("msgstr") else at or 1
            parts[at].append(line)
    return parts


def _previous(entry: Entry) -> list[str]:
    return [line for line in entry.lines if line.startswith("#|")]


def _comments(
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
    flags = _flags(old or wanted, wanted, fuzzy=fuzzy)
    if old is not None:
        if not notes or _same_notes(old, wanted):
            notes = [line for line in old.lines if line.startswith("#.") and not _is_origin(line[2:])]
        if _same_places(old, wanted):
            places = [line for line in old.lines if line.startswith("#:")]
        if "fuzzy" in flags and not suggestion:
            notes += [line for line in old.lines if line.startswith("#.") and _is_origin(line[2:])]
    if suggestion:
        notes.append(f"#. {ORIGIN}{suggestion.origin}")
    return [*remarks, *notes, *places, *([f"#, {', '.join(flags)}"] if flags else []), *previous]


def _notes(entry: Entry) -> list[str]:
    """What the template says about a message, without where a suggestion came from."""
    return [note for note in entry.comments(".") if not _is_origin(note)]


def _is_origin(note: str) -> bool:
    return note.strip().startswith(ORIGIN)


def _same_notes(old: Entry, wanted: Entry) -> bool:
    """Whether the template says nothing new; tools may have wrapped it otherwise."""
    notes = _notes(wanted)
    return not notes or " ".join(notes).split() == " ".join(_notes(old)).split()


def _same_places(old: Entry, wanted: Entry) -> bool:
    """Whether both stand in the same files; line numbers would change with every edit."""
    places = _files(wanted)
    return not places or places == _files(old)


def _files(entry: Entry) -> set[str]:
    return {PLACE.sub(r"\1", place) for line in entry.comments(":") for place in line.split()}


def _flags(old: Entry, wanted: Entry, *, fuzzy: bool = False) -> list[str]:
    """The flags of *old* and the template's, without those that are guessed wrongly on prose."""
    genuine = {flag for flag in wanted.flags if flag in FALSE_FLAGS and GENUINE.search(wanted.msgid)}
    kept = [flag for flag in old.flags if flag not in FALSE_FLAGS and not (flag == "fuzzy" and old is wanted)]
    flags = [*kept, *sorted(genuine)]
    return ["fuzzy", *flags] if fuzzy and "fuzzy" not in flags else flags


def _identifying_lines(entry: Entry) -> list[str]:
    fields = (("msgctxt", entry.context), ("msgid", entry.msgid), ("msgid_plural", entry.plural))
    return [line for name, text in fields if text is not None for line in wrapped(name, text)]


def _string_lines(strings: Sequence[str], plural: bool) -> Iterable[str]:
    for number, text in enumerate(strings):
        yield from wrapped(f"msgstr[{number}]" if plural else "msgstr", text)
