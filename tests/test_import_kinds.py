"""Each kind of page, line and slip that the archive holds, in texts written for these tests."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import textwrap

import pytest

from bayan.prose import plain
from bayan.raw_text.reading import Reading, read
from bayan.raw_toml import Known

FR = "L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes vulnérables de la région."
EN = "IOM opened a centre this week that shelters vulnerable migrants and gives them legal advice."
AR = (
    "افتتحت المنظمة الدولية للهجرة هذا الأسبوع مركزا يستقبل المهاجرين المستضعفين ويقدم لهم المشورة القانونية."
)
REST = {
    "fr": "Les personnes accueillies y trouvent un hébergement, des repas et des conseils juridiques gratuits.",
    "en": "People who stay there find shelter, meals and legal advice, and nobody has to pay for any of it.",
    "ar": "ويجد المقيمون في المركز المأوى والوجبات والمشورة القانونية دون أي مقابل مالي طوال فترة الإقامة.",
}
TITLE = {
    "fr": "L’OIM ouvre un nouveau centre d’accueil pour les personnes migrantes",
    "en": "IOM opens a new shelter for migrants in vulnerable situations",
    "ar": "المنظمة الدولية للهجرة تفتتح مركزا جديدا لاستقبال المهاجرين",
}
LEAD = {"fr": FR, "en": EN, "ar": AR}


def parse(text: str, **known: object) -> Reading:
    return read(text, Known(**known), "x.toml")  # type: ignore[arg-type]


def lead(language: str, dateline: str) -> Reading:
    return parse(f"{TITLE[language]}\n\n{dateline}{LEAD[language]}\n\n{REST[language]}\n")


def blocks(reading: Reading) -> list[str]:
    return [plain(block.lstrip("#- ")) for block in reading.body.split("\n") if block]


def codes(reading: Reading) -> set[str]:
    return {finding.message.rsplit("[", 1)[1].rstrip("]") for finding in reading.sheet.findings}


def why(reading: Reading, words: str) -> str | None:
    for line in reading.sheet.lines:
        if words in line.text and line.number in reading.sheet.left_out:
            return reading.sheet.left_out[line.number]
    return None


DATELINES = {
    # signs
    ("fr", "Tunis - "): (["Tunis"], ["TN"], None),
    ("fr", "Tunis – "): (["Tunis"], ["TN"], None),
    ("fr", "Tunis — "): (["Tunis"], ["TN"], None),
    ("fr", "Tunis − "): (["Tunis"], ["TN"], None),
    ("fr", "Tunis -- "): (["Tunis"], ["TN"], None),
    ("fr", "Tunis\u00a0– "): (["Tunis"], ["TN"], None),
    ("en", "Tunis: "): (["Tunis"], ["TN"], None),
    ("en", "TUNIS. "): (["TUNIS"], ["TN"], None),
    ("ar", "تونس / "): (["تونس"], ["TN"], None),
    ("ar", "الرباط: "): (["الرباط"], ["MA"], None),
    ("ar", "الرباط ـ "): (["الرباط"], ["MA"], None),
    ("en", "(Tunis) – "): (["Tunis"], ["TN"], None),
    ("en", "Nairobi IOM said. "): (["Nairobi"], ["KE"], None),
    # place and date, both ways round
    ("fr", "Tunis, le 3 mai 2020 – "): (["Tunis"], ["TN"], "2020-05-03"),
    ("fr", "Tunis (3 mai 2020) – "): (["Tunis"], ["TN"], "2020-05-03"),
    ("fr", "3 mai 2020, Tunis – "): (["Tunis"], ["TN"], "2020-05-03"),
    ("fr", "Le 3 mai 2020 - "): ([], [], "2020-05-03"),
    ("en", "Addis Ababa, Ethiopia, January 25, 2019 – "): (["Addis Ababa"], ["ET"], "2019-01-25"),
    ("en", "KUWAIT CITY, 1st March 2017 -- "): (["KUWAIT CITY"], ["KW"], "2017-03-01"),
    ("ar", "الكويت، 15 نوفمبر 2021 – "): (["الكويت"], ["KW"], "2021-11-15"),
    ("ar", "الكويت / ١٥ نوفمبر ٢٠٢١، "): (["الكويت"], ["KW"], "2021-11-15"),
    ("ar", "بيروت، 15 آب/أغسطس 2012 – "): (["بيروت"], ["LB"], "2012-08-15"),
    ("ar", "بيروت، 15 اغسطس/آب 2012 – "): (["بيروت"], ["LB"], "2012-08-15"),
    ("ar", "الرباط، 12 غشت 2019 - "): (["الرباط"], ["MA"], "2019-08-12"),
    ("ar", "تونس في 12 جويلية 2019 - "): (["تونس"], ["TN"], "2019-07-12"),
    ("ar", "26 يناير 2024، الخرطوم - "): (["الخرطوم"], ["SD"], "2024-01-26"),
    # countries
    ("fr", "Liban - "): (["Liban"], ["LB"], None),
    ("fr", "Riyad - Arabie saoudite - "): (["Riyad"], ["SA"], None),
    ("en", "Riyadh - Saudi Arabia: "): (["Riyadh"], ["SA"], None),
    ("en", "Benghazi, Libya – "): (["Benghazi"], ["LY"], None),
    ("ar", "بغداد، العراق – "): (["بغداد"], ["IQ"], None),
    # several places
    ("ar", "عمان، بوكافو، بغداد - "): (["عمان", "بوكافو", "بغداد"], ["JO", "CD", "IQ"], None),
    ("ar", "جنيف/بورتسودان، 26 يناير 2024 – "): (["جنيف", "بورتسودان"], ["CH", "SD"], "2024-01-26"),
    ("ar", "عدن وصنعاء - "): (["عدن", "صنعاء"], ["YE"], None),
    ("en", "Geneva/New York – "): (["Geneva", "New York"], ["CH", "US"], None),
    ("fr", "Tunis et Genève – "): (["Tunis", "Genève"], ["TN", "CH"], None),
    # agencies
    ("ar", "الكويت - 15 - 11 (كونا) -- "): (["الكويت"], ["KW"], None),
    ("en", "KUWAIT, Nov 15 (KUNA) -- "): (["KUWAIT"], ["KW"], None),
    ("en", "Geneva (ILO News) – "): (["Geneva"], ["CH"], None),
    ("ar", "كونا_ "): ([], [], None),
    # the day: words before it, times of day, months alone, other months' names
    ("fr", "Tunis, le lundi 4 juillet 2016 – "): (["Tunis"], ["TN"], "2016-07-04"),
    ("fr", "Lundi 4 juillet 2016, Tunis – "): (["Tunis"], ["TN"], "2016-07-04"),
    ("fr", "Tunis, ce mardi 5 juill. 2016 – "): (["Tunis"], ["TN"], "2016-07-05"),
    ("fr", "Tunis, le 1ᵉʳ mars 2019 à 10h30 – "): (["Tunis"], ["TN"], "2019-03-01"),
    ("fr", "Tunis, mars 2019 – "): (["Tunis"], ["TN"], "2019-03"),
    ("fr", "À Tunis, le 4 juillet 2016 – "): (["Tunis"], ["TN"], "2016-07-04"),
    ("en", "Cairo, on Tuesday 12th March, 2019 – "): (["Cairo"], ["EG"], "2019-03-12"),
    ("en", "Cairo, 12-Mar-2019 – "): (["Cairo"], ["EG"], "2019-03-12"),
    ("en", "Tuesday, March 12, 2019 – Cairo, Egypt – "): (["Cairo"], ["EG"], "2019-03-12"),
    ("ar", "القاهرة فى 12 مارس من عام 2019: "): (["القاهرة"], ["EG"], "2019-03-12"),
    ("ar", "الرباط، 5 يوليوز 2019 - "): (["الرباط"], ["MA"], "2019-07-05"),
    ("ar", "نواكشوط، 5 دجمبر 2019 - "): (["نواكشوط"], ["MR"], "2019-12-05"),
    ("ar", "بيروت، 5 تشرين ثاني 2019 - "): (["بيروت"], ["LB"], "2019-11-05"),
    ("ar", "بيروت في يوم الثلثاء الموافق 12 آذار 2019: "): (["بيروت"], ["LB"], "2019-03-12"),
    ("ar", "بيروت، 12 آذار 2019، الساعة 10:30 – "): (["بيروت"], ["LB"], "2019-03-12"),
    # unseen direction marks
    ("ar", "\u200fبيروت\u200f – "): (["بيروت"], ["LB"], None),
    ("ar", "بيروت، \u200f٥ شباط\u200f ٢٠١٤ – "): (["بيروت"], ["LB"], "2014-02-05"),
    ("ar", "بيروت، 12\u200f/3\u200f/2019 – "): (["بيروت"], ["LB"], "2019-03-12"),
    # the Islamic date beside the common one, and the letters of both eras
    ("ar", "الرياض، 12 رجب 1441هـ (7 مارس 2020م) - "): (["الرياض"], ["SA"], "2020-03-07"),
    ("ar", "الرياض - السبت 12/7/1441هـ الموافق 7/3/2020م - "): (["الرياض"], ["SA"], "2020-03-07"),
    ("ar", "الرياض - 7 مارس 2020م الموافق 12 رجب 1441هـ - "): (["الرياض"], ["SA"], "2020-03-07"),
    ("ar", "الدوحة في 9 ربيع الآخر 1440هـ الموافق 16 ديسمبر 2018م - "): (["الدوحة"], ["QA"], "2018-12-16"),
    ("ar", "الرياض 12 رجب 1441هـ – "): (["الرياض"], ["SA"], None),
    ("en", "Riyadh, Rajab 12, 1441, March 07, 2020, SPA -- "): (["Riyadh"], ["SA"], "2020-03-07"),
    # no sign at the end
    ("ar", "الرياض 12 رجب 1441 هـ الموافق 7 مارس 2020 م واس "): (["الرياض"], ["SA"], "2020-03-07"),
    ("ar", "بيروت 12-3-2019 "): (["بيروت"], ["LB"], "2019-03-12"),
    ("en", "Cairo, 12 March 2019 "): (["Cairo"], ["EG"], "2019-03-12"),
    # brackets and long dashes
    ("en", "[Tunis, 20 June 2016] "): (["Tunis"], ["TN"], "2016-06-20"),
    ("en", "Cairo [12 March 2019] – "): (["Cairo"], ["EG"], "2019-03-12"),
    ("en", "GENEVA (12 March 2019)–"): (["GENEVA"], ["CH"], "2019-03-12"),
    ("en", "TUNIS—"): (["TUNIS"], ["TN"], None),
    ("en", "Geneva, 12 March 2019 – (IOM) – "): (["Geneva"], ["CH"], "2019-03-12"),
    ("ar", "نواكشوط، 5 مايو 2019 (و م أ) – "): (["نواكشوط"], ["MR"], "2019-05-05"),
    ("ar", "أبوظبي في 5 مايو / وام / "): (["أبوظبي"], ["AE"], None),
    ("ar", "الخرطوم في 12-3-2019م (سونا) - "): (["الخرطوم"], ["SD"], "2019-03-12"),
    # further places: states, long forms of countries, unknown ones beside known ones
    ("en", "Washington, D.C. – "): (["Washington, D.C."], ["US"], None),
    ("en", "Washington, DC – "): (["Washington, DC"], ["US"], None),
    ("en", "New York, N.Y. – "): (["New York"], ["US"], None),
    ("en", "Manama, Kingdom of Bahrain – "): (["Manama"], ["BH"], None),
    ("en", "Amman, Hashemite Kingdom of Jordan – "): (["Amman"], ["JO"], None),
    ("fr", "Alger, République algérienne démocratique et populaire – "): (["Alger"], ["DZ"], None),
    ("ar", "مسقط، سلطنة عُمان – "): (["مسقط"], ["OM"], None),
    ("ar", "عمّان، المملكة الأردنية الهاشمية – "): (["عمّان"], ["JO"], None),
    ("ar", "طهران، جمهورية إيران الإسلامية – "): (["طهران"], ["IR"], None),
    ("fr", "Genève, Suisse, et Tunis, Tunisie – "): (["Genève", "Tunis"], ["CH", "TN"], None),
    ("fr", "Bruxelles-Tunis, 12 mars 2019 – "): (["Bruxelles", "Tunis"], ["BE", "TN"], "2019-03-12"),
    ("fr", "Niamey/Agadez/Zriba-Sud – "): (["Niamey", "Agadez", "Zriba-Sud"], ["NE"], None),
    ("ar", "جنيف، واشنطن - "): (["جنيف", "واشنطن"], ["CH", "US"], None),
    ("fr", "Zriba-Sud - Tunis - "): (["Zriba-Sud"], [], None),
    # an unknown place with a full date
    ("fr", "Zriba-Sud, le 4 juillet 2019 – "): (["Zriba-Sud"], [], "2019-07-04"),
    ("fr", "Zriba-Sud, le 4 juillet 2019 : "): (["Zriba-Sud"], [], "2019-07-04"),
    ("fr", "Zriba-Sud (Tunisie), le 4 juillet 2019 – "): (["Zriba-Sud"], ["TN"], "2019-07-04"),
    # none
    ("fr", ""): ([], [], None),
    ("fr", "À Tunis, le 4 juillet 2016, "): ([], [], None),
    ("fr", "Depuis le 4 juillet 2016 – "): ([], [], None),
    ("fr", "Hier, 4 juillet 2016 – "): ([], [], None),
    ("fr", "Mars 2019 – "): ([], [], None),
    ("fr", "Séminaire 4 juillet 2016 – "): ([], [], None),
    ("en", "Human Rights Day, 10 December 2019 – "): ([], [], None),
    ("ar", "منذ 12 مارس 2019 - "): ([], [], None),
    ("en", "On 29 April 2015 staff were trained and "): ([], [], None),
}  # fmt: skip


@pytest.mark.parametrize(("language", "dateline"), DATELINES)
def test_dateline(language: str, dateline: str) -> None:
    reading = lead(language, dateline)
    assert reading.error is None
    found = (list(reading.places), list(reading.countries), reading.published)
    assert found == DATELINES[language, dateline]
    assert blocks(reading)[1].startswith(dateline.strip(" \u200f")[:4]), (
        "the dateline stays in the text as printed"
    )


def test_letter_of_the_era_and_hyphened_names_stay_whole() -> None:
    assert lead("fr", "Addis-Abeba, 3 mai 2020 – ").places == ("Addis-Abeba",)
    assert lead("en", "A Coruña, 3 May 2020 – ").places == ("A Coruña",)
    assert lead("ar", "الرياض، م - ").countries == ()


@pytest.mark.parametrize("line", ["طرابلس - 17 مارس 2022", "طرابلس، 17 مارس 2022", "طرابلس، ليبيا"])
def test_dateline_on_its_own_line(line: str) -> None:
    reading = parse(f"{TITLE['ar']}\n{line}\n{AR} ليبيا.\n{REST['ar']}\n")
    assert (reading.places, reading.countries) == (("طرابلس",), ("LY",))
    assert reading.published == ("2022-03-17" if "17" in line else None)
    assert line in blocks(reading)


@pytest.mark.parametrize(
    ("word", "country", "code"),
    [("Libanaise", "LB", "place-word"), ("Lebanon", "LB", "foreign-place"), ("Egypt", "EG", "foreign-place")],
)
def test_wrong_or_foreign_place_word_gives_the_country_and_warns(word: str, country: str, code: str) -> None:
    reading = lead("fr", f"{word} - ")
    assert (reading.places, reading.countries) == ((word,), (country,))
    assert code in codes(reading)


def test_unknown_place_is_kept_and_asked_for() -> None:
    reading = lead("fr", "Jleeb Al-Shuyoukh – ")
    assert (reading.places, reading.countries) == (("Jleeb Al-Shuyoukh",), ())
    assert "unknown-place" in codes(reading)


def test_homonym_is_decided_by_the_text_or_reported() -> None:
    libyan = parse(f"{TITLE['ar']} في ليبيا\n\nطرابلس - {AR}\n\n{REST['ar']}")
    assert (libyan.countries, codes(libyan)) == (("LY",), set())
    lebanese = parse(f"{TITLE['ar']} في لبنان\n\nطرابلس - {AR}\n\n{REST['ar']}")
    assert (lebanese.countries, codes(lebanese)) == (("LB",), set())
    open_case = parse(f"{TITLE['ar']}\n\nطرابلس - {AR}\n\n{REST['ar']}")
    assert (open_case.countries, codes(open_case)) == (("LY",), {"homonym"})
    assert parse(f"{TITLE['ar']}\n\nعمان - {AR} الأردن.\n\n{REST['ar']}").countries == ("JO",)


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


def wrap(text: str, width: int = 62) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_hard_wrapped_page_with_blank_lines_is_rejoined(language: str) -> None:
    paragraphs = [LEAD[language] + " " + REST[language], REST[language] + " " + LEAD[language]]
    reading = parse("\n\n".join([TITLE[language], *map(wrap, paragraphs)]) + "\n")
    assert blocks(reading) == [TITLE[language], *paragraphs]
    assert "guessed-paragraphs" not in codes(reading)


def test_hard_wrapped_paragraph_of_two_lines_is_rejoined() -> None:
    lines = "The office in Cairo is holding trainings for the police,\nprosecutors, judges and others against trafficking."
    reading = parse(f"News\nGlobal\n\n{TITLE['en']}\n\n{lines}\n\n{REST['en']}\n")
    assert lines.replace("\n", " ") in blocks(reading)


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_hard_wrapped_page_without_blank_lines_is_rejoined_and_warned_of(language: str) -> None:
    paragraphs = [f"{LEAD[language]} {REST[language]}"] * 12
    # Without capitals only its width tells a title from the first line of a sentence.
    title = TITLE[language] + (" في شمال أفريقيا" if language == "ar" else "")
    reading = parse("\n".join([title, *map(wrap, paragraphs)]) + "\n")
    assert reading.title == title
    assert len(blocks(reading)) <= 14, "never one paragraph per line"
    assert "guessed-paragraphs" in codes(reading)
    assert " ".join(blocks(reading)[1:]) == " ".join(paragraphs)


def test_hard_wrapped_page_without_a_title_is_an_error() -> None:
    reading = parse(wrap(f"{FR} {REST['fr']}") + "\n\n" + wrap(REST["fr"]) + "\n")
    assert reading.title is None


CONTACTS = {
    "one sentence": (
        "Pour plus d’informations, veuillez contacter Jean Exemple, OIM Tunisie, Tél : +216 71 860 312, Email : je@example.org",
        [("Jean Exemple", None, "OIM Tunisie", ["+21671860312"], ["je@example.org"])],
    ),
    "a block with blank lines": (
        "Pour plus d’informations, veuillez contacter\n\nJean Exemple\n\nOIM Tunisie\n\nEmail: je@example.org\n\nTel. +216.71860312",
        [("Jean Exemple", None, "OIM Tunisie", ["+21671860312"], ["je@example.org"])],
    ),
    "a block without blank lines": (
        "For further information please contact:\nJane Example\nCommunications Officer\nIOM Tunisia\nTel: +216 71 860 312\nEmail: je@example.org",
        [("Jane Example", "Communications Officer", "IOM Tunisia", ["+21671860312"], ["je@example.org"])],
    ),
    "several persons in one sentence": (
        "For more information, please contact: Jane Example, IOM Tunisia, Tel: +216 71 860 312, Email: je@example.org "
        "or John Sample, IOM Geneva, Tel: +41 22 717 9111, Email: js@example.org",
        [("Jane Example", None, "IOM Tunisia", ["+21671860312"], ["je@example.org"]),
         ("John Sample", None, "IOM Geneva", ["+41227179111"], ["js@example.org"])],
    ),
    "several persons on lines": (
        "Media contacts:\n\nJane Example, IOM Tunisia, je@example.org, +216 71 860 312\n\nJohn Sample, IOM Geneva, js@example.org",
        [("Jane Example", None, "IOM Tunisia", ["+21671860312"], ["je@example.org"]),
         ("John Sample", None, "IOM Geneva", [], ["js@example.org"])],
    ),
    "a service without a name": (
        "Contact presse : Service de communication de l’OIM, press@example.org",
        [(None, None, "Service de communication de l’OIM", [], ["press@example.org"])],
    ),
    "inside prose": (
        "Des entretiens peuvent être organisés par le Département de la communication: press@example.org ou +4122/799-7912.",
        [(None, None, "Département de la communication", ["+41227997912"], ["press@example.org"])],
    ),
    "Arabic": (
        "لمزيد من المعلومات يرجى التواصل مع سارة المثال – المنظمة الدولية للهجرة في تونس، هاتف: ٠٠٢١٦٧١٨٦٠٣١٢، بريد إلكتروني se@example.org",
        [("سارة المثال", None, "المنظمة الدولية للهجرة في تونس", ["+21671860312"], ["se@example.org"])],
    ),
    "an address in brackets": (
        "Contact: Jane Example, IOM Tunisia, je[at]example.org",
        [("Jane Example", None, "IOM Tunisia", [], ["je@example.org"])],
    ),
    "a form of address with a full stop": (
        "Contact:\nIOM Kenya, Project Manager, Mr. Jean Exemple\nTel: +254 715 990 600\nje@example.org",
        [("Jean Exemple", "Project Manager", "IOM Kenya", ["+254715990600"], ["je@example.org"])],
    ),
    "forms of address": (
        "Contacts : Mme Amel Exemple, OIM, ae@example.org\nM. Jean Exemple, HCR, je@example.org\nد. سارة المثال، se@example.org\nDr. John A. Sample, js@example.org",
        [("Amel Exemple", None, "OIM", [], ["ae@example.org"]), ("Jean Exemple", None, "HCR", [], ["je@example.org"]),
         ("سارة المثال", None, None, [], ["se@example.org"]), ("John A. Sample", None, None, [], ["js@example.org"])],
    ),
    "Arabic vowel marks": (
        "لمزيدٍ من المعلومات، يُرجى التواصل مع سارة المثال، se@example.org",
        [("سارة المثال", None, None, [], ["se@example.org"])],
    ),
    "an Arabic preposition written onto the name": (
        "يُرجى الاتصال بالسيدة سارة المثال على الرقم ٠٠٢١٦٧١٨٦٠٣١٢ أو عبر البريد الإلكتروني: se@example.org",
        [("سارة المثال", None, None, ["+21671860312"], ["se@example.org"])],
    ),
    "the same where the name begins with the letter": (
        "يرجى الاتصال: بشير المثال، be@example.org",
        [("بشير المثال", None, None, [], ["be@example.org"])],
    ),
    "a place behind the name": (
        "For more information, please contact Jane Example in Geneva, Tel: +41 22 717 91 11",
        [("Jane Example", None, None, ["+41227179111"], [])],
    ),
    "a place behind the name in French": (
        "Pour plus d’informations, contactez Amel Exemple à Genève, ae@example.org",
        [("Amel Exemple", None, None, [], ["ae@example.org"])],
    ),
    "a place behind the name in Arabic": (
        "للتواصل: سارة المثال في جنيف، se@example.org",
        [("سارة المثال", None, None, [], ["se@example.org"])],
    ),
    "a place and a street are no function": (
        "Contact: Jane Example, Nairobi, 12 Sample Street, je@example.org",
        [("Jane Example", None, None, [], ["je@example.org"])],
    ),
    "places before the names": (
        "For more information, please contact:\n- In New York, Jane Example, je@example.org\n- In Tunis, John Sample, js@example.org",
        [("Jane Example", None, None, [], ["je@example.org"]), ("John Sample", None, None, [], ["js@example.org"])],
    ),
    "a label that opens a contact": (
        "Relations presse : Amel Exemple, OIM Tunisie, ae@example.org",
        [("Amel Exemple", None, "OIM Tunisie", [], ["ae@example.org"])],
    ),
    "a label on a line of its own": (
        "Media relations\nIOM Kenya\nJane Example\nje@example.org",
        [("Jane Example", None, "IOM Kenya", [], ["je@example.org"])],
    ),
    "a label without a name": (
        "Press office: press@example.org",
        [(None, None, "Press office", [], ["press@example.org"])],
    ),
    "no phrase at all": (
        "Jane Example\nPress Officer\nIOM Kenya\nTel: +254 715 990 600\nje@example.org",
        [("Jane Example", "Press Officer", "IOM Kenya", ["+254715990600"], ["je@example.org"])],
    ),
    "numbers of the release's country": (
        "Contact presse : Amel Exemple, tél. : 71 860 312 / 98 221 345 ; fax 71-861-097",
        [("Amel Exemple", None, None, ["+21671860312", "+21698221345", "+21671861097"], [])],
    ),
    "a number as a field of its own": (
        "Contact : Amel Exemple – OIM Tunisie – 71 860 312",
        [("Amel Exemple", None, "OIM Tunisie", ["+21671860312"], [])],
    ),
    "a second number without its prefix": (
        "Contact: Jane Example, +254 715 990 600/733 448 222",
        [("Jane Example", None, None, ["+254715990600", "+254733448222"], [])],
    ),
    "a prefix that Arabic has turned round": (
        "للتواصل: سارة المثال، هاتف: 6 562 5080 (962+)",
        [("سارة المثال", None, None, ["+96265625080"], [])],
    ),
    "extensions": (
        "Contact: Jane Example, +254 20 422 1000 ext. 112 or John Sample, +254 20 422 1000, poste 12",
        [("Jane Example", None, None, ["+254204221000"], []), ("John Sample", None, None, ["+254204221000"], [])],
    ),
    "two persons with one number": (
        "For interviews, contact Jane Example or John Sample at IOM Kenya, +254 715 990 600",
        [("Jane Example", None, "IOM Kenya", ["+254715990600"], []), ("John Sample", None, "IOM Kenya", ["+254715990600"], [])],
    ),
    "two persons with an address each": (
        "للتواصل مع سارة المثال وخالد العينة: se@example.org، kh@example.org",
        [("سارة المثال", None, None, [], ["se@example.org"]), ("خالد العينة", None, None, [], ["kh@example.org"])],
    ),
    "offices before the names": (
        "Contacts:\nIOM Kenya: Jane Example, je@example.org\nMinistry of Labour: John Sample, +254 20 272 9801",
        [("Jane Example", None, "IOM Kenya", [], ["je@example.org"]), ("John Sample", None, "Ministry of Labour", ["+254202729801"], [])],
    ),
    "a function before the name": (
        "Contact: IOM spokesperson Jane Example, jexample@example.org",
        [("Jane Example", "IOM spokesperson", None, [], ["jexample@example.org"])],
    ),
    "a form": (
        "Name: Jane Example\nTitle: Press Officer\nOrganization: IOM Kenya\nEmail:\nje@example.org\nWebsite: example.org",
        [("Jane Example", "Press Officer", "IOM Kenya", [], ["je@example.org"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTACTS)
def test_contact(case: str) -> None:
    printed, expected = CONTACTS[case]
    reading = parse(f"{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n\n{printed}\n")
    found = [
        (one.name, one.function, one.office, list(one.phones), list(one.emails)) for one in reading.contacts
    ]
    assert found == expected
    for line in printed.split("\n"):
        assert not line or line in blocks(reading), "the contact stays on the page, line by line"


def test_contact_after_an_end_mark_is_kept_and_the_biography_below_it_is_not() -> None:
    contact = "لمزيد من المعلومات يرجى التواصل مع سارة المثال، se@example.org"
    biography = "حصلت سارة على شهادة البكالوريوس في علم النفس من جامعة تونس وعملت في مجال الإغاثة."
    reading = parse(f"{TITLE['ar']}\n\n{AR}\n\n{REST['ar']}\n\nنهاية التصريح\n\n{contact}\n\n{biography}\n")
    assert [one.emails for one in reading.contacts] == [("se@example.org",)]
    assert why(reading, "نهاية التصريح") == "end mark"
    assert why(reading, biography) == "end matter"
    assert contact in blocks(reading)
    kept = parse(f"{TITLE['ar']}\n\n{AR}\n\n{REST['ar']}\n\n{contact}\n\n{biography}\n", keep_end=True)
    assert biography in blocks(kept)


@pytest.mark.parametrize(
    "printed", ["+961.76620648", "+961 (7) 662 06 48", "00961 76 620 648", "+961-76-620648"]
)
def test_one_number_is_one_number_however_it_is_printed(printed: str) -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\nContact : Jean Exemple, Tél. {printed}\n")
    assert reading.contacts[0].phones == ("+96176620648",)


def test_number_with_the_area_in_brackets() -> None:
    reading = parse(
        f"{TITLE['en']}\n\n{EN}\n\n{REST['en']}\n\nContact: Jane Example, Tel: +(202) 2736 5140\n"
    )
    assert reading.contacts[0].phones == ("+20227365140",)


def test_hotlines_laws_and_figures_are_no_contacts() -> None:
    text = (
        "The hotline 16000, the number 527, Law 68/2015, 1,200,000 people and 2019-2020 are not telephones."
    )
    assert parse(f"{TITLE['en']}\n\n{EN} {text}\n\n{REST['en']}\n").contacts == ()


@pytest.mark.parametrize(
    "words",
    [
        "tél. : 2019",
        "tél. 12.03.2019",
        "tél. 2018-2019",
        "téléphone 71 860 312 euros",
        "budget 71 860 312 dinars",
        "dossier 71 860 312",
    ],
)
def test_years_dates_and_amounts_in_a_contact_are_no_numbers(words: str) -> None:
    contact = f"Contact : Jean Exemple, {words}, je@example.org"
    reading = parse(f"{TITLE['fr']}\n\nTunis - {FR}\n\n{REST['fr']}\n\n{contact}\n")
    assert [(one.name, one.phones) for one in reading.contacts] == [("Jean Exemple", ())]


@pytest.mark.parametrize("dateline", ["", "Tunis - ", "Tunis, Genève - "])
def test_number_without_a_prefix_is_reported_where_no_single_country_has_it(dateline: str) -> None:
    contact = "Contact : Jean Exemple, tél. 022 717 91 11, je@example.org"
    reading = parse(f"{TITLE['fr']}\n\n{dateline}{FR}\n\n{REST['fr']}\n\n{contact}\n")
    assert (reading.contacts[0].phones, "unread-phone" in codes(reading)) == ((), True)
    assert contact in blocks(reading)
    known = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\n{contact}\n", countries=("CH",))
    assert (known.contacts[0].phones, codes(known)) == (("+41227179111",), set())


def test_hotline_without_a_prefix_in_prose_is_no_contact() -> None:
    text = "Le numéro vert, tél. 80 100 136, répond à toute heure aux appels des personnes migrantes."
    assert parse(f"{TITLE['fr']}\n\nTunis - {FR} {text}\n\n{REST['fr']}\n").contacts == ()


def test_arabic_heading_above_an_address_is_no_name() -> None:
    lines = "معلومات إضافية\nهاتف: +962 6 562 5080"
    reading = parse(f"{TITLE['ar']}\n\n{AR}\n\n{REST['ar']}\n\n{lines}\n")
    assert [(one.name, one.phones) for one in reading.contacts] == [(None, ("+96265625080",))]


def test_hidden_address_is_reported_as_lost_and_a_repaired_one_as_repaired() -> None:
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\nContact: Jane Example, [email protected]\n")
    assert "lost-address" in codes(reading)
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\nContact: Jane Example, je[at]example.org\n")
    assert "repaired-address" in codes(reading)


def test_english_body_below_an_arabic_date_is_english() -> None:
    reading = parse(f"{TITLE['en']}\n\n٢٩ يونيو، ٢٠١٨\n\nAMMAN, Jordan – {EN}\n\n{REST['en']}\n")
    assert (reading.language, reading.published) == ("en", "2018-06-29")


def test_english_project_names_do_not_make_french_english() -> None:
    name = "Enhancing the Capacity of Labour Inspectors Towards the Identification of Victims of Trafficking"
    assert parse(f"{TITLE['fr']}\n\n{FR} Intitulé {name}, il dure.\n\n{REST['fr']}\n").language == "fr"


def test_latin_acronyms_do_not_make_arabic_anything_else() -> None:
    assert parse(f"{TITLE['ar']}\n\n{AR} (IOM) (UNODC) (AVRR)\n\n{REST['ar']}\n").language == "ar"


def body(*lines: str) -> str:
    return parse("\n\n".join([TITLE["en"], EN, *lines]) + "\n").body


def test_bulleted_lines_are_a_list() -> None:
    assert "- Shelter;\n- Meals;\n- Advice." in body(
        "The centre offers:", "  • Shelter;\n  • Meals;\n  • Advice.", REST["en"]
    )


def test_indented_lines_below_a_colon_are_a_list() -> None:
    assert "- Shelter for all\n- Meals" in body(
        "The centre offers:", "   Shelter for all\n   Meals", REST["en"]
    )


def test_lines_that_end_in_semicolons_below_a_colon_are_a_list() -> None:
    assert "- shelter;\n- meals;\n- advice." in body(
        "The centre offers:", "shelter;", "meals;", "advice.", REST["en"]
    )


def test_sub_heading_is_a_heading_and_a_last_line_is_not() -> None:
    text = body("A centre for all", REST["en"], "Sharing best practice")
    assert "\n## A centre for all\n" in text
    assert "\nSharing best practice\n" in text


def test_quotation_marks_are_never_repaired() -> None:
    quote = [
        "« Nous sommes fiers “de ce centre”, a-t-elle déclaré.",
        "“Pour y parvenir, il faut agir », dit-il.",
        'Sans ouvrir."',
    ]
    reading = parse("\n\n".join([TITLE["fr"], FR, *quote, REST["fr"]]))
    assert [line for line in blocks(reading) if line in quote] == quote


def test_footnote_below_the_contact_is_kept() -> None:
    contact = "Pour plus d’informations, veuillez contacter Jean Exemple, je@example.org"
    note = "* Le terme désigne toute personne qui quitte son lieu de résidence."
    reading = parse(f"{TITLE['fr']}\n\n{FR} travailleurs migrants*.\n\n{REST['fr']}\n\n{contact}\n\n{note}\n")
    assert note in blocks(reading)


@pytest.mark.parametrize("end", ["(Fin) (A.G.)", "(النهاية) أ ج / م ع", "###", "* * *", "FIN", "ENDS"])
def test_end_mark_is_left_out(end: str) -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\n{end}\n")
    assert why(reading, end) == "end mark"


@pytest.mark.parametrize("line", ["Télécharger le communiqué", "Faites un don pour aider les familles.", "Follow us on Twitter @example",
                                  "للحصول على أخبار مباشرة يرجى متابعة حساب المنظمة على تويتر @example"])  # fmt: skip
def test_plea_or_download_line_at_the_end_is_left_out(line: str) -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\n{line}\n")
    assert why(reading, line) == "end matter"


@pytest.mark.parametrize(
    "line",
    [
        "Donations from the embassy have helped five hundred families to return since the spring.",
        "Related projects in three other countries will begin before the end of the next year.",
        "Photo exhibitions in four towns showed what the people in the centre had to live through.",
    ],
)
def test_last_sentence_that_begins_like_a_label_is_kept(line: str) -> None:
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\n{REST['en']}\n\n{line}\n")
    assert line in blocks(reading)
    assert line in blocks(parse(f"{TITLE['en']}\n\n{line}\n\n{EN}\n\n{REST['en']}\n"))


def test_related_titles_below_their_heading_are_left_out() -> None:
    reading = parse(
        f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\nArticles liés\n\nUn autre titre\n\nEncore un titre\n"
    )
    assert why(reading, "Un autre titre") == why(reading, "Encore un titre") == "end matter"


def test_advertisement_amid_the_text_is_left_out() -> None:
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\nAd\n\n{REST['en']}\n")
    assert why(reading, "Ad") == "advertisement"


LETTERS = {
    "letter-nbsp": "Il dit :\u00a0« Oui\u202f».",
    "letter-tatweel": "المنظمـــة",
    "letter-farsi": "الھجرة والتاریخ",
    "letter-final-ya": "فى الاجتماع",
    "letter-oe": "la main-d'uvre et la mise en uvre",
    "letter-zero": "انتهى المشروع0",
    "letter-hidden": "un mot\u202eun autre",
    "quoted-mail": "> Un mot cité.",
    "encoded-twice": "Lâ€™OIM a aidÃ© des familles.",
    "pasted-markup": "<b>Un mot</b> de L&rsquo;OIM",
}


@pytest.mark.parametrize("code", LETTERS)
def test_odd_letters_are_warned_of_and_kept(code: str) -> None:
    words = LETTERS[code]
    language = "ar" if "ا" in words else "fr"
    reading = parse(f"{TITLE[language]}\n\n{LEAD[language]}\n\n{words}\n\n{REST[language]}\n")
    assert code in codes(reading)
    assert words.replace("\u202e", "") in blocks(reading)


def test_ordinary_letters_are_not_warned_of() -> None:
    assert codes(lead("fr", "Tunis - ")) == set()
    assert codes(lead("ar", "تونس - ")) == set()
    usual = "Où 3 < 5 et 7 > 6, R&D; « PÂTES À LA CRÈME », Øystein, São Tomé et São Paulo, x <y> z."
    assert codes(parse(f"{TITLE['fr']}\n\n{FR}\n\n{usual}\n\n{REST['fr']}\n")) == set()


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_digest_is_refused_with_the_lines_where_each_seems_to_start(language: str) -> None:
    dateline = "تونس - " if language == "ar" else "Tunis - "
    one = f"{TITLE[language]}\n\n{dateline}{LEAD[language]}\n\n{REST[language]}\n\n"
    two = one.replace(TITLE[language], f"{TITLE[language]} 2")
    reading = parse(one + two)
    assert "several releases" in str(reading.error)
    assert "lines 1, 7" in str(reading.error)


def test_speech_with_its_day_in_the_title() -> None:
    title = "كلمة المنسق المقيم في الفعالية التي أقيمت بمناسبة يوم الأمم المتحدة، 30 أكتوبر 2024"
    reading = parse(f"{title}\n{title}\n*\nأصحاب المعالي الوزراء، السيدات والسادة،\n{AR}\n{REST['ar']}\n")
    assert (reading.title, reading.published) == (title, "2024-10-30")


def test_closing_line_with_place_and_day_gives_the_date() -> None:
    reading = parse(f"{TITLE['fr']}\n\n{FR}\n\n{REST['fr']}\n\nGenève, 12 mai 2020\n")
    assert reading.published == "2020-05-12"


@pytest.mark.parametrize("number", ["+965 2530 816", "+ 12345678", "+999 123 456 789", "+111111111111111"])
def test_a_number_of_no_countrys_plan_ends_the_search_for_one(number: str) -> None:
    """It may be kept as doubtful or left in the text, but no page waits for it."""
    reading = parse(f"{TITLE['en']}\n\nKuwait City – {LEAD['en']}\n\n{REST['en']}\n\nContact: {number}\n")
    assert reading.title == TITLE["en"]


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


def test_direction_marks_around_a_title_go_and_those_inside_stay() -> None:
    title = TITLE["ar"].replace(" مركزا", " (IOM)\u200f مركزا")
    reading = parse(f"\u200f{title}\u200f\n\n{AR}\n\n{REST['ar']}\n")
    assert reading.title == title


def test_a_heading_above_a_hotline_is_nobodys_name() -> None:
    below = "Free Legal Advice\n\nThe hotline is open all day: +216 80 101 030.\n\nThe ministry thanks all."
    reading = parse(f"{TITLE['en']}\n\nTunis – {EN}\n\n{REST['en']}\n\n{REST['en']}\n\n{below}\n")
    assert not any(contact.name for contact in reading.contacts)


def test_years_behind_the_word_contact_are_no_number() -> None:
    line = "Contact tracing in figures: 2019 2020 2021."
    assert "unread-phone" not in codes(parse(f"{TITLE['en']}\n\n{EN}\n\n{line}\n\n{REST['en']}\n"))
