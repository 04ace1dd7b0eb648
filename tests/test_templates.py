"""Templates escape what they print; what they print as it is stands in a list here, with the reason.

Sphinx's templates do not escape by themselves.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).resolve().parent.parent / "templates").rglob("*.html"))
PRINTED = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.S)
ESCAPED = re.compile(r"\|e$")
LANGUAGE = r"(?:[a-z_]+\.)*(?:code|direction)|(?:form|place)\.language|default"
NUMBER = (
    r"link\[0\]|link\.count|bar\.(?:height|number|year)|figures\.(?:bar|share)|(?:whole|row)\.(?:fuzzy|untranslated)"
    r"|(?:\d+ - )?bar\.height|(?:chart\.bars\|length|loop\.index0) \* 34"
)
PLAIN = {
    "the interface's own words, whose translations are checked when they are read": r'_\("[^"]*"\)',
    "the same with numbers, or with names that stand there": (
        r'_\("[^"]*"\)\|format\((?:\w+=(?:(?:whole|source|row)\.[a-z_]+|pages|more|"\w+")(?:, )?)+\)'
    ),
    "codes and directions, valid ones only (languages.toml)": LANGUAGE,
    "numbers": NUMBER,
    "a date, valid and in figures": r"edtf",
    "one of three words of the program": r"state",
    "an id of the termbase: small letters, figures, hyphens": r"term\.id",
    "a sign between two of a list": r'" · " if not loop\.last|"" if loop\.last else " ·"',
    "HTML: of a macro, of another template, of docutils": (
        r"(?:shown|title_of|bar)\([a-z_., ]+\)|super\(\)|cards|row|body"
    ),
    "JSON, with its angle brackets encoded": r"json_ld",
}


def unescaped(text: str) -> list[str]:
    """What the template *text* prints as it is, though it is of no kind that may be."""
    printed = (found[1] for found in PRINTED.finditer(text))
    return [one for one in printed if not ESCAPED.search(one) and not any_plain(one)]


def any_plain(expression: str) -> bool:
    return any(re.fullmatch(pattern, expression) for pattern in PLAIN.values())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_escapes_what_it_prints(path: Path) -> None:
    assert unescaped(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_each_escape_that_is_taken_away_is_noticed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for found in PRINTED.finditer(text):
        if ESCAPED.search(found[1]):
            less = text[: found.start(1)] + ESCAPED.sub("", found[1]) + text[found.end(1) :]
            assert unescaped(less), found[1]
