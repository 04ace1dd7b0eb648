"""Values of glossary.toml and languages.toml that must not be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.languages import LanguagesError, load_languages
from bayan.termbase import TermbaseError, parse_termbase
from tests.hostile.corpus import STAND_INS, Row, filled, rows
from tests.hostile.make import EXPANDED
from tests.site import ROOT

PLACES = {**EXPANDED, **STAND_INS, "DOMAIN": "migration"}
REFUSED = [row for row in rows("termbase") if row.outcome == "refused"]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.id)
def test_it_is_refused_with_the_name_of_its_file(row: Row, tmp_path: Path) -> None:
    if "languages" in row.fields:
        path = tmp_path / "languages.toml"
        path.write_text(filled(row.fields["languages"], PLACES))
        with pytest.raises(LanguagesError, match=r"languages\.toml"):
            load_languages(path)
        return
    right = (ROOT / "glossary.toml").read_text() if "[[" in row.fields["glossary"] else ""
    with pytest.raises(TermbaseError, match=r"glossary\.toml"):
        parse_termbase(
            right + "\n" + filled(row.fields["glossary"], PLACES), Path("glossary.toml"), load_languages()
        )


def test_the_right_files_are_taken() -> None:
    assert load_languages()
    text = (ROOT / "glossary.toml").read_text()
    assert parse_termbase(text, Path("glossary.toml"), load_languages()).terms
