"""A change in the termbase or the releases writes exactly the pages that it concerns, in two processes."""

from __future__ import annotations

from pathlib import Path

import pytest

import conf
from bayan.release import Release, digest, join_page
from tests.site import Site, make_site

VISIT, ARABIC, OTHER = "releases/fr/visite.html", "releases/ar/zyara.html", "releases/fr/autre.html"
GLOSSARY = "glossary.html"
PAGES = (VISIT, ARABIC, OTHER, GLOSSARY)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = make_site(tmp_path, "glossary")
    add_release(site, "autre", "# Un autre sujet\n\nUne table ronde a eu lieu.\n")
    return build(site)


def add_release(site: Site, name: str, body: str) -> None:
    release = Release("fr", f"{name}.txt", "0" * 64, digest(body), 1)
    (site.src / "releases" / "fr" / f"{name}.md").write_text(join_page(release, body), encoding="utf-8")


def build(site: Site) -> Site:
    # Search stages all pages anew when the termbase changes; here only terms count.
    extensions = [name for name in conf.extensions if name != "extensions.search"]
    settings = {"termbase_file": str(site.src / "glossary.toml"), "include_patterns": "**"}
    return site.build("en", parallel=2, extensions=extensions, **settings)


def written_by(site: Site, *, but_not: tuple[str, ...] = ()) -> set[str]:
    """The pages that a build writes again."""
    before = {name: (site.out("en") / name).stat().st_mtime_ns for name in PAGES}
    build(site)
    after = {name: (site.out("en") / name).stat().st_mtime_ns for name in PAGES if name not in but_not}
    return {name for name, time in after.items() if time != before[name]}


def change_termbase(site: Site, old: str, new: str) -> None:
    path = site.src / "glossary.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def terms(site: Site, name: str) -> list[str]:
    found = site.page("en", name).select("article p a.term-link")
    return [link["href"].rpartition("#term-")[2] for link in found]


def test_nothing_new_writes_nothing(site: Site) -> None:
    assert written_by(site) == set()


def test_a_new_term_is_linked_in_the_pages_that_have_it_and_no_other(site: Site) -> None:
    new = '[[term]]\nid = "round-table"\ndomain = "organizations"\ndefinition = "A talk."\n'
    change_termbase(
        site, '[[term]]\nid = "state"', f'{new}[term.fr]\npreferred = "table ronde"\n\n[[term]]\nid = "state"'
    )
    assert written_by(site) == {OTHER, GLOSSARY}
    assert terms(site, OTHER) == ["round-table"]


def test_a_changed_variant_is_linked_in_the_pages_that_have_it_and_no_other(site: Site) -> None:
    change_termbase(site, '["pays voisin"]', '["table ronde"]')
    assert written_by(site) == {OTHER, GLOSSARY}
    assert terms(site, OTHER) == ["state"]


def test_releases_that_come_to_share_a_term_are_related(site: Site) -> None:
    assert not site.page("en", OTHER).select(".related a")
    change_termbase(site, '["personne victime de traite"]', '["table ronde"]')
    assert {OTHER, VISIT} < written_by(site)
    links = {link["href"] for link in site.page("en", OTHER).select(".related a")}
    assert VISIT.rpartition("/")[2] in {link.rpartition("/")[2] for link in links}


def test_a_term_taken_away_is_no_longer_linked(site: Site) -> None:
    change_termbase(site, 'abbreviation = "OIM"', "")
    change_termbase(
        site,
        'preferred = "Organisation internationale pour les migrations"',
        'preferred = "Bureau international"',
    )
    written_by(site)
    assert terms(site, VISIT) == ["victim-of-trafficking"]


def test_a_changed_definition_reaches_the_cards(site: Site) -> None:
    change_termbase(site, "A person who was trafficked.", "Somebody who was trafficked.")
    assert written_by(site) == {VISIT, ARABIC, GLOSSARY}
    assert "Somebody who" in site.page("en", VISIT).find(id="card-victim-of-trafficking").get_text()


def test_a_new_release_appears_in_the_entries_of_its_terms(site: Site) -> None:
    add_release(site, "nouveau", "# Nouveau\n\nUne victime de traite a parlé.\n")
    assert GLOSSARY in written_by(site)
    entry = site.page("en", GLOSSARY).find("dt", id="term-victim-of-trafficking").find_next_sibling("dd")
    assert "Nouveau" in entry.select_one(".term-places").get_text()


def test_a_removed_release_disappears_from_the_entries(site: Site) -> None:
    (site.src / "releases" / "fr" / "visite.md").unlink()
    assert GLOSSARY in written_by(site, but_not=(VISIT,))
    assert "Koweït" not in site.page("en", GLOSSARY).select_one("dl.termbase").get_text()


def test_a_release_that_changes_its_title_is_renamed_in_the_entries(site: Site) -> None:
    path = site.src / "releases" / "fr" / "visite.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("# L’OIM à Koweït", "# Une visite"), encoding="utf-8"
    )
    assert GLOSSARY in written_by(site)
    assert "Une visite" in site.page("en", GLOSSARY).select_one(".term-places").get_text()
