"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.whole import listed_files

PACKAGES = ("bayan", "scripts", "extensions")
# Each package, and the modules that it may not import.
FORBIDDEN = {
    "bayan": {"scripts", "extensions", "sphinx", "tests"},
    "scripts": {"extensions", "tests"},
    "extensions": {"scripts", "tests"},
}
PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|(?<![\w-])(?:left|right)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
LONGEST_FUNCTION = 50
LONGEST_MODULE = 250


def modules(*packages: str) -> list[Path]:
    found = [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]
    return [path for path in found if "__pycache__" not in path.parts]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=name_of)
def test_packages_import_only_what_they_may(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    assert not set(imported(ast.parse(path.read_text()))) & FORBIDDEN[package]


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=name_of)
def test_functions_and_modules_are_short(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("folder", ["static", "templates"])
def test_styles_have_no_left_and_right(folder: str) -> None:
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in (".css", ".html"):
            found = PHYSICAL.search(path.read_text(encoding="utf-8"))
            assert not found, f"{name_of(path)}: {found and found[0]}"


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=["lint", "format", "types"],
)
def test_the_code_is_clean(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_names_the_host_of_a_registry() -> None:
    hosts = re.compile(r"(?:files\.pythonhosted|registry\.npmjs|deb\.debian)\.org|pypi\.org/simple")
    for name in listed_files():
        if ROOT / name != Path(__file__):
            assert not hosts.search((ROOT / name).read_bytes().decode("utf-8", "replace")), name
