"""Whom to ask: every form of a contact, and what only looks like one."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from tests.raw_kinds import AR, EN, FR, LEAD, REST, TITLE, blocks, codes, parse, why

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


@pytest.mark.parametrize("number", ["+965 2530 816", "+ 12345678", "+999 123 456 789", "+111111111111111"])
def test_a_number_of_no_countrys_plan_ends_the_search_for_one(number: str) -> None:
    """It may be kept as doubtful or left in the text, but no page waits for it."""
    reading = parse(f"{TITLE['en']}\n\nKuwait City – {LEAD['en']}\n\n{REST['en']}\n\nContact: {number}\n")
    assert reading.title == TITLE["en"]


def test_a_heading_above_a_hotline_is_nobodys_name() -> None:
    below = "Free Legal Advice\n\nThe hotline is open all day: +216 80 101 030.\n\nThe ministry thanks all."
    reading = parse(f"{TITLE['en']}\n\nTunis – {EN}\n\n{REST['en']}\n\n{REST['en']}\n\n{below}\n")
    assert not any(contact.name for contact in reading.contacts)


def test_years_behind_the_word_contact_are_no_number() -> None:
    line = "Contact tracing in figures: 2019 2020 2021."
    assert "unread-phone" not in codes(parse(f"{TITLE['en']}\n\n{EN}\n\n{line}\n\n{REST['en']}\n"))
