"""The synthetic archive: deterministic, in keeping with the contracts, and built by anyone's Sphinx."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bayan.languages import load_languages
from bayan.prose import plain, read_message
from bayan.release import digest, split_page
from bench.catalog import Shares
from bench.generate import ROOT, generate, main
from bench.vocabulary import load_stock

TERMS = """
[[term]]
id = "trafficking-in-persons"
[term.fr]
preferred = "traite des personnes"
[term.ar]
preferred = "الاتجار بالأشخاص"
[term.en]
preferred = "trafficking in persons"
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.toml"
    path.write_text(TERMS, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(folder: Path) -> dict[str, str]:
    found = sorted((folder / "releases").rglob("*.md"))
    return {str(path.relative_to(folder).with_suffix("")): path.read_text(encoding="utf-8") for path in found}


def catalog_of(folder: Path, page: str, target: str) -> Catalog:
    with (folder / "locales" / target / "LC_MESSAGES" / f"{page}.po").open("rb") as file:
        return read_po(file)


def sphinx(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def stock_project(folder: Path, count: int) -> None:
    shutil.copytree(ROOT / "bench/stock", folder)
    generate(count, folder)


def test_the_same_number_and_seed_give_the_same_bytes(tmp_path: Path, glossary: Path) -> None:
    for name in ("one", "two"):
        generate(7, tmp_path / name, seed=3, glossary=glossary)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_another_seed_gives_another_archive(tmp_path: Path) -> None:
    for seed in (1, 2):
        generate(2, tmp_path / str(seed), seed=seed)
    assert not set(files(tmp_path / "1")) & set(files(tmp_path / "2"))


def test_a_larger_archive_holds_the_smaller_one(tmp_path: Path) -> None:
    generate(5, tmp_path / "small")
    generate(9, tmp_path / "large", chunk=4)  # more than one process writes
    small, large = files(tmp_path / "small"), files(tmp_path / "large")
    assert len(large) == 9 * 5  # page, two catalogs, raw text and its TOML
    assert small.items() <= large.items()


def test_pages_keep_the_contract_of_release_pages(tmp_path: Path) -> None:
    generate(40, tmp_path)
    for page, text in pages(tmp_path).items():
        release, body = split_page(text)
        assert page.startswith(f"releases/{release.language}/")
        assert page.isascii()
        assert release.body_sha256 == digest(body)
        assert release.countries and release.places and release.contacts
    assert {split_page(text)[0].language for text in pages(tmp_path).values()} == set(load_languages())


def test_the_importer_makes_the_very_same_pages_of_the_raw_texts(tmp_path: Path) -> None:
    generate(12, tmp_path)
    (tmp_path / "imported").mkdir()
    command = [sys.executable, str(ROOT / "scripts/import_releases.py")]
    subprocess.run(
        [*command, "--raw", tmp_path / "raw", "--pages", tmp_path / "imported"],
        check=True,
        capture_output=True,
    )
    assert files(tmp_path / "imported") == files(tmp_path / "releases")


def test_messages_and_translations_are_prose_that_reads_as_printed(tmp_path: Path) -> None:
    generate(30, tmp_path)
    for page, text in pages(tmp_path).items():
        for target in load_languages().targets(split_page(text)[0].language):
            messages = [message for message in catalog_of(tmp_path, page, target) if message.id]
            for printed in (str(side) for message in messages for side in (message.id, message.string)):
                # no mark of Markdown has an effect: what is read is the very text, less its escapes
                assert {token.type for token in read_message(printed)} <= {"text", "text_special"}
                assert plain(printed) == re.sub(r"\\(?=[*_<\[\]\\`&])", "", printed)


def test_catalogs_exist_for_the_target_languages_alone_and_name_both(tmp_path: Path) -> None:
    generate(6, tmp_path)
    count = 0
    for page, whole in pages(tmp_path).items():
        source = split_page(whole)[0].language
        for target in load_languages().targets(source):
            path = tmp_path / "locales" / target / "LC_MESSAGES" / f"{page}.po"
            text = path.read_text(encoding="utf-8")
            assert set(re.findall(r"\\(.)", text)) <= set('\\"n')  # no escape that gettext does not know
            head = text.split("\n\n")[0]  # Babel drops unknown headers
            assert f'"Language: {target}\\n"' in head
            assert f'"X-Source-Language: {source}\\n"' in head
            assert f'"Plural-Forms: nplurals={6 if target == "ar" else 2};' in head
            count += 1
    assert len(list((tmp_path / "locales").rglob("*.po"))) == count


def test_catalogs_hold_the_very_messages_that_gettext_extracts(tmp_path: Path) -> None:
    site = tmp_path / "site"
    stock_project(site, 12)
    sphinx(site, "-b", "gettext", "-D", "locale_dirs=_none_", ".", "_build/gettext")
    for page, text in pages(site).items():
        with (site / f"_build/gettext/{page}.pot").open("rb") as file:
            extracted = {message.id for message in read_po(file) if message.id}
        for target in load_languages().targets(split_page(text)[0].language):
            assert {message.id for message in catalog_of(site, page, target) if message.id} == extracted


def test_a_stock_sphinx_builds_it_without_a_warning(tmp_path: Path) -> None:
    site = tmp_path / "site"
    stock_project(site, 6)
    for language in load_languages():
        out = site / f"_build/{language}"
        sphinx(site, "-D", f"language={language}", "-d", f"_build/doctrees/{language}", ".", str(out))
    page, text = next(
        (page, text) for page, text in pages(site).items() if not page.startswith("releases/en")
    )
    catalog = catalog_of(site, page, "en")
    title = next(line for line in split_page(text)[1].splitlines() if line.startswith("# "))
    built = unescape((site / f"_build/en/{page}.html").read_text(encoding="utf-8"))
    assert plain(str(catalog[title[2:]].string)) in built


def test_the_terms_of_the_termbase_stand_in_text_and_translation(tmp_path: Path, glossary: Path) -> None:
    generate(10, tmp_path / "out", glossary=glossary)
    texts = {path: data.decode() for path, data in files(tmp_path / "out").items()}
    assert any("traite des personnes" in text for path, text in texts.items() if "releases/fr" in path)
    assert any("الاتجار بالأشخاص" in text for path, text in texts.items() if path.startswith("locales/ar"))


def test_shares_leave_that_much_untranslated_and_fuzzy(tmp_path: Path) -> None:
    generate(40, tmp_path, shares=Shares(untranslated=0.3, fuzzy=0.2))
    messages = [
        message
        for page, text in pages(tmp_path).items()
        for target in load_languages().targets(split_page(text)[0].language)
        for message in catalog_of(tmp_path, page, target)
        if message.id
    ]
    assert sum(not message.string for message in messages) / len(messages) == pytest.approx(0.3, abs=0.05)
    assert sum(message.fuzzy for message in messages) / len(messages) == pytest.approx(0.2, abs=0.05)


def test_the_vocabulary_grows_with_the_text_as_that_of_real_text_does(tmp_path: Path) -> None:
    generate(200, tmp_path)
    words: list[str] = []
    sizes = {}
    for page, text in pages(tmp_path).items():
        if page.startswith("releases/fr"):
            words += split_page(text)[1].split()
            sizes[len(words)] = len(set(words))
    (few, small), (many, large) = list(sizes.items())[4], list(sizes.items())[-1]
    assert 0.5 < math.log(large / small) / math.log(many / few) < 0.8  # Heaps' exponent of real text


def test_a_release_has_about_570_words(tmp_path: Path) -> None:
    generate(100, tmp_path)
    lengths = [len(split_page(text)[1].split()) for text in pages(tmp_path).values()]
    assert 540 < sum(lengths) / len(lengths) < 600


def test_it_refuses_to_write_over_an_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["1", "--out", str(tmp_path)]) == 0
    before = files(tmp_path)
    assert main(["2", "--out", str(tmp_path)]) == 1
    assert "name an empty folder" in capsys.readouterr().err
    assert files(tmp_path) == before


def test_every_language_has_a_vocabulary() -> None:
    assert set(load_stock().languages) == set(load_languages())
