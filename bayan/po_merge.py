"""Bringing one catalog up to date with its template, without losing a line of a translator's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bayan.po_comments import Suggestion
from bayan.po_entry import changed, new_entry, obsolete, refreshed, revived, set_apart, suggested
from bayan.po_likeness import Place, pair
from bayan.po_text import Entry, Key

Suggest = Callable[[Entry], Suggestion | None]
"""Gives the translation of the same sentence in another catalog, where there is one."""
Kind = tuple[Key, bool]


def merge(known: Sequence[Entry], template: Sequence[Entry], forms: int, suggest: Suggest) -> list[Entry]:
    """The entries of *known* (without its header) as the *template* wants them now.

    Entries keep the order that they have. A new one follows the one that it follows on the
    page; what is no longer there goes to the end as obsolete, if a person put anything into it.

    :param forms: how many plural forms the language has.
    """
    sources = _sources(known, template)
    made: dict[Key, Entry] = {}
    for wanted in template:
        old = sources.get(wanted.key)
        if old is None:
            made[wanted.key] = new_entry(wanted, forms, suggest(wanted))
        elif old.key != wanted.key:
            made[wanted.key] = changed(old, wanted)
        elif old.obsolete:
            made[wanted.key] = revived(old, wanted)
        else:
            made[wanted.key] = _kept(old, wanted, suggest)
    became = {old.line: key for key, old in sources.items()}
    placed = [
        (became[entry.line], made[became[entry.line]])
        for entry in known
        if entry.line in became and not entry.obsolete
    ]
    return _with_new(placed, made) + _left([entry for entry in known if entry.line not in became], made)


def _left(known: Sequence[Entry], made: Mapping[Key, Entry]) -> list[Entry]:
    """What is kept of entries that none of *made* comes from: obsolete, each under a key of its own."""
    reserved = {*made, *(entry.key for entry in known)}
    taken = set(made)
    numbers: Counter[Key] = Counter()
    end: list[Entry] = []
    for entry in known:
        if not (entry.obsolete or entry.translated or entry.remarks):
            continue
        kept = obsolete(entry)
        if entry.key in taken:
            key = (_why_apart(entry, made.get(entry.key)), entry.msgid)
            name = key[0]
            while (name, entry.msgid) in reserved:
                numbers[key] += 1
                name = f"{key[0]} {numbers[key] + 1}"
            kept = set_apart(entry, name)
            reserved.add(kept.key)
        taken.add(kept.key)
        end.append(kept)
    return end


def _why_apart(entry: Entry, now: Entry | None) -> str:
    """The context that parts *entry* from the other of its message: from what it is *now*, where it is."""
    why = "another translation"
    if now and _kind(now) != _kind(entry):
        why = f"when it had {'no' if entry.plural is None else 'a'} plural"
    return f"{entry.context or ''} {why}".strip()


def _kept(old: Entry, wanted: Entry, suggest: Suggest) -> Entry:
    """The entry of a message that has not changed; filled in where it has no translation yet."""
    suggestion = None if old.translated or old.plural is not None else suggest(wanted)
    return suggested(old, wanted, suggestion) if suggestion else refreshed(old, wanted)


def _sources(known: Sequence[Entry], template: Sequence[Entry]) -> dict[Key, Entry]:
    """The old entry that each message of the template is made from: the same, or one that changed."""
    buried = {_kind(entry): entry for entry in sorted(known, key=_is_translated) if entry.obsolete}
    # One that says nothing gives way to what was translated once, as after a merge of two branches.
    active = {
        _kind(entry): entry
        for entry in known
        if not entry.obsolete
        and (entry.translated or entry.remarks or not _is_translated(buried.get(_kind(entry))))
    }
    same = {kind for kind in map(_kind, template) if kind in active}
    again = {kind for kind in map(_kind, template) if kind in buried and kind not in active}
    sources = {kind[0]: active[kind] for kind in same} | {kind[0]: buried[kind] for kind in again}
    vanished = _moving((entry for entry in known if not entry.obsolete), same)
    vanished = [(entry, after) for entry, after in vanished if entry.translated or entry.remarks]
    arrived = [(entry, after) for entry, after in _moving(template, same) if _kind(entry) not in again]
    pairs = pair(
        [Place(entry.msgid, after) for entry, after in vanished],
        [Place(entry.msgid, after) for entry, after in arrived],
    )
    for new, old in pairs.items():
        if _kind(vanished[old][0])[1] == _kind(arrived[new][0])[1]:
            sources[arrived[new][0].key] = vanished[old][0]
    return sources


def _is_translated(entry: Entry | None) -> bool:
    return entry is not None and entry.translated


def _kind(entry: Entry) -> Kind:
    """What makes two entries the same message; one with a plural is not one without."""
    return entry.key, entry.plural is not None


def _moving(entries: Iterable[Entry], staying: set[Kind]) -> list[tuple[Entry, int]]:
    """The entries that do not stay, each with the number of staying ones before it."""
    moving: list[tuple[Entry, int]] = []
    after = 0
    for entry in entries:
        if _kind(entry) in staying:
            after += 1
        else:
            moving.append((entry, after))
    return moving


def _with_new(placed: list[tuple[Key, Entry]], made: dict[Key, Entry]) -> list[Entry]:
    """All of *made*: those *placed* where they are, the others after what precedes them on the page."""
    known = {key for key, _ in placed}
    following: dict[Key | None, list[Entry]] = {}
    anchor: Key | None = None
    for key, entry in made.items():
        if key in known:
            anchor = key
        else:
            following.setdefault(anchor, []).append(entry)
    result = following.get(None, [])
    for key, entry in placed:
        result += [entry, *following.get(key, [])]
    return result
