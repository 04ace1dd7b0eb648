"""Known contacts are found in running text, and nothing else is."""

from __future__ import annotations

import pytest

from bayan.contact_links import find_links

PHONES, EMAILS = {"+96525308164", "+20227365140"}, {"iereiqat@iom.int"}


def links(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], address) for start, end, address in find_links(text, PHONES, EMAILS)]


@pytest.mark.parametrize(
    "printed",
    [
        "+965 2530 8 164", "+965 25 30 81 64", "+965.25308164", "00965 25308164", "+ 965 2530-8164",
        "(+965) 25308164", "2530 8164", "+٩٦٥ ٢٥٣٠٨١٦٤", "+965/2530 8164",
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_printed(printed: str) -> None:
    ((found, address),) = links(f"Tel : {printed}, Email")
    assert address == "tel:+96525308164"
    assert sum(sign.isdigit() for sign in found) == sum(sign.isdigit() for sign in printed)
    assert found == found.strip()


@pytest.mark.parametrize(
    "text",
    ["loi 68/2015", "16000", "30 8164", "10 -11 et 14 -15 novembre 2021", "+961 76620648", "a@b.example"],
)
def test_what_is_no_known_contact_is_left_alone(text: str) -> None:
    assert links(text) == []


def test_a_trunk_prefix_in_brackets_does_not_count() -> None:
    assert links("+965 (0) 2530 8164") == [("+965 (0) 2530 8164", "tel:+96525308164")]


def test_a_code_in_brackets_counts() -> None:
    assert links("+(202) 2736 5140") == [("+(202) 2736 5140", "tel:+20227365140")]


def test_an_address_is_found_in_any_case() -> None:
    assert links("Email: IEreiqat@iom.int.") == [("IEreiqat@iom.int", "mailto:IEreiqat@iom.int")]


@pytest.mark.parametrize(
    "run", ["(" * 100_000, "1" * 100_000, "12 34 " + "(" * 100_000, "a" * 100_000 + " @"]
)
def test_a_long_run_of_signs_that_may_begin_a_contact_is_gone_through_once(run: str) -> None:
    assert links(run) == []  # searched from each sign to the end, it would take minutes
