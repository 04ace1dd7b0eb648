"""Pages saved from a site: main text and metadata, read the same way as plain text."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.raw_text.html import MARKUP, read_html
from bayan.raw_toml import Known
from bayan.release import split_page
from tests.importing import Workshop

LEAD = "Tunis - L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes vulnérables de la ville."
PAGE = f"""<!doctype html>
<html lang="fr">
<head>
<title>L’OIM ouvre un centre d’accueil à Tunis | Exemple</title>
<meta property="og:title" content="L’OIM ouvre un centre d’accueil à Tunis">
<meta property="article:published_time" content="2020-05-12T10:00:00Z">
<link rel="canonical" href="https://example.org/fr/news/centre">
<script>alert(1)</script>
</head>
<body>
<nav><ul><li>Accueil</li><li>Notre travail</li></ul></nav>
<main>
<h1>L’OIM ouvre un centre d’accueil à Tunis</h1>
<p>{LEAD}</p>
<p>Le centre offre &amp; garantit un hébergement, des repas et des conseils juridiques à toutes les personnes.</p>
<p>Pour plus d’informations, veuillez contacter Leila Sassi, OIM Tunisie, Tel: +216 71 860 312, Email: <a href="mailto:ls@example.org">ls@example.org</a></p>
</main>
<footer>Tous droits réservés</footer>
</body>
</html>
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_saved_page_becomes_a_release_with_its_metadata(shop: Workshop) -> None:
    shop.put("saved.html", PAGE)
    entry = shop.run().report["saved.html"]
    assert entry["error"] is None
    assert (entry["title"], entry["published"], entry["countries"]) == (
        "L’OIM ouvre un centre d’accueil à Tunis", "2020-05-12", ["TN"],
    )  # fmt: skip
    release, body = split_page((shop.pages / entry["page"]).read_text("utf-8"))
    assert release.url == "https://example.org/fr/news/centre"
    assert release.contacts[0].emails == ("ls@example.org",)
    assert "offre & garantit" in body
    assert "alert" not in body and "Accueil" not in body


def test_every_line_of_the_file_is_on_the_page_or_left_out_with_its_own_number() -> None:
    reading, _ = read_html(PAGE, Known(), "x.toml")
    left = reading.sheet.left_out
    lines = PAGE.split("\n")
    assert all(
        left.get(number) == MARKUP
        for number, line in enumerate(lines, 1)
        if "nav>" in line or "script" in line
    )
    kept = [line for number, line in enumerate(lines, 1) if line.strip() and number not in left]
    assert [line[:20] for line in kept] == [
        "<h1>L’OIM ouvre un c",
        "<p>Tunis - L’OIM a o",
        "<p>Le centre offre &",
        "<p>Pour plus d’infor",
    ]


def test_the_maintainers_word_goes_before_the_metadata() -> None:
    reading, known = read_html(PAGE, Known(published="2020-05", title="Un autre titre"), "x.toml")
    assert (reading.published, reading.title, known.url) == (
        "2020-05",
        "Un autre titre",
        "https://example.org/fr/news/centre",
    )


def test_a_day_that_the_page_does_not_mark_is_not_taken() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2020-05-12T10:00:00Z">\n', "")
    page = page.replace("Tous droits", "Copyright 2019-03-04. Tous droits")
    assert read_html(page, Known(), "x.toml")[0].published is None


def test_page_without_main_text_is_refused(shop: Workshop) -> None:
    shop.put("empty.html", "<html><body><script>x</script></body></html>")
    (line,) = shop.run().errors()
    assert "raw/empty.html:1: error: no main text" in line


def test_a_page_whose_one_element_has_very_many_parts_is_refused_at_once() -> None:
    """The extractor's work grows with their square."""
    source = PAGE.replace("</main>", "<p>" + "<b>a</b> " * 14_000 + "</p></main>")
    reading, _ = read_html(source, Known(), "x.toml")
    assert "too many" in str(reading.error)


def test_day_that_people_see_below_the_title_is_read_though_no_metadata_has_it() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2020-05-12T10:00:00Z">', "")
    title = "<h1>L’OIM ouvre un centre d’accueil à Tunis</h1>"
    for day in ("<time>12 mai 2020</time>", '<div class="field">Publié le 12 mai 2020</div>'):
        reading, known = read_html(page.replace(title, f"{title}\n{day}"), Known(), "x.toml")
        assert (reading.published, known.published) == ("2020-05-12", None), day
        assert "2020" not in reading.body
    for where in ("<main>", "<footer>"):
        reading, _ = read_html(page.replace(where, f"<div>12 mai 2020</div>\n{where}"), Known(), "x.toml")
        assert reading.published is None, "today's date above the title, or another release's below the text"
