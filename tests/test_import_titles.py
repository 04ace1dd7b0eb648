"""What is the title, and what only stands around it."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import AR, EN, FR, LEAD, REST, TITLE, blocks, codes, parse, why

NAVIGATION = """-
Who we are
WHO WE AREThe Organization works with its 999 Member States. It has offices in many places.
-
Our Work
Our WorkWe support all that is good. [Presentation.]
What We Do
What We Do
- Where we work
- Data and Research
- 2030 Agenda
"""


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_navigation_ends_at_the_agenda_whatever_its_labels(language: str) -> None:
    reading = parse(f"{NAVIGATION}{TITLE[language]}\n{LEAD[language]}\n{REST[language]}\n")
    assert (reading.title, reading.language) == (TITLE[language], language)
    assert reading.sheet.left_out == dict.fromkeys(range(1, 12), "navigation")
    assert "navigation-end" not in codes(reading)


def test_navigation_without_the_agenda_line_is_guessed_and_warned_of() -> None:
    text = NAVIGATION.replace("- 2030 Agenda\n", "")
    reading = parse(f"{text}{TITLE['fr']}\n{FR}\n{REST['fr']}\n")
    assert reading.title == TITLE["fr"]
    assert "navigation-end" in codes(reading)


MASTHEADS = ["Communiqué\nGlobal", "News\nLocal", "News - \nGlobal", "PRESS RELEASE", "A paraître", "بيانات صحفية",
             "Skip to main content\nNews\nGlobal", "خبر صحفي", "Communiqué de presse | Tunis"]  # fmt: skip


@pytest.mark.parametrize("masthead", MASTHEADS[:-1])
def test_masthead_and_genre_labels_are_left_out(masthead: str) -> None:
    reading = parse(f"{masthead}\n\n{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert reading.title == TITLE["fr"]
    assert len(reading.sheet.left_out) == len(masthead.split("\n"))


def test_feed_lines_are_left_out() -> None:
    feed = "• English\n  • Deutsch\nSubscribe to the News feed\nUpdated: 1 hour 4 min ago"
    reading = parse(f"{feed}\n\n{TITLE['en']}\n\nFri, 08/10/2018 - 09:17\n\nJakarta {EN}\n\n{REST['en']}\n")
    assert (reading.title, reading.published, reading.countries) == (TITLE["en"], "2018-08-10", ("ID",))


def test_republisher_lines_are_left_out() -> None:
    text = (
        f"18 Jan 2019\n\n{TITLE['en']}\n\nReport\nfrom International Organization for Migration\n"
        f"Published on 18 Jan 2019 View Original\n\nGeneva – {EN}\n\n{REST['en']}\n\n"
        "Distributed by APO Group on behalf of International Organization for Migration (IOM).\n\nSource link\n"
    )
    reading = parse(text)
    assert reading.published == "2019-01-18"
    assert why(reading, "Distributed by APO")
    assert why(reading, "Source link")
    assert blocks(reading)[1].startswith("Geneva –")


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_text_without_a_title_is_an_error_that_asks_for_it(language: str) -> None:
    for above in ("", NAVIGATION, "News\nGlobal\n\n", "12 May 2020\n\n"):
        reading = parse(f"{above}{LEAD[language]}\n\n{REST[language]}\n")
        assert "title" in str(reading.error) and "x.toml" in str(reading.error)
        assert reading.title is None


def test_dateline_paragraph_is_never_a_title() -> None:
    for dateline in ("Tunis – ", "Riyad - Arabie saoudite - ", "Tunis, le 3 mai 2020 – "):
        reading = parse(f"{dateline}{FR.rstrip('.')}\n\n{REST['fr']}\n")
        assert reading.title is None


@pytest.mark.parametrize(
    "line", ["Mesdames et Messieurs,", "أصحاب المعالي الوزراء، السيدات والسادة،", "Les faits :", "Suite…"]
)
def test_line_that_goes_on_is_never_a_title(line: str) -> None:
    assert parse(f"{line}\n\n{FR}\n\n{REST['fr']}\n").title is None


def test_title_from_the_toml_closes_the_gap() -> None:
    reading = parse(f"Tunis - {FR}\n\n{REST['fr']}\n", title="Un titre")
    assert (reading.title, reading.error, reading.places) == ("Un titre", None, ("Tunis",))
    assert blocks(reading) == ["Un titre", f"Tunis - {FR}", REST["fr"]]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n*\n", "\n\n12 mai 2020\n\n"])
def test_doubled_title_is_printed_once(between: str) -> None:
    reading = parse(f"{TITLE['fr']}{between}{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert blocks(reading)[0] == TITLE["fr"]
    assert blocks(reading).count(TITLE["fr"]) == 1


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ("“", "”"), ('"', '"'), ("« ", " »")])
def test_quotation_marks_around_the_title_go(opening: str, closing: str) -> None:
    assert parse(f"{opening}{TITLE['ar']}{closing}\n\n{AR}\n\n{REST['ar']}\n").title == TITLE["ar"]


@pytest.mark.parametrize(
    "title",
    [
        "Middle East and North Africa: Combating human trafficking together",
        "الوزير: العلاقة مع المنظمة الدولية للهجرة استراتيجية",
        "Libye : L’OIM condamne les violences contre les personnes migrantes",
        "IOM Launches “Together Against Trafficking” Campaign in Kuwait",
        'شبكة الهجرة تحتفل باليوم العالمي بشعار "الهجرة والتنمية"',
        "Plus de 1 000 documents délivrés aux personnes bloquées au Niger",
        "What is trafficking in persons?",
        "Visit of H.E. the U.S. Ambassador to the shelter",
    ],
)
def test_title_is_kept_whole(title: str) -> None:
    language = "ar" if "ا" in title else "en"
    assert parse(f"{title}\n\n{LEAD[language]}\n\n{REST[language]}\n").title == title


BETWEEN = ["Photo: IOM 2019", "© OIM 2020", "Lutte contre la traite", "Par Jeanne Exemple", "صورة: المنظمة الدولية للهجرة",
           "IOM staff talk to migrants in a shelter", "#StopTraite"]  # fmt: skip


@pytest.mark.parametrize("line", BETWEEN)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_caption_tag_or_byline_before_the_dateline_is_not_the_lead(line: str, language: str) -> None:
    dateline = {"fr": "Tunis - ", "ar": "تونس - "}[language]
    reading = parse(f"{TITLE[language]}\n\n{line}\n\n{dateline}{LEAD[language]}\n\n{REST[language]}\n")
    assert reading.title == TITLE[language]
    assert reading.countries == ("TN",)
    assert blocks(reading)[1].startswith(dateline)
    assert why(reading, line)


def test_standfirst_before_the_dateline_is_kept_and_is_not_the_dateline() -> None:
    standfirst = (
        "Une centaine de personnes y trouveront chaque mois un hébergement, des conseils et des repas."
    )
    reading = parse(f"{TITLE['fr']}\n\n{standfirst}\n\nTunis, 3 mai 2020 - {FR}\n\n{REST['fr']}\n")
    assert (reading.places, reading.published) == (("Tunis",), "2020-05-03")
    assert standfirst in blocks(reading)


def test_kicker_above_the_title_is_not_the_title() -> None:
    reading = parse(f"Lutte contre la traite\n\n{TITLE['fr']} de la région\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert reading.title == f"{TITLE['fr']} de la région"


def test_page_title_with_the_name_of_the_site_is_the_title_once() -> None:
    reading = parse(f"{TITLE['fr']} | Un site\n\n{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert reading.title == TITLE["fr"]


@pytest.mark.parametrize(
    "above", ["OIM", "Accueil / Actualités", "Communiqué\nGlobal\n\nLutte contre la traite"]
)
def test_name_of_the_site_and_breadcrumbs_are_not_the_title(above: str) -> None:
    title = f"{TITLE['fr']} de toute la région"
    assert parse(f"{above}\n\n{title}\n\nTunis - {FR}\n\n{REST['fr']}\n").title == title


@pytest.mark.parametrize("line", ["28 janvier", "31 novembre 2018", "21-23 juin 2015", "lundi 3 mai"])
def test_days_without_a_full_date_above_the_title_are_not_the_title(line: str) -> None:
    reading = parse(f"{line}\n\n{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert (reading.title, reading.published) == (TITLE["fr"], None)
    assert why(reading, line)


def test_several_releases_under_repeated_mastheads_are_a_digest() -> None:
    one = f"News\nGlobal\n\n{TITLE['en']}\n\n{EN}\n\n"
    reading = parse(one + one.replace("new shelter", "third shelter"))
    assert "several releases" in str(reading.error)


def test_picture_text_in_english_above_an_arabic_title_is_not_the_title() -> None:
    reading = parse(f"IOM staff in a shelter\n\n{TITLE['ar']}\n\n{AR}\n\n{REST['ar']}\n")
    assert reading.title == TITLE["ar"]


def test_direction_marks_around_a_title_go_and_those_inside_stay() -> None:
    title = TITLE["ar"].replace(" مركزا", " (IOM)\u200f مركزا")
    reading = parse(f"\u200f{title}\u200f\n\n{AR}\n\n{REST['ar']}\n")
    assert reading.title == title


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_digest_is_refused_with_the_lines_where_each_seems_to_start(language: str) -> None:
    dateline = "تونس - " if language == "ar" else "Tunis - "
    one = f"{TITLE[language]}\n\n{dateline}{LEAD[language]}\n\n{REST[language]}\n\n"
    two = one.replace(TITLE[language], f"{TITLE[language]} 2")
    reading = parse(one + two)
    assert "several releases" in str(reading.error)
    assert "lines 1, 7" in str(reading.error)
