"""The extension that turns the theme around, on a site that has nothing else of ours."""

from __future__ import annotations

import ast
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import furo
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from bs4 import BeautifulSoup
from sphinx.errors import ConfigError
from sphinx.jinja2glue import BuiltinTemplateLoader

from extensions.rtl.pages import LABELS, TITLES, DirectedTemplates, direction, mend
from extensions.rtl.styles import HERE, write_styles
from tests.furo_site import build_furo


class Foreign(BuiltinTemplateLoader):
    """Templates of a project that knows nothing of directions."""


class Derived(DirectedTemplates):
    """Templates of a project that builds on ours."""


def html(out: Path, name: str = "index.html") -> BeautifulSoup:
    return BeautifulSoup((out / name).read_text(encoding="utf-8"), "html5lib")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("en", "ltr"), ("pt_BR", "ltr"), ("xx-none", "ltr")],
)
def test_locale_data_know_which_way_a_language_runs(language: str, expected: str) -> None:
    assert direction(language, None) == expected


def test_a_project_may_say_itself_which_way_its_languages_run() -> None:
    assert direction("ar", ["xx"]) == "ltr" and direction("xx", ["xx"]) == "rtl"


@pytest.mark.parametrize("name", ["index.html", "search.html", "genindex.html", "part/page.html"])
def test_every_page_bears_its_direction_once(tmp_path: Path, name: str) -> None:
    out = build_furo(tmp_path, "ar")
    assert (out / name).read_text(encoding="utf-8").count('dir="rtl"') == 1
    assert html(out, name).html["dir"] == "rtl"


def test_the_setting_of_a_project_counts(tmp_path: Path) -> None:
    assert html(build_furo(tmp_path, "en", rtl_languages=["en"])).html["dir"] == "rtl"


def test_a_direction_that_is_there_already_stays() -> None:
    assert mend('<html lang="ar" dir="ltr">', "rtl", {}) == '<html lang="ar" dir="ltr">'
    assert mend("<htmlx><p>", "rtl", {"<p>": "<b>"}) == "<htmlx><p>"


def test_the_rewritten_sheets_stand_in_the_place_of_the_themes(tmp_path: Path) -> None:
    out = build_furo(tmp_path, "ar", html_css_files=["own.css"], html_static_path=[])
    sheets = [link["href"].partition("?")[0] for link in html(out).find_all("link", rel="stylesheet")]
    styles = [f"_static/styles/{name}.css" for name in ("furo", "furo-extensions", "furo-rtl")]
    assert sheets == ["_static/pygments.css", *styles, "_static/own.css"]
    css = (out / styles[0]).read_text(encoding="utf-8")
    assert "margin-inline-start" in css and "margin-left" not in css


def test_labels_are_translated(tmp_path: Path) -> None:
    catalog = Catalog(locale="ar")
    for text in (*TITLES, *LABELS):
        catalog.add(text, f'<"{text}">')
    messages = tmp_path / "locales" / "ar" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    with (messages / "sphinx.mo").open("wb") as file:
        write_mo(file, catalog)
    page = html(build_furo(tmp_path / "out", "ar", locale_dirs=[str(tmp_path / "locales")]))
    assert {title.get_text() for title in page.body.find_all("title")} == {f'<"{title}">' for title in TITLES}
    assert page.find(id="__toc")["aria-label"] == '<"Toggle table of contents sidebar">'


def test_the_theme_holds_these_labels_as_plain_text_and_no_others() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in Path(furo.THEME_PATH).rglob("*.html"))
    assert set(re.findall(r"<title>(\w[^<{]*)</title>", templates)) == set(TITLES)
    assert set(re.findall(r'aria-label="(\w[^"{]*)"', templates)) == set(LABELS)


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    out = build_furo(tmp_path, "ar")
    pages = [out / name for name in ("index.html", "end.html", "part/page.html")]
    before = {path: path.stat().st_mtime_ns for path in [*pages, *out.rglob(".doctrees/rtl/**/*")]}
    build_furo(tmp_path, "ar")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_doctrees_may_lie_elsewhere_and_processes_be_many(tmp_path: Path) -> None:
    one = build_furo(tmp_path / "one", "ar", doctrees=tmp_path / "doctrees")
    two = build_furo(tmp_path / "two", "ar", parallel=2)
    for path in one.rglob("*.html"):
        assert path.read_bytes() == (two / path.relative_to(one)).read_bytes()
    assert (one / "_static/styles/furo.css").read_bytes() == (two / "_static/styles/furo.css").read_bytes()


def test_builds_that_run_at_once_share_one_folder(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        folders = set(pool.map(write_styles, [tmp_path] * 16))
    assert list(tmp_path.iterdir()) == list(folders)
    assert sorted(path.name for path in folders.pop().rglob("*.css")) == [
        "furo-extensions.css",
        "furo-rtl.css",
        "furo.css",
    ]


def test_what_was_interrupted_is_not_taken_for_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(css: str) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("extensions.rtl.styles.to_logical", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_styles(tmp_path)
    assert not list(tmp_path.iterdir())
    assert (write_styles(tmp_path) / "styles/furo.css").is_file()


def test_other_builders_write_no_sheets(tmp_path: Path) -> None:
    build_furo(tmp_path, "ar", builder="gettext")
    assert not list(tmp_path.rglob("*.css"))


def test_templates_that_know_no_direction_are_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"template_bridge is .*Foreign.*; derive it from .*DirectedTemplates"
    ):
        build_furo(tmp_path, "ar", template_bridge=f"{__name__}.Foreign")


def test_templates_that_are_derived_from_ours_are_taken(tmp_path: Path) -> None:
    assert html(build_furo(tmp_path, "ar", template_bridge=f"{__name__}.Derived")).html["dir"] == "rtl"


@pytest.mark.parametrize("path", sorted(HERE.glob("*.*")), ids=lambda path: path.name)
def test_the_extension_can_be_lifted_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search("bayan|بيان|extensions", text, re.IGNORECASE)
    if path.suffix == ".py":
        imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
        assert not {node.module for node in imports if not node.level} & {"bayan", "scripts", "tests"}
