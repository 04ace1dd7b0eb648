"""The front matter of a release page: what goes in comes out, what is wrong is named."""

from __future__ import annotations

import pytest

from bayan.release import Contact, Notice, Release, digest, join_page, split_page
from bayan.release_values import ReleaseError, is_edtf
from extensions.release_header import shown_places

BODY = "\n# Titre\n\nTexte --- suite.\n"
RELEASE = Release(
    language="fr", raw="a.txt", raw_sha256=digest("raw"), body_sha256=digest(BODY), importer=1,
    published="2016", places=("Oslo",), countries=("NO",), publisher="IOM", url="https://iom.int/fr/x",
    contacts=(
        Contact("A: B", "chef", "OIM", ("+96525308164",), ("a@iom.int",)),
        Contact(emails=("b@iom.int",)),
    ),
    corrected=Notice("2020-01-02", "Une date."), toml_sha256=digest("toml"),
)  # fmt: skip


def test_a_page_is_read_as_it_was_written() -> None:
    assert split_page(join_page(RELEASE, BODY)) == (RELEASE, BODY)


def test_what_is_not_known_is_left_out() -> None:
    text = join_page(Release("fr", "a.txt", digest("a"), digest("b"), 1), BODY)
    assert "null" not in text and "published" not in text and "[]" not in text


def test_a_place_is_shown_in_the_readers_words_unless_it_is_the_country() -> None:
    places = ("Koweït", "Koweït City", "Quartier-Neuf")
    release = Release("fr", "a.txt", "0" * 64, "0" * 64, 1, places=places, countries=("KW",))
    assert shown_places(release, "en") == [("Kuwait City", "", ""), ("Quartier-Neuf", "fr", "ltr")]
    assert shown_places(release, "fr")[-1] == ("Quartier-Neuf", "", "")


@pytest.mark.parametrize("date", ["2016", "2016-02", "2016-02-29"])
def test_edtf_dates(date: str) -> None:
    assert is_edtf(date)


@pytest.mark.parametrize(
    "date", ["16", "2016-13", "2015-02-29", "2016-2", "0000", "2016-02-01T00", "٢٠١٦", ""]
)
def test_impossible_dates(date: str) -> None:
    assert not is_edtf(date)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("language: fr", "language: xx", "languages.toml"),
        ("importer: 1", "importer: one", "importer"),
        ("published: '2016'", "published: 2016-13", "published"),
        ("'NO'", "Norway", "countries"),
        ("https://iom.int/fr/x", "javascript:x", "url"),
        ("publisher: IOM", "publishr: IOM", "publishr"),
        ("raw: a.txt\n", "", "raw"),
        ("release:", "releases:", "release"),
        ("---\nrelease", "release", "front matter"),
        ("language: fr", "language: {", "YAML"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, named: str) -> None:
    text = join_page(RELEASE, BODY)
    assert old in text
    with pytest.raises(ReleaseError, match=named):
        split_page(text.replace(old, new.replace("  raw", "raw"), 1))
