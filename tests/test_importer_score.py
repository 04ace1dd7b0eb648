"""The corpus: no row is dropped, and the importer meets its goals on it."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.importing import ROOT

SAMPLES = ROOT / "tests" / "fixtures" / "samples"


def test_the_corpus_is_whole() -> None:
    corpus = json.loads((SAMPLES / "expected.json").read_text("utf-8"))
    assert len(corpus) == 39
    assert {row["file"] for row in corpus} == {path.name for path in SAMPLES.glob("*.txt")}


def test_the_goals_are_met() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "importer_score.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) >= 9


def test_no_rule_names_a_sample() -> None:
    names = [path.stem for path in SAMPLES.glob("*.txt")] + [
        path.stem for path in (ROOT / "raw").glob("*.txt")
    ]
    for path in [*(ROOT / "bayan").rglob("*.py"), *(ROOT / "bayan").rglob("*.toml")]:
        text = path.read_text("utf-8")
        assert not [name for name in names if name in text], path
