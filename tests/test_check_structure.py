"""What the checks call an error of structure is what the build refuses, and a little more."""

from __future__ import annotations

import pytest

from bayan.checks.pair import Kind, Pair
from bayan.checks.run import check_pair
from bayan.checks.structure import structure
from bayan.interface import refuse_string
from bayan.prose import ProseError, read_message

HOSTILE = (
    "<script>alert(1)</script>",
    "![x](https://example.org/x.png)",
    "{include}`../conf.py`",
    "[x](javascript:alert(1))",
    "[x](../../conf.py)",
    "[x](%00)",
    "a\u202eb",
    "a\u200bb",
    "one\n\ntwo",
    "one  \ntwo",
    "*" * 779,
    "a" * 10_001,
    "[x](https://example.org/" + "a" * 3_000 + ")",
    "<!-- comment -->",
)
PLAIN = (
    "The delegation visited the shelter.",
    "Rights & duties: 5 < 6",
    r"5 \* 6",
    "*Stressed* and **strong**",
)


def checks(pair: Pair) -> set[str]:
    return {one.check for one in structure(pair) if one.severity == "error"}


@pytest.mark.parametrize("text", [*HOSTILE, *PLAIN], ids=range(len(HOSTILE) + len(PLAIN)))
def test_an_error_of_structure_is_what_the_build_refuses(text: str) -> None:
    try:
        read_message(text)
        refused = False
    except ProseError:
        refused = True
    assert ("structure" in checks(Pair("fr", "en", "Une phrase.", text))) == refused


@pytest.mark.parametrize(
    "text",
    [
        *("1. One", "2024. A year", "- A dash", "+ A plus", "* A star", "> A quotation", "# A heading"),
        *("% A comment", "(target)=", "::: note", "*** ", "```{math} x```"),
    ],
)
def test_what_stock_tools_read_as_a_block_is_an_error(text: str) -> None:
    assert "structure" in checks(Pair("fr", "en", "Une phrase.", text))


@pytest.mark.parametrize(
    "text", ["– A dash", "1.5 million", "#Together", "-5 degrees", r"1\. One", "15 November 2021"]
)
def test_what_only_looks_like_a_block_is_none(text: str) -> None:
    assert not checks(Pair("fr", "en", "Une phrase.", text))


def test_a_release_keeps_the_links_of_its_source() -> None:
    source = "Voir [le site](https://iom.int/fr)."
    assert not checks(Pair("fr", "en", source, "See [the site](https://iom.int/fr)."))
    assert checks(Pair("fr", "en", source, "See the site.")) == {"links"}
    assert checks(Pair("fr", "en", source, "See [the site](https://iom.int/en).")) == {"links"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Voir le {term}`AVRR` et [la liste](releases/index.md).", {"structure"}),
        ("Voir la [liste](releases/index.md) et le {term}`AVRR`.", set()),
        ("Voir la [liste](releases/index.md).", {"links"}),
        ("Voir [conf](conf.py), la [liste](releases/index.md) et le {term}`AVRR`.", {"structure"}),
        ("Voir le {download}`x <conf.py>`, la [liste](releases/index.md), le {term}`AVRR`.", {"structure"}),
    ],
)
def test_an_own_page_may_use_the_links_and_roles_of_its_source_only(text: str, found: set[str]) -> None:
    pair = Pair("en", "fr", "See the {term}`AVRR` and the [list](releases/index.md).", text, "page")
    assert checks(pair) == found


@pytest.mark.parametrize(
    "msgstr", ["Page %(page)s", "Page", "<b>Page</b> %(page)s", "Page %(page)s <", "a\u202e%(page)s"]
)
def test_interface_strings_are_judged_as_the_build_does(msgstr: str) -> None:
    pair = Pair("en", "fr", "Page %(page)s", msgstr, "interface")
    assert bool(checks(pair)) == bool(refuse_string(pair.msgid, msgstr))


@pytest.mark.parametrize("kind", ["release", "page", "interface"])
def test_nothing_makes_the_checks_fail(kind: Kind) -> None:
    for text in (
        *HOSTILE,
        *PLAIN,
        "{",
        "[",
        "«",
        "(",
        "%",
        "ـ",
        "٫",
        "\n",
        " ",
        "1/0/0",
        "99/99/9999",
        "0h99",
    ):
        for source, target in (("fr", "ar"), ("ar", "en"), ("en", "fr")):
            list(check_pair(Pair(source, target, text, text + text, kind)))


@pytest.mark.parametrize("text", [" The shelter is open.", "The shelter\nis open.", "The <shelter> is open."])
def test_spaces_at_the_start_line_breaks_and_tags_are_errors(text: str) -> None:
    found = check_pair(Pair("fr", "en", "Le foyer est ouvert.", text))
    assert "structure" in {one.check for one in found if one.severity == "error"}
