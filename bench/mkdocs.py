"""MkDocs Material with static-i18n on the same text: the next mark after stock Sphinx."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from bayan.languages import load_languages
from bench.workspace import ROOT, Site

ENVIRONMENT = ROOT / "_build/bench/mkdocs"
REQUIREMENTS = ROOT / "bench/requirements-mkdocs.txt"
# The kinder comparison: with every page in its navigation it takes about seven times as long.
SETTINGS = """\
site_name: Releases
theme:
  name: material
  font: false
nav:
  - index.md
not_in_nav: releases/
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
"""
LANGUAGE = """\
        - locale: {code}
          name: {name}
          build: true
          default: {default}
"""


def prepare(site: Site) -> None:
    """Write the project, with the text of every release in every language."""
    _install()
    languages = load_languages()
    entries = [
        LANGUAGE.format(code=code, name=language.name, default=str(code == languages.site).lower())
        for code, language in languages.items()
    ]
    (site.folder / "mkdocs.yml").write_text(SETTINGS + "".join(entries), encoding="utf-8")
    for code in languages:
        docs = site.folder / "docs" / code
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# Releases\n", encoding="utf-8")
        for source in languages:
            for page in sorted((site.data / "releases" / source).glob("*.md")):
                _write(site, page, source, docs)


def build(site: Site) -> list[list[str]]:
    """MkDocs builds all languages in one go."""
    return [[str(ENVIRONMENT / "bin/python"), "-m", "mkdocs", "build", "--quiet"]]


def _write(site: Site, page: Path, source: str, docs: Path) -> None:
    """Write *page* under *docs*, in the language of that folder."""
    text = page.read_text(encoding="utf-8").partition("\n---\n")[2]
    if source != docs.name:
        name = f"locales/{docs.name}/LC_MESSAGES/releases/{source}/{page.stem}.po"
        text = _translate(text, (site.data / name).read_text(encoding="utf-8"))
    out = docs / "releases" / source / page.name
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")


def _translate(text: str, catalog: str) -> str:
    """*text* with each of its lines as in *catalog*, whose entries have a line each for both texts."""
    lines = catalog.splitlines()
    messages = {
        _unquoted(line, "msgid"): _unquoted(after, "msgstr")
        for line, after in pairwise(lines)
        if line.startswith('msgid "') and after.startswith('msgstr "')
    }
    translated = []
    for line in text.splitlines():
        marker = line[:2] if line.startswith(("# ", "- ")) else ""
        translated.append(marker + messages.get(line.removeprefix(marker), line.removeprefix(marker)))
    return "\n".join([*translated, ""])


def _unquoted(line: str, keyword: str) -> str:
    return line.removeprefix(f'{keyword} "')[:-1].replace('\\"', '"').replace("\\\\", "\\")


def _install() -> None:
    """An environment for it under ``_build``, made once."""
    if not (ENVIRONMENT / "bin/mkdocs").exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        pip = [str(ENVIRONMENT / "bin/python"), "-m", "pip", "install", "--quiet", "-r", str(REQUIREMENTS)]
        subprocess.run(pip, check=True)
