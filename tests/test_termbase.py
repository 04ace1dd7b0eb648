"""The termbase is read whole, and every fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.folding import fold, initial, sort_key
from bayan.languages import load_languages
from bayan.matching import Matcher
from bayan.termbase import TermbaseError, load_termbase, parse_termbase

GOOD = """\
[[domain]]
id = "d"
name = "D"

[[term]]
id = "one"
domain = "d"
definition = "One."
[term.fr]
preferred = "premier"
variants = ["unique"]
[term.ar]
preferred = "الأول"
"""
SECOND = """
[[term]]
id = "two"
domain = "d"
definition = "Two."
[term.fr]
preferred = "second"
"""


def faults(text: str) -> list[str]:
    with pytest.raises(TermbaseError) as caught:
        parse_termbase(text, Path("glossary.toml"), load_languages())
    return str(caught.value).splitlines()


def test_the_termbase_of_the_project_has_all_its_concepts_in_three_languages() -> None:
    termbase = load_termbase()
    assert len(termbase.terms) >= 80
    for term in termbase.terms:
        for language in ("fr", "ar", "en"):
            assert term.names[language].preferred, (term.id, language)


def test_no_name_of_the_project_means_two_concepts_once_it_is_inflected() -> None:
    for language in ("fr", "ar", "en"):
        nodes = [Matcher(load_termbase(), language).root]
        while nodes:
            node = nodes.pop()
            owners = {name.term for name in node.names}
            assert len(owners) < 2, (language, owners)
            nodes.extend(node.children.values())


def test_a_good_termbase_is_read() -> None:
    termbase = parse_termbase(GOOD, Path("glossary.toml"), load_languages())
    assert termbase["one"].names["fr"].linked == ("premier", "unique")
    assert termbase["one"].title("en") == ("fr", "premier")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "one"', 'id = "One!"', 6, "lower-case ASCII"),
        ('domain = "d"', 'domain = "x"', 7, "none of the [[domain]]"),
        ('definition = "One."', "", 5, "definition is missing"),
        ('definition = "One."', 'definition = "One."\ncolour = "red"', 9, "unknown key 'colour'"),
        ('variants = ["unique"]', 'variant = ["unique"]', 11, "unknown key 'variant'"),
        ('variants = ["unique"]', 'variants = "unique"', 11, "must be a list of texts"),
        ('variants = ["unique"]', 'variants = ["Premier"]', 11, "stands twice"),
        ('variants = ["unique"]', 'variants = ["الثاني"]', 11, "not written in the script of 'fr'"),
        ('preferred = "الأول"', 'preferred = "awwal"', 13, "not written in the script of 'ar'"),
        (
            'variants = ["unique"]',
            'variants = ["unique"]\nforbidden = ["unique"]',
            11,
            "both a name and forbidden",
        ),
        ('variants = ["unique"]', '[[term.fr.context]]\nform = "autre"', 12, "one of the names"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    told = faults(GOOD.replace(old, new))
    assert any(fault.startswith(f"glossary.toml:{line}: error: ") and words in fault for fault in told), told


def test_an_id_that_stands_twice_is_told_with_both_lines() -> None:
    (fault,) = faults(GOOD + SECOND.replace('"two"', '"one"'))
    assert fault.startswith("glossary.toml:16: error: ") and "line 6" in fault


def test_one_name_for_two_concepts_is_told_with_both_lines() -> None:
    (fault,) = faults(GOOD + SECOND.replace('"second"', '"Prémier"'))
    assert fault.startswith("glossary.toml:20: error: ") and "'one'" in fault and "line 10" in fault


def test_broken_toml_is_told_with_its_line() -> None:
    (fault,) = faults(GOOD + "[[term]\n")
    assert fault.startswith("glossary.toml:14: error: not TOML")


def test_all_faults_are_told_at_once() -> None:
    assert len(faults(GOOD.replace('"d"\ndef', '"x"\ndef').replace("unique", "premier"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Réfugié", "refugie"),
        ("ŒUVRE", "oeuvre"),
        ("الإحالة", "الاحاله"),
        ("آليّة", "الیه"),
        ("المـــنظمة", "المنظمه"),
        ("ھجرة", "هجره"),
        ("کویتی", "كويتي"),
        ("٢٠٢١", "2021"),
        ("ﻻجئ", "لاجي"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_stand_in_the_order_of_a_dictionary() -> None:
    french = ["zone", "État", "etage", "Œuvre", "oasis", "été"]
    assert sorted(french, key=sort_key) == ["etage", "État", "été", "oasis", "Œuvre", "zone"]
    arabic = ["المنظمة", "الخط الساخن", "آلية", "بناء", "الاتجار", "التزام", "إحالة"]
    in_order = ["الاتجار", "إحالة", "التزام", "آلية", "بناء", "الخط الساخن", "المنظمة"]
    assert sorted(arabic, key=sort_key) == in_order
    assert [initial(name) for name in ("État", "الهيئة", "آلية", "التزام")] == ["E", "ه", "ا", "ا"]
