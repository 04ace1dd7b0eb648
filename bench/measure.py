"""What a command costs: processor time, elapsed time and memory, with all that it starts."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TAIL = 30
"""Lines of a failed command's output to show."""


class BenchError(RuntimeError):
    """A measured command failed, or its result is not what it must be."""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time (user and system), seconds elapsed, bytes of memory at the peak.

    The peak is that of the largest single process.
    """

    cpu: float
    wall: float
    peak: int

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


NOTHING = Cost(0.0, 0.0, 0)


def cost_of(commands: Sequence[Sequence[str]], folder: Path, log: Path) -> Cost:
    """Run *commands* one after the other in *folder*; their output goes to the file *log*.

    :raises BenchError: with the end of the output, where a command fails.
    """
    total = NOTHING
    for command in commands:
        total += _one(command, folder, log)
    return total


def _one(command: Sequence[str], folder: Path, log: Path) -> Cost:
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        # Not process.wait(): only wait4 tells what this very child, and its own, have used.
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-TAIL:]
        raise BenchError("\n".join([f"exit status {process.returncode}: {' '.join(command)}", *lines]))
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def clean_environment() -> dict[str, str]:
    """The caller's environment without what would change a build."""
    prefixes = ("READTHEDOCS", "SPHINX", "PYTHON", "MAKE")
    return {name: value for name, value in os.environ.items() if not name.startswith(prefixes)}
