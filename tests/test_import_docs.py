"""The importer's documentation and its catalogue of messages say the same."""

from __future__ import annotations

import re

from bayan.raw_text.messages import ERRORS, MESSAGES
from bayan.raw_toml import KEYS
from tests.importing import ROOT

DOCS = (ROOT / "docs" / "importer.md").read_text("utf-8")


def test_every_error_and_warning_is_explained_under_its_heading() -> None:
    errors, warnings = DOCS.split("## Errors")[1].split("## Warnings")
    explained = [set(re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE)) for part in (errors, warnings)]
    assert explained == [set(ERRORS), set(MESSAGES) - ERRORS]


def test_every_key_of_the_toml_is_explained() -> None:
    assert all(f"`{key}`" in DOCS for key in KEYS)


def test_every_message_is_used() -> None:
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "bayan").rglob("*.py") if path.name != "messages.py"
    )
    assert [code for code in MESSAGES if f'"{code}"' not in source] == []
