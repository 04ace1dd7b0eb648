"""What stands above and around a title: labels, letterheads, message headers, second lines, subtitles."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import LEAD, REST, TITLE, blocks, codes, parse, why

PLACE = {"fr": "Tunis – ", "en": "Tunis – ", "ar": "تونس – "}
BELOW = {language: f"{place}{LEAD[language]}\n\n{REST[language]}\n" for language, place in PLACE.items()}

# The lines above the title, and the day that they give.
ABOVE = {
    ("fr", "Communiqué de presse n° 14"): None,
    ("fr", "Communiqué de presse – 14/2019"): None,
    ("fr", "Communiqué de presse N°12/OIM/2019"): None,
    ("fr", "Communiqué de presse du 12 mars 2019"): "2019-03-12",
    ("fr", "Communiqué de presse conjoint OIM-HCR"): None,
    ("en", "NEWS RELEASE / For Immediate Release"): None,
    ("en", "Press Release (for immediate release)"): None,
    ("en", "Press release No. 5 | 12 March 2019"): "2019-03-12",
    ("en", "Joint Press Release by IOM and UNHCR"): None,
    ("en", "UNHCR – Press statement"): None,
    ("en", "Press Release\nIOM Kenya"): None,
    ("ar", "بيان صادر عن وزارة الداخلية"): None,
    ("ar", "تصريح صحفي صادر عن المنظمة الدولية للهجرة"): None,
    ("ar", "بيان صحفي رقم ١٤/٢٠١٨"): None,
    # embargoes: their day is not the day of publication
    ("fr", "Embargo : 12 mars 2019"): None,
    ("fr", "SOUS EMBARGO JUSQU’AU 12 mars 2019 à 10h00 GMT"): None,
    ("en", "STRICTLY EMBARGOED UNTIL 10:00 GMT, 12 MARCH 2019"): None,
    ("en", "Not for publication before 12 March 2019"): None,
    ("ar", "محظور النشر حتى 12 مارس 2019"): None,
    # letterheads
    ("fr", "Royaume du Maroc\nMinistère de l’Intérieur"): None,
    ("fr", "République Tunisienne\nMinistère de l’Intérieur\n\nCommuniqué de presse\n\nTunis, le 14 janvier 2019"): "2019-01-14",
    ("en", "International Organization for Migration (IOM)\nMission in Kenya"): None,
    ("en", "International Organization for Migration (IOM)"): None,
    ("fr", "L’ORGANISATION INTERNATIONALE POUR LES MIGRATIONS\nBUREAU DE TUNIS"): None,
    ("en", "MINISTRY OF LABOUR AND SOCIAL PROTECTION\n\nPRESS STATEMENT"): None,
    ("ar", "المملكة الأردنية الهاشمية\nوزارة العمل"): None,
    ("ar", "بسم الله الرحمن الرحيم\n\nدولة الكويت\nوزارة الداخلية\n\nبيان صحفي\n\nالتاريخ: ١٢ مارس ٢٠١٩"): "2019-03-12",
    # headers of messages: their day is the message's
    ("fr", "De : Presse <p@example.org>\nEnvoyé : mardi 12 mars 2019 09:14\nÀ : Médias\nObjet : Communiqué"): None,
    ("en", "From: Press <p@example.org>\nSent: Tuesday, March 12, 2019 9:14 AM\nTo: Media\nSubject: News"): None,
    ("ar", "من: الإعلام <p@example.org>\nالتاريخ: الثلاثاء، 12 مارس 2019\nالموضوع: بيان صحفي"): None,
    # others
    ("en", "English | Français | العربية"): None,
    ("fr", "Le 12 mars 2019, à Tunis"): "2019-03-12",
}  # fmt: skip


@pytest.mark.parametrize(("language", "above"), ABOVE)
def test_lines_above_the_title_are_left_out_and_are_not_the_title(language: str, above: str) -> None:
    reading = parse(f"{above}\n\n{TITLE[language]}\n\n{BELOW[language]}")
    assert (reading.title, reading.published) == (TITLE[language], ABOVE[language, above])
    assert reading.countries == ("TN",)
    assert all(why(reading, line) for line in above.split("\n") if line)
    assert "doubtful-title" not in codes(reading)


@pytest.mark.parametrize("label", ["Objet : ", "Titre : ", "PRESS RELEASE: ", "بيان صحفي: "])
def test_label_in_front_of_the_title_goes(label: str) -> None:
    language = "ar" if "ا" in label else "fr"
    assert parse(f"{label}{TITLE[language]}\n\n{BELOW[language]}").title == TITLE[language]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "title",
    [
        "Statement by the IOM Director General on the shelter",
        "United Nations support to the migrants of the region",
        "Ministry of Labour signs an agreement with IOM",
        "Embargo on recruitment hurts domestic workers",
        "Interview: a year in the shelter",
        "وزارة الداخلية تفتتح مركزا",
    ],
)
def test_title_that_begins_like_a_label_or_an_office_is_the_title(title: str, language: str) -> None:
    subtitle = "The shelter is free of charge and it is open to women and men of all nationalities"
    for between in ("", f"{subtitle}\n\n", f"12 mars 2019\n\n{subtitle}\n\n"):
        assert parse(f"{title}\n\n{between}{BELOW[language]}").title == title


@pytest.mark.parametrize("title", ["Déclaration conjointe de l’OIM et du HCR", "بيان صادر عن وزارة الداخلية"])
def test_label_that_names_who_speaks_is_the_title_where_no_other_follows(title: str) -> None:
    language = "ar" if "ا" in title else "fr"
    assert parse(f"{title}\n\n{BELOW[language]}").title == title


@pytest.mark.parametrize("above", ["OIM Tunisie", "Royaume du Maroc\nMinistère de l’Intérieur"])
def test_letterhead_without_a_title_below_is_not_the_title(above: str) -> None:
    reading = parse(f"{above}\n\n{BELOW['fr']}")
    assert reading.title is None
    assert "x.toml" in str(reading.error)


def test_year_does_not_make_a_title_a_numbered_label() -> None:
    assert parse(f"Report 2019\n\n{BELOW['en']}").title == "Report 2019"


def test_office_alone_above_the_title_is_left_out_and_warned_of() -> None:
    office = "Ministry of Labour and Social Protection"
    reading = parse(f"{office}\n\n{TITLE['en']}\n\n{BELOW['en']}")
    assert (reading.title, why(reading, office)) == (TITLE["en"], "letterhead")
    assert "doubtful-title" in codes(reading)
    told = parse(f"{office}\n\n{TITLE['en']}\n\n{BELOW['en']}", title=TITLE["en"])
    assert codes(told) == set(), "a title from the maintainer is not doubted"


SEVERAL_LINES = {
    "Thirty Labour Inspectors Trained\non Identifying Victims of Trafficking": set(),
    "L’OIM ET LE MINISTÈRE SIGNENT UN ACCORD\nPOUR LA PROTECTION DES ENFANTS\nMIGRANTS NON ACCOMPAGNÉS": set(),
    "World Day against Trafficking:\nIOM opens a shelter for migrants": set(),
    "Thirty Labour Inspectors Trained on Identifying\nVictims of Trafficking in the Sultanate": {
        "joined-title"
    },
    "MINISTRY OF LABOUR AND PARTNERS\nPROTECT DOMESTIC WORKERS IN KUWAIT": {"joined-title"},
    "United Nations and Partners Support\nDomestic Workers in Nairobi and Mombasa": {"joined-title"},
    "المنظمة الدولية للهجرة ووزارة الشؤون الاجتماعية\nتفتتحان مركزا جديدا لاستقبال المهاجرين": {
        "joined-title"
    },
}


@pytest.mark.parametrize("title", SEVERAL_LINES)
@pytest.mark.parametrize("dateline", [True, False])
def test_title_over_several_lines_is_joined(title: str, dateline: bool) -> None:
    language = "ar" if "ا" in title else "fr" if "É" in title else "en"
    below = BELOW[language] if dateline else BELOW[language].removeprefix(PLACE[language])
    reading = parse(f"{title}\n\n{below}")
    assert (reading.title, codes(reading)) == (title.replace("\n", " "), SEVERAL_LINES[title])
    assert len(blocks(reading)) == 3
    assert reading.sheet.left_out == {}


NOT_JOINED = ["Cairo, 12 March 2019", "12 March 2019", "Photo: Kuwait Press Office", "By Jane Example, Kuwait Example News",
              "Human Trafficking", "Service is free of charge and open to all nationalities",
              "A First for the Region."]  # fmt: skip


@pytest.mark.parametrize("second", NOT_JOINED)
def test_line_of_its_own_kind_below_the_title_is_not_joined_to_it(second: str) -> None:
    title = "Thirty Labour Inspectors Trained"
    assert parse(f"{title}\n{second}\n\n{BELOW['en']}").title == title


def test_lines_are_not_joined_against_the_word_of_the_maintainer() -> None:
    title = "Thirty Labour Inspectors Trained"
    reading = parse(f"{title}\nVictims of Trafficking Identified Sooner\n\n{BELOW['en']}", title=title)
    assert reading.title == title
    assert blocks(reading)[1] == "Victims of Trafficking Identified Sooner"


SUBTITLES = {
    "en": "Service is free of charge and open to all nationalities",
    "fr": "Un service gratuit, ouvert à toutes les nationalités",
    "ar": "الخدمة مجانية ومتاحة لجميع الجنسيات",
}


@pytest.mark.parametrize("language", SUBTITLES)
def test_subtitle_stays_on_the_page(language: str) -> None:
    reading = parse(f"{TITLE[language]}\n\n{SUBTITLES[language]}\n\n{BELOW[language]}")
    assert (reading.title, blocks(reading)[1]) == (TITLE[language], SUBTITLES[language])
    assert reading.countries == ("TN",)


@pytest.mark.parametrize(
    "lines",
    [
        f"Campagne régionale\n\n{TITLE['fr']}",  # a topic and a title, or a title and its second part
        f"Rencontre des partenaires de la région\n\n{TITLE['fr']}",  # a label of no known kind
        f"{TITLE['fr']}\n\nIOM staff talk to migrants in a shelter",  # a picture's text, or a second title
    ],
)
def test_line_that_could_be_the_title_too_is_warned_of(lines: str) -> None:
    assert "doubtful-title" in codes(parse(f"{lines}\n\n{BELOW['fr']}"))


NEAR = {
    "Ministry of Labour and Partners Unite\n\nUnited Nations and Government against Trafficking": "Ministry of Labour and Partners Unite",
    "Embargo for boat engines agreed in Libya": "Embargo for boat engines agreed in Libya",
    "Statement of 3 May 2020": "Statement of 3 May 2020",
    "IOM Opens New Shelter for Migrants\nTunis, 3–5 May 2020": "IOM Opens New Shelter for Migrants",
    "IOM Opens New Shelter for Migrants\nAdel Example, IOM Tunisia": "IOM Opens New Shelter for Migrants",
    "Government of Lebanon discusses trafficking\n\nThe talks were held with all partners of the region and lasted two whole days": "Government of Lebanon discusses trafficking",
    "تقرير المنظمة الدولية للهجرة عن ليبيا\n\nالمهاجرون في الجنوب يحتاجون إلى مزيد من المأوى والمشورة القانونية": "تقرير المنظمة الدولية للهجرة عن ليبيا",
}


@pytest.mark.parametrize("top", NEAR)
def test_a_title_that_looks_like_a_label_or_goes_on_stays_the_title(top: str) -> None:
    reading = parse(f"{top}\n\nTunis – {LEAD['en']}\n\n{REST['en']}\n")
    assert reading.title == NEAR[top]


def test_a_statement_that_is_named_by_its_day_is_of_that_day() -> None:
    text = f"Statement of 3 May 2020\n\nTunis – {LEAD['en']}\n\n{REST['en']}\n"
    assert parse(text).published == "2020-05-03"
