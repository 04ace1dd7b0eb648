"""One build of the whole corpus, which all tests of this folder look at."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.corpus import CANARY
from tests.hostile.place import Place, attack, make_place


@dataclass
class Listener:
    """A server of this machine whose address stands in the corpus; nobody may call it."""

    host: str
    calls: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Listener(f"127.0.0.1:{server.server_address[1]}", heard)
        server.shutdown()
        thread.join()


@dataclass
class Built:
    """The site as built twice: before the attack and after; *logs* by language."""

    place: Place
    clean: dict[str, bytes]
    logs: dict[str, str]
    before: dict[str, tuple[int, int]]

    def files(self, language: str) -> dict[str, bytes]:
        return contents(self.place.site.out(language))


def contents(folder: Path) -> dict[str, bytes]:
    """The files below *folder* by name."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of all that stands in *folder*, but for what the build makes."""
    made = (folder / "out", folder / "doctrees")
    found = (path for path in folder.rglob("*") if not any(path.is_relative_to(one) for one in made))
    stats = {path.relative_to(folder).as_posix(): path.lstat() for path in found}
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in stats.items()}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, listener: Listener) -> Iterator[Built]:
    """The site under attack. A build with a warning fails here, and so would one that does not end."""
    folder = tmp_path_factory.mktemp("hostile")
    os.environ["HOSTILE_CANARY"] = CANARY
    place = make_place(folder, listener.host)
    options: dict[str, Any] = {"termbase_file": str(place.site.src / "glossary.toml"), "html_baseurl": ""}
    place.site.build("en", **options)
    clean = contents(place.site.out("en"))
    attack(place)
    before = stamps(folder)
    logs = {code: place.site.build(code, **options).log for code in ("en", "ar")}
    yield Built(place, clean, logs, before)
    del os.environ["HOSTILE_CANARY"]
