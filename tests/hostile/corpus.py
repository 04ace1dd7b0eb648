"""The hostile corpus: what is tried, and what must come of it. The tables say it in words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
LONG = "a" * 3_000
CANARY = "canary-5f1d0c3b"
"""Stands in the files and the environment that nothing may publish."""
STAND_INS = {"HOST": "127.0.0.1:9", "FILE": "/nowhere/secret.txt", "MARK": "/nowhere/mark"}


@dataclass(frozen=True)
class Row:
    """One attempt: its name, its table, what must come of it, and the rest as the table has it."""

    id: str
    table: str
    outcome: str
    fields: Mapping[str, Any]

    def text(self, places: Mapping[str, str] = STAND_INS) -> str:
        """The text that is tried, with the *places* of this run."""
        fields = self.fields
        text = fields["text"] * fields.get("times", 1) + fields.get("end", "")
        return filled(text + fields.get("close", "") * fields.get("close_times", 1), places)

    def shown(self, places: Mapping[str, str] = STAND_INS) -> str:
        """What a reader must see of it, with single spaces."""
        text = filled(self.fields["shown"], places) if "shown" in self.fields else self.text(places)
        return " ".join(text.split())

    @property
    def is_shown(self) -> bool:
        """Whether the table says what a reader must see: always where it is plain."""
        return self.outcome == "plain" or "shown" in self.fields


def filled(text: str, places: Mapping[str, str]) -> str:
    """*text* with the names between at signs replaced."""
    for name, value in {"LONG": LONG, "CANARY": CANARY, **places}.items():
        text = text.replace(f"@{name}@", value)
    return text


def rows(kind: str) -> list[Row]:
    """All rows of a *kind*: a folder of tables, or one table."""
    files = sorted((FOLDER / kind).glob("*.toml")) or [FOLDER / f"{kind}.toml"]
    found = []
    for path in files:
        for outcome, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found += [Row(entry["id"], path.stem, outcome, entry) for entry in entries]
    assert len({(row.table, row.id) for row in found}) == len(found), "an id stands twice in a table"
    return found
