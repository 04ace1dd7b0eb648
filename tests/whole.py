"""A built copy of the project, and its address: what the tests of the whole site share."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT, build_command, build_environment


def listed_files() -> list[str]:
    """The files of the working tree, as git would take them: without what is ignored."""
    # The clone may belong to another user than the one who tests, as it does in containers.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    options = ("--cached", "--others", "--exclude-standard")
    listed = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def copy_project(place: Path) -> Path:
    """A copy of the working tree without the tests."""
    for name in listed_files():
        if not name.startswith("tests/"):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


def build_site(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build *project* as ``make html`` does."""
    return subprocess.run(
        build_command(*arguments),
        cwd=project,
        capture_output=True,
        text=True,
        env=build_environment(),
        check=False,
    )


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve *folder* on this machine's own address; yields it, without a closing slash."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
