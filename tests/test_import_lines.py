"""Texts broken up by a width, a page's end or a hyphen: read as they were written."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import pytest

from bayan.raw_text.reading import Reading
from tests.raw_kinds import EN, REST, TITLE, blocks, codes, parse, why, wrap

AR_TITLE = "المنظمة الدولية للهجرة تفتتح مكتبا للاستماع إلى العاملات في المنازل"
AR_LEAD = """افتتحت المنظمة الدولية للهجرة يوم الثلاثاء مكتبا
تستطيع فيه العاملات في المنازل التحدث بثقة تامة إلى مرشدات اجتماعيات
يتكلمن خمس لغات."""
AR_PROJECT = """ويهدف المشروع الممول من الاتحاد السويسري إلى تدريب مئتي موظف في
المحافظات الجنوبية الست قبل نهاية العام الجاري، كما ينص على فتح مأويين
جديدين في صفاقس ومدنين."""
AR_COURSES = """وجمعت الدورات الأولى قضاة وعناصر من الشرطة ومرشدات اجتماعيات ناقشوا
حالات واقعية حذفت منها الأسماء."""
AR_DATELINE = "تونس، 12 مارس 2019 – "
AR_DATED = AR_DATELINE + AR_LEAD
AR_LINES = f"{AR_DATED}\n\n{AR_PROJECT}\n\n{AR_COURSES}"


def one_line(text: str) -> str:
    return " ".join(text.split("\n"))


AR_WHOLE = [AR_TITLE, *map(one_line, AR_LINES.split("\n\n"))]

WRAPPED_ARABIC = {
    "three short paragraphs": f"{AR_TITLE}\n\n{AR_LINES}\n",
    "the title directly above the lead": f"{AR_TITLE}\n{AR_LINES}\n",
    "no blank line at all": f"{AR_TITLE}\n{AR_LINES}\n".replace("\n\n", "\n"),
    "a label, no blank line": f"بيان صحفي\n{AR_TITLE}\n{AR_LINES}\n".replace("\n\n", "\n"),
}


@pytest.mark.parametrize("case", WRAPPED_ARABIC)
def test_wrapped_arabic_of_short_paragraphs_is_rejoined(case: str) -> None:
    reading = parse(WRAPPED_ARABIC[case])
    assert blocks(reading) == AR_WHOLE
    assert (reading.places, reading.published) == (("تونس",), "2019-03-12")
    assert ("guessed-paragraphs" in codes(reading)) == ("no blank" in case)


def test_two_paragraphs_of_two_lines_are_enough_to_know_a_wrapped_arabic_text() -> None:
    reading = parse(f"{AR_TITLE}\n\n{AR_COURSES}\n\n{AR_COURSES}\n")
    assert blocks(reading) == [AR_TITLE, one_line(AR_COURSES), one_line(AR_COURSES)]


def test_width_of_a_title_says_nothing_about_that_of_the_text_below_it() -> None:
    title = f"{AR_TITLE} في صفاقس ومدنين وتونس"
    reading = parse(f"{title}\nتونس – {AR_COURSES}\n\n{AR_COURSES}\n\n{AR_COURSES}\n")
    paragraph = one_line(AR_COURSES)
    assert blocks(reading) == [title, f"تونس – {paragraph}", paragraph, paragraph]


def test_known_title_is_parted_from_the_wrapped_text_below_it() -> None:
    text = f"{AR_TITLE}\n{AR_LEAD}\n{AR_PROJECT}\n{AR_COURSES}\n"
    assert "title" in str(parse(text).error), "without a dateline it is asked for"
    reading = parse(text, title=AR_TITLE)
    assert blocks(reading) == [AR_TITLE, *map(one_line, (AR_LEAD, AR_PROJECT, AR_COURSES))]


def test_known_title_may_stand_on_two_lines() -> None:
    reading = parse(f"IOM opens a new shelter\nfor migrants in vulnerable situations\n\n{EN}\n\n{REST['en']}\n", title=TITLE["en"])  # fmt: skip
    assert blocks(reading) == [TITLE["en"], EN, REST["en"]]


def test_title_directly_above_a_wrapped_lead_is_parted_from_it() -> None:
    text = f"{TITLE['en']}\n{wrap('Tunis – ' + EN)}\n\n{wrap(REST['en'])}\n"
    assert blocks(parse(text)) == [TITLE["en"], f"Tunis – {EN}", REST["en"]]


@pytest.mark.parametrize("above", ["ويشمل المشروع ثلاثة أهداف:\n\n", "أهداف المشروع\n\n"])
def test_arabic_lines_of_a_list_are_never_run_together(above: str) -> None:
    lines = [
        "تدريب القضاة والعاملين في المحاكم المختصة بهذه القضايا",
        "تقديم المشورة القانونية للعاملات في المنازل وأسرهن",
        "فتح مأويين جديدين لاستقبال الضحايا في صفاقس ومدنين.",
    ]
    paragraphs = [one_line(AR_DATED), one_line(AR_PROJECT), above + "\n".join(lines)]
    text = "\n\n".join([AR_TITLE, *paragraphs, one_line(AR_COURSES)])
    again = f"\n\n{above}" + "\n".join(lines) if ":" in above else ""
    assert set(lines) <= set(blocks(parse(f"{text}{again}\n")))


LIST = """The desk will do three things, which the Ministry and IOM agreed on in
May after long talks with the unions and with the embassies:

{0}listen to workers in their own language, by telephone and in person, on
{1}every day of the week;
{0}bring them to a lawyer who knows the law, first of all the one of
{1}May 2019;
{0}find them a safe place to stay."""


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "o\u00a0", "\uf0b7 "])
@pytest.mark.parametrize("indent", ["  ", ""])
def test_wrapped_items_of_a_list_stay_whole(bullet: str, indent: str) -> None:
    body = parse(f"{TITLE['en']}\n\n{EN}\n\n{LIST.format(bullet, indent)}\n\n{REST['en']}\n").body
    assert (
        "embassies:\n\n"
        "- listen to workers in their own language, by telephone and in person, on every day of the week;\n"
        "- bring them to a lawyer who knows the law, first of all the one of May 2019;\n"
        "- find them a safe place to stay.\n\n"
    ) in body


def test_indented_line_below_a_whole_sentence_is_still_the_item_s() -> None:
    items = LIST.format("- ", "  ") + "\n  Nobody pays for that."
    body = parse(f"{TITLE['en']}\n\n{EN}\n\n{items}\n\n{REST['en']}\n").body
    assert "- find them a safe place to stay. Nobody pays for that.\n" in body


def test_paragraph_directly_below_a_list_is_no_item() -> None:
    text = f"{TITLE['en']}\n\n{EN}\n\n{LIST.format('- ', '  ')}\nThe desk opens in June.\n\n{REST['en']}\n"
    assert "The desk opens in June." in blocks(parse(text))


def test_starred_lines_are_a_list_and_footnotes_are_none() -> None:
    stars = "* Shelter for all\n* Legal advice"
    listed = parse(f"{TITLE['en']}\n\n{EN}\n\nWhat the centre offers\n\n{stars}\n\n{REST['en']}\n")
    assert "- Shelter for all\n- Legal advice" in listed.body
    noted = parse(f"{TITLE['en']}\n\n{EN} For migrants*.\n\n{REST['en']}\n\n{stars}\n")
    assert blocks(noted)[-2:] == stars.split("\n")
    single = parse(f"{TITLE['en']}\n\n{EN}\n\n{REST['en']}\n\n* Shelter for all\n")
    assert blocks(single)[-1] == "* Shelter for all"


def test_bullet_of_the_second_level_goes() -> None:
    items = "•\tlegal advice:\no\tin court\no   at work;\n•\tshelter."
    body = parse(f"{TITLE['en']}\n\n{EN}\n\nThe desk offers:\n{items}\n\n{REST['en']}\n").body
    assert "- legal advice:\n- in court\n- at work;\n- shelter.\n" in body


CUT = "The agreement covers domestic workers and farm workers, and it says how cases{0}are handed from the inspectors to the police."
WHOLE = CUT.format(" ")
SIGNS = ["1", "2", "– 2 –", "[1]", "1/3", "Page 1 of 2", "page 1 sur 2", "Page 2", "p. 2", "صفحة ١ من ٢", "-more-", "(more)",
         "/suite", "يتبع", "1\n\nIOM Jordan\nPress release", "IOM Jordan\nPage 1"]  # fmt: skip


def cut(sign: str, lines: str = CUT, above: str = f"IOM Jordan\nPress release\n\n{TITLE['en']}") -> Reading:
    return parse(f"{above}\n\n{EN}\n\n{lines.format(sign)}\n\n{REST['en']}\n", title=TITLE["en"])


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("space", ["\n", "\n\n"])
def test_page_furniture_amid_a_sentence_is_left_out_and_the_sentence_joined(sign: str, space: str) -> None:
    reading = cut(f"{space}{sign}{space}")
    assert WHOLE in blocks(reading)
    reasons = reading.sheet.left_out  # the letterhead on top is left out, too, for its own reason
    left_out = [
        reading.sheet.lines[number - 1].text for number in reasons if reasons[number] == "page furniture"
    ]
    assert left_out == [line for line in sign.split("\n") if line]


@pytest.mark.parametrize("sign", SIGNS)
def test_page_furniture_between_paragraphs_leaves_them_apart(sign: str) -> None:
    reading = cut("", lines=f"{WHOLE}\n\n{sign}\n\n{REST['en']}")
    assert blocks(reading)[-3:] == [WHOLE, REST["en"], REST["en"]]


def test_page_furniture_in_arabic() -> None:
    head, tail = AR_PROJECT.split("\n", 1)
    reading = parse(f"{AR_TITLE}\n\n{AR_DATED}\n\n{head}\n\n١\n\n{tail}\n\n{AR_COURSES}\n")
    assert blocks(reading) == AR_WHOLE
    assert why(reading, "١") == "page furniture"


NO_PAGES = {
    "a list": "The desk offers:\n\n1\n\nShelter for all\n\n2\n\nLegal advice",
    "a list below a heading": "What the desk offers\n\n1\n\nShelter for all\n\n2\n\nLegal advice",
    "a list of long items": f"The desk offers:\n\n1\n\n{EN} {EN}\n\n2\n\n{REST['en']} {EN}",
    "a reference": "Page 2 below",
    "figures": "45\n\nworkers were helped in May\n\n12\n\nlanguages are spoken",
    "a footnote's mark": "The unions counted 2,300 complaints\n1\n, twice as many as before.",
    "a heading": "Suite\n\nIl y a une suite.",
    "a sentence": "Page 2 of the report names them.",
    "a year": "2019",
}


@pytest.mark.parametrize("case", NO_PAGES)
def test_what_only_looks_like_a_page_number_stays(case: str) -> None:
    reading = cut("", lines=f"{REST['en']}\n\n{NO_PAGES[case]}")
    assert set(filter(None, NO_PAGES[case].split("\n"))) <= {line for block in blocks(reading) for line in (block, block[:1])} | set(blocks(reading))  # fmt: skip
    assert not [number for number, reason in reading.sheet.left_out.items() if reason == "page furniture" and number > 4]  # fmt: skip
    assert not any(line.lstrip("# ").isdigit() for line in reading.body.split("\n") if line.startswith("#"))


HYPHENS = {
    ("the vic-", "tims of"): "the victims of",
    ("l’Orga-", "nisation internationale"): "l’Organisation internationale",
    ("the vice-", "president of"): "the vice-president of",
    ("le Moyen-", "Orient et"): "le Moyen-Orient et",
    ("their well-", "being and"): "their well-being and",
    ("c’est-à-", "dire les"): "c’est-à-dire les",
    ("a-t-", "elle dit"): "a-t-elle dit",
    ("ils vivent vis-à-", "vis de"): "ils vivent vis-à-vis de",
    ("their needs-", "based help"): "their needs-based help",
    ("a policy for pre-", "and post-departure"): "a policy for pre- and post-departure",
    ("near Tunis-", "Ville and"): "near Tunis- Ville and",
    ("the go-", "between said"): "the go-between said",
}


@pytest.mark.parametrize(("end", "start"), HYPHENS)
def test_word_broken_at_the_end_of_a_line_is_joined(end: str, start: str) -> None:
    first = "The centre in the north of the country opened for all on Monday and"
    lines = f"{first}\nfor the first time this year the staff could meet {end}\n{start} the others, who came by bus from\nthe whole region."
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\n{lines}\n\n{REST['en']} One go-between came.\n")
    joined = HYPHENS[end, start]
    assert any(joined in block for block in blocks(reading)), blocks(reading)
    assert ("broken-word" in codes(reading)) == ("-" not in joined)


@pytest.mark.parametrize(
    "text",
    [f"{wrap(TITLE['en'])}\n{wrap('Tunis – ' + EN + ' ' + REST['en'])}\n", f"{AR_TITLE}\n{AR_LINES}\n"],
)
def test_lines_with_a_blank_one_after_each_are_warned_of(text: str) -> None:
    lines = [line for line in text.split("\n") if line]
    reading = parse("\n\n".join(lines) + "\n")
    assert blocks(reading) == lines, "never rejoined: blank lines part paragraphs"
    assert "spaced-lines" in codes(reading)
    one = "\n\n".join([TITLE["en"], EN, CUT.format("\n\n"), REST["en"]])
    assert "spaced-lines" not in codes(parse(one)), "one slip is no habit"


DRAWN = "ﺗﻮﻧﺲ – ﺍﻓﺘﺘﺤﺖ ﺍﻟﻤﻨﻈﻤﺔ ﺍﻟﺪﻭﻟﻴﺔ ﻟﻠﻬﺠﺮﺓ ﻣﺮﻛﺰﺍ ﻻﺳﺘﻘﺒﺎﻝ ﺍﻟﻤﻬﺎﺟﺮﻳﻦ ﻓﻲ ﺍﻟﻤﺪﻳﻨﺔ."
PLAIN = "تونس – افتتحت المنظمة الدولية للهجرة مركزا لاستقبال المهاجرين في المدينة."


def test_drawn_forms_of_arabic_letters_become_plain_ones_and_are_warned_of() -> None:
    reading = parse(f"{AR_TITLE}\r\r{DRAWN}\r\r{DRAWN}\r")
    assert (reading.language, reading.places) == ("ar", ("تونس",))
    assert blocks(reading)[1:] == [PLAIN, PLAIN]
    warned = [finding.line for finding in reading.sheet.findings if "[letter-forms]" in finding.message]
    assert warned == [3]
    assert "letter-forms" not in codes(parse(f"{AR_TITLE}\n\n{AR_LINES} ﷺ\n")), "a sign that stands for words"


def test_lone_numbers_between_whole_paragraphs_are_told() -> None:
    long = f"{REST['en']} {REST['en']}"
    reading = parse(f"{TITLE['en']}\n\n{EN}\n\n1\n\n{long}\n\n2\n\n{REST['en']}\n")
    assert "page-numbers" in codes(reading)
