"""CSS without left and right: the same where text runs from the left, mirrored where it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extensions.rtl.logical_css import to_logical
from extensions.rtl.styles import sources
from tests.site import ROOT

SIGN = "var(--rtl-sign,1)"
PHYSICAL = re.compile(r"(?<![\w-])(?:[a-z-]+-)?(?:left|right)(?:-[a-z]+)?\s*(?=[:;}!,)]|$)")
"""A property or a keyword that names a side, in what is left of a sheet without its selectors."""


def rewritten(declaration: str) -> str:
    whole = to_logical(f"a{{{declaration}}}")
    assert whole.startswith("a{") and whole.endswith("}")
    return whole[2:-1].rstrip(";")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("margin-left:1px", "margin-inline-start:1px"),
        ("padding-right:2em!important", "padding-inline-end:2em!important"),
        ("left:-15em", "inset-inline-start:-15em"),
        ("RIGHT:0", "inset-inline-end:0"),
        ("border-left:1px solid red", "border-inline-start:1px solid red"),
        ("border-right-width:0", "border-inline-end-width:0"),
        ("border-top-left-radius:3px", "border-start-start-radius:3px"),
        ("border-bottom-right-radius:3px", "border-end-end-radius:3px"),
        ("scroll-margin-left:1px", "scroll-margin-inline-start:1px"),
        ("float:right", "float:inline-end"),
        ("clear:left", "clear:inline-start"),
        ("text-align:right", "text-align:end"),
        ("justify-content:safe left", "justify-content:safe start"),
        ("transition:left 1s,margin-right 1s", "transition:inset-inline-start 1s,margin-inline-end 1s"),
        ("will-change:right", "will-change:inset-inline-end"),
    ],
)
def test_a_side_becomes_a_start_or_an_end(before: str, after: str) -> None:
    assert rewritten(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("padding:1px 2px 3px 4px", "padding-block:1px 3px;padding-inline:4px 2px"),
        ("margin:0 auto 0 -1px !important", "margin-block:0 0!important;margin-inline:-1px auto!important"),
        ("inset:0 1px 0 calc(2px + 3px)", "inset-block:0 0;inset-inline:calc(2px + 3px) 1px"),
        ("border-width:0 1px 0 2px", "border-block-width:0 0;border-inline-width:2px 1px"),
        (
            "border-color:red var(--a) red blue",
            "border-block-color:red red;border-inline-color:blue var(--a)",
        ),
        (
            "border-radius:1px 2px",
            "border-start-start-radius:1px;border-start-end-radius:2px;"
            "border-end-end-radius:1px;border-end-start-radius:2px",
        ),
        (
            "border-radius:1px 2px 2px 1px/3px",
            "border-start-start-radius:1px 3px;border-start-end-radius:2px 3px;"
            "border-end-end-radius:2px 3px;border-end-start-radius:1px 3px",
        ),
    ],
)
def test_a_shorthand_is_taken_apart_where_its_sides_differ(before: str, after: str) -> None:
    assert rewritten(before) == after


@pytest.mark.parametrize(
    "symmetric",
    [
        "margin:0 -1px 2px",
        "padding:1px 2px 3px 2px",
        "padding:var(--four)",
        "border-radius:2px",
        "border-radius:1px 1px 2px 2px",
        "text-align:center",
        "transform:translateY(-50%)",
        "transform:rotate(90deg)",
        "box-shadow:0 1px 2px rgba(0,0,0,.5),inset 0 0 0 1px var(--a)",
        "background:url(left.png) no-repeat 50% 50%",
        "background:rgba(0,0,0,.5)",
        "background-image:linear-gradient(red,blue)",
        'content:"left: 1px"',
        "--left:right",
        "top:1px",
        "margin-inline-start:1px",
    ],
)
def test_what_has_no_side_stays_as_it_is(symmetric: str) -> None:
    assert rewritten(symmetric) == symmetric


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("transform:translateX(-50%) scale(2)", f"transform:translateX(calc(-50% * {SIGN})) scale(2)"),
        ("transform:translate(var(--x),1px)", f"transform:translate(calc(var(--x) * {SIGN}),1px)"),
        ("translate:1px 2px", f"translate:calc(1px * {SIGN}) 2px"),
        ("box-shadow:inset red 1px 0,0 2px", f"box-shadow:inset red calc(1px * {SIGN}) 0,0 2px"),
        ("filter:drop-shadow(1px 1px red)", f"filter:drop-shadow(calc(1px * {SIGN}) 1px red)"),
        ("background:linear-gradient(90deg,red)", f"background:linear-gradient(calc(90deg * {SIGN}),red)"),
        ("mask:linear-gradient(to left,red)", "mask:linear-gradient(to var(--rtl-start,left),red)"),
        ("mask:radial-gradient(at right,red)", "mask:radial-gradient(at var(--rtl-end,right),red)"),
        ("background-position:right 1px top", "background-position:var(--rtl-end,right) 1px top"),
        ("background-position:1px 2px,50%", f"background-position:calc(50% + (1px - 50%) * {SIGN}) 2px,50%"),
        ("background:red 0 0/1px", f"background:red calc(50% + (0% - 50%) * {SIGN}) 0/1px"),
        ("transform-origin:left", "transform-origin:var(--rtl-start,left)"),
    ],
)
def test_what_css_has_no_logical_words_for_takes_a_variable(before: str, after: str) -> None:
    assert rewritten(before) == after


def test_rules_within_rules_are_rewritten() -> None:
    nested = (
        "@media (min-width:1px){@supports (left:0){a{left:0}}}@keyframes x{0%{left:0}to{right:0}}a{b{left:0}}"
    )
    assert "{left" not in to_logical(nested) and to_logical(nested).count("inset-inline-start:0") == 3


def test_selectors_comments_and_unchanged_rules_keep_their_bytes() -> None:
    css = '/*! licence: left */\n.left, a[b="right"]::after { color : red ; TOP:0 }\n@import "left.css";\n'
    assert to_logical(css) == css


def test_the_pointer_to_a_source_map_goes() -> None:
    assert to_logical("a{top:0}\n/*# sourceMappingURL=a.css.map*/") == "a{top:0}\n"


def test_what_a_browser_would_leave_out_does_no_harm() -> None:
    assert "inset-inline-start:0" in to_logical("a{;;left:0;*zoom:1;:;b}}c{right:0}")


WORDS = ["0", "1px", "-2%", "auto", "left", "center", "/", ",", "var(--x)", "red", "translatex(1px)"]
NAMES = [
    "margin",
    "inset",
    "border-radius",
    "left",
    "background",
    "object-position",
    "box-shadow",
    "transform",
]


@given(st.sampled_from(NAMES), st.lists(st.sampled_from(WORDS), max_size=6))
def test_rewriting_twice_is_rewriting_once(name: str, value: list[str]) -> None:
    once = to_logical(f"a{{{name}:{' '.join(value)}}}")
    assert to_logical(once) == once


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_the_installed_theme_has_no_side_left(path: Path) -> None:
    css = to_logical(path.read_text(encoding="utf-8"))
    declarations = ";".join(re.findall(r"\{([^{}]*)\}", css))
    assert not PHYSICAL.findall(re.sub(r'"[^"]*"|var\([^()]*\)', "", declarations))


@pytest.mark.parametrize("path", sorted((ROOT / "static").glob("*.css")), ids=lambda path: path.name)
def test_our_own_style_has_nothing_to_rewrite(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert to_logical(css) == css
