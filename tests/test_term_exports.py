"""The termbase for other programs is what those programs expect."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from babel.messages.pofile import read_po
from lxml import etree

from bayan.languages import load_languages
from bayan.term_exports import LANG, TBX, exports, forms
from bayan.termbase import load_termbase
from scripts import export

GRAMMAR = Path(__file__).parent / "fixtures/terms/tbx-basic.rng"
DEFINITIONS = {"fr": {term.definition: f"fr: {term.id}" for term in load_termbase().terms}}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return exports(load_termbase(), load_languages(), DEFINITIONS)


def tbx(name: str) -> str:
    return f"{{{TBX}}}{name}"


def test_tbx_holds_every_name_of_every_concept(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["bayan.tbx"])  # noqa: S314  # our own file
    assert (root.tag, root.get("type"), root.get("style")) == (tbx("tbx"), "TBX-Basic", "dca")
    read = {
        (entry.get("id"), section.get(LANG), term.text)
        for entry in root.iter(tbx("conceptEntry"))
        for section in entry.iter(tbx("langSec"))
        for term in section.iter(tbx("term"))
    }
    assert read == {
        (f"term-{term.id}", code, form)
        for term in load_termbase().terms
        for code, names in term.names.items()
        for form, _kind, _standing in forms(names)
    }


def test_tbx_keeps_to_the_grammar_of_tbx_basic(files: dict[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    grammar.assertValid(etree.fromstring(files["bayan.tbx"]))
    for wrong in (b"admittedTerm-admn-sts", b"fullForm", b"subjectField", b"<term>"):
        changed = files["bayan.tbx"].replace(wrong, wrong[:-1] + b"-x" + wrong[-1:], 1)
        with pytest.raises((etree.DocumentInvalid, etree.XMLSyntaxError)):
            grammar.assertValid(etree.fromstring(changed))


def test_csv_opens_right_in_spreadsheets(files: dict[str, bytes]) -> None:
    assert files["bayan.csv"].startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(files["bayan.csv"].decode("utf-8-sig"))))
    assert len(rows) == len(load_termbase().terms)
    avrr = next(row for row in rows if row["id"] == "avrr")
    assert avrr["abbreviation (en)"] == "AVRR" and avrr["definition (fr)"] == "fr: avrr"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize(("source", "target"), [("en", "fr"), ("fr", "ar"), ("ar", "en")])
def test_gettext_glossaries_pair_the_names_of_a_concept(
    files: dict[str, bytes], source: str, target: str
) -> None:
    catalog = read_po(io.BytesIO(files[f"bayan-{source}-{target}.po"]), locale=target)
    names = load_termbase()["avrr"].names
    message = catalog.get(str(names[source].preferred), context="avrr")
    assert message is not None and message.string == names[target].preferred
    assert not any(message.fuzzy for message in catalog if message.id)


def test_the_same_termbase_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert exports(load_termbase(), load_languages(), DEFINITIONS) == files


def test_the_command_writes_all_files(tmp_path: Path, files: dict[str, bytes]) -> None:
    assert export.main(["--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.rglob("*")} >= set(files)
