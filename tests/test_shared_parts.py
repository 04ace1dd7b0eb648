"""Navigation, styles and scripts are made once for all releases, and are those of each page."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder

from extensions.shared_parts import SharedParts
from tests.site import Site, make_site


def test_a_part_is_made_once_for_each_place_and_argument() -> None:
    parts = SharedParts()
    made: list[object] = []
    for place, argument in (("../", 1), ("../", 1), ("../../", 1), ("../", 2)):
        parts.once(lambda value, at=place: made.append((at, value)), "toctree", place)(argument)
    assert made == [("../", 1), ("../../", 1), ("../", 2)]
    parts.forget()
    parts.once(made.append, "toctree", "../")(1)
    assert made[-1] == 1


def test_the_navigation_of_releases_is_resolved_once_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    resolve = StandaloneHTMLBuilder._get_local_toctree

    def count(self: StandaloneHTMLBuilder, docname: str, **options: object) -> str:
        asked.append(docname)
        return resolve(self, docname, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(StandaloneHTMLBuilder, "_get_local_toctree", count)
    make_site(tmp_path, "bilingual").build("en")
    releases = [docname for docname in asked if docname.startswith(("releases/fr/", "releases/ar/"))]
    assert len(releases) == 1


def test_pages_are_the_same_as_without_sharing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared: Site = make_site(tmp_path / "shared", "bilingual").build("ar")
    monkeypatch.setattr(SharedParts, "share", lambda *arguments: None)
    apart = make_site(tmp_path / "apart", "bilingual").build("ar")
    pages = sorted(path.relative_to(shared.out("ar")) for path in shared.out("ar").rglob("*.html"))
    assert len(pages) > 5
    for page in pages:
        assert (shared.out("ar") / page).read_bytes() == (apart.out("ar") / page).read_bytes(), page
