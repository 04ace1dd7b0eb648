"""Which day is that of publication, wherever it stands, and which never is."""

# a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import AR, EN, FR, LEAD, REST, TITLE, blocks, codes, lead, parse

NO_DATE = [
    "A la fin du mois dernier (28/01), ",
    "Cette semaine (9/8), ",
    "Hier, 8 décembre, ",
    "Le 30 juillet 2019, ",
    "Le lundi 30 juillet 2018, ",
    "Du 6 au 14 octobre 2024, ",
    "A l’occasion de la Journée mondiale du 30 juillet 2021, ",
    "6 au 14 octobre 2024 – ",
    "13-15 mars 2023 – ",
]


@pytest.mark.parametrize("words", NO_DATE)
def test_event_days_and_anniversaries_are_never_the_day_of_publication(words: str) -> None:
    reading = parse(
        f"{TITLE['fr']}\n\nTunis - {words}{FR}\n\n{REST['fr']} La fin est prévue le 25 avril 2022.\n"
    )
    assert reading.published is None


DATE_LINES = {
    "15 novembre 2021": "2021-11-15",
    "lundi 15 novembre 2021": "2021-11-15",
    "Publié le 15 novembre 2021 à 10h30": "2021-11-15",
    "Note aux journalistes | 13 mai 2014": "2014-05-13",
    "Communiqué de presse - 13 mai 2014": "2014-05-13",
    "15/11/2021": "2021-11-15",
    "05/06/2018": "2018-06-05",
    "2021-11-15": "2021-11-15",
    "١٥ نوفمبر ٢٠٢١": "2021-11-15",
    "Fri, 08/10/2018 - 09:17": "2018-08-10",
    "Mon, 06/18/2018 - 14:20": "2018-06-18",
    "31 novembre 2018": None,
    "28 janvier": None,
    "21-23 juin 2015": None,
}


@pytest.mark.parametrize("line", DATE_LINES)
@pytest.mark.parametrize("above", [True, False])
def test_line_with_a_date(line: str, above: bool) -> None:
    head = f"{line}\n\n{TITLE['fr']}" if above else f"{TITLE['fr']}\n\n{line}"
    if above and DATE_LINES[line] is None:
        head = f"{TITLE['fr']}\n\n{line}"
    reading = parse(f"{head}\n\nTunis - {FR}\n\n{REST['fr']}\n")
    assert (reading.title, reading.published) == (TITLE["fr"], DATE_LINES[line])
    assert reading.places == ("Tunis",)


def test_date_in_figures_with_two_readings_is_open_in_english() -> None:
    reading = parse(f"{TITLE['en']}\n\n05/06/2018\n\nTunis - {EN}\n\n{REST['en']}\n")
    assert reading.published is None
    assert "ambiguous-date" in codes(reading)


def test_two_dates_that_differ_are_both_refused() -> None:
    reading = parse(f"12 mai 2020\n\n{TITLE['fr']}\n\nTunis, 3 mai 2020 - {FR}\n\n{REST['fr']}\n")
    assert reading.published is None
    assert "two-dates" in codes(reading)


def test_dateline_day_without_a_year_is_asked_for() -> None:
    reading = lead("fr", "Tunis, 3 mai – ")
    assert reading.published is None
    assert "date-without-year" in codes(reading)


def test_impossible_date_is_kept_and_warned_of() -> None:
    reading = parse(f"{TITLE['ar']}\n\n{AR} واعتبارا من 31 نوفمبر 2018.\n\n{REST['ar']}\n")
    assert reading.published is None
    assert "impossible-date" in codes(reading)
    assert any("31 نوفمبر 2018" in block for block in blocks(reading))


def test_number_behind_a_month_is_no_date() -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR} En mai 45 personnes sont venues, en mars 98.\n\n{REST['fr']}\n")
    assert "impossible-date" not in codes(reading)
    dated = parse(f"{TITLE['en']}\n\n{EN} It closes on May 45, 2019.\n\n{REST['en']}\n")
    assert "impossible-date" in codes(dated)


def test_islamic_date_alone_is_no_day_of_publication() -> None:
    reading = parse(f"12/7/1441\n\n{TITLE['ar']}\n\n{AR}\n\n{REST['ar']}\n")
    assert reading.published is None


def test_speech_with_its_day_in_the_title() -> None:
    title = "كلمة المنسق المقيم في الفعالية التي أقيمت بمناسبة يوم الأمم المتحدة، 30 أكتوبر 2024"
    reading = parse(f"{title}\n{title}\n*\nأصحاب المعالي الوزراء، السيدات والسادة،\n{AR}\n{REST['ar']}\n")
    assert (reading.title, reading.published) == (title, "2024-10-30")


CLOSING = {
    ("fr", "Fait à Tunis, le 12 mai 2020"): (("Tunis",), ("TN",), "2020-05-12"),
    ("fr", "Genève, le mardi 12 mai 2020"): (("Genève",), ("CH",), "2020-05-12"),
    ("en", "Done at Cairo, 12 May 2020."): (("Cairo",), ("EG",), "2020-05-12"),
    ("ar", "حرر في تونس في 12 ماي 2020"): (("تونس",), ("TN",), "2020-05-12"),
}


@pytest.mark.parametrize(("language", "line"), CLOSING)
@pytest.mark.parametrize("length", [1, 9])
def test_closing_line_gives_place_and_date(language: str, line: str, length: int) -> None:
    rest = "\n\n".join(f"{REST[language][:-1]} {at}." for at in range(length))
    reading = parse(f"{TITLE[language]}\n\n{LEAD[language]}\n\n{rest}\n\n{line}\n")
    assert (reading.places, reading.countries, reading.published) == CLOSING[language, line]
    assert blocks(reading)[-1] == line


def test_closing_line_keeps_the_sub_headings_above_it_and_yields_to_the_date_on_top() -> None:
    text = f"13 mai 2020\n\n{TITLE['fr']}\n\n{FR}\n\nUn centre pour tous\n\n{REST['fr']}\n\n"
    reading = parse(f"{text}Fait à Tunis, le 12 mai 2020\n")
    assert (reading.places, reading.published) == (("Tunis",), "2020-05-13")
    assert "Un centre pour tous" in blocks(reading)


def test_closing_line_with_place_and_day_gives_the_date() -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\nGenève, 12 mai 2020\n")
    assert reading.published == "2020-05-12"
