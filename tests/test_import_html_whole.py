"""Saved pages: tables, addresses behind links, titles of templates, and words that would be lost."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from bayan.raw_text.html import read_html
from bayan.raw_text.reading import Reading
from bayan.raw_toml import Known
from tests.raw_kinds import EN, REST, TITLE, blocks, codes

T, LEAD, LAST = TITLE["en"], f"Nairobi – {EN}", REST["en"]
TABLE = "<table><caption>Calls in 2019</caption><tr><th>Month</th><th>Calls</th></tr><tr><td>January</td><td>112</td></tr><tr><td>May</td><td></td></tr></table>"
ROWS = ["Month | Calls", "January | 112", "May | –"]


def page(body: str, head: str = T) -> Reading:
    """A page whose HTML stands on one line, as most do."""
    return read_html(
        f"<html><head><title>{head}</title></head><body>{body}</body></html>", Known(), "x.toml"
    )[0]


def article(*parts: str) -> Reading:
    return page(f"<article><h1>{T}</h1><p>{LEAD}</p>{''.join(parts)}<p>{LAST}</p></article>")


def test_a_row_of_figures_is_a_line() -> None:
    assert blocks(article(TABLE)) == [T, LEAD, "Calls in 2019", *ROWS, LAST]
    assert codes(article(TABLE)) == set()


def test_a_table_that_only_places_things_is_no_table_and_one_within_it_is() -> None:
    reading = page(
        f"<table><tr><td><a href='/'>Home</a></td><td><h1>{T}</h1><p>{LEAD}</p>{TABLE}<p>{LAST}</p></td></tr></table>"
    )
    assert blocks(reading) == [T, LEAD, "Calls in 2019", *ROWS, LAST]


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("<a href='mailto:je@example.org'>Jane Example</a>", "Jane Example (je@example.org)"),
        ("<a href='MAILTO:je%40example.org?subject=x'>Jane Example</a>", "Jane Example (je@example.org)"),
        ("Jane Example, <a href='tel:+254715990600'>call</a>", "Jane Example, call (+254715990600)"),
        ("Jane Example, <a href='mailto:je@example.org'>je@example.org</a>", "Jane Example, je@example.org"),
        ("Jane Example, <a href='mailto:je@example.org'>mail</a>, je@example.org", "Jane Example, mail, je@example.org"),
        ("<a href='mailto:?subject=x'>Jane Example</a>", "Jane Example"),
        ("<a href='mailto:&lt;b&gt;je@example.org'>Jane Example</a>", "Jane Example"),
    ],
)  # fmt: skip
def test_address_behind_a_link_is_shown_where_the_text_lacks_it(link: str, shown: str) -> None:
    reading = article(f"<p>For more information, please contact {link}, IOM Kenya.</p>")
    assert f"For more information, please contact {shown}, IOM Kenya." in blocks(reading)
    if "(" in shown:
        assert reading.contacts[0].emails + reading.contacts[0].phones


def test_title_of_a_template_does_not_go_before_the_one_that_the_page_shows() -> None:
    reading = page(f"<div><p><b>{T}</b></p><p>{LEAD}</p><p>{LAST}</p></div>", head="Press release template")
    assert (reading.title, codes(reading)) == (T, set())


def test_title_of_the_head_is_taken_with_a_warning_where_nothing_else_is_a_title() -> None:
    reading = page(f"<div><p>{LEAD}</p><p>{LAST}</p></div>")
    assert (reading.title, codes(reading)) == (T, {"title-in-head"})


def test_first_heading_above_the_main_text_is_the_title() -> None:
    reading = page(
        f"<header><h1>{T}</h1></header><article><p>{LEAD}</p><p>{LAST}</p></article>",
        head="Template</title><meta property='og:title' content='A newsroom of ours'><title>",
    )
    assert reading.title == T


def test_words_amid_the_main_text_that_are_not_on_the_page_are_named() -> None:
    reading = article("<div class='comments'><p>This sentence is taken for a comment.</p></div>")
    (finding,) = reading.sheet.findings
    assert finding.message.startswith("7 words that stand amid the main text are not in it: 'This sentence")


def test_what_a_site_puts_around_and_its_controls_are_not_missed() -> None:
    reading = page(
        f"<nav><ul><li>Home<li>News of all that we do in the world</ul></nav><div id='main'><h1>{T}</h1><div class='share'>Share</div>"
        f"<p>{LEAD}</p><p>{LAST}</p></div><div class='related'><h2>Related</h2><p>We train judges in the north of the country and beyond.</p></div><footer>All that is here.</footer>"
    )
    assert blocks(reading) == [T, LEAD, LAST]
    assert codes(reading) == set()


def test_markup_that_a_table_or_an_address_spells_stays_text() -> None:
    reading = article("<table><tr><td>&lt;script&gt;x&lt;/script&gt;</td><td>[a](b)</td></tr></table>")
    assert "\\<script>x\\</script> | \\[a\\](b)" in reading.body
