"""Read the Docs: its very command, from a clean clone, in an environment of ``requirements.txt`` alone."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from bayan.languages import load_languages
from tests.conftest import ROOT, build_environment
from tests.whole import copy_project

LANGUAGES = load_languages()
HOST = "https://bayan.example"
VERSION = "latest"

# The keys that version 2 of the file format knows, as far as we use them; any other fails a build.
KNOWN_KEYS = {
    "version": None,
    "build": {"os": None, "tools": {"python": None}},
    "sphinx": {"configuration": None, "fail_on_warning": None, "builder": None},
    "python": {"install": [{"requirements": None}]},
}


def assert_known(value: object, known: object, where: str = "") -> None:
    if isinstance(known, dict):
        assert isinstance(value, dict), where
        assert set(value) <= set(known), where
        for key, inner in value.items():
            assert_known(inner, known[key], f"{where}.{key}")
    elif isinstance(known, list):
        assert isinstance(value, list), where
        for inner in value:
            assert_known(inner, known[0], where)


def test_its_settings_have_known_keys_only_and_fail_on_warnings() -> None:
    settings = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text())
    assert_known(settings, KNOWN_KEYS)
    assert settings["version"] == 2
    assert settings["sphinx"] == {"configuration": "conf.py", "fail_on_warning": True}
    assert settings["python"]["install"] == [{"requirements": "requirements.txt"}]


@dataclass(frozen=True)
class Host:
    """A clone and an environment as the host makes them."""

    clone: Path
    python: Path

    def build(self, language: str, output: Path) -> subprocess.CompletedProcess[str]:
        """Run the host's command for the project of one language."""
        environment = {
            key: value for key, value in build_environment().items() if key not in ("VIRTUAL_ENV", "SITE_URL")
        }
        environment |= {
            "READTHEDOCS": "True",
            "READTHEDOCS_LANGUAGE": language,
            "READTHEDOCS_VERSION": VERSION,
            "READTHEDOCS_CANONICAL_URL": f"{HOST}/{language}/{VERSION}/",
            "READTHEDOCS_OUTPUT": str(output),
            "PATH": os.pathsep.join((str(self.python.parent), environment["PATH"])),
        }
        command = (
            "python -m sphinx -T -W --keep-going -b html -d _build/doctrees "
            f"-D language={language} . $READTHEDOCS_OUTPUT/html"
        )
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.clone,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    place = tmp_path_factory.mktemp("host")
    clone = copy_project(place / "clone")
    subprocess.run([sys.executable, "-m", "venv", place / "env"], check=True)
    python = place / "env" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements.txt"]
    subprocess.run(install, cwd=clone, env=build_environment(), check=True, capture_output=True)
    return Host(clone, python)


@pytest.fixture(scope="module")
def built(host: Host, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder that the host publishes, for each language."""
    found: dict[str, Path] = {}
    for language in LANGUAGES:
        output = tmp_path_factory.mktemp(language)
        done = host.build(language, output)
        assert done.returncode == 0, done.stdout + done.stderr
        found[language] = output / "html"
    return found


def document(path: Path) -> Element:
    root: Element = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return root


def pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def test_all_languages_have_the_same_pages(built: dict[str, Path]) -> None:
    first, *others = (pages(folder) for folder in built.values())
    assert {"index.html", "about.html", "releases/index.html"} <= set(first)
    assert any(page.count("/") == 2 for page in first), "there is at least one release"
    assert all(other == first for other in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_direction(built: dict[str, Path], language: str) -> None:
    for page in pages(built[language]):
        html = document(built[language] / page)
        assert (html.get("lang"), html.get("dir")) == (language, LANGUAGES[language].direction), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_its_canonical_and_alternate_addresses(
    built: dict[str, Path], language: str
) -> None:
    for page in pages(built[language]):
        links = [link for link in document(built[language] / page).iter("link") if link.get("rel")]
        canonical = [link.get("href") for link in links if link.get("rel") == "canonical"]
        assert len(canonical) == 1, page
        assert canonical[0] in {f"{HOST}/{code}/{VERSION}/{page}" for code in LANGUAGES}, page
        if page.count("/") < 2:  # an untranslated release is its original's copy, any other page its own
            assert canonical == [f"{HOST}/{language}/{VERSION}/{page}"]
        alternates = {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang")}
        assert alternates == {
            **{code: f"{HOST}/{code}/{VERSION}/{page}" for code in LANGUAGES},
            "x-default": f"{HOST}/{LANGUAGES.site}/{VERSION}/{page}",
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_leads_to_the_same_page_of_the_other_projects(
    built: dict[str, Path], language: str
) -> None:
    for page in pages(built[language]):
        (switch,) = (
            nav
            for nav in document(built[language] / page).iter("nav")
            if "language-switch" in (nav.get("class") or "")
        )
        here = f"{HOST}/{language}/{VERSION}/{page}"
        leads = {link.get("hreflang"): urljoin(here, link.get("href") or "") for link in switch.iter("a")}
        assert leads == {code: f"{HOST}/{code}/{VERSION}/{page}" for code in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_loads_from_another_host(built: dict[str, Path], language: str) -> None:
    for page in pages(built[language]):
        for element in document(built[language] / page).iter():
            attributes = ("src", "srcset", "data", "poster")
            loaded = [element.get(name) for name in attributes if element.get(name)]
            if element.tag == "link" and element.get("rel") in ("stylesheet", "preload", "icon", "manifest"):
                loaded.append(element.get("href"))
            assert not [address for address in loaded if address and "//" in address], page
