"""Each row alone, without a site: quick to run, and a failure names what was tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.catalogs import CatalogError, read_catalog, read_translations
from bayan.interface import refuse_string
from bayan.prose import ProseError, read_message, visible
from tests.hostile.corpus import CANARY, STAND_INS, Row, rows
from tests.hostile.make import prepare
from tests.hostile.place import put_catalog, sentence

MESSAGES, INTERFACE = rows("messages"), rows("interface")
CATALOGS = [row for row in rows("catalogs") if row.table != "reviews"]


def name_of(row: Row) -> str:
    return f"{row.table}-{row.id}"


@pytest.mark.parametrize("row", MESSAGES, ids=name_of)
def test_a_message(row: Row) -> None:
    if row.outcome == "refused":
        with pytest.raises(ProseError):
            read_message(row.text())
    else:
        seen = " ".join(visible(read_message(row.text())).split())
        assert seen == row.shown() or not row.is_shown


@pytest.mark.parametrize("row", INTERFACE, ids=name_of)
def test_a_string_of_the_interface(row: Row) -> None:
    assert bool(refuse_string(row.fields["msgid"], row.text())) == (row.outcome == "refused")


@pytest.mark.parametrize("row", CATALOGS, ids=name_of)
def test_a_catalog(row: Row, tmp_path: Path) -> None:
    secret, mark = prepare(tmp_path, CANARY)
    path = tmp_path / "locales/ar/LC_MESSAGES/releases/fr/page.po"
    put_catalog(path, row, {**STAND_INS, "FILE": str(secret), "MARK": str(mark)})
    if row.outcome == "refused":
        with pytest.raises(CatalogError, match=r"page\.po:\d+: ") as caught:
            read_translations(path, "ar")
        assert CANARY not in str(caught.value)
    else:
        assert sentence(row) not in read_translations(path, "ar")
        read_catalog(path, "ar")
    assert not mark.exists()
