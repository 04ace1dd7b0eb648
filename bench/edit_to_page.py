"""How soon an edited message is on its page: ``bench/edit_to_page.py [N …]``, N releases.

Measured is the time until the page on the disk shows it, from the start of a process that finds
everything else built, and the time from saving to the page in the browser, in ``make live``.
FULL=1 takes 3,000 releases in the place of 1,000. The least of the times is what the work takes;
the others tell what else the machine did.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402  # the path above comes first

from bench.edits import MARK, TARGET, edit_message, edited_page  # noqa: E402
from bench.measure import BenchError, clean_environment, cost_of  # noqa: E402
from bench.report import table  # noqa: E402
from bench.workspace import Site, copy_checkout, write_archive  # noqa: E402
from scripts.browser import find_chromium, flags  # noqa: E402
from scripts.live import sphinx  # noqa: E402

TRIES = 7
PATIENCE = 600.0
PAUSE = 10.0
"""Seconds between two saves: a translator takes longer."""
SHOWS = "mark => document.body && document.body.textContent.includes(mark)"


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure how soon an edited message is on its page.")
    sizes = (3_000,) if os.environ.get("FULL") == "1" else (1_000,)
    parser.add_argument("counts", type=int, nargs="*", default=sizes, metavar="N", help="how many releases")
    rows = []
    for count in parser.parse_args(arguments).counts:
        with tempfile.TemporaryDirectory(prefix="bayan-bench-") as name:
            site = Site(Path(name, "site"), count, write_archive(count, Path(name)))
            site.folder.mkdir()
            copy_checkout(site)
            for step, times in measured(site, Path(name, "log.txt")):
                rows.append(row(count, step, times))
                print(*rows[-1], flush=True)
    print(table(("releases", "one edited message", "least s", "median s"), rows))
    return 0


def measured(site: Site, log: Path) -> Iterator[tuple[str, list[float]]]:
    """Each step with the seconds of its tries; the site is built once before."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # The very settings of `make live`, so that it finds the site built.
    command = [*sphinx(TARGET, f"127.0.0.1:{port}", ["-q"]), "-D", "standby=0"]
    cost_of([command], site.folder, log)
    times = [cold(site, command, log, f"cold{number}") for number in range(TRIES)]
    yield "on the disk, from the start of a process", [shown for shown, _ in times]
    yield "end of that process", [end for _, end in times]
    with live(site, port, log):
        yield "in the browser, in make live", list(saves(site, port))
    wait_for_index(site)


def row(count: int, step: str, times: Sequence[float]) -> tuple[str, ...]:
    """A row of the table."""
    return f"{count:,}", step, f"{min(times):.2f}", f"{median(times):.2f}"


def cold(site: Site, command: Sequence[str], log: Path, name: str) -> tuple[float, float]:
    """Seconds from the start of *command* until the page shows an edit, and until its end.

    :raises BenchError: where the page does not show it.
    """
    edit_message(site, name)
    page = page_of(site)
    before = page.stat().st_mtime_ns
    start, shown = time.perf_counter(), 0.0
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=site.folder, env=clean_environment(), stdout=output, stderr=output
        )
        while process.poll() is None:
            if not shown and page.stat().st_mtime_ns != before:
                shown = time.perf_counter() - start
            time.sleep(0.002)
    end = time.perf_counter() - start
    if process.returncode or MARK.format(name) not in page.read_text(encoding="utf-8"):
        raise BenchError(f"{page} does not show the edit: {log.read_text(encoding='utf-8')}")
    return shown or end, end


def page_of(site: Site) -> Path:
    """The built page of the edited release."""
    name = edited_page(site).relative_to(site.folder).with_suffix(".html")
    return site.folder / "_build/live" / TARGET / "html" / name


@contextmanager
def live(site: Site, port: int, log: Path) -> Iterator[None]:
    """``make live`` on *port*."""
    command = [sys.executable, "-m", "scripts.live", "--port", str(port), TARGET]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=site.folder, env=clean_environment(), stdout=output, stderr=output
        )
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def saves(site: Site, port: int) -> Iterator[float]:
    """Seconds from each save to the page in Chromium."""
    name = edited_page(site).relative_to(site.folder).with_suffix(".html").as_posix()
    address = f"http://127.0.0.1:{port}/{name}"
    wait_for(address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags())
        page = browser.new_page(bypass_csp=True)  # Playwright asks by a script of its own
        page.goto(address)
        for number in range(TRIES):
            time.sleep(PAUSE)
            start = time.perf_counter()
            edit_message(site, f"live{number}")
            page.wait_for_function(SHOWS, arg=MARK.format(f"live{number}"), timeout=PATIENCE * 1000)
            yield time.perf_counter() - start
        browser.close()


def wait_for_index(site: Site) -> None:
    """Wait for the process that makes the index; it goes on by itself."""
    with (site.folder / "_build/live" / TARGET / "doctrees/search/.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)


def wait_for(address: str, patience: float = PATIENCE) -> None:
    """Wait until *address* is served, *patience* seconds at most.

    :raises BenchError: where that takes too long.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address)  # noqa: S310  # our own server
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise BenchError(f"nothing is served at {address}")


if __name__ == "__main__":
    sys.exit(main())
