"""What a command costs: processor time, instructions, elapsed time and memory, with all that it starts.

Processor time depends on what else the machine does, by half and more; the number of instructions hardly
does. They are counted where Linux' ``perf`` is installed and may be used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TAIL = 30
"""Lines of a failed command's output to show."""


class BenchError(RuntimeError):
    """A measured command failed, or its result is not what it must be."""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time (user and system), seconds elapsed, bytes of memory at the peak.

    The peak is that of the largest single process. *instructions* are those of programs, without the
    system's; 0 where they cannot be counted.
    """

    cpu: float
    wall: float
    peak: int
    instructions: int = 0

    @property
    def work(self) -> float:
        """What to compare costs by: the instructions, or seconds of processor time without them."""
        return self.instructions or self.cpu

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.cpu + other.cpu,
            self.wall + other.wall,
            max(self.peak, other.peak),
            self.instructions + other.instructions,
        )


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
    counted = log.with_suffix(".counted")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*counting(counted), *command],
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
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, instructions(counted))


def counting(counted: Path) -> list[str]:
    """What to put before a command so that *counted* has its instructions; nothing where that fails."""
    return [*_counter(), str(counted), "--"] if _counter() else []


@lru_cache(maxsize=1)
def _counter() -> tuple[str, ...]:
    perf = shutil.which("perf")
    if not perf:
        return ()
    prefix = (perf, "stat", "-x,", "-e", "instructions:u", "-o")
    with tempfile.TemporaryDirectory() as folder:
        tried = Path(folder, "counted")
        subprocess.run([*prefix, str(tried), "--", "true"], capture_output=True, check=False)
        return prefix if instructions(tried) else ()


def instructions(counted: Path) -> int:
    """The instructions that were counted into a file; 0 where none were."""
    if not counted.exists():
        return 0
    numbers = (line.split(",")[0] for line in counted.read_text(encoding="utf-8").splitlines())
    return sum(int(number) for number in numbers if number.isdigit())


def clean_environment() -> dict[str, str]:
    """The caller's environment without what would change a build."""
    prefixes = ("READTHEDOCS", "SPHINX", "PYTHON", "MAKE")
    return {name: value for name, value in os.environ.items() if not name.startswith(prefixes)}
