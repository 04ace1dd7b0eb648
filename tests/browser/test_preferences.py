"""What readers have asked of their browser holds on this site, too."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.conftest import Reader


def test_nothing_moves_where_motion_is_not_wanted(reader: Reader) -> None:
    page = reader.open("/ar/index.html", device="phone", reduced_motion="reduce")
    moving = """[...document.querySelectorAll("*")].filter((node) => {
      const style = getComputedStyle(node);
      return parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) > 0


def test_the_chosen_language_and_view_show_without_our_colours(
    reader: Reader, pages: Callable[[str], list[str]]
) -> None:
    release = next(path for path in pages("ar") if "/releases/fr/" in path)
    page = reader.open(f"{release}?view=both", forced_colors="active")
    for control in (".language-switch", ".view-switch"):
        outlines = page.locator(f"{control} :is(a, button)").evaluate_all(
            "nodes => nodes.map(node => getComputedStyle(node).outlineStyle)"
        )
        assert sorted(outlines) == ["none", "none", "solid"], control
