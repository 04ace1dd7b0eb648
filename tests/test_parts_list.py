"""The list of an archive's parts, and what stops a build that it does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.parts import Part, PartsError, load_parts, part_of, year_of_page
from extensions.parts import SplitError
from tests.site import ROOT
from tests.split_site import NEW, Split, split

__all__ = ["split"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[part]\n", "cannot be read"),
        ("", "must hold one [[part]] or more"),
        ("other = 1\n[[part]]\nname = 'a'\nfirst = 2000\nlast = 2001\n", "must hold one [[part]] or more"),
        ("part = 1\n", "must hold one [[part]] or more"),
        ("[[part]]\nname = 'a'\nfirst = 2000\n", "has the keys ['first', 'last', 'name']"),
        ("[[part]]\nname = '../a'\nfirst = 2000\nlast = 2001\n", "'../a' is no folder"),
        ("[[part]]\nname = 5\nfirst = 2000\nlast = 2001\n", "5 is no folder"),
        ("[[part]]\nname = 'a'\nfirst = 2001\nlast = 2000\n", "goes from 2001 to 2000"),
        ("[[part]]\nname = 'a'\nfirst = '2000'\nlast = 2001\n", "goes from '2000' to 2001"),
        ("[[part]]\nname = 'a'\nfirst = true\nlast = 2001\n", "goes from True to 2001"),
        ("[[part]]\nname = 'a'\nfirst = 20\nlast = 21\n", "years of four digits"),
    ],
)
def test_a_wrong_list_of_parts_is_told_by_name(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "parts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PartsError, match=r"parts\.toml") as caught:
        load_parts(path)
    assert said in str(caught.value)


def test_no_year_and_no_name_may_stand_in_two_parts(tmp_path: Path) -> None:
    entry = "[[part]]\nname = '{}'\nfirst = {}\nlast = {}\n"
    path = tmp_path / "parts.toml"
    path.write_text(entry.format("b", 2005, 2009) + entry.format("a", 2000, 2005), encoding="utf-8")
    with pytest.raises(PartsError, match="'a' and 'b' share years"):
        load_parts(path)
    path.write_text(entry.format("a", 2005, 2009) + entry.format("a", 2000, 2004), encoding="utf-8")
    with pytest.raises(PartsError, match="a name stands twice"):
        load_parts(path)
    path.write_text(entry.format("b", 2005, 2009) + entry.format("a", 2000, 2004), encoding="utf-8")
    assert load_parts(path) == (Part("a", 2000, 2004), Part("b", 2005, 2009))
    assert [part_of(year, load_parts(path)) for year in (0, 2000, 2005, 2010)] == ["", "a", "b", ""]
    assert load_parts(tmp_path / "none.toml") == ()


def test_a_wrong_list_or_an_unknown_part_stops_the_build(split: Split) -> None:
    with pytest.raises(
        SplitError, match=r"ARCHIVE_PART=2017: .*parts.toml has no such part \(2014-2015, 2016\)"
    ):
        split.build("2017")
    (split.folder / "src/parts.toml").write_text("[[part]]\n", encoding="utf-8")
    with pytest.raises(SplitError, match=r"parts\.toml: each"):
        split.build()
    (split.folder / "src/parts.toml").unlink()
    with pytest.raises(SplitError, match="there is no such file"):
        split.build(NEW)


def test_a_part_without_the_main_glossary_says_what_to_do(split: Split) -> None:
    with pytest.raises(SplitError, match="build the main project first"):
        split.build(NEW)


def test_the_year_of_a_page_is_read_as_the_page_itself_is(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    for written, year in [
        ("'2016'", 2016),
        ("2016-02", 2016),
        ("'2021-11-15'", 2021),
        ('"1999"', 1999),
        ("", 0),
    ]:
        dated = f"  published: {written}\n" if written else ""
        path.write_text(
            f"---\nrelease:\n  language: fr\n{dated}---\n# T\n\n  published: 2001\n", encoding="utf-8"
        )
        assert year_of_page(path) == year
    for path in (ROOT / "releases").glob("*/*.md"):
        assert (year_of_page(path) > 0) == ("\n  published:" in path.read_text(encoding="utf-8"))
