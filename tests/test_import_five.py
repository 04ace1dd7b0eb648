"""The five releases of ``raw/``, read as a careful person reads them."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bayan.prose import plain
from bayan.release import digest, split_page
from tests.importing import ROOT, SCRIPT

RAW = ROOT / "raw"
IMAN = {
    "name": "Iman Ereiqat",
    "function": None,
    "office": "OIM Koweït",
    "phones": ["+96525308164"],
    "emails": ["iereiqat@iom.int"],
}
EXPECTED = {
    "000_3f6783b05c658ef2.txt": ("fr", "L’OIM au Koweït renforce la capacité", ["Koweït City"], ["KW"], None, IMAN),
    "001_c425c5af1e6ef6b7.txt": ("fr", "L’OIM au Koweït facilite le retour", ["Koweit"], ["KW"], "2016-02", IMAN),
    "002_3d3c812ca7428a1a.txt": (
        "fr", "Des responsables du Moyen-Orient", ["Liban"], ["LB"], None,
        {"name": "Fitriana Nur", "function": None, "office": "OIM Liban", "phones": ["+96176620648"], "emails": ["fnur@iom.int"]},
    ),
    "003_50e4405b8bd49521.txt": (
        "fr", "L'OIM soutient la formation", ["Riyadh"], ["SA"], "2020-06",
        {"name": "Amy Edwards", "function": "responsable de la protection et de l'aide aux migrants", "office": "OIM Bahreïn",
         "phones": [], "emails": ["aedwards@iom.int"]},
    ),
    "004_2dc2d12b6527d678.txt": (
        "ar", "عقدت المنظمة الدولية للهجرة", ["الكويت"], ["KW"], "2021-11-15",
        {"name": "دانة العثمان", "function": None, "office": "المنظمة الدولية للهجرة في الكويت", "phones": [], "emails": ["dalothman@iom.int"]},
    ),
}  # fmt: skip
LEFT_OUT = {
    "000_3f6783b05c658ef2.txt": [([1, 2], "masthead")],
    "001_c425c5af1e6ef6b7.txt": [(list(range(1, 30)), "navigation")],
    "002_3d3c812ca7428a1a.txt": [([1, 2], "masthead")],
    "003_50e4405b8bd49521.txt": [(list(range(1, 30)), "navigation")],
    "004_2dc2d12b6527d678.txt": [([2], "date"), ([7], "end mark"), ([9], "end matter")],
}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("five") / "releases"


@pytest.fixture(scope="module")
def report(fresh: Path) -> dict[str, dict[str, Any]]:
    folder = fresh.parent
    target = folder / "report.json"
    done = subprocess.run(
        [sys.executable, SCRIPT, "--pages", folder / "releases", "--report", target], cwd=folder, check=False
    )
    assert done.returncode == 0
    return {entry["raw"]: entry for entry in json.loads(target.read_text("utf-8"))}


@pytest.mark.parametrize("raw", EXPECTED)
def test_what_the_release_says_is_read(report: dict[str, dict[str, Any]], raw: str) -> None:
    language, title, places, countries, published, contact = EXPECTED[raw]
    entry = report[raw]
    assert entry["language"] == language
    assert entry["title"].startswith(title)
    assert (entry["places"], entry["countries"], entry["published"]) == (places, countries, published)
    assert entry["contacts"] == [contact]
    assert entry["error"] is None


@pytest.mark.parametrize("raw", LEFT_OUT)
def test_only_furniture_and_end_matter_are_left_out(report: dict[str, dict[str, Any]], raw: str) -> None:
    left_out = report[raw]["left_out"]
    assert [
        (group["lines"], group["why"][: len(why)])
        for group, (_, why) in zip(left_out, LEFT_OUT[raw], strict=True)
    ] == LEFT_OUT[raw]


@pytest.mark.parametrize("raw", EXPECTED)
def test_every_other_line_is_on_the_committed_page_as_printed(
    report: dict[str, dict[str, Any]], raw: str
) -> None:
    entry = report[raw]
    text = (ROOT / "releases" / entry["page"]).read_text("utf-8")
    release, body = split_page(text)
    shown = [plain(block.lstrip("# ")) for block in body.strip().split("\n\n")]
    left = {number for group in entry["left_out"] for number in group["lines"]}
    lines = (RAW / raw).read_text("utf-8").splitlines()
    printed = [line.strip() for number, line in enumerate(lines, 1) if line.strip() and number not in left]
    assert shown == [printed[0].strip('"'), *printed[1:]]
    assert release.body_sha256 == digest(body)
    assert release.raw_sha256 == digest((RAW / raw).read_bytes())


def test_the_committed_pages_are_byte_for_byte_those_of_a_fresh_import(
    report: dict[str, dict[str, Any]], fresh: Path
) -> None:
    for entry in report.values():
        assert (fresh / entry["page"]).read_bytes() == (ROOT / "releases" / entry["page"]).read_bytes()


def test_the_committed_pages_are_what_the_importer_writes(
    report: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert "0 written, 5 unchanged" in done.stdout
    assert "warning" not in done.stdout.replace("0 warnings", "")


def test_the_publishers_own_address_is_the_slug(report: dict[str, dict[str, Any]]) -> None:
    page = report["000_3f6783b05c658ef2.txt"]["page"]
    assert page == "fr/loim-au-koweit-renforce-la-capacite-didentification-des-victimes-de-traite.md"
