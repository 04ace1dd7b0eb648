"""Who a release names to write to: names, posts, offices and numbers, in the forms that really occur."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from bayan.raw_text.addresses import find_spots
from tests.raw_kinds import LEAD, REST, TITLE, blocks, codes, parse, why

PLACE = {"fr": "Tunis", "en": "Nairobi", "ar": "تونس"}
People = list[tuple[str | None, str | None, str | None, list[str], list[str]]]


def text(language: str, tail: str) -> str:
    return f"{TITLE[language]}\n\n{PLACE[language]} – {LEAD[language]}\n\n{REST[language]}\n\n{tail}\n"


def people(language: str, tail: str) -> People:
    found = parse(text(language, tail)).contacts
    return [(one.name, one.function, one.office, list(one.phones), list(one.emails)) for one in found]


A, B = "adel@example.org", "amina@example.org"
KE, TN = "+254715990600", "+21671860312"

CASES: list[tuple[str, str, People]] = [
    # a post and an office in one piece
    ("en", f"For more information, contact Adel Example, IOM Kenya's Public Information Officer, at {A}.",
     [("Adel Example", "Public Information Officer", "IOM Kenya", [], [A])]),
    ("fr", f"Contact : Adel Exemple, coordonnateur à l’OIM Tunisie, {A}",
     [("Adel Exemple", "coordonnateur", "OIM Tunisie", [], [A])]),
    ("fr", f"Contact : Adel Exemple, porte-parole de l’OIM, {A}", [("Adel Exemple", "porte-parole de l’OIM", None, [], [A])]),
    ("ar", f"للتواصل: عادل المثال، مدير البرامج بالمنظمة الدولية للهجرة، {A}",
     [("عادل المثال", "مدير البرامج", "المنظمة الدولية للهجرة", [], [A])]),
    ("ar", f"للتواصل: عادل المثال، رئيس البعثة في تونس، {A}", [("عادل المثال", "رئيس البعثة في تونس", None, [], [A])]),
    ("en", f"Contact: Adel Example - Media & Comms Officer @ IOM Kenya: {A}",
     [("Adel Example", "Media & Comms Officer", "IOM Kenya", [], [A])]),
    # an office that goes on
    ("en", f"Contact: Adel Example, IOM Kenya, Nairobi, {A}", [("Adel Example", None, "IOM Kenya, Nairobi", [], [A])]),
    ("fr", f"Contact : Ministère de l’Intérieur, des Collectivités locales et du Territoire, {A}",
     [(None, None, "Ministère de l’Intérieur, des Collectivités locales et du Territoire", [], [A])]),
    ("en", f"Contact: Adel Example, Desk Officer, Department of Labour, Skills and Employment, {A}",
     [("Adel Example", "Desk Officer", "Department of Labour, Skills and Employment", [], [A])]),
    ("en", f"Media contacts\nIOM\nIn Geneva, Adel Example, {A}", [("Adel Example", None, "IOM", [], [A])]),
    ("en", f"Contact: Adel Example, KAFA, {A}", [("Adel Example", None, "KAFA", [], [A])]),
    ("en", f"Contact: Adel Example, Officer, IOM, Baluwatar, {A}", [("Adel Example", "Officer", "IOM", [], [A])]),
    # a person amid a sentence
    ("fr", f"Pour toute demande, vous pouvez écrire à M. Adel Exemple ({A}).", [("Adel Exemple", None, None, [], [A])]),
    ("fr", f"Les journalistes s’inscrivent auprès de Mme Amina Exemple ({B}) avant lundi.", [("Amina Exemple", None, None, [], [B])]),
    ("fr", f"Mme Amina Exemple a salué cette idée, et l’adresse est {B}.", [(None, None, None, [], [B])]),
    ("en", f"For interviews, kindly reach out to Adel Example: {A}", [("Adel Example", None, None, [], [A])]),
    ("en", f"For more information on IOM’s work in Kenya, contact Adel Example, {A}", [("Adel Example", None, None, [], [A])]),
    ("en", f"For media enquiries regarding other UN experts, please contact Adel Example ({A})", [("Adel Example", None, None, [], [A])]),
    ("en", f"Adel Example, who heads the desk ({A}), said so. Call 0715 990 600 to report.", [("Adel Example", None, None, [], [A])]),
    ("en", f"The Ministry of Labour can be asked at {A} for the form.", [(None, None, "Ministry of Labour", [], [A])]),
    ("fr", f"Contacts\nPour l’OIM : Adel Exemple, {A}\nPour le Ministère : Amina Exemple, {B}",
     [("Adel Exemple", None, "OIM", [], [A]), ("Amina Exemple", None, "Ministère", [], [B])]),
    ("ar", f"لمزيد من المعلومات والطلبات الإعلامية، يرجى الاتصال بالسيدة أمينة المثال، {B}", [("أمينة المثال", None, None, [], [B])]),
    ("fr", f"Pour plus d’informations, appeler le {TN} (Mme Amina Exemple).", [("Amina Exemple", None, None, [TN], [])]),
    ("fr", f"Contact : OIM, 6, passage du Lac, Les Berges du Lac, {A}", [(None, None, "OIM", [], [A])]),
    # words that lead to a number or an address
    ("fr", f"Contactez le bureau de l’OIM au {TN} ou à {A}", [(None, None, "bureau de l’OIM", [TN], [A])]),
    ("ar", f"للتواصل مع إدارة العلاقات العامة على هاتف رقم {TN}", [(None, None, "إدارة العلاقات العامة", [TN], [])]),
    # Arabic names and words that fold to others
    ("ar", f"للتواصل: علي المثال، {A}", [("علي المثال", None, None, [], [A])]),
    ("ar", f"للتواصل: فهد بن عبد العزيز آل المثال، {A}", [("فهد بن عبد العزيز آل المثال", None, None, [], [A])]),
    ("fr", f"Contact : Adel Exemple, tél. 71 860 312/98 221 345, {A}", [("Adel Exemple", None, None, [TN, "+21698221345"], [A])]),
    ("ar", f"للتواصل: محمد علي، {A}", [("محمد علي", None, None, [], [A])]),
    ("ar", f"للتواصل: سالم بن علي المثال، {A}", [("سالم بن علي المثال", None, None, [], [A])]),
    ("ar", f"للتواصل: سارة المثال علي الرقم {TN}", [("سارة المثال", None, None, [TN], [])]),
    ("ar", f"للتواصل: سارة المثال على {A}", [("سارة المثال", None, None, [], [A])]),
    ("ar", f"للتواصل: سارة المثال، مسؤولة الاتصال، {A}", [("سارة المثال", "مسؤولة الاتصال", None, [], [A])]),
    ("ar", f"المرجو الاتصال بخلية الاتصال: {TN}", [(None, None, "خلية الاتصال", [TN], [])]),
    ("fr", f"Contact : Jeanne d’Arc Exemple, {A}", [("Jeanne d’Arc Exemple", None, None, [], [A])]),
    # numbers without a prefix
    ("fr", f"Contact : Adel Exemple ({A} ; 71 860 312)", [("Adel Exemple", None, None, [TN], [A])]),
    ("ar", "للتواصل: عادل المثال\nالهاتف المحمول: 98221345", [("عادل المثال", None, None, ["+21698221345"], [])]),
    ("fr", "Contact : Adel Exemple\nTél. (bureau) : 71 860 312", [("Adel Exemple", None, None, [TN], [])]),
    ("fr", f"Service de presse : 71 860 312 – {A}", [(None, None, "Service de presse", [TN], [A])]),
    ("en", "Adel Example\nPress Officer\nState Department for Labour\n0715 990 600",
     [("Adel Example", "Press Officer", "State Department for Labour", [KE], [])]),
    ("en", f"Contacts:\nAdel Example, IOM, {A}\nAmina Example, Director, 0715 990 600",
     [("Adel Example", None, "IOM", [], [A]), ("Amina Example", "Director", None, [KE], [])]),
    ("en", "Mobile teams helped: 120 450 people\nThe budget is USD 12 000 000", []),
    ("en", "1 200 345 600\nThe sum was paid in full.", []),
    ("fr", f"Cellule de communication du ministère – Tél. : 71 860 312 – {A}", [(None, None, "Cellule de communication du ministère", [TN], [A])]),
    ("fr", f"La cellule de communication est ouverte, tél. 71 860 312 compris, et répond à {A}.", [(None, None, "cellule de communication", [], [A])]),
    ("fr", f"Personne ressource : Adel Exemple, {A}", [("Adel Exemple", None, None, [], [A])]),
    ("fr", f"Contacts : Adel Exemple, 71/860312, {A}\nAmina Exemple, 98/221345", [("Adel Exemple", None, None, [TN], [A]), ("Amina Exemple", None, None, ["+21698221345"], [])]),
    ("fr", f"Contacts presse\nCabinet de Mme Amina Exemple\n{TN}", [(None, None, "Cabinet de Mme Amina Exemple", [TN], [])]),
    ("en", f"Contact: Adel Example, {A}\nFor Arabic: Amina Example, {B}", [("Adel Example", None, None, [], [A]), ("Amina Example", None, None, [], [B])]),
    # labels and lists of fields
    ("fr", f"Contact : Adel Exemple, OIM. Cellulaire : {TN}", [("Adel Exemple", None, "OIM", [TN], [])]),
    ("en", f"Contact\nName: Adel Example\nPosition: Media Specialist\nOrganization: IOM Kenya\nEmail: {A}",
     [("Adel Example", "Media Specialist", "IOM Kenya", [], [A])]),
    ("ar", f"الناطق الرسمي باسم الوزارة\nعادل المثال\nالهاتف: {TN}", [("عادل المثال", "الناطق الرسمي باسم الوزارة", None, [TN], [])]),
    # several
    ("en", f"Contacts\n\nAdel Example\nPress Secretary\n{A}\n\nMedia Relations\nMinistry of Labour\n0715 990 600\n{B}",
     [("Adel Example", "Press Secretary", None, [], [A]), (None, None, "Media Relations, Ministry of Labour", [KE], [B])]),
    ("fr", f"Contacter Adel Exemple, tél. {TN}, à l’OIM Tunis, ou Amina Exemple, à l’OIM Genève, {B}",
     [("Adel Exemple", None, "OIM Tunis", [TN], []), ("Amina Exemple", None, "OIM Genève", [], [B])]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "tail", "wanted"), CASES, ids=[tail[:60] for _, tail, _ in CASES])
def test_contact_is_read_as_a_person_reads_it(language: str, tail: str, wanted: People) -> None:
    assert people(language, tail) == wanted


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("adel.example AT example.org", "adel.example@example.org"),
        ("adel AT example DOT org", "adel@example.org"),
        ("news AT example.org", None),
        ("LOOK AT EXAMPLE.ORG", None),
        ("see adel.example at example.org", None),
    ],
)
def test_address_in_words_needs_capitals_and_a_dot(printed: str, address: str | None) -> None:
    assert [spot.value for spot in find_spots(printed)] == ([address] if address else [])


def test_number_of_a_plan_that_has_changed_is_kept_with_a_warning() -> None:
    reading = parse(text("fr", "Contact : Adel Exemple, tél. (+229) 97 12 34 56"))
    assert ([one.phones for one in reading.contacts], "doubtful-phone" in codes(reading)) == (
        [("+22997123456",)],
        True,
    )
    assert not find_spots("+229 97 12") and not find_spots("00229 97 12 34 56 2019")


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "About IOM"),
        ("fr", "À propos de l’OIM"),
        ("ar", "نبذة عن المنظمة الدولية للهجرة"),
    ],
)
def test_what_a_publisher_says_of_itself_goes_above_the_contact_too(language: str, heading: str) -> None:
    reading = parse(text(language, f"{heading}\n\n{REST[language]}\n\nContact: Adel Example, {A}"))
    assert why(reading, heading) == "end matter" and "after-contact" in codes(reading)
    assert blocks(reading)[-1] == f"Contact: Adel Example, {A}"


def test_heading_of_the_release_s_own_stays_above_the_contact() -> None:
    for heading in ("About the project", "About IOM’s work with children"):
        reading = parse(text("en", f"{heading}\n\n{REST['en']}\n\nContact: Adel Example, {A}"))
        assert not why(reading, heading)
    own = f"About IOM\n\n{REST['en']}\n\nContact: {A}\n\nThe shelter opens again on Monday."
    assert not why(parse(text("en", own)), "About IOM"), "text of the release's own follows"
    far = "\n\n".join(["About IOM", *[REST["en"]] * 4, f"Contact: {A}"])
    assert not why(parse(text("en", far)), "About IOM")


def test_notes_end_where_the_publisher_speaks_of_itself_or_the_site_begins() -> None:
    notes = f"ENDS\n\nNotes to editors:\n\nPhotographs are available.\n\nAbout IOM\n\nIt was founded in 1951.\n\nContact: {A}"
    reading = parse(text("en", notes))
    assert (why(reading, "founded in 1951"), why(reading, "Photographs")) == ("end matter", None)
    reading = parse(text("en", f"ENDS\n\nNote: names were changed.\n\nContact: {A}\n\nTags: Kenya"))
    assert (why(reading, "Tags: Kenya"), why(reading, "names were")) == ("end matter", None)


def test_bar_of_networks_goes_and_a_sentence_about_them_stays() -> None:
    reading = parse(
        text("en", f"Share this page\n\nFacebook Twitter | WhatsApp\n\nContact: Adel Example, {A}")
    )
    assert why(reading, "Facebook Twitter") and why(reading, "Share this page")
    reading = parse(text("en", f"Facebook and Twitter were used\n\nContact: Adel Example, {A}"))
    assert not why(reading, "Facebook and Twitter")


def test_street_below_a_contact_is_part_of_it() -> None:
    contact = f"Media contact\n\nAdel Example\n\n{A}\n\n"
    assert not why(parse(text("en", f"{contact}47 C, Example Street, Nairobi")), "Example Street")
    assert why(parse(text("en", f"{contact}A road to safety")), "A road to safety")


def test_lines_of_a_contact_are_not_run_together() -> None:
    lines = ["Contact", "Mme Amina Exemple / Chargée de communication / OIM Tunisie", "(+216) 28 54 20 12 / (+216) 71 86 03 12 (poste 145)", f"{A} / {B}"]  # fmt: skip
    assert blocks(parse(text("fr", "\n".join(lines))))[-4:] == lines


def test_letter_o_as_a_bullet_and_a_question_below_a_list() -> None:
    body = parse(text("en", "The course covers:\n\no signs of trafficking,\no the law.\n\nThank you.")).body
    assert "\n- signs of trafficking," in body and "\n- the law" in body
    body = parse(text("en", f"Key facts:\n\n- 12 shelters are open\n\nWhat comes next?\n\n{REST['en']}")).body
    assert "\n## What comes next?" in body
    body = parse(text("en", "O people of the town, said the poster.\n\no tempora")).body
    assert "\n- " not in body


def test_capital_s_own_name_goes_before_a_larger_city_s_other_name() -> None:
    reading = parse(f"{TITLE['en']}\n\nIslamabad – {LEAD['en']}\n\n{REST['en']}\n")
    assert (reading.countries, "homonym" in codes(reading)) == (("PK",), True)
    reading = parse(f"{TITLE['en']}\n\nVictoria – {LEAD['en']}\n\n{REST['en']}\n")
    assert reading.countries != ("SC",), "larger cities have that very name"
