"""Measuring the search: indexes without pages, and what the tables say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from bench import search_index
from bench.search_loads import LINES, Load
from bench.search_weight import Loads, times, weights


def test_both_indexes_are_made_of_the_same_synthetic_releases(tmp_path: Path) -> None:
    search_index.main(["stage", "6", "en", str(tmp_path)])
    search_index.main(["index", str(tmp_path)])
    search_index.main(["native", "6", "en", str(tmp_path)])
    listed = json.loads(gzip.decompress((tmp_path / "pagefind/index.pack").read_bytes()))
    native = json.loads((tmp_path / "searchindex.js").read_text()[len("Search.setIndex(") : -1])
    assert len(listed["pages"]) == len(native["docnames"]) == 6
    staged = {path.relative_to(tmp_path / "staged") for path in (tmp_path / "staged").rglob("*.html")}
    assert {str(path.with_suffix("")) for path in staged} == set(native["docnames"])
    assert "traffick" in native["terms"] | native["titleterms"]


def loads() -> Loads:
    ours = [
        Load(200_000, 150_000, 20, 300.0),
        Load(240_000, 170_000, 24, 500.0),
        Load(190_000, 130_000, 22, 400.0),
    ]
    native = [Load(3_000_000, 900_000, 4, 800.0)] * 3
    return {
        (name, line.name): found
        for line in LINES
        for name, found in (("Bayan", ours), ("Sphinx’s own", native))
    }


def test_the_tables_tell_the_mean_the_heaviest_and_the_ratio() -> None:
    assert weights(1_000, loads()) == [
        ("1,000", "Bayan", "210", "150", "240", "22"),
        ("1,000", "Sphinx’s own", "3,000", "900", "3,000", "4"),
    ]
    assert [row[2:] for row in times(1_000, loads())] == [("400", "800", "0.50")] * len(LINES)
