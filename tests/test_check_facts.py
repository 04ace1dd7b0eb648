"""Numbers, dates, telephones and acronyms of one language are recognized in another's writing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bayan.checks.pair import Pair, normalized
from bayan.checks.quantities import quantities
from bayan.checks.run import check_pair


def values(text: str, language: str) -> set[Decimal]:
    found = quantities(normalized(text), language, lenient=False)
    return {value for one in found for value in one.readings if not one.loose}


def faults(source: str, target: str, text: str, translation: str) -> set[str]:
    return {
        one.check for one in check_pair(Pair(source, target, text, translation)) if one.severity == "error"
    }


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "1 200", "1200"),
        ("fr", "1\u202f200", "1200"),
        ("fr", "1.200", "1200"),
        ("en", "1,200", "1200"),
        ("ar", "١٢٠٠", "1200"),
        ("ar", "١٬٢٠٠", "1200"),
        ("ar", "242،000", "242000"),
        ("fr", "1,7 million", "1700000"),
        ("en", "1.7 million", "1700000"),
        ("ar", "١٫٧ مليون", "1700000"),
        ("ar", "15 ألف", "15000"),
        ("ar", "3 آلاف", "3000"),
        ("fr", "2 milliards", "2000000000"),
        ("en", "2 billion", "2000000000"),
        ("fr", "cinq cents", "500"),
        ("fr", "quatre-vingts", "80"),
        ("fr", "soixante et onze", "71"),
        ("fr", "deux mille cinq cents", "2500"),
        ("fr", "un million et demi", "1500000"),
        ("en", "five hundred and twenty-five", "525"),
        ("en", "one and a half million", "1500000"),
        ("en", "half a million", "500000"),
        ("ar", "خمسمئة", "500"),
        ("ar", "خمسمائة", "500"),
        ("ar", "خمسة وعشرين", "25"),
        ("ar", "وثلاثة عشر", "13"),
        ("ar", "ألف وخمسمئة", "1500"),
        ("ar", "مليوني", "2000000"),
        ("ar", "مليون ونصف المليون", "1500000"),
    ],
)  # fmt: skip
def test_a_number_is_read_in_each_language(language: str, text: str, value: str) -> None:
    assert Decimal(value) in values(f"x {text} x" if language != "ar" else f"س {text} س", language)


def test_what_groups_in_one_language_is_decimal_in_another() -> None:
    assert values("1,200", "fr") == {Decimal("1.2")}
    assert values("1.200", "en") == {Decimal("1.2")}


def test_words_that_only_look_like_numbers_are_not_asked_for() -> None:
    assert not values("des milliers de neuf, une quarantaine, pour cent", "fr")
    assert not values("thousands of one", "en")
    assert not values("آلاف المهاجرين لست الأحد", "ar")


@pytest.mark.parametrize(
    ("source", "target", "text", "translation"),
    [
        ("fr", "ar", "Tél. +965 2530 8164", "هاتف 64 81 30 25 965+".replace("64 81 30 25", "8164 2530")),
        ("fr", "en", "Tél. 00965 2530 8164", "Tel. +965 2530-8164"),
        ("ar", "fr", "هاتف ٠٠٩٦٥٢٥٣٠٨١٦٤", "Tél. : +965 25 30 81 64"),
    ],
)
def test_a_telephone_is_the_same_however_it_is_printed(
    source: str, target: str, text: str, translation: str
) -> None:
    assert not faults(source, target, text, translation)


@pytest.mark.parametrize(
    ("text", "translation", "check"),
    [
        ("Le 3 mars et le 5 mai.", "On 5 March and 3 May.", "dates"),
        ("Le 3 mars.", "On 3 May.", "dates"),
        ("La loi 68/2015.", "Law No. 67 of 2015.", "laws"),
        ("À 14h30.", "At 3.30 p.m.", "dates"),
        ("Écrire à a@example.org.", "Write to b@example.org.", "emails"),
        ("Voir https://example.org/a.", "See https://example.org/b.", "addresses"),
        ("Suivre @IOMKuwait.", "Follow @IOMJordan.", "addresses"),
        ("Tél. +965 2530 8164", "Tel. +965 2530 8165", "phones"),
        ("L’ONUDC agit.", "The ILO acts.", "acronyms"),
        ("Près de 70 %.", "Nearly 70.", "numbers"),
    ],
)
def test_a_changed_fact_is_found_by_its_own_check(text: str, translation: str, check: str) -> None:
    assert check in faults("fr", "en", text, translation)


def test_march_and_may_are_months_only_beside_a_date() -> None:
    assert not faults("fr", "en", "Ils peuvent marcher.", "They may march.")
    assert not faults("ar", "en", "مارس المهاجرون حقهم.", "The migrants exercised their right.")


def test_an_acronym_may_be_translated_or_spelt_out_but_not_left_in_french() -> None:
    assert not faults("fr", "en", "L’OIM agit.", "IOM acts.")
    assert not faults("fr", "ar", "L’OIM agit.", "تعمل المنظمة الدولية للهجرة.")
    assert not faults("fr", "ar", "L’OIM agit.", "تعمل المنظمة.")
    assert "acronyms" in faults("fr", "en", "L’OIM agit.", "OIM acts.")
