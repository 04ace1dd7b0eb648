"""Find a Chromium that the tests can drive, or install one, with a font that has Arabic.

The machine's own comes first, then Playwright's, then, as root on Debian, apt's.
Prints where it is; where none can be had, one line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
DOWNLOAD_SECONDS = 600
FONT = "fonts-noto-core"


def flags() -> list[str]:
    """What Chromium needs to start here: it has no sandbox for root."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def find_chromium() -> str | None:
    """A Chromium that starts: $CHROMIUM, the machine's own, or Playwright's."""
    return next((path for path in candidates() if path and starts(path)), None)


def candidates() -> Iterator[str | None]:
    """Where a browser may be, best first; Playwright, which is slow to start, is asked last."""
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, NAMES)
    yield playwright_chromium()


def playwright_chromium() -> str | None:
    """Where Playwright keeps its Chromium, installed or not."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path: str) -> bool:
    """Whether the browser at *path* opens an empty page: one without its libraries does not."""
    if not Path(path).exists():
        return False
    command = [path, "--headless", *flags(), "--disable-gpu", "--dump-dom", "about:blank"]
    return run(command, seconds=60, capture=True)


def run(command: Sequence[str], *, seconds: float, capture: bool = False) -> bool:
    """Whether *command* ended well within *seconds*."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=capture,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def apt_install(*packages: str) -> bool:
    """Install Debian *packages*, where this is Debian and we are root."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    update = run(["apt-get", "update", "-qq"], seconds=DOWNLOAD_SECONDS)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return update and run(command, seconds=DOWNLOAD_SECONDS)


def has_arabic_font() -> bool:
    """Whether a font with Arabic letters is there, as far as fontconfig can tell."""
    try:
        fonts = subprocess.run(["fc-list", ":lang=ar"], capture_output=True, check=False).stdout
    except OSError:
        return False
    return bool(fonts.strip())


def main() -> int:
    """Find or install; the exit status says whether there is a browser now."""
    chromium = find_chromium()
    if not chromium:
        print("No Chromium on this machine; installing one", flush=True)
        run(
            [sys.executable, "-m", "playwright", "install", "chromium"],
            seconds=DOWNLOAD_SECONDS,
            capture=True,
        )
        chromium = find_chromium() or (apt_install("chromium") and find_chromium()) or None
    if not chromium:
        print(
            "error: the tests need Chromium; install it (Debian: apt-get install chromium) "
            "or name it: make test CHROMIUM=/path/to/chromium",
            file=sys.stderr,
        )
        return 1
    if not has_arabic_font() and not apt_install(FONT):
        print(f"warning: no font with Arabic was found; pages show boxes ({FONT} has one)", file=sys.stderr)
    print(f"Browser: {chromium}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
