"""Where a release ends: what stands below it and belongs to it, and what only looks like the site's."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from bayan.raw_text.endmatter import is_end_mark
from bayan.raw_text.reading import Reading
from tests.raw_kinds import EN, REST, TITLE, blocks, codes, parse, why

MORE = "The centre was built with the town, and its staff speak the four languages of the region."
CONTACT = "For more information, please contact Jane Example, IOM Kenya, je@example.org"


def ending(*below: str, **known: object) -> Reading:
    return parse("\n\n".join([TITLE["en"], f"Nairobi – {EN}", REST["en"], MORE, *below]) + "\n", **known)


@pytest.mark.parametrize(
    "line",
    [
        "ساهم الاتحاد الأوروبي في تمويل المشروع بمبلغ مليوني يورو.",
        "ساهموا في بناء المركز خلال السنة الماضية.",
        "ادعم المشروع ثلاثين أسرة في القرى القريبة من المركز.",
        "« Votre soutien a changé ma vie », a-t-elle dit.",
        "Votre soutien compte, a-t-elle ajouté devant les familles.",
        "“Help us to live in peace,” a mother of three told the visitors.",
        "“Help us to live in peace.”",
        "Join us in saying no to trafficking, the Minister said at the end of the visit.",
        "Soutenez-vous les unes les autres, raconte Awa.",
        "Help us to live in peace” is what the children had written on the wall.",
    ],
)
def test_last_sentence_that_somebody_says_is_no_plea(line: str) -> None:
    assert line in blocks(ending(line))
    assert line in blocks(ending(line, CONTACT))


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("Votre don aide les familles à vivre dans la dignité.", True),
        ("ساهموا الآن عبر الرابط https://example.org/give", False),
        ("ادعموا اللاجئين بتبرعاتكم اليوم.", True),
        ("Follow us on Twitter @example", False),
    ],
)
def test_plea_is_left_out_and_a_whole_sentence_is_warned_of(line: str, warned: bool) -> None:
    for reading in (ending(line), ending(CONTACT, line), ending(line, CONTACT)):
        assert why(reading, line) == "end matter"
        assert ("plea" in codes(reading)) is warned
    assert line in blocks(ending(line, keep_end=True))


@pytest.mark.parametrize("mark", ["ENDS", "###", "FIN", "* * *"])
@pytest.mark.parametrize(
    "contact",
    [
        ["For media requests: Sonia Sample, IOM Kenya, +254 715 990 600, ss@example.org"],
        ["Sonia Sample", "Press Officer", "+254 715 990 600", "ss@example.org"],
    ],
)
def test_contact_below_an_end_mark_stays_whatever_words_begin_it(mark: str, contact: list[str]) -> None:
    lines = "\n".join(contact) if mark != "* * *" or len(contact) == 1 else "\n".join(contact[2:])
    reading = ending(mark, lines)
    assert blocks(reading)[-len(lines.split("\n")) :] == lines.split("\n")
    (one,) = reading.contacts
    assert (one.phones, one.emails) == (("+254715990600",), ("ss@example.org",))
    assert why(reading, mark) == "end mark"
    if lines.startswith("Sonia"):
        assert (one.name, one.function) == ("Sonia Sample", "Press Officer")


def test_what_else_stands_below_an_end_mark_is_left_out_and_the_mark_is_named() -> None:
    about = "The organization was founded long ago and works in many countries of the world."
    reading = ending("ENDS", "Sonia Sample", "ss@example.org", about)
    assert "ss@example.org" in blocks(reading) and about not in blocks(reading)
    (finding,) = reading.sheet.findings
    assert "after the end mark 'ENDS' was left out" in finding.message
    (finding,) = ending(CONTACT, about).sheet.findings
    assert "after the contact was left out" in finding.message


def test_what_the_site_says_of_itself_is_no_contact_though_it_gives_an_address() -> None:
    about = (
        "About IOM: the agency works in many countries. Write to info@example.org or call +41 22 717 9111."
    )
    reading = ending("ENDS", about)
    assert (why(reading, about), reading.contacts) == ("end matter", ())


@pytest.mark.parametrize(
    "note",
    ["(*) The experts: the members of two committees.", "(**) Two of them.", "(1) Figures of the Ministry.",
     "1 Figures of the Ministry.", "1. Figures of the Ministry.", "[1] Figures.", "* The term means all.", "¹ Figures.", "⁴ Figures."],
)  # fmt: skip
def test_footnote_below_the_end_is_kept(note: str) -> None:
    for end in ("ENDS", CONTACT):
        assert note in blocks(ending("In May there were 112 arrivals1, the town says.", end, note))


def test_line_with_a_number_that_no_word_bears_is_no_footnote() -> None:
    assert why(ending(CONTACT, "3 stories that you may have missed this week"), "3 stories") == "end matter"


def test_stars_between_two_halves_of_a_text_end_nothing() -> None:
    reading = ending("***", "A second part follows here, and it is shorter than the first.")
    assert blocks(reading)[-1].startswith("A second part")
    assert why(reading, "***") == "stray mark"
    assert codes(reading) == set()


@pytest.mark.parametrize("below", [CONTACT, "About IOM", "Notes to editors", "Follow us on Twitter @example"])
def test_stars_above_what_stands_below_a_release_end_it(below: str) -> None:
    assert why(ending("***", below), "***") == "end mark"


@pytest.mark.parametrize(
    "number",
    ["Contact: +254 715 990 600 at any hour, in four languages.", "Contact: the hotline of IOM Kenya, +254 715 990 600"],
)  # fmt: skip
def test_number_for_people_in_need_amid_the_text_ends_nothing(number: str) -> None:
    last = "People who stay longer are helped to find work in the town, and many have found it."
    assert blocks(ending(number, MORE, last))[-1] == last


def test_account_and_site_right_below_a_contact_stay_with_it() -> None:
    lines = ["Twitter: @example", "Website: www.example.org", "https://example.org/kenya"]
    about = "The organization was founded long ago and works in many countries of the world."
    reading = ending(CONTACT, "\n".join(lines), about)
    assert blocks(reading)[-3:] == lines
    assert why(reading, about) == "end matter"


@pytest.mark.parametrize("line", ["(FIN) / A.B.", "A.B./C.D.", "- 30 -", "(انتهى)  ع.م"])
def test_initials_below_a_release_end_it(line: str) -> None:
    assert is_end_mark(line)


def test_spaces_between_initials_are_not_tried_in_every_way() -> None:
    """Nested repeats would need longer than anybody waits for these."""
    assert not is_end_mark(("A" + " " * 500) * 8 + "word")
    assert not is_end_mark("(fin)" + " / a" * 200 + " sentence")
