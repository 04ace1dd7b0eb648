"""Words that readers take for one have one key; the rules are data."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bayan.search_concepts import Concept, CountryWordsError, Finder, load_country_words, load_finder
from bayan.search_pages import Block, Page, shown_of, staged_page
from bayan.search_rules import SearchRulesError, load_rules
from bayan.search_text import text_keys, word_keys

FIXTURES = Path(__file__).parent / "fixtures/search"
FAMILIES = [
    line.split()
    for line in (FIXTURES / "same_key.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def keys(text: str) -> list[str]:
    return [found.key for found in text_keys(text)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_forms_of_one_word_have_one_key(family: list[str]) -> None:
    assert len({tuple(keys(word)) for word in family}) == 1, [(word, keys(word)) for word in family]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("traite", "trafic"),
        ("migration", "migrant"),
        ("الهجرة", "المهجر"),
        ("IOM", "ILO"),
        ("2015", "2016"),
        ("وزارة", "زيارة"),
    ],
)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize("text", ["L’OIM", "l'OIM", "de l´OIM", "d‘OIM", "l'oim", "OIM-", "«OIM»", "(OIM)"])
def test_elisions_and_signs_are_no_part_of_a_word(text: str) -> None:
    assert keys(text) == ["oim"]


@pytest.mark.parametrize("text", ["main-d’œuvre", "main d'oeuvre", "MAIN‑D’ŒUVRE"])
def test_hyphens_part_words(text: str) -> None:
    assert keys(text) == ["main", "oeuvr"]


def test_words_too_common_are_left_out_but_not_acronyms() -> None:
    assert keys("la lutte contre la traite du UN, un plan من أجل") == keys("lutte contre traite UN plan أجل")


def test_a_text_in_capitals_throughout_is_read_as_any_other() -> None:
    assert keys("ETUDE DE FAISABILITE") == keys("étude de faisabilité")
    assert keys("UN") == ["un"] and keys("the UN") == ["un"]


def test_a_letter_that_may_be_a_particle_gives_a_second_key() -> None:
    assert word_keys("وآلية").other == word_keys("آلية").key
    assert word_keys("لمكافحة").other == word_keys("مكافحة").key
    assert word_keys("وزارة").other == ""


def test_a_concept_is_found_by_any_of_its_names_in_any_form() -> None:
    finder = Finder(
        [
            Concept("term-a", {"fr": ("retour volontaire",), "ar": ("العودة الطوعية",)}),
            Concept("term-b", {"en": ("trafficker",)}),
            Concept("country-KW", {"fr": ("Koweït",)}),
        ]
    )

    def found(text: str) -> list[str]:
        return [concept.id for concept in finder.found(text_keys(text))]

    assert found("des retours volontaires au Koweit") == ["term-a", "country-KW"]
    assert found("والعودة الطوعية") == ["term-a"]
    assert found("trafficking") == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("jordaniens", "JO"), ("nigérianes", "NG"), ("Nigeriens", "NE"), ("Lebanese", "LB"),
        ("néerlandaise", "NL"), ("Dutch", "NL"), ("grecques", "GR"), ("Iraq", "IQ"), ("irakiennes", "IQ"),
        ("KSA", "SA"), ("اللبنانية", "LB"), ("والسوريين", "SY"), ("السعودية", "SA"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_its_people_and_its_other_names(word: str, code: str) -> None:
    assert [concept.id for concept in load_finder().found(text_keys(word))] == [f"country-{code}"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('JOR = { en = ["Jordanian"] }', "JOR: give a country's code"),
        ('JO = { xx = ["Jordanian"] }', "JO: give a country's code"),
        ('JO = { en = [" "] }', "JO: each word"),
        ("JO = [", "cannot be read"),
    ],
)
def test_bad_words_for_countries_are_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "country_words.toml"
    path.write_text(text)
    with pytest.raises(CountryWordsError, match=rf"country_words\.toml: {says}"):
        load_country_words(path)


def test_every_name_of_the_termbase_finds_its_concept() -> None:
    finder = load_finder()
    for concept in finder.concepts:
        for name in (name for names in concept.names.values() for name in names):
            if text_keys(name):
                assert finder.by_keys[tuple(found.name for found in text_keys(name))].mark


def test_no_mark_begins_another() -> None:
    marks = sorted(concept.mark for concept in load_finder().concepts)
    assert len(set(marks)) == len(marks)
    assert not any(after.startswith(mark) for mark, after in pairwise(marks))


def test_what_is_shown_of_a_page_comes_back_whole() -> None:
    page = Page(
        (Block("", "fr", "Une --> <b>visite</b>"), Block("p1", "ar", "ورأى: \"x\" & -- 'y'")),
        ("2016", "Koweït"),
    )
    staged = staged_page(page, load_finder())
    assert shown_of(staged)["blocks"] == [[block.anchor, block.language, block.text] for block in page.blocks]
    assert "<b>" not in staged.split("<!--shown:")[0] and staged.count("-->") == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [("[latin]\n", "the tables must be"), ("x = [", "cannot be read"), (None, "cannot be read")],
)
def test_bad_rules_are_refused_by_the_name_of_their_file(tmp_path: Path, text: str | None, says: str) -> None:
    path = tmp_path / "rules.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(SearchRulesError, match=rf"rules\.toml: .*{says}"):
        load_rules(path)
