"""A tiny archive that is split by year, built as its main project and its parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.site import Site, make_site

OLD, NEW = "2014-2015", "2016"


class Split:
    """The tiny site ``split``: its main project and its parts, each built with an environment of its own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = make_site(folder, "split").folder
        self.patch = patch

    def build(self, part: str = "", language: str = "en", *, hosted: bool = False, **options: Any) -> Site:
        self.patch.setenv("ARCHIVE_PART", part)
        inventory = "" if hosted else str(self.folder / "out/{language}/objects.inv")
        self.patch.setenv("ARCHIVE_INVENTORY", inventory)
        termbase = str(self.folder / "src/glossary.toml")
        return Site(self.folder, part).build(language, **{"termbase_file": termbase, **options})


@pytest.fixture
def split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Split:
    return Split(tmp_path, monkeypatch)
