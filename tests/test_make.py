"""The Makefile, the lock files and the environment that is made from them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from scripts import live, serve
from scripts.environment import lock_file, translate_settings
from tests.conftest import ROOT, build_environment

GROUPS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
SERVERS = ("serve", "live")
PIN = re.compile(r"^([a-z0-9.-]+)(?:\[[a-z,]+\])?==(\S+)(?: ; (.*?))? \\$", re.M)


def pins(group: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version, _ in PIN.findall(lock_file(ROOT, group).read_text()):
        found.setdefault(name, set()).add(version)
    return found


def make(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments], cwd=cwd, capture_output=True, text=True, env=build_environment(), check=False
    )


def test_help_lists_every_task() -> None:
    tasks = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    lines = re.findall(r"^(  make ([a-z-]+) +)\S", make("help").stdout, re.M)
    assert {task for _, task in lines} == tasks
    assert {"html", "live", "serve", "test", "catalogs", "import-csv", "lock", "clean", "help"} <= tasks
    assert len({len(start) for start, _ in lines}) == 1, "they stand one below the other"


def test_a_port_that_cannot_be_had_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert serve.main([]) == 1
    assert capsys.readouterr().err == "serve: nothing is built yet; run: make html\n"
    (tmp_path / "_build/html").mkdir(parents=True)
    (tmp_path / "_build/html/index.html").touch()
    with serve.listen("0", "serve") as taken:
        port = str(taken.getsockname()[1])
        whys = {port: "Address already in use", "abc": "a port is a number below 65,536"}
        for asked, why in {**whys, "70000": whys["abc"]}.items():
            assert serve.main([asked]) == live.main(["--port", asked]) == 1
            said = [f"error: PORT={asked}: {why}; name another: make {task} PORT=8001" for task in SERVERS]
            assert capsys.readouterr().err.splitlines() == said


def test_html_needs_no_more_than_the_site_and_the_importer() -> None:
    rules = dict(re.findall(r"^(\w+):(.*?)  ##", (ROOT / "Makefile").read_text(), re.M))
    assert rules["html"].split() == [".venv/site", ".venv/import"]


@pytest.mark.parametrize("group", GROUPS)
def test_the_lock_of_a_group_satisfies_it(group: str) -> None:
    locked = pins(group)
    for requirement in map(Requirement, GROUPS[group]):
        versions = locked.get(requirement.name.lower())
        assert versions, f"{requirement.name} is not locked; run: make lock"
        assert all(requirement.specifier.contains(Version(version)) for version in versions), requirement


def test_the_locks_agree_on_every_version() -> None:
    everywhere: dict[str, set[str]] = {}
    for group in GROUPS:
        for name, versions in pins(group).items():
            assert everywhere.setdefault(name, versions) == versions, name


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_has_a_hash_for_every_package_and_names_no_host(group: str) -> None:
    text = lock_file(ROOT, group).read_text()
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "make lock" in text


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile and the lock files, and no environment yet."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def test_a_missing_python_is_said_in_one_line(bare: Path) -> None:
    done = make("lock", "PYTHON=/nowhere/python3", cwd=bare)
    assert done.returncode != 0
    said = [line for line in done.stderr.splitlines() if "***" not in line]
    assert said == [
        "make: Python 3.11 or newer is needed, and /nowhere/python3 is not; install it,"
        " or name one: make PYTHON=/path/to/python3"
    ]


def test_a_python_without_venv_is_said_in_one_line(bare: Path) -> None:
    python = bare / "python"
    python.write_text(f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    done = make("lock", f"PYTHON={python}", cwd=bare)
    assert done.returncode != 0
    assert (
        f"make: {python} has no module venv; on Debian and Ubuntu: apt-get install python3-venv"
        in done.stderr
    )


def test_settings_for_pip_reach_uv_and_the_environment_wins() -> None:
    listing = (
        ":env:.index-url='http://127.0.0.1:1/env'\n"
        "global.index-url='http://127.0.0.1:1/global'\n"
        "global.extra-index-url='file:///a file:///b'\n"
        "global.find-links='/wheels /more'\n"
        "user.cert='/certificates.pem'\n"
        "user.disable-pip-version-check='1'\n"
    )
    assert translate_settings(listing) == {
        "UV_DEFAULT_INDEX": "http://127.0.0.1:1/env",
        "UV_INDEX": "file:///a file:///b",
        "UV_FIND_LINKS": "/wheels,/more",
        "SSL_CERT_FILE": "/certificates.pem",
    }
