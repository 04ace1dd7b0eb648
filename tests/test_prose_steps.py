"""Steps of Sphinx are left out on pages of prose, and the pages are what they would be with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from docutils.transforms import Transform

from extensions import prose, prose_steps
from tests.site import Site, make_site

PAGE = "releases/fr/visite.md"
ADDED = """
## Une liste

- <https://example.org/>
- [un lien](https://example.org/) et *du texte*

> Une citation, avec un [renvoi](#p1).
>
> 1. un
> 2. deux
"""


def with_list(folder: Path) -> Site:
    site = make_site(folder, "bilingual")
    path = site.src / PAGE
    path.write_text(path.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
    return site


def take_all_steps(document: nodes.document) -> None:
    """Take all steps; MyST's own ask for what its parser leaves."""
    document.myst_slugs = {}  # type: ignore[attr-defined]
    for setting in ("heading_anchors_html_ids", "footnote_transition", "footnote_sort"):
        setattr(document.settings, f"myst_{setting}", False)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_pages_are_the_same_as_with_all_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    few = with_list(tmp_path / "few").build(language)
    monkeypatch.setattr(prose, "keep_needed_steps", take_all_steps)
    monkeypatch.setattr(prose_steps.Hide, "run", lambda self, **kwargs: None)
    every = with_list(tmp_path / "every").build(language)
    pages = sorted(path.relative_to(few.out(language)) for path in few.out(language).rglob("*.html"))
    assert Path(PAGE).with_suffix(".html") in pages
    for page in pages:
        assert (few.out(language) / page).read_bytes() == (every.out(language) / page).read_bytes(), page


class Foreign(Transform):
    """A step that a project adds."""

    default_priority = 500


def test_steps_that_a_project_adds_are_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept: list[str] = []
    keep = prose_steps.keep_needed_steps

    def look(document: nodes.document) -> None:
        document.transformer.add_transform(Foreign)
        keep(document)
        kept.extend(step[1].__name__ for step in document.transformer.transforms)
        document.transformer.transforms = [
            step for step in document.transformer.transforms if step[1] is not Foreign
        ]

    monkeypatch.setattr(prose, "keep_needed_steps", look)
    make_site(tmp_path, "bilingual").build("fr")
    assert {"Foreign", "NumberBlocks", "Translate", "DoctreeReadEvent"} <= set(kept)
    assert "Footnotes" not in kept
