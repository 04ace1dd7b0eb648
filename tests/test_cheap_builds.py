"""What makes builds cheaper does not change what they write, and what did not change is not made again."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from docutils import nodes
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from sphinx.writers.html5 import HTML5Translator

from extensions import glossary_downloads, memory
from extensions.html_writer import PLAIN, DirectedTranslator
from tests.site import make_site


class Bare(DirectedTranslator):
    """The writer without a builder, of which start tags need nothing."""

    def __init__(self) -> None:
        self.in_mailto = False


words = st.sampled_from(["pair", "language-fr", "language-ar", "translation", "a b", "", " ", "pair"])
values = st.text("ab &<>\"'@\n\t\u0627", max_size=8)


@settings(deadline=None)
@given(
    st.sampled_from(sorted(PLAIN)),
    st.lists(words, max_size=4),
    st.dictionaries(st.sampled_from(["href", "class", "CLASS", "dir", "lang"]), values, max_size=3),
)
def test_a_start_tag_is_that_of_docutils(name: str, classes: list[str], attributes: dict[str, str]) -> None:
    if "class" in attributes and "CLASS" in attributes:
        del attributes["CLASS"]
    ours = Bare().starttag(nodes.inline(classes=classes), name, "", False, **attributes)
    theirs = HTML5Translator.starttag(Bare(), nodes.inline(classes=classes), name, "", False, **attributes)
    assert ours == theirs


def test_anchors_and_mail_are_left_to_docutils() -> None:
    writer = Bare()
    assert writer.starttag(nodes.paragraph(ids=["p1", "x"]), "p", "") == '<p id="p1"><span id="x"></span>'
    assert writer.starttag(nodes.paragraph(), "p", "", ids=["p2"]) == '<p id="p2">'
    assert writer.starttag(nodes.paragraph(dir="rtl"), "p") == '<p dir="rtl">\n'


@settings(deadline=None)
@given(st.text("ab&<>\"'@\u0627", max_size=12))
def test_characters_are_encoded_as_docutils_encodes_them(text: str) -> None:
    assert Bare().encode(text) == HTML5Translator.encode(Bare(), text)


def test_python_looks_less_often_for_what_can_be_thrown_away(tmp_path: Path) -> None:
    before = gc.get_threshold()
    try:
        make_site(tmp_path, "bilingual").build("en")
        assert gc.get_threshold() == memory.OFTEN
    finally:
        gc.set_threshold(*before)


def test_a_second_build_compiles_no_template_and_exports_no_term(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, "bilingual").build("en")
    page = site.src / "releases/fr/visite.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nUne phrase.\n", encoding="utf-8")

    made: list[object] = []
    compile_one = Environment.compile

    def note(self: Environment, source: object, name: str | None = None, *rest: object) -> object:
        made.append(name)
        return compile_one(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", note)
    monkeypatch.setattr(glossary_downloads, "exports", lambda *arguments: made.append("exports"))
    site.build("en")
    assert not [name for name in made if name]  # those without a name are Sphinx's static files
    assert "Une phrase." in (site.out("en") / "releases/fr/visite.html").read_text(encoding="utf-8")
