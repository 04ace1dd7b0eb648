"""Paragraphs, lists, headings and letters of the text, and where it ends."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import AR, EN, FR, LEAD, REST, TITLE, blocks, body, codes, lead, parse, why, wrap


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


def test_english_body_below_an_arabic_date_is_english() -> None:
    reading = parse(f"{TITLE['en']}\n\n٢٩ يونيو، ٢٠١٨\n\nAMMAN, Jordan – {EN}\n\n{REST['en']}\n")
    assert (reading.language, reading.published) == ("en", "2018-06-29")


def test_english_project_names_do_not_make_french_english() -> None:
    name = "Enhancing the Capacity of Labour Inspectors Towards the Identification of Victims of Trafficking"
    assert parse(f"{TITLE['fr']}\n\n{FR} Intitulé {name}, il dure.\n\n{REST['fr']}\n").language == "fr"


def test_latin_acronyms_do_not_make_arabic_anything_else() -> None:
    assert parse(f"{TITLE['ar']}\n\n{AR} (IOM) (UNODC) (AVRR)\n\n{REST['ar']}\n").language == "ar"


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
