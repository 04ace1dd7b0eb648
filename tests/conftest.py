"""Fixtures that all tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.browser import find_chromium, flags

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ("scripts", "bayan", "templates", "languages.toml")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How Playwright starts the browser: the one that `make test` found or installed.

    There is one such fixture for all folders: a second one would be asked while Playwright runs already.
    """
    chromium = find_chromium()
    if chromium is None:
        pytest.exit("no Chromium was found; run: make test (it finds or installs one)", returncode=1)
    return {"executable_path": chromium, "args": flags()}


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The project's house with a site of two pages and an importer that has nothing to do."""
    place = tmp_path / "house"
    shutil.copytree(ROOT / "tests" / "roots" / "house", place)
    for name in HOUSE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place / name)
    (place / "import_releases.py").replace(place / "scripts" / "import_releases.py")
    return place


@pytest.fixture
def build(house: Path) -> Run:
    """Run the project's build in *house*, as ``make html`` does."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            build_command(*arguments),
            cwd=house,
            capture_output=True,
            text=True,
            env=build_environment(),
            check=False,
        )

    return run


def build_command(*arguments: str) -> list[str]:
    """The command that ``make html`` runs."""
    return [sys.executable, "-m", "scripts.build", *arguments]


def build_environment() -> dict[str, str]:
    """This environment, without what a host or an outer build may have set."""
    return {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("READTHEDOCS", "MAKE", "PYTHONPATH"))
    }
