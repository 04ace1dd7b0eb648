"""Layouts that really occur, field by field, each beside what only looks like it."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import importlib.util
import json
import tomllib
from typing import Any

import pytest

from bayan.raw_text.addresses import find_spots
from bayan.raw_text.dateline import read_dateline
from bayan.raw_text.dates import find_dates
from bayan.raw_text.furniture import is_control
from bayan.raw_text.marks import date_line
from bayan.raw_text.reading import Reading
from bayan.raw_text.segments import is_byline
from tests.importing import ROOT
from tests.raw_kinds import LEAD, REST, TITLE, blocks, codes, parse, why

LAYOUTS = ROOT / "tests" / "fixtures" / "layouts"
CORPUS = json.loads((LAYOUTS / "expected.json").read_text("utf-8"))
MISSES = tomllib.loads((LAYOUTS / "misses.toml").read_text("utf-8"))
TEXT = {language: f"{LEAD[language]}\n\n{REST[language]}\n" for language in ("fr", "en", "ar")}


def _fields() -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("importer_score", ROOT / "scripts" / "importer_score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.FIELDS)


FIELDS = _fields()


def layout(name: str) -> Reading:
    return parse((LAYOUTS / name).read_text("utf-8"))


def test_every_layout_has_its_row() -> None:
    assert {row["file"] for row in CORPUS} == {path.name for path in LAYOUTS.glob("*.txt")}


@pytest.mark.parametrize("expected", CORPUS, ids=lambda row: row["file"])
def test_layout_is_read(expected: dict[str, Any]) -> None:
    reading = layout(expected["file"])
    text = (LAYOUTS / expected["file"]).read_text("utf-8")
    faults = [fault for judge in FIELDS.values() if (fault := judge(reading, expected, text))]
    assert bool(faults) == (expected["file"] in MISSES), faults


def test_contact_above_the_title_stands_first_and_is_nobody_else_s() -> None:
    reading = layout("contact-above-the-title_en.txt")
    assert blocks(reading)[1:4] == [
        "Media Contact: Adel Example",
        "Phone: (202) 555-0143",
        "Email: adel@example.org",
    ]
    reading = layout("address-in-the-letterhead_en.txt")
    assert blocks(reading)[1].startswith("Telegraphic Address:")
    assert [one.name for one in reading.contacts] == [None], "not of the secretary who signs"


def test_contact_above_the_title_is_kept_whatever_ends_the_release() -> None:
    text = f"Contact: Adel Example, +254 715 990 600\n\n{TITLE['en']}\n\n{TEXT['en']}\n###\n\nRelated news\n\nKenya fights trafficking\n"
    reading = parse(text)
    assert why(reading, "Kenya fights trafficking")
    assert [one.phones for one in reading.contacts] == [("+254715990600",)]


def test_way_to_reach_somebody_is_neither_a_tag_nor_a_day() -> None:
    reading = parse(f"{TITLE['en']}\n\nadel@example.org\n\n+254 715 990 600\n\nNairobi – {TEXT['en']}")
    assert not (why(reading, "adel@example.org") or why(reading, "+254 715 990 600"))


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("caption-with-credit-at-its-end_en.txt", "Women at a sewing workshop in the shelter. © IOM 2020/Example", "caption"),
        ("caption-with-credit-at-its-end_fr.txt", "Une séance de formation à Niamey. Photo : OIM/Amanda Example 2021", "caption"),
        ("mail-with-covering-note_fr.txt", "Bonjour,", "covering note"),
        ("mail-with-covering-note_fr.txt", "Veuillez trouver ci-dessous notre communiqué de presse.", "covering note"),
        ("reference-number_fr.txt", "Réf. : 0123/MJ/2020", "reference"),
        ("letter-with-addressee_fr.txt", "A l’attention de Mesdames et Messieurs les journalistes", "addressee"),
        ("motto-in-the-letterhead_fr.txt", "Un Peuple – Un But – Une Foi", "letterhead"),
        ("letterhead-with-slogan-and-pages_en.txt", "The UN Migration Agency", "letterhead"),
        ("share-lines_en.txt", "Share this page", "page furniture"),
        ("feed-with-more-countries_en.txt", "Kenya + 2 more", "page furniture"),
        ("label-before-the-place_fr.txt", "Lieu : Tunis", "place, kept in the front matter"),
        ("lines-to-share-the-page_en.txt", "Facebook Twitter LinkedIn Email", "page furniture"),
        ("lines-to-share-the-page_en.txt", "0 Comments", "page furniture"),
        ("lines-to-share-the-page_ar.txt", "شارك عبر فيسبوك", "page furniture"),
        ("lines-to-share-the-page_ar.txt", "المشاهدات 123", "page furniture"),
        ("lines-to-read-it-otherwise_fr.txt", "Lire en anglais", "page furniture"),
        ("lines-to-read-it-otherwise_fr.txt", "Imprimer | Envoyer", "page furniture"),
        ("menu-one-entry-to-a-line_en.txt", "Who we are", "page furniture"),
        ("labels-with-colons_en.txt", "Themes: Border Management, Counter-Trafficking", "page furniture"),
        ("writer-above-the-title_fr.txt", "Par Adel Example", "byline"),
        ("number-without-label_en.txt", "UNHCR/BN/20", "reference"),
    ],
)  # fmt: skip
def test_line_around_a_title_is_left_out_with_its_reason(name: str, line: str, reason: str) -> None:
    assert why(layout(name), line) == reason


@pytest.mark.parametrize(
    "lines",
    [
        "To unsubscribe from this group, send an email to list+unsubscribe@example.org.",
        "Pour vous désabonner, écrivez à liste@example.org",
    ],
)
def test_footer_of_a_mailing_list_is_no_contact(lines: str) -> None:
    contact = "For more information: Adel Example, adel@example.org"
    reading = parse(f"{TITLE['en']}\n\nNairobi – {TEXT['en']}\n{contact}\n\n{lines}\n")
    assert [one.emails for one in reading.contacts] == [("adel@example.org",)]
    assert why(reading, lines)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("+216 71 860 312", "+21671860312"),
        ("312 860 71 216+", "+21671860312"),
        ("312-860-71-216+", "+21671860312"),
        ("71860312 216+", "+21671860312"),
        ("216 71 860 312+", "+21671860312"),
        ("21671860312+", "+21671860312"),
        ("961 3 123 961+", "+9613123961"),  # both ends could be a prefix
    ],
)
def test_number_whose_sign_went_behind_it_is_read_the_way_its_groups_run(printed: str, number: str) -> None:
    assert [(spot.value, spot.doubtful) for spot in find_spots(f"هاتف: {printed} (مكتب)")] == [
        (number, False)
    ]


def test_short_last_line_of_a_title_is_a_tag_where_the_text_is_not_wrapped() -> None:
    title = "المنظمة الدولية للهجرة ووزارة العدل تطلقان برنامجا لحماية"
    reading = parse(f"{title}\nضحايا الاتجار بالأشخاص\n\nتونس – {TEXT['ar']}")
    assert reading.title == title
    reading = layout("wrapped-title-with-short-last-line_ar.txt")
    assert reading.title == f"{title} ضحايا الاتجار بالأشخاص"
    assert "joined-title" in codes(reading)


def test_topic_in_capitals_without_a_dateline_below_is_warned_of() -> None:
    reading = parse(f"TRAITE DES PERSONNES\n\n{TITLE['fr']}\n\n{TEXT['fr']}")
    assert "doubtful-title" in codes(reading)
    reading = parse(f"{TITLE['fr']}\n\nUne initiative de l’OIM et de la ville\n\n{TEXT['fr']}")
    assert "doubtful-title" not in codes(reading)


def test_words_above_a_label_that_are_in_no_list_are_warned_of() -> None:
    assert "doubtful-title" in codes(layout("association-above-the-label_ar.txt"))
    assert "doubtful-title" not in codes(layout("ministry-with-number-turned-round_ar.txt"))


@pytest.mark.parametrize(("printed", "code"), [("عمّان", "JO"), ("عُمان", "OM"), ("عَمّان", "JO")])
def test_vowel_signs_tell_homonyms_apart(printed: str, code: str) -> None:
    reading = parse(f"{TITLE['ar']}\n\n{printed} – {TEXT['ar']}")
    assert (reading.countries, "homonym" in codes(reading)) == ((code,), False)


def test_stars_and_heading_sign_around_a_title_go_and_no_others() -> None:
    for printed in ("*{}*", "**{}**", "_{}_", "# {}"):
        assert parse(f"{printed.format(TITLE['en'])}\n\nNairobi – {TEXT['en']}").title == TITLE["en"]
    for title in (
        "#IWasThere opens in Nairobi",
        "*IOM* opens a new centre",
        "IOM opens a centre for migrants*",
    ):
        assert parse(f"{title}\n\nNairobi – {TEXT['en']}").title == title


def test_marks_of_direction_go_at_the_ends_of_lines_and_stay_within() -> None:
    reading = parse(f"\u200f{TITLE['ar']}\u200f\n\n\u200fتونس – قال (IOM)\u200f إن {TEXT['ar']}\u200f")
    assert reading.title == TITLE["ar"]
    assert blocks(reading)[1].startswith("تونس – قال (IOM)\u200f إن")


def test_hyphen_before_a_number_is_no_day_s_and_a_long_dash_behind_a_place_is_none() -> None:
    assert not [found for found in find_dates("COVID-19 March 2020") if found.value]
    assert [found.value for found in find_dates("Cairo, Egypt—22 July 2020")] == ["2020-07-22"]


def test_what_stands_around_a_place_is_none() -> None:
    assert layout("office-before-the-day_ar.txt").places == ("تونس",)
    assert [one.name for one in layout("contacts-by-town_fr.txt").contacts] == [
        "Amina Example",
        "Adel Example",
    ]
    reading = parse(f"{TITLE['en']}\n\nWhere: Nairobi, Kenya\n\n{TEXT['en']}")
    assert not reading.places
    reading = parse(f"{TITLE['ar']}\n\nمبادرة من المنظمة والبلدية والوزارة\n\nبيان\n\nتونس – {TEXT['ar']}")
    assert reading.places == ("تونس",)


def test_second_line_with_a_colon_behind_more_than_a_name_goes_on_with_the_title() -> None:
    first, second = "المنظمة الدولية للهجرة تطلق حملة لحماية", "ضحايا الاتجار بالأشخاص: لا أحد للبيع"
    assert parse(f"{first}\n{second}\n\nتونس – {TEXT['ar']}").title == f"{first} {second}"


def test_first_sentence_of_a_message_is_no_covering_note() -> None:
    reading = parse(f"From: a@example.org\nTo: b@example.org\nSubject: news\n\n{TEXT['en']}", title="Title")
    assert blocks(reading)[1] == LEAD["en"]


def test_caption_below_a_subtitle_goes_and_a_lead_or_a_subtitle_with_such_words_stays() -> None:
    caption, subtitle = (
        "Women in the shelter. Photo: IOM/Example",
        "A joint initiative of the city and of several agencies",
    )
    assert why(parse(f"{TITLE['en']}\n\n{subtitle}\n\n{caption}\n\nNairobi – {TEXT['en']}"), caption) == (
        "caption, tag or byline between title and dateline"
    )
    assert not why(
        parse(f"{TITLE['en']}\n\nNairobi – IOM opened a shelter. Photo: IOM\n\n{TEXT['en']}"), "Photo"
    )
    assert not why(layout("innocent-photo-in-the-subtitle_fr.txt"), "Concours photo")


def test_day_below_a_whole_paragraph_is_of_what_follows() -> None:
    long = " ".join([LEAD["en"], REST["en"]])
    assert parse(f"{TITLE['en']}\n\n{long}\n\n12 March 2019\n\n{TEXT['en']}").published is None


def test_number_before_brackets_in_a_contact_is_read() -> None:
    contact = "Pour plus d’informations : contact@example.org - 71 860 312 (Amina Example)"
    reading = parse(f"{TITLE['fr']}\n\nTunis – {TEXT['fr']}\n{contact}\n")
    assert [one.phones for one in reading.contacts] == [("+21671860312",)]


@pytest.mark.parametrize(
    ("line", "innocent"),
    [
        ("3 May 2020 by IOM Senegal", "3 May 2020 by boat across the sea"),
        ("Publié le 3 mai 2020, par Service communication", "Publié le 3 mai 2020, par crainte de la traite"),
        ("Posted on 3 May 2020 in News", "Rescued on 3 May 2020 in News"),
        ("3 May 2020 | 4 min read", "3 May 2020 | 4 migrants rescued"),
        ("No. 3/14 | 14 February 2014", "No. 3 | Migrants rescued on 14 February 2014"),
        ("IOM Senegal, 3 May 2020", "Senegal migrants, 3 May 2020"),
    ],
)
def test_line_of_a_day_names_who_published_it_and_no_deed(line: str, innocent: str) -> None:
    assert date_line(line)
    assert not date_line(innocent)


def test_writer_s_line_names_a_person_or_bears_a_colon() -> None:
    assert is_byline("By Adel Example") and is_byline("Author: Communications Team")
    assert not (is_byline("By Land and Sea") or is_byline("Par la mer et par la terre"))


@pytest.mark.parametrize(
    "line",
    ["Share of Women among Migrants Rises", "Email", "News", "Facebook helps traffickers", "Theme parks"],
)
def test_word_of_the_page_s_tools_alone_makes_no_tool(line: str) -> None:
    assert not is_control(line)


def test_short_topic_above_a_title_is_told_where_no_dateline_proves_it() -> None:
    reading = parse(f"Lutte contre la traite\n\n{TITLE['fr']}\n\nLe centre a ouvert ses portes.\n")
    assert "doubtful-title" in codes(reading)
    assert "doubtful-title" not in codes(parse(f"{TITLE['fr']}\n\nPlus de cent places\n\n{TEXT['fr']}"))


def test_two_dots_end_no_place_and_an_editor_s_word_is_none() -> None:
    assert read_dateline("ليبيا. عثر الهلال الأحمر على جثث مهاجرين.")
    assert not read_dateline("ليبيا.. العثور على جثث مهاجرين على الشاطئ.")
    unknown = read_dateline("الكفرية ـ افتتحت المنظمة الدولية للهجرة مركزا.")
    assert unknown and unknown.places == ("الكفرية",) and not unknown.sure
    for word in ("خاص", "متابعات"):
        assert not read_dateline(f"{word} - افتتحت المنظمة الدولية للهجرة مركزا.")
