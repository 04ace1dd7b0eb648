"""Every form of a dateline, in three languages."""

# a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import AR, REST, TITLE, blocks, codes, lead, parse

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
