"""Unlucky days: a command killed at work, a full disk, a folder that may not be written.

A :class:`Field` is a copy of the project with an archive, brought to a state in which a
command has work to do. What the command makes of it undisturbed is what every later run must
come to, byte for byte, whatever happened to the run before.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench import edits
from bench.cases import forget_pages
from bench.measure import BenchError, clean_environment
from bench.workspace import Site, copy_checkout, write_archive

RELEASES = 6
WORK = {
    "import": (["scripts/import_releases.py"], ("raw", "releases")),
    "catalogs": (["scripts/catalogs.py"], ("locales",)),
    "build": (["-m", "scripts.build", edits.TARGET, "--", "-j", "2"], ("_build/html", "releases", "locales")),
    "export": (["scripts/export.py"], ("_build/export",)),
}
"""The commands, and the folders that they must leave as an undisturbed run does."""
BEGUN: dict[str, Callable[[Path], bool]] = {
    "import": lambda project: (project / "releases/.staging").exists(),
    "build": lambda project: not (project / f"_build/{edits.TARGET}.built.json").exists(),
    "export": lambda project: (project / "_build/export").exists(),
}
"""Whether the command has begun to write. (Of the catalogs, :mod:`bench.kills` knows more.)"""
DROP_FROM_BOUNDS, WRITE_ANYWHERE = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE: see prctl(2)
Files = dict[str, bytes]


@dataclass
class Score:
    """How many runs were killed at work, how many were done by then, and what went wrong."""

    killed: int = 0
    missed: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        what = "; ".join(self.wrong) or "nothing lost, and each next run came to the same bytes"
        return f"{self.killed} runs killed at work ({self.missed} more too late): {what}"


@dataclass
class Field:
    """A project in which a command has work to do: as it was before, and as it must be afterwards."""

    folder: Path
    work: str
    before: Path
    after: Files
    seconds: float
    """How long an undisturbed run writes."""

    @property
    def project(self) -> Path:
        """Where the command runs."""
        return self.folder / "project"

    def restore(self) -> None:
        """Bring the project back to the state in which there is work to do."""
        shutil.rmtree(self.project)
        shutil.copytree(self.before, self.project, symlinks=True)

    def start(self, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Start the command, with *prepare* called in its process, in a group of its own."""
        return subprocess.Popen(
            [sys.executable, *WORK[self.work][0]],
            cwd=self.project,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509  # no other thread runs here
        )

    def wait_until_begun(self, process: subprocess.Popen[str]) -> None:
        """Wait until the command has begun to write, or has ended."""
        while not BEGUN[self.work](self.project) and process.poll() is None:
            time.sleep(0.002)

    def run(self, prepare: Callable[[], None] | None = None) -> tuple[int, str]:
        """Run the command to its end: its exit status, and what it said of errors."""
        process = self.start(prepare)
        _, errors = process.communicate()
        return process.returncode, errors

    def files(self) -> Files:
        """The files that the command works on, without hidden ones."""
        folders = (self.project / name for name in WORK[self.work][1])
        found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
        return {
            str(path.relative_to(self.project)): path.read_bytes()
            for path in found
            if not any(part.startswith(".") for part in path.relative_to(self.project).parts)
        }


def prepare(folder: Path, work: str) -> Field:
    """A project under *folder* in which the command of *work* has something to do.

    :raises BenchError: where the undisturbed run fails.
    """
    site = Site(folder / "project", RELEASES, write_archive(RELEASES, folder))
    site.folder.mkdir()
    copy_checkout(site)
    found = Field(folder, work, folder / "before", {}, 0)
    # Once before: Python 3.11 itself leaves cut byte code on a full disk (CPython's issue 126606).
    found.run()
    if work == "import":
        forget_pages(site)
    elif work == "export":
        shutil.rmtree(site.folder / "_build")
    elif work == "catalogs":
        edits.edit_release(site)
    else:
        edits.edit_message(site)
        with (site.folder / "raw" / f"{site.pages(edits.SOURCE)[0].stem}.txt").open(
            "a", encoding="utf-8"
        ) as raw:
            raw.write(f"\n{edits.MARK.format('raw')}\n")
    shutil.copytree(site.folder, found.before, symlinks=True)
    process = found.start()
    if work in BEGUN:
        found.wait_until_begun(process)
    start = time.monotonic()
    _, errors = process.communicate()
    if process.returncode:
        raise BenchError(f"{work}: exit status {process.returncode}: {errors}")
    found.seconds, found.after = time.monotonic() - start, found.files()
    return found


def kill_runs(found: Field, rounds: int, seed: int = 1) -> Score:
    """Kill *rounds* runs at work, and let each be followed by one that is not disturbed."""
    score, random = Score(), Random(seed)
    while score.killed < rounds and score.missed < 20 * rounds and not score.wrong:
        found.restore()
        before = found.files()
        process = found.start()
        found.wait_until_begun(process)
        time.sleep(random.uniform(0, found.seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if process.returncode != -signal.SIGKILL:
            score.missed += 1
            continue
        score.killed += 1
        score.wrong += [*harmed(found, before, found.files()), *unfinished(found)]
    return score


def harmed(found: Field, before: Files, now: Files) -> list[str]:
    """The sources and catalogs that are neither as they were nor as they shall be."""
    return [
        f"{name} is damaged"
        for name in before.keys() | now.keys()
        if not name.startswith("_build") and now.get(name) not in (before.get(name), found.after.get(name))
    ]


def unfinished(found: Field) -> list[str]:
    """What an undisturbed run does not bring to the state in which it must be."""
    status, errors = found.run()
    if status:
        return [f"the next run ended with {status}: {errors}"]
    now = found.files()
    return [
        f"{name} is not as after an undisturbed run"
        for name in sorted(now.keys() | found.after.keys())
        if now.get(name) != found.after.get(name)
    ]


def full_disk(size: int) -> Callable[[], None]:
    """For :meth:`Field.run`: no file may grow beyond *size* bytes, as on a disk without room."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def without_privilege() -> None:
    """For :meth:`Field.run`: what may not be written may not be written by root either."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, WRITE_ANYWHERE, 0, 0, 0)
