"""Finding a browser for the tests, or installing one."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import browser


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser, where nothing can be installed; its path is one folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "playwright_chromium", lambda: str(tmp_path / "playwright" / "chrome"))
    monkeypatch.setattr(browser, "apt_install", lambda *packages: False)
    monkeypatch.setattr(browser, "has_arabic_font", lambda: True)
    return tmp_path


def put_browser(path: Path, *, works: bool = True) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {0 if works else 127}\n")
    path.chmod(0o755)


def test_the_machines_own_browser_comes_first(machine: Path) -> None:
    put_browser(machine / "chromium")
    put_browser(machine / "playwright" / "chrome")
    assert browser.find_chromium() == str(machine / "chromium")


def test_a_browser_that_does_not_start_is_passed_over(machine: Path) -> None:
    put_browser(machine / "chromium", works=False)
    put_browser(machine / "playwright" / "chrome")
    assert browser.find_chromium() == str(machine / "playwright" / "chrome")


def test_a_browser_can_be_named(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_browser(machine / "chromium")
    put_browser(machine / "mine")
    monkeypatch.setenv("CHROMIUM", str(machine / "mine"))
    assert browser.find_chromium() == str(machine / "mine")


def test_apt_installs_where_playwright_cannot(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def install(*packages: str) -> bool:
        put_browser(machine / packages[0])
        return True

    monkeypatch.setattr(browser, "apt_install", install)
    monkeypatch.setattr(browser, "DOWNLOAD_SECONDS", 0.01)
    assert browser.main() == 0
    assert browser.find_chromium() == str(machine / "chromium")


def test_where_none_can_be_had_one_line_says_what_to_install(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "DOWNLOAD_SECONDS", 0.01)
    assert browser.main() == 1
    assert capsys.readouterr().err == (
        "error: the tests need Chromium; install it (Debian: apt-get install chromium) "
        "or name it: make test CHROMIUM=/path/to/chromium\n"
    )


def test_a_font_without_arabic_is_a_warning_only(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put_browser(machine / "chromium")
    monkeypatch.setattr(browser, "has_arabic_font", lambda: False)
    assert browser.main() == 0
    assert "no font with Arabic" in capsys.readouterr().err
