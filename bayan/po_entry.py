"""The entries of an updated catalog: each made from the old one, changed in as few lines as can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bayan.po_comments import Suggestion, comments_for, flags_for, same_notes, same_places
from bayan.po_escape import unescape
from bayan.po_reader import STRING
from bayan.po_template import wrapped
from bayan.po_text import Entry

OBSOLETE = re.compile(r"^#~(?!\|)\s*")


def new_entry(wanted: Entry, forms: int, suggestion: Suggestion | None = None) -> Entry:
    """An entry for a message of the template; with *forms* plural forms where it has a plural."""
    empty = ("",) * forms if wanted.plural is not None else ("",)
    strings = suggestion.strings if suggestion else empty
    return _made(
        comments_for((), wanted, suggestion=suggestion),
        [*_identifying_lines(wanted), *_string_lines(strings, wanted.plural is not None)],
        wanted,
        strings,
    )


def suggested(old: Entry, wanted: Entry, suggestion: Suggestion) -> Entry:
    """The untranslated entry *old* with a translation from elsewhere, for a translator to confirm."""
    old = _tidy(old)
    comments = comments_for(old.remarks, wanted, old=old, suggestion=suggestion)
    body = [*_parts(old)[1], *_string_lines(suggestion.strings, plural=False)]
    return replace(_made(comments, body, wanted, suggestion.strings), before=old.before)


def refreshed(old: Entry, wanted: Entry) -> Entry:
    """*old* with what the template says about it now; the very same where that is what it says."""
    if old.plural != wanted.plural:
        return changed(old, wanted)
    if same_notes(old, wanted) and same_places(old, wanted) and set(old.flags) == set(flags_for(old, wanted)):
        return old
    old = _tidy(old)
    comments = comments_for(old.remarks, wanted, old=old, previous=_previous(old))
    return replace(old, lines=(*comments, *_parts(old)[1], *_parts(old)[2]))


def changed(old: Entry, wanted: Entry) -> Entry:
    """The entry of a changed message: the old translation, fuzzy, and the msgid it was made for.

    Both have a plural, or neither.
    """
    old = _tidy(old)
    _, before, strings = _parts(old)
    previous = [f"#| {line}" for line in before] if old.translated else []
    if old.translated and old.fuzzy:
        previous = _previous(old) or previous
    if _said(previous) == _said(_identifying_lines(wanted)):
        previous = []  # it is again what it was: still for a translator to confirm
    note = comments_for(old.remarks, wanted, old=old, fuzzy=old.translated, previous=previous)
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
    comments, identifying, strings = _parts(_tidy(old))
    kept = [line for line in comments if line[:2] not in ("#.", "#:", "#|")]
    previous = [f"#~{line[1:]}" for line in comments if line.startswith("#|")]
    body = [f"#~ {line}" for line in (*identifying, *strings)]
    return replace(old, before="\n", lines=(*kept, *previous, *body), obsolete=True)


def set_apart(old: Entry, context: str) -> Entry:
    """The obsolete entry of a message that is there in another entry too, such as one with a plural.

    No catalog may hold a message twice, so the *context* parts them.
    """
    entry = _tidy(obsolete(old))
    begin = next(at for at, line in enumerate(entry.lines) if line.startswith("#~ msgid"))
    kept = [line for line in entry.lines[:begin] if not line.startswith(("#~ msgctxt", '#~ "'))]
    lines = (*kept, *(f"#~ {line}" for line in wrapped("msgctxt", context)), *entry.lines[begin:])
    return replace(entry, lines=lines, context=context)


def revived(old: Entry, wanted: Entry) -> Entry:
    """The obsolete entry *old*, whose message is on the page again."""
    lines = (re.sub(r"^#~\s*", "", re.sub(r"^#~\|", "#|", line)) for line in _tidy(old).lines)
    return refreshed(replace(old, before="\n", lines=tuple(filter(None, lines)), obsolete=False), wanted)


def _made(comments: Iterable[str], body: Iterable[str], wanted: Entry, strings: tuple[str, ...]) -> Entry:
    lines = (*comments, *body)
    return Entry("\n", lines, 0, wanted.context, wanted.msgid, wanted.plural, strings, obsolete=False)


def _tidy(entry: Entry) -> Entry:
    """*entry*, which is to be written anew, in lines that begin as gettext's own tools begin them.

    Others may indent them, and set the mark of an obsolete one with any space or none.
    """
    return replace(entry, lines=tuple(OBSOLETE.sub("#~ ", line.lstrip()) for line in entry.lines))


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


def _said(lines: Iterable[str]) -> str:
    """What *lines* say, however they are wrapped; each is gone through once, whatever stands in it."""
    texts = ((line, STRING.fullmatch(line, line.find('"'))) for line in lines if '"' in line)
    return "".join(unescape(found[1]) if found else line for line, found in texts)


def _identifying_lines(entry: Entry) -> list[str]:
    fields = (("msgctxt", entry.context), ("msgid", entry.msgid), ("msgid_plural", entry.plural))
    return [line for name, text in fields if text is not None for line in wrapped(name, text)]


def _string_lines(strings: Sequence[str], plural: bool) -> Iterable[str]:
    for number, text in enumerate(strings):
        yield from wrapped(f"msgstr[{number}]" if plural else "msgstr", text)
