"""Translators see what a message is, where it stands, and what its terms are called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bayan.catalogs import read_text
from bayan.po_context import notes_for, term_note
from bayan.speech import SpeechError, is_quotation, load_sayings, speaker
from bayan.termbase import load_termbase
from scripts.catalogs import main
from tests.site import ROOT, Site, make_site

VISIT = "releases/fr/visite"
PAGE = """\

# Le retour volontaire de victimes de traite

Koweït - Une délégation s’est rendue au centre.

Elle a vu :

- les bureaux
- les dortoirs

## La suite

« Nous reviendrons dès que nous le pourrons », a déclaré Otto Meyer, chef de mission.

« Et nous le dirons à tout le monde », a-t-il ajouté.

Le projet « Mieux protéger les victimes de la traite » continue.

> Nous reviendrons.

Contact : Iman Ereiqat, Tel : +965 2530 8 164
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A release with every kind of block."""
    site = make_site(tmp_path, "bilingual")
    page = site.src / f"{VISIT}.md"
    head = page.read_text().partition("\n# ")[0]
    page.write_text(head + PAGE)
    (site.src / "glossary.toml").write_bytes((ROOT / "glossary.toml").read_bytes())
    return site


def templates(site: Site) -> Path:
    site.build("en", "gettext", termbase_file=str(site.src / "glossary.toml"))
    return site.out("en")


def notes(site: Site, name: str = VISIT) -> dict[str, list[str]]:
    found = read_text(templates(site) / f"{name}.pot").messages
    return {entry.msgid: entry.comments(".") for entry in found}


def test_each_message_says_what_it_is_and_where_it_stands(site: Site) -> None:
    kinds = [found[0] for found in notes(site).values()]
    assert kinds == [
        "title, #release",
        "lead, #p1",
        "paragraph, #p2",
        "list item, #p3",
        "list item, #p4",
        "heading, #s1",
        "quotation by Otto Meyer, #p5",
        "quotation by Otto Meyer, #p6",
        "paragraph, #p7",
        "quotation, #p8",
        "contact line, #p9",
    ]


def test_the_anchors_are_those_of_the_page(site: Site) -> None:
    text = " ".join(note for found in notes(site).values() for note in found)
    page = site.build("en").page("en", f"{VISIT}.html")
    for anchor in re.findall(r"#([a-z]+\d*)\b", text):
        assert page.find(id=anchor), anchor


def test_own_pages_and_the_interface_have_notes_too(site: Site) -> None:
    own = notes(site, "index")
    assert all(found for found in own.values()) and "title" in next(iter(own.values()))[0]
    interface = notes(site, "sphinx")
    assert interface["Menu"] == ["text of the interface"]
    filled = [found for msgid, found in interface.items() if "%(" in msgid]
    assert filled and all("keep as it stands" in found[1] for found in filled)


def test_the_terms_of_a_message_are_named_in_the_language_of_the_catalog(site: Site, tmp_path: Path) -> None:
    pots = templates(site)
    assert main(["--pot", str(pots), "--locales", str(tmp_path / "locales")]) == 0
    termbase = load_termbase()
    for language in ("ar", "en"):
        entry = read_text(tmp_path / "locales" / language / "LC_MESSAGES" / f"{VISIT}.po").messages[0]
        name = termbase["voluntary-return"].names[language].preferred
        assert f"term: retour volontaire = {name}" in entry.comments(".")
        assert len(entry.comments(".")) == 3


def test_a_term_without_a_name_in_the_language_is_left_out() -> None:
    unknown = [term_note("quelque chose", "no-such-term"), "paragraph, #p1"]
    assert notes_for(unknown, "ar", load_termbase()) == ["paragraph, #p1"]
    assert notes_for(unknown, "ar", None) == ["paragraph, #p1"]


def test_notes_survive_updates_and_follow_the_page(site: Site, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    arguments = ["--pot", str(templates(site)), "--locales", str(locales)]
    main(arguments)
    path = locales / "ar/LC_MESSAGES" / f"{VISIT}.po"
    before = path.read_text()
    page = site.src / f"{VISIT}.md"
    page.write_text(page.read_text().replace("Elle a vu :", "Un mot de plus.\n\nElle a vu :"))
    templates(site)
    main(arguments)
    after = path.read_text()
    assert "#. list item, #p4" in after and "#. contact line, #p10" in after
    assert before.count("term: ") == after.count("term: ") > 0


def test_a_template_is_written_again_only_when_its_page_changes(site: Site) -> None:
    pots = templates(site)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in pots.rglob("*.pot")}
    templates(site)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    page = site.src / f"{VISIT}.md"
    page.write_text(page.read_text().replace("dortoirs", "cuisines"))
    templates(site)
    changed = {path.name for path, (data, _) in before.items() if path.read_bytes() != data}
    assert changed == {"visite.pot"}


def test_a_changed_termbase_renews_the_notes_of_all_pages(site: Site) -> None:
    index = site.src / "index.md"
    index.write_text(f"{index.read_text()}\nWhat trafficking in persons is.\n")
    pots = templates(site)
    names = (f"{VISIT}.pot", "index.pot")
    assert all("term: " in (pots / name).read_text() for name in names)
    (site.src / "glossary.toml").write_text("")
    templates(site)
    assert not any("term: " in (pots / name).read_text() for name in names)


def test_the_template_of_a_removed_page_goes(site: Site) -> None:
    pots = templates(site)
    (site.src / f"{VISIT}.md").unlink()
    templates(site)
    assert not (pots / f"{VISIT}.pot").exists() and (pots / "sphinx.pot").exists()


def test_templates_hold_no_translation_no_date_and_no_line_number(site: Site) -> None:
    pots = templates(site)
    for path in pots.rglob("*.pot"):
        text = path.read_text()
        assert "-Date" not in text and not re.search(r"^#: .*:\d+$", text, re.M)
        assert not any(entry.translated for entry in read_text(path).messages)


def test_a_template_names_the_raw_file_of_its_page(site: Site) -> None:
    text = (templates(site) / f"{VISIT}.pot").read_text()
    assert "X-Raw-File: visite.txt" in text and f"X-Raw-SHA256: {'0' * 64}" in text
    assert "X-Source-Language: fr" in text


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("« Il faut agir sans attendre », a déclaré Awa Fall, cheffe de mission.", "fr", "Awa Fall"),
        ("« Il faut agir sans attendre », a déclaré la cheffe de mission, Awa El Fall.", "fr", "Awa El Fall"),
        ("« Il faut agir sans attendre », a conclu le chef de mission.", "fr", "le chef de mission"),
        ("« Il faut agir sans attendre », a-t-elle dit.", "fr", "Awa Fall"),
        ("“We must act now and together,” said Awa Fall, the head of mission.", "en", "Awa Fall"),
        ("The head of mission, Awa Fall, said: “We must act now and together.”", "en", "Awa Fall"),
        ("“We must act now and together,” she added.", "en", "Awa Fall"),
        ('وقالت آوا فال، رئيسة البعثة: "يجب أن نعمل الآن معاً."', "ar", "آوا فال"),
        ("« Il faut agir sans attendre »", "fr", ""),
        ("« Il faut agir sans attendre », a déclaré Awa Fall.", "de", ""),
    ],
)
def test_the_speaker_is_found_where_the_text_names_one(text: str, language: str, who: str) -> None:
    assert is_quotation(text)
    assert speaker(text, language, "Awa Fall" if "-t-" in text or " she " in text else "") == who


def test_a_few_words_in_quotation_marks_are_no_quotation() -> None:
    assert not is_quotation("le projet « Pour une migration sûre »")


def test_a_fault_in_the_list_of_verbs_is_named(tmp_path: Path) -> None:
    path = tmp_path / "speech.toml"
    path.write_text("[fr]\nverbs = []\n")
    with pytest.raises(SpeechError, match=r"speech\.toml: \[fr\]"):
        load_sayings(path)


def test_extraction_works_in_a_fresh_checkout_whatever_the_language(site: Site, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in templates(site).rglob("*.pot")}
    other = Site(tmp_path / "other")
    other.folder.mkdir()
    (other.folder / "src").symlink_to(site.src)
    other.build("ar", "gettext", termbase_file=str(site.src / "glossary.toml"))
    assert {path.name: path.read_bytes() for path in other.out("ar").rglob("*.pot")} == first


def test_a_definition_has_the_anchor_of_its_term(tmp_path: Path) -> None:
    glossary = make_site(tmp_path, "glossary")
    glossary.build("en", "gettext", termbase_file=str(glossary.src / "glossary.toml"))
    found = [entry.comments(".")[0] for entry in read_text(glossary.out("en") / "glossary.pot").messages]
    assert any(re.fullmatch(r"definition, #term-[a-z0-9-]+", note) for note in found), found
