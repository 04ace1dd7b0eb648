"""Whatever is in the file: on the page stands what was printed, or it is reported; never an exception."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bayan.raw_text.reading import Reading, read
from bayan.raw_text.sheet import RawTextError, Sheet
from bayan.raw_text.source import decode
from bayan.raw_toml import Known, RawTomlError, parse_known
from bayan.slugs import LONGEST, slug_of
from extensions.prose import page_reader

MARKUP = [
    "# x", "## y", "- a", "-", "* a", "+ b", "1. c", "2) d", "> q", ">", "```", "~~~", "<b>x</b>", "<!-- c -->", "<script>",
    "[a](http://b)", "![i](j)", "[a]: b", "{role}`x`", "`code`", "``", "*em*", "**strong**", "_u_", "&amp;", "&#65;", "\\",
    "\\*", "***", "---", "===", "___", "| t |", "|-|", "$x$", "$$", "(l)=", ":::", "```{x}", "% c", "+++", "http://a.b",
    "<http://a.b>", "a@b.cd", "    code", "\tx", "&", "!", "#", "x\\", "x  ", "[^1]", "[^1]: n", ":a: b", "{{ x }}", "<", ">x",
    "+965 2530 8164", "Tunis - ", "٥ مايو ٢٠٢٠", "31 novembre 2018", "«", "»", "\u202eabc", "\u00a0", "Communiqué", "Global",
    "- 2030 Agenda", "Contact: a@b.org", "(Fin)", "•", "• x", "a;", "a:", "المنظمة", "0", "1.", "a\u2028b", "Photo: x", "o\u00a0x",
]  # fmt: skip
pieces = st.one_of(
    st.sampled_from(MARKUP), st.text(max_size=30), st.text("ab .:;-#*_`<>[]()&\\!|", max_size=20)
)
lines = st.lists(st.lists(pieces, max_size=4).map(" ".join), max_size=25).map("\n".join)
texts = st.one_of(lines, st.text(max_size=400))
TITLED = Known(title="Title", language="en")


def words(text: str) -> list[str]:
    """The words of *text* but for a lone "o", which Word uses as a bullet."""
    return [word for word in re.findall(r"\w+", text) if word != "o"]


def loses_hyphens(reading: Reading) -> bool:
    """Whether a word that a line's end broke was joined: the one change to a word, and a warning names it."""
    return any("[broken-word]" in finding.message for finding in reading.sheet.findings)


def squeezed(text: str) -> str:
    """*text* with single spaces, and none behind a hyphen: "vice-" and "president" are one word."""
    return " ".join(text.split()).replace("- ", "-")


def shown(reading: Reading) -> list[str]:
    """The text of each block of the page, as the site's own parser reads it."""
    return [
        "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
        for token in page_reader().parse(reading.body)
        if token.type == "inline"
    ]


@settings(max_examples=400, deadline=None)
@given(texts)
@example("o\u00a00")
@example("# a\n\n\\# b\n\n1. c\n\n&amp; <b>")
@example("a\n\n    b\n\n- c\n  d")
def test_what_is_on_the_page_is_word_for_word_what_was_in_the_file(text: str) -> None:
    reading = read(text, TITLED, "x.toml")
    if not reading.body:
        assert reading.error
        return
    kept = [
        line.text
        for line in Sheet.from_text(text).lines
        if line.number not in reading.sheet.left_out and not line.blank
    ]
    title, *below = shown(reading)
    assert title == "Title"
    if kept and words(kept[0]) == ["Title"]:
        kept.pop(0)
    if loses_hyphens(reading):
        return
    assert words(" ".join(below)) == words(" ".join(kept))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_every_line_is_on_the_page_or_reported(text: str) -> None:
    reading = read(text, TITLED, "x.toml")
    numbers = {line.number for line in reading.sheet.lines if not line.blank}
    assert set(reading.sheet.left_out) <= numbers
    assert all(1 <= finding.line <= len(reading.sheet.lines) for finding in reading.sheet.findings)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_the_signs_of_each_paragraph_are_the_printed_ones(text: str) -> None:
    """Not only words: each paragraph that is one line reads exactly as that line."""
    reading = read(text, Known(title="Title", language="en", keep_end=True), "x.toml")
    printed = {line.text for line in reading.sheet.lines}
    whole = squeezed(" ".join(line.text for line in reading.sheet.standing()))
    for block in shown(reading)[1:]:
        assert block in printed or squeezed(block) in whole or loses_hyphens(reading)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_reading_without_the_maintainers_help_never_raises(text: str) -> None:
    first, second = (read(text, Known(), "x.toml") for _ in range(2))
    assert first.body == second.body
    assert bool(first.error) != bool(first.body)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_error(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except RawTextError as error:
        assert str(error)
    else:
        assert text.strip()


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_any_toml_is_read_or_one_error(raw: bytes) -> None:
    try:
        parse_known(raw)
    except RawTomlError as error:
        assert str(error) and error.line >= 1


@given(st.text(max_size=300))
def test_any_title_has_a_slug_of_bounded_ascii(title: str) -> None:
    slug = slug_of(title, "file name")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= LONGEST


def test_same_input_same_bytes(tmp_path: Path) -> None:
    text = (Path(__file__).parent / "fixtures" / "samples" / "016_fr.txt").read_text("utf-8")
    assert len({read(text, Known(), "x.toml").body for _ in range(3)}) == 1
