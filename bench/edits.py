"""The edits that an incremental build must show, and whether it does."""

from __future__ import annotations

from pathlib import Path

from bayan.release import split_page
from bench.measure import BenchError
from bench.workspace import Site

SOURCE, TARGET = "fr", "ar"
"""Edited are a release in the first language and its catalog into the second, whose site is built."""
MARK = "zzbench{}"
TERM = """
[[term]]
id = "bench"
domain = "migration"
definition = "A word that stands on one page."
source = "https://example.org/"

[term.{language}]
preferred = "{word}"
"""


def edit_message(site: Site, name: str = "message") -> None:
    """Change one translated message: the last, a line of contact; *name* marks it."""
    path = site.catalog(edited_page(site), TARGET)
    text = path.read_text(encoding="utf-8").rstrip().removesuffix('"')
    path.write_text(f'{text} {MARK.format(name)}"\n', encoding="utf-8")


def edit_release(site: Site) -> None:
    """Change one paragraph of one release: the last."""
    path = edited_page(site)
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{text} {MARK.format('release')}\n", encoding="utf-8")


def add_term(site: Site) -> None:
    """Add a term to the termbase: the longest word of one page that no other term has."""
    glossary = site.folder / "glossary.toml"
    known = glossary.read_text(encoding="utf-8")
    body = split_page(site.pages(TARGET)[0].read_text(encoding="utf-8"))[1]
    word = max((word for word in body.split() if word.isalpha() and word not in known), key=len)
    glossary.write_text(known + TERM.format(language=TARGET, word=word), encoding="utf-8")


def shows_message(site: Site) -> None:
    """:raises BenchError: where the page does not show the edited message."""
    _expect(site.html(edited_page(site), TARGET), MARK.format("message"))


def shows_release(site: Site) -> None:
    """:raises BenchError: where the page does not show the edited paragraph."""
    _expect(site.html(edited_page(site), TARGET), MARK.format("release"))


def shows_term(site: Site) -> None:
    """:raises BenchError: where the page does not link the new term."""
    _expect(site.html(site.pages(TARGET)[0], TARGET), "#term-bench")


def edited_page(site: Site) -> Path:
    """The page that the edits change."""
    return site.pages(SOURCE)[0]


def _expect(path: Path, text: str) -> None:
    if text not in path.read_text(encoding="utf-8"):
        raise BenchError(f"{path}: {text!r} is not on the page: the incremental build left it stale")
