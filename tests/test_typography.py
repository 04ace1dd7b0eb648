"""The no-break spaces of a language, set on pages and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.languages import load_languages
from bayan.typography import set_spaces
from tests.site import Site, make_site

VISIT = "releases/fr/visite.html"
N, W = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("« Fiers », dit-il : oui ; non ! Ah ?", f"«{N}Fiers{N}», dit-il{W}: oui{N}; non{N}! Ah{N}?"),
        ("80 % des cas", f"80{W}% des cas"),
        (f"déjà{W}; là{N}: fin", f"déjà{N}; là{W}: fin"),
        ("«Sans» espace; tel quel: oui", "«Sans» espace; tel quel: oui"),
        ("12 :30 https://x.example/a?b:c", "12 :30 https://x.example/a?b:c"),
        ("Tel :", f"Tel{W}:"),
        (" : après un lien", f"{W}: après un lien"),
    ],
)
def test_french_spaces_do_not_break(printed: str, expected: str) -> None:
    found = set_spaces(printed, load_languages()["fr"])
    assert found == expected and len(found) == len(printed)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_other_languages_are_left_as_they_are(language: str) -> None:
    text = "« a » : b ; c"
    assert set_spaces(text, load_languages()[language]) == text


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


def test_french_is_set_on_its_own_page_and_beside_a_translation(site: Site) -> None:
    page = site.build("fr").page("fr", VISIT)
    assert page.find(id="p2").get_text().startswith(f"Elle a vu{W}:")
    original = site.build("ar").page("ar", VISIT).find(id="p2").find(class_="original")
    assert original.get_text() == f"Elle a vu{W}:"
    assert site.page("ar", VISIT).find(id="p2").find(class_="translation").get_text() == "ورأى:"


def test_titles_in_lists_and_navigation_are_set(site: Site) -> None:
    source = site.src / VISIT.replace(".html", ".md")
    source.write_text(source.read_text().replace("# Une visite à Koweït", "# Koweït : une visite"))
    site.build("fr")
    assert f"Koweït{W}: une visite" in site.page("fr", "releases/year/2016.html").get_text()


def test_messages_for_translators_and_code_keep_their_spaces(site: Site) -> None:
    (site.src / "index.md").write_text((site.src / "index.md").read_text() + "\n`a : b ; c`\n")
    page = site.build("fr").page("fr", "index.html")
    assert page.find("code").get_text() == "a : b ; c"
    site.build("fr", builder="gettext", locale_dirs=["_none_"])
    template = (site.out("fr") / VISIT.replace(".html", ".pot")).read_text(encoding="utf-8")
    assert 'msgid "Elle a vu :"' in template and N not in template and W not in template
