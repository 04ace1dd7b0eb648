"""Checks of one message take time in proportion to its length: these would run for many minutes otherwise."""

from __future__ import annotations

from bayan.checks.dates import months, weekdays
from bayan.checks.marks import unbalanced
from bayan.checks.typography import arabic


def test_each_month_is_judged_by_what_stands_near_it() -> None:
    assert sum(not one.firm for one in months("May " * 60_000, "en")) == 60_000
    assert all(one.firm for one in months("word " * 100 + "16 and 17 May", "en"))
    assert weekdays("يوم الاحد " * 20_000, "ar") == {6: "الاحد"}


def test_each_bracket_is_judged_by_what_stands_before_it() -> None:
    assert unbalanced("a) " * 300_000) == ""
    assert unbalanced("word " * 100 + "100) x") == "" and unbalanced("word " * 100 + "1000) x")


def test_spaces_before_a_sign_of_arabic_are_looked_at_once() -> None:
    assert not list(arabic("\u00a0" * 400_000))
    assert [one.message for one in arabic("نعم  ؟")] == ["a space before ؟; take it out"]
