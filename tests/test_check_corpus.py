"""The checks find seeded faults, and leave right translations alone: see tests/fixtures/checks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from bayan.checks.pair import Pair
from bayan.checks.run import check_pair
from scripts.check_score import Result, results, summary

DIRECTIONS = ("fr→ar", "fr→en", "ar→fr", "ar→en")
MUST_FIND = 0.95
MAY_WARN = 0.05


@pytest.fixture(scope="module")
def good() -> Sequence[Result]:
    return list(results("good"))


@pytest.fixture(scope="module")
def bad() -> Sequence[Result]:
    return list(results("bad"))


def test_the_corpus_is_large_enough(good: Sequence[Result], bad: Sequence[Result]) -> None:
    assert len(good) >= 60 and len(bad) >= 60
    assert {result.direction for result in good} == {result.direction for result in bad} == set(DIRECTIONS)


def test_no_right_translation_is_called_an_error(good: Sequence[Result]) -> None:
    assert not [(result.pair.msgstr, result.errors) for result in good if result.errors]


def test_few_right_translations_are_warned_about(good: Sequence[Result]) -> None:
    warned = [(result.pair.msgstr, result.findings) for result in good if result.findings]
    assert len(warned) <= MAY_WARN * len(good), warned


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nearly_all_faults_are_found_by_the_check_for_them(bad: Sequence[Result], direction: str) -> None:
    faulty = [result for result in bad if result.direction == direction]
    missed = [(result.why, result.pair.msgstr) for result in faulty if not result.found]
    assert len(missed) <= (1 - MUST_FIND) * len(faulty), missed


def test_the_figures_are_printed_by_direction_and_check(
    good: Sequence[Result], bad: Sequence[Result]
) -> None:
    lines = list(summary(good, bad))
    assert [line.split()[0] for line in lines[1:-1]] == [*sorted(DIRECTIONS), "all"]
    assert lines[-1].startswith("by check: acronyms ")


def test_any_changed_digit_in_a_right_translation_is_an_error(good: Sequence[Result]) -> None:
    """Not one fault that somebody thought of, but every one of its kind."""
    missed, tried = [], 0
    for result in good:
        for match in re.finditer(r"\d", result.pair.msgstr):
            sign = match[0]
            other = chr(ord(sign) + (-1 if sign in "9٩" else 1))
            text = result.pair.msgstr[: match.start()] + other + result.pair.msgstr[match.end() :]
            pair = Pair(result.pair.source, result.pair.target, result.pair.msgid, text)
            tried += 1
            if not any(one.severity == "error" for one in check_pair(pair)):
                missed.append(text)
    assert len(missed) <= (1 - MUST_FIND) * tried, missed
