"""``make live``: a translator saves a catalog, and the page in the browser shows it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from bench.edit_to_page import wait_for
from tests.conftest import build_environment
from tests.whole import copy_project

PATIENCE = 120
PAGE = "about.html"


@contextmanager
def live(project: Path, language: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "scripts.live", "--port", str(port), language]
    with (project / "log.txt").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env=build_environment(), stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def test_a_saved_translation_shows_without_a_touch(tmp_path: Path, browser: Browser) -> None:
    project = copy_project(tmp_path / "project")
    catalog = project / "locales/ar/LC_MESSAGES/about.po"
    text = catalog.read_text(encoding="utf-8")
    title = text.index('msgstr "', text.index('msgid "About')) + len('msgstr "')
    with live(project, "ar") as address:
        wait_for(f"{address}/{PAGE}", PATIENCE)
        page = browser.new_page()
        page.goto(f"{address}/{PAGE}")
        page.wait_for_load_state()
        catalog.write_text(f"{text[:title]}عنوان جديد {text[title:]}", encoding="utf-8")
        page.get_by_role("heading", level=1).filter(has_text="عنوان جديد").wait_for(timeout=PATIENCE * 1000)
        page.close()
