"""What honest translators write is shown: each line of the fixture is one translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.prose import read_message, visible

LINES = (Path(__file__).parent / "fixtures/honest.txt").read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize("line", LINES.split("\n"), ids=ascii)
def test_an_honest_translation_is_shown(line: str) -> None:
    assert visible(read_message(line))
