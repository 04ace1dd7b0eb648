"""Whatever the catalog and whatever the page: nothing is lost, and a second update has nothing to do."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

from babel.messages.pofile import escape, read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from bayan.po_merge import merge
from bayan.po_reader import read_entries
from bayan.po_template import Wanted, template_text
from bayan.po_text import Entry

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WORDS = (
    "la",
    "visite",
    "du",
    "centre",
    "45",
    "ورشة",
    "عمل",
    '"',
    "\\_x",
    "50 % des",
    "{role}",
    "\n",
    "é" * 90,
)
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
NOTE = st.sampled_from(
    ("", "# remarque\n", "#. list item, #p1\n", "#, fuzzy\n", "#, no-wrap, python-format\n")
)
ENTRY = st.tuples(TEXT, st.one_of(st.just(""), TEXT), NOTE, st.booleans())


def catalog(entries: list[tuple[str, str, str, bool]]) -> str:
    """The text of a catalog; the last of each entry says whether it is obsolete."""
    unique = {msgid: (msgid, msgstr, note, old) for msgid, msgstr, note, old in entries}
    return HEADER + "\n".join(
        f"{note if not old else ''}{'#~ ' if old else ''}msgid {escape(msgid)}\n"
        f"{'#~ ' if old else ''}msgstr {escape(msgstr)}\n"
        for msgid, msgstr, note, old in unique.values()
    )


def updated(text: str, messages: list[str]) -> list[Entry]:
    template = read_entries(template_text((Wanted(msgid) for msgid in dict.fromkeys(messages)), {}))[0]
    known = [entry for entry in read_entries(text)[0] if not entry.is_header]
    return merge(known, template[1:], 2, lambda wanted: None)


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRY, max_size=8), st.lists(TEXT, min_size=1, max_size=8))
def test_no_update_loses_anything_and_none_has_to_be_repeated(
    entries: list[tuple[str, str, str, bool]], messages: list[str]
) -> None:
    text = catalog(entries)
    known = read_entries(text)[0][1:]
    made = updated(text, messages)
    again = HEADER + "".join(entry.text for entry in made)
    read = read_entries(again)[0][1:]
    assert {entry.msgid for entry in read if not entry.obsolete} == set(messages)
    before, after = (Counter(entry.strings for entry in found if entry.translated) for found in (known, read))
    assert before == after, "no translation is lost, and none comes out of nowhere"
    assert Counter(line for entry in known for line in entry.remarks) == Counter(
        line for entry in read for line in entry.remarks
    )
    published = {entry.msgid: entry.strings for entry in known if not entry.obsolete and not entry.fuzzy}
    for entry in read:
        if not entry.obsolete and entry.translated and not entry.fuzzy and entry.msgid in published:
            assert entry.strings == published[entry.msgid]
    second = updated(again, messages)
    assert [entry.lines for entry in second] == [entry.lines for entry in read]


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRY, max_size=8))
def test_every_catalog_is_read_as_babel_reads_it(entries: list[tuple[str, str, str, bool]]) -> None:
    text = catalog(entries)
    found, rest = read_entries(text)
    assert "".join(entry.text for entry in found) + rest == text
    babel = read_po(BytesIO(text.encode()), abort_invalid=True)
    assert {entry.msgid: (entry.strings[0], entry.fuzzy) for entry in found[1:] if not entry.obsolete} == {
        message.id: (message.string, message.fuzzy) for message in babel if message.id
    }
