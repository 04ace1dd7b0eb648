"""Dates, countries and shares in the reader's words."""

from __future__ import annotations

import pytest

from bayan.wording import country_name, date_in_words, language_name, share_in_words


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2021-11-15", "en", "15 November 2021"),
        ("2021-11-15", "fr", "15 novembre 2021"),
        ("2021-11-15", "ar", "15 نوفمبر 2021"),
        ("2016-02", "en", "February 2016"),
        ("2016-02", "fr", "février 2016"),
        ("2016-02", "ar", "فبراير 2016"),
        ("2016", "ar", "2016"),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(edtf: str, language: str, words: str) -> None:
    assert date_in_words(edtf, language) == words


def test_names_come_from_cldr() -> None:
    assert [country_name("KW", code) for code in ("en", "fr", "ar")] == ["Kuwait", "Koweït", "الكويت"]
    assert [language_name("fr", code) for code in ("en", "fr", "ar")] == ["French", "français", "الفرنسية"]
    assert country_name("ZZ", "en") and country_name("QQ", "en") == "QQ"


def test_only_all_of_it_is_a_hundred_per_cent() -> None:
    assert share_in_words(999, 1000, "en") == "99%"
    assert share_in_words(1000, 1000, "en") == "100%"
    assert share_in_words(0, 0, "en") == "0%"
