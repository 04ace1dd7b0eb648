"""The whole corpus on one site: nothing runs, leaks, escapes or stops, and each refusal is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from bayan.catalogs import read_text
from bayan.term_exports import read_definitions
from scripts.check import check
from tests.hostile.conftest import Built, Listener, stamps
from tests.hostile.corpus import CANARY, Row
from tests.hostile.inert import faults
from tests.hostile.place import WITNESS, sentence, title_of
from tests.site import ROOT

LANGUAGES = ("en", "ar")
REPEATING = re.compile(
    r"index\.html|releases/(?:index|year|country|language)[\w./-]*|progress\.html|glossary\.html|search\.html"
    r"|atom\.xml|releases\.json|progress\.json|termbase/.*|pagefind/.*|objects\.inv|\.buildinfo.*|_static/.*"
)
"""What lists the releases by their titles, or what is made of all pages."""


def soup(built: Built, language: str, name: str) -> BeautifulSoup:
    page = (built.place.site.out(language) / f"{name}.html").read_text(encoding="utf-8")
    return BeautifulSoup(page, "html.parser")


def words(node: Tag | None) -> str:
    assert node is not None
    return " ".join(node.get_text().split())


def shown(page: BeautifulSoup, anchor: str) -> Tag:
    """The block that a reader sees at *anchor*."""
    block = page.find(id=anchor)
    assert isinstance(block, Tag), anchor
    found = block.find(class_="translation")
    return found if isinstance(found, Tag) else block


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_holds_anything_that_runs_loads_or_sends(built: Built, language: str) -> None:
    found = {
        name: list(faults(data.decode()))
        for name, data in built.files(language).items()
        if name.endswith(".html")
    }
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) > len(built.place.messages) + len(built.place.raw)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_message_shows_its_source_and_a_plain_one_its_own_signs(
    built: Built, language: str
) -> None:
    wrong = []
    for name, rows in built.place.messages.items():
        page = soup(built, language, name)
        for number, row in enumerate(rows, 1):
            block = shown(page, f"p{number}")
            if row.outcome == "refused":
                right = words(block) == sentence(row) and block.get("lang") == "fr"
            else:
                right = not row.is_shown or words(block) == row.shown(built.place.places)
                right = right and words(block) != sentence(row)
            if not right:
                wrong.append((row.table, row.id, words(block)[:80]))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_the_same_text_wherever_it_is_repeated(built: Built, language: str) -> None:
    records = json.loads(built.files(language)["releases.json"])
    titles = {record["address"]: record["title"] for record in records}
    for name, row in built.place.titles.items():
        page = soup(built, language, name)
        wanted = row.shown(built.place.places)
        heading = page.find("h1")
        assert words(heading).removesuffix("¶").strip() == wanted, row.id
        data = json.loads(page.find("script", type="application/ld+json").string or "")
        assert " ".join(data["headline"].split()) == wanted, row.id
        assert " ".join(titles[f"{name}.html"].split()) == wanted, row.id
        assert len(page.find_all("script", type="application/ld+json")) == 1, row.id
        assert page.find("meta", property="og:title"), row.id
        link = page.find("a", download=re.compile(r"\.bib$"))
        assert isinstance(link, Tag) and str(link["href"]).startswith("data:text/plain;charset=utf-8,"), (
            row.id
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_for_machines_can_be_read(built: Built, language: str) -> None:
    files = built.files(language)
    for name in ("atom.xml", "termbase/bayan.tbx"):
        ET.fromstring(files[name])  # noqa: S314  # our own file
    for name in ("releases.json", "progress.json"):
        json.loads(files[name])
    table = files["termbase/bayan.csv"].decode("utf-8-sig")
    assert not re.search(r'(?:^|,)"?[=@]', table, re.M)


def test_each_refused_message_is_told_by_the_build_and_by_the_check(built: Built) -> None:
    for language in LANGUAGES:
        for name, rows in built.place.messages.items():
            path = built.place.catalog(language, name)
            lines = {entry.msgid: entry.line for entry in read_text(path, language).messages}
            reports = {report.line for report in check([path]) if report.severity == "error"}
            for row in rows:
                line = lines[sentence(row)]
                told = f"refused: {path}:{line}: " in built.logs[language]
                assert told == (row.outcome == "refused"), (language, row.table, row.id)
                assert line in reports or row.outcome != "refused", (language, row.table, row.id)


def test_what_would_take_minutes_is_not_compared(built: Built) -> None:
    wanted = {"one-long-word", "many-brackets-of-prose", "many-digits", "many-numbers", "many-telephones"}
    for name, rows in built.place.messages.items():
        if not wanted & {row.id for row in rows}:
            continue
        path = built.place.catalog("en", name)
        lines = {entry.msgid: entry.line for entry in read_text(path, "en").messages}
        bounded = {report.line for report in check([path]) if report.check == "bounds"}
        missing = {row.id for row in rows if row.id in wanted and lines[sentence(row)] not in bounded}
        assert missing == set()


def test_a_refused_catalog_is_left_aside_and_told(built: Built) -> None:
    for name, row in built.place.catalogs.items():
        page, path = soup(built, "ar", name), built.place.catalog("ar", name)
        assert words(shown(page, "p1")) == sentence(row), row.id
        assert words(page.h1).removesuffix("¶").strip() == title_of(name), row.id
        refused = row.outcome == "refused"
        assert (f"refused: {path}:" in built.logs["ar"]) == refused, row.id
        reports = [str(report) for report in check([path]) if report.severity == "error"]
        assert not refused or any(line.startswith(f"{path}:") for line in reports), row.id
        assert all("\n" not in line and "\x1b" not in line for line in reports), row.id


def test_a_review_is_shown_as_text_or_not_at_all(built: Built) -> None:
    for name, row in built.place.reviews.items():
        state = soup(built, "ar", name).find(class_="translation-state")
        assert isinstance(state, Tag)
        reviewer = row.fields.get("shown") or row.fields["review"].partition(";")[0]
        assert (reviewer in state.get_text() if reviewer else False) == (row.outcome == "plain"), row.id


def test_a_refused_string_of_the_interface_stays_english(built: Built) -> None:
    place, log = built.place, built.logs["ar"]
    path = place.catalog("ar", "sphinx")
    lines = {entry.msgid: entry.line for entry in read_text(path, "ar").messages}
    reports = {report.line for report in check([path]) if report.severity == "error"}
    for row in place.interface:
        line = lines[row.fields["msgid"]]
        refused = row.outcome == "refused"
        assert (f"refused: {path}:{line}: " in log) == refused, row.id
        assert not refused or line in reports, row.id
    page = soup(built, "ar", "releases/index")
    assert "javascript:window.pwned=1" in soup(built, "ar", next(iter(place.messages))).get_text()
    assert page.find("a", href=re.compile("javascript")) is None


def test_a_raw_text_is_shown_as_text(built: Built) -> None:
    for name, row in built.place.raw.items():
        for language in LANGUAGES:
            page = soup(built, language, name)
            assert page.find("h1"), row.id
            assert "accueille les personnes migrantes" in page.get_text(), row.id
    page = soup(built, "en", next(name for name, row in built.place.raw.items() if row.id == "script"))
    assert "<script>window.pwned=1</script> et <img src=x onerror=window.pwned=1>" in page.get_text()


def test_other_pages_are_the_same_to_the_byte(built: Built) -> None:
    now = built.files("en")
    changed = {name for name in built.clean.keys() | now.keys() if built.clean.get(name) != now.get(name)}
    attacked = {f"{name}.html" for name in built.place.messages}
    neighbours = {f"{name}.html" for name in (*built.place.raw, *built.place.catalogs, *built.place.reviews)}
    strange = {name for name in changed if not REPEATING.fullmatch(name)} - attacked - neighbours
    assert strange == set()
    assert attacked <= changed
    for name in ("about.html", "404.html", "translators.html", f"{WITNESS}.html"):
        assert built.clean[name] == now[name]


def test_a_neighbour_changes_nothing_but_the_title_that_it_repeats(built: Built) -> None:
    now = built.files("en")
    for name in (*built.place.raw, *built.place.catalogs, *built.place.reviews):
        before, after = (files[f"{name}.html"].decode() for files in (built.clean, now))
        cut = re.compile(r'<section class="related".*?</section>|<nav class="by-date".*?</nav>', re.S)
        assert cut.sub("", before) == cut.sub("", after), name


def test_no_secret_is_published(built: Built) -> None:
    secret = CANARY.encode()
    for language in LANGUAGES:
        assert not [name for name, data in built.files(language).items() if secret in data]
    staged = (built.place.site.folder / "doctrees").rglob("*.html")
    assert not [path for path in staged if secret in path.read_bytes()]


def test_nothing_is_written_elsewhere_and_no_command_runs(built: Built, listener: Listener) -> None:
    folder = built.place.site.folder
    after = stamps(folder)
    assert {
        name for name in after.keys() | built.before.keys() if after.get(name) != built.before.get(name)
    } == set()
    assert not Path(built.place.places["MARK"]).exists() and not (ROOT / "mark").exists()
    assert listener.calls == []


def test_exported_definitions_are_what_the_site_shows(tmp_path: Path, built: Built) -> None:
    path = tmp_path / "fr/LC_MESSAGES/glossary.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid "a"\nmsgstr "<script>x</script>"\n\nmsgid "b"\nmsgstr "x\\u202ey &#x202e;"\n\n'
        'msgid "c"\nmsgstr "un *mot*"\n\nmsgid "d"\nmsgstr "x\\n\\nmsgid y"\n'
    )
    from bayan.languages import load_languages  # noqa: PLC0415

    assert read_definitions(tmp_path, load_languages())["fr"] == {"c": "un mot"}


def rows_of(table: dict[str, Row], outcome: str) -> list[Row]:
    return [row for row in table.values() if row.outcome == outcome]


def test_the_corpus_is_as_large_as_it_says(built: Built) -> None:
    messages = [row for rows in built.place.messages.values() for row in rows]
    assert len(messages) >= 380
    assert len(built.place.catalogs) + len(built.place.reviews) >= 80
    assert len(rows_of(built.place.raw, "imported")) >= 55
