"""``make html``: what it builds, what it leaves alone, and what it says when something is wrong."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.built import describe_inputs
from tests.conftest import ROOT, Run, build_command, build_environment

PATIENCE = 300
"""Seconds that a build may take on a busy machine."""


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_all_languages_and_a_chooser_are_built(house: Path, build: Run) -> None:
    done = build()
    assert done.returncode == 0, done.stdout + done.stderr
    for language in ("en", "fr", "ar"):
        assert f'lang="{language}"' in (house / "_build/html" / language / "second.html").read_text()
    assert (house / "_build/html/index.html").exists()


def test_a_build_with_nothing_new_changes_no_file(house: Path, build: Run) -> None:
    assert build().returncode == 0
    before = state(house)
    again = build()
    assert again.returncode == 0
    assert again.stdout.count("nothing new") == 3
    assert state(house) == before


@pytest.mark.parametrize("name", re.findall(r'environ\.get\("(\w+)"', (ROOT / "conf.py").read_text()))
def test_whatever_the_settings_take_from_the_host_starts_a_build(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name, raising=False)
    before = describe_inputs(tmp_path, ())
    assert describe_inputs(tmp_path, ()) == before
    monkeypatch.setenv(name, "https://host.example")
    assert describe_inputs(tmp_path, ()) != before


def test_the_lines_of_two_languages_are_not_mixed(build: Run) -> None:
    lines = [line for line in build("en", "fr").stdout.splitlines() if line[2:4] == ": "]
    said = [line[:2] for line in lines if not line.endswith(("all pages", "what changed"))]
    assert len(set(said)) == 2
    assert said in (sorted(said), sorted(said, reverse=True))


def test_one_language_can_be_built_alone(house: Path, build: Run) -> None:
    assert build("ar").returncode == 0
    assert sorted(path.name for path in (house / "_build/html").iterdir()) == ["ar", "index.html"]


def test_options_go_to_sphinx(house: Path, build: Run) -> None:
    assert build("en", "--", "-D", "html_title=Quite another").returncode == 0
    assert "Quite another" in (house / "_build/html/en/index.html").read_text()


def test_an_unknown_language_is_named(build: Run) -> None:
    done = build("xx")
    assert done.returncode == 1
    assert done.stderr == "error: LANGUAGES: 'xx' is not in languages.toml (en, fr, ar)\n"


@pytest.mark.parametrize("name", ["SITE_URL", "REPOSITORY_URL"])
def test_an_address_without_http_is_refused(name: str, build: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "bayan.example")
    done = build()
    assert done.returncode == 1
    assert done.stderr == (
        f"error: {name}: 'bayan.example' is no address; write it whole, such as https://bayan.example\n"
    )


def test_a_broken_languages_file_is_named_in_one_line(house: Path, build: Run) -> None:
    (house / "languages.toml").write_text("site = ")
    done = build()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "languages.toml: cannot be read" in done.stderr


def test_a_fault_in_the_termbase_is_named_once_by_its_line(house: Path, build: Run) -> None:
    termbase = house / "glossary.toml"
    termbase.write_text('[[domain]]\nid = "a"\nname = "A"\n\n[[term]]\nid = "b"\ndomain = "c"\n')
    done = build()
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert said and all(line.startswith(f"{termbase}:") and ": error: " in line for line in said)
    assert len(set(said)) == len(said) and "Sphinx" not in done.stdout + done.stderr


def test_a_language_without_names_of_places_is_told_how_to_get_them(house: Path, build: Run) -> None:
    with (house / "languages.toml").open("a") as file:
        file.write('[[language]]\ncode = "es"\nname = "Español"\ndirection = "ltr"\nlocale = "es"\n')
        file.write('plurals = "nplurals=2; plural=(n != 1);"\n')
    done = build("es")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "places.tsv:4: 7 fields, not 8; run: .venv/bin/uv" in done.stderr


def test_import_errors_come_again_at_the_end_and_everything_good_is_built(house: Path, build: Run) -> None:
    (house / "errors.txt").write_text("raw/bad.txt:1: error: no title; give one\n")
    done = build("en", "fr")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "error: raw/bad.txt:1: no title; give one"
    assert (house / "_build/html/fr/second.html").exists()
    assert build("en", "fr").returncode == 1, "it stays an error until it is mended"


def test_an_importer_that_breaks_down_fails_the_build(house: Path, build: Run) -> None:
    (house / "scripts/import_releases.py").write_text("raise SystemExit(7)")
    done = build("en")
    assert done.returncode == 1
    assert "the import stopped with exit status 7" in done.stderr
    assert (house / "_build/html/en/index.html").exists()


def test_a_warning_fails_the_build_until_it_is_mended(house: Path, build: Run) -> None:
    (house / "second.md").write_text("# Second\n\n[nowhere](nowhere.md)\n")
    for _ in range(2):
        done = build("en")
        assert done.returncode == 1
        assert "en: Sphinx ended with exit status 1" in done.stderr
    (house / "second.md").write_text("# Second\n\nMended.\n")
    assert build("en").returncode == 0


def test_the_page_of_a_removed_source_goes(house: Path, build: Run) -> None:
    assert build("en").returncode == 0
    (house / "second.md").unlink()
    (house / "index.md").write_text("# House\n")
    assert build("en").returncode == 0
    assert not (house / "_build/html/en/second.html").exists()


def test_a_damaged_page_is_built_again(house: Path, build: Run) -> None:
    assert build("en").returncode == 0
    page = house / "_build/html/en/second.html"
    page.write_text("")
    assert build("en").returncode == 0
    assert "A page." in page.read_text()


def test_changed_code_builds_all_pages_anew(house: Path, build: Run) -> None:
    assert build("en").returncode == 0
    with (house / "bayan" / "__init__.py").open("a") as code:
        code.write("# Another line.\n")
    assert "en: building all pages" in build("en").stdout


def test_one_changed_page_is_read_alone(house: Path, build: Run) -> None:
    assert build("en").returncode == 0
    (house / "second.md").write_text("# Second\n\nAnother sentence.\n")
    done = build("en")
    assert "0 added, 1 changed, 0 removed" in done.stdout


@contextmanager
def held_before(page: str, house: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build that has read everything and waits before it writes *page*."""
    (house / "hold").write_text(page)
    process = subprocess.Popen(
        build_command("en"),
        cwd=house,
        env=build_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not (house / "held").exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield process
    finally:
        (house / "hold").unlink(missing_ok=True)
        process.wait(timeout=PATIENCE)


@pytest.mark.parametrize("page", ["index", "second"])
def test_a_killed_build_is_followed_by_a_whole_one(house: Path, build: Run, page: str) -> None:
    assert build("en").returncode == 0
    (house / "second.md").write_text("# Second\n\nAnother sentence.\n")
    with held_before(page, house) as process:
        os.killpg(process.pid, signal.SIGKILL)
    done = build("en")
    assert done.returncode == 0
    assert "en: building all pages" in done.stdout
    assert "Another sentence." in (house / "_build/html/en/second.html").read_text()


def test_a_second_build_waits_for_the_first(house: Path) -> None:
    with held_before("second", house) as first:
        wait_for_it(house, first)


def wait_for_it(house: Path, first: subprocess.Popen[bytes]) -> None:
    second = subprocess.Popen(
        build_command("en"), cwd=house, env=build_environment(), stdout=subprocess.PIPE, text=True
    )
    assert second.stdout is not None
    assert second.stdout.readline() == "Another build is at work here; waiting until it is done\n"
    (house / "hold").unlink()
    assert first.wait(timeout=PATIENCE) == 0
    rest, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 0
    assert "en: nothing new" in rest or "en: building" in rest
