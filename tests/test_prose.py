"""Prose is data: what is escaped reads as it was, what is not prose is refused."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.link_rules import refuse_address
from bayan.prose import ProseError, escape, escape_heading, message_reader, plain, read_message
from bayan.shown_addresses import shows_another_address
from bayan.unseen import INVISIBLE, SUSPECT, clean
from extensions.prose import page_reader


def shown(markdown: str) -> str:
    """What a page shows of one block."""
    (inline,) = [token for token in page_reader().parse(markdown) if token.type == "inline"]
    return "".join(token.content for token in inline.children or ())


lines = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))


@given(lines | st.text("-+*_`[](){}<>&#!|~^$%:=\\.1 aé\t"))
def test_an_escaped_line_reads_as_it_was(line: str) -> None:
    wanted = clean(line).strip()
    if wanted:
        block = escape(line)
        assert len([token for token in page_reader().parse(block) if token.type == "inline"]) == 1
        assert shown(block) == wanted
        assert plain(block) == wanted


@given(st.text("# aé\\*"))
def test_an_escaped_heading_reads_as_it_was(line: str) -> None:
    if line.strip():
        assert shown("# " + escape_heading(line)) == line.strip()


def test_plain_prose_is_left_as_it_is() -> None:
    text = "« L’OIM (28/01), 80% - 1,7 million $ & AT&T : la “loi” 68/2015 »."
    assert escape(text) == text


REFUSED = {
    "<b>x</b>": "HTML",
    "<img src=x onerror=alert(1)>": "HTML",
    "<!-- x -->": "HTML",
    "![x](https://a.example/x.png)": "image",
    "{term}`x`": "role",
    "{math}`x`": "role",
    "[x](javascript:alert(1))": "link",
    "[x](JAVASCRIPT:alert(1))": "link",
    "[x](java&#115;cript:alert(1))": "link",
    "[x](data:text/html,x)": "link",
    "[x](//a.example/)": "link",
    "[x](../conf.py)": "link",
    "[x](%00)": "link",
    "[x](https://a.example/%0a)": "link",
    "[x](https://[)": "link",
    "[x](https:///)": "link",
    "<javascript:alert(1)>": "link",
    "[x](https://a.example/" + "a" * 3000 + ")": "address",
    "x  \ny": "hard",
    "a\n\nb": "blank line",
    "a\u202eb": "direction",
    "a\u200bb": "invisible",
    "a\x00b": "control",
    "*" * 779: "signs",
    "[" * 500: "signs",
    "x" * 10_001: "characters",
    "[https://www.iom.int/](HTTPS://evil.example/)": "another address",
    "[iom.int/donate](https://evil.example/)": "another address",
    "[موقع.مصر](https://evil.example/)": "another address",
    "[iom·int](https://evil.example/)": "another address",
    "[iom.ínt](https://evil.example/)": "another address",
    "[help@iom.int](mailto:e@evil.example)": "another address",
    "[+965 2530 8164](tel:+19005551234)": "another address",
    "[https://iom.int](#p1)": "another address",
    "see [&nbsp;](https://a.example)": "text that can be seen",
    "&nbsp;&ensp;": "nothing that can be seen",
    "\u00a0": "nothing that can be seen",
    " ": "nothing that can be seen",
    "\u200f234 567\u200f": "direction",
    "a" + "\ua8e0" * 6: "invisible",
    "a\U000f0000": "invisible",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:30].encode("unicode_escape").decode())
def test_what_is_not_prose_is_refused(text: str) -> None:
    with pytest.raises(ProseError, match=REFUSED[text]):
        read_message(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain", "*em* **strong** `code`", "[x](https://a.example/b?c=d#e)", "<https://a.example>",
        "[x](mailto:a@b.example)", "[x](tel:+96525308164)", "[x](#p3)", r"a \< b \* c", "1 < 2 & 3 > 2",
        "۱۲ مي\u200cروم", "المنظمة\u200f (IOM)", "{not a role}", "# x", "- x", "1. x",
    ],
)  # fmt: skip
def test_prose_is_allowed(text: str) -> None:
    assert read_message(text)


@given(st.text("[]()*_`<>&!\\#{}:/ a\n", max_size=400))
def test_no_message_raises_anything_else(text: str) -> None:
    try:
        read_message(text)
    except ProseError as error:
        assert str(error)


@given(lines | st.text("[]()*_`<>&!\\#{}:/ a\u0627'\"~-", max_size=40))
def test_a_message_without_marks_is_read_as_the_parser_reads_it(text: str) -> None:
    with suppress(ProseError):
        assert read_message(text) == (message_reader().parseInline(text)[0].children or [])


@pytest.mark.parametrize("unit", ["[a](", "*a_", "`", "\\", "&#1;", "![", "<a ", "**_", "[[]", "](", "{a}`"])
def test_many_marks_do_not_take_long(unit: str) -> None:
    started = time.process_time()
    with suppress(ProseError):
        read_message(unit * (9_990 // len(unit)))
    assert time.process_time() - started < 5, "the work must not grow with the square of the length"


def test_signs_of_arabic_writing_are_not_invisible() -> None:
    assert not INVISIBLE.search("\u200c\u200d\u200e\u200f\u061c\u0640")


def test_signs_without_ink_that_newer_systems_know_are_invisible() -> None:
    assert INVISIBLE.search("\U00013441") and INVISIBLE.search("\U00013442")


def test_a_link_of_the_original_may_not_show_another_address_either() -> None:
    own = frozenset({("link", "https://www.iom.int/"), ("link", "about.md")})
    assert read_message("[iom.int](https://www.iom.int/) [glossary.md](about.md)", own)
    with pytest.raises(ProseError, match="another address"):
        read_message("[unhcr.org](https://www.iom.int/)", own)


def test_a_link_within_the_page_is_an_anchor_and_nothing_else() -> None:
    assert refuse_address("#p3") == "" and refuse_address("#<x>") and refuse_address("#")


@pytest.mark.parametrize(
    "text",
    [
        "Le centre « Dār » de l’OIM – 45 personnes, 1 700 000 €, soit 5 % – a été ouvert…",
        "The centre’s “first” day — 16 December 2021 · 500 ₪, Åland & Șișli",
        "قـــامت المنظمة الدولية للهجرة، في ١٥ نوفمبر ٢٠٢١؛ بزيارة «المحكمة»؟",
    ],
)
def test_ordinary_text_is_looked_at_once(text: str) -> None:
    """Every message of an archive passes here: the second look costs ten times the first."""
    assert not SUSPECT.search(text)


def test_marks_that_languages_stack_are_no_disguise() -> None:
    assert read_message("جِدًّا، وَالْأُمَّهَاتُ؛ ế e\u0302\u0301")
    assert read_message("a" + "\u0301\u200f" * 5 + "ا")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.iom.int/news", "iom.int"),
        ("HTTPS://WWW.IOM.INT/", "https://www.iom.int"),
        ("https://a.example/", "U.N. et al., p.m., 3.5 million; Voir…la suite"),
        ("https://a.example/", "Law 68/2015 (1 700 000 people, 2020-2021)"),
        ("mailto:a.b@iom.int", "a.b@iom.int"),
        ("tel:+442079460000", "+44 (0)20 7946 0000"),
    ],
)
def test_a_link_may_show_where_it_leads(address: str, shown: str) -> None:
    assert not shows_another_address(address, shown)
