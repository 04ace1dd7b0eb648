"""Kill updates of the catalogs while they write: ``bench/kills.py [--rounds 200]``.

Fifty catalogs are brought up to date again and again by the project's own command, and
each run is killed (SIGKILL) somewhere between its first and its last catalog. A kill counts
only if the run had begun to write and was not done.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.po_template import Wanted, template_text  # noqa: E402  # the path above comes first
from scripts.catalogs import main as update  # noqa: E402

PAGES = 25
SENTENCES = 12
COMMAND = [sys.executable, str(ROOT / "scripts" / "catalogs.py")]
MEMORY = Path("/dev/shm")  # noqa: S108  # below it, tempfile makes a folder of its own
Files = dict[str, bytes]


@dataclass
class Score:
    """What became of the runs: those that were killed while writing, and the damage."""

    killed: int = 0
    too_late: int = 0
    damaged: int = 0
    lost: int = 0
    not_mended: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was damaged or lost, and the next run always finished the work."""
        return not (self.damaged or self.lost or self.not_mended)

    def __str__(self) -> str:
        return (
            f"{self.killed} runs killed while writing ({self.too_late} more too late): "
            f"{self.damaged} catalogs damaged, {self.lost} translations lost, "
            f"{self.not_mended} not finished by the next run"
        )


@dataclass(frozen=True)
class Field:
    """A folder with templates as they were and as they are, and the catalogs before and after."""

    folder: Path
    before: Files
    after: Files
    steps: int

    @property
    def locales(self) -> Path:
        """The catalogs that the runs work on."""
        return self.folder / "locales"

    @property
    def command(self) -> list[str]:
        """The update that is killed."""
        return [*COMMAND, "--pot", str(self.folder / "new"), "--locales", str(self.locales)]


def field_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory where the system has one: a kill is the same there, and waits for no disk."""
    return tempfile.TemporaryDirectory(prefix="bayan-kills-", dir=MEMORY if MEMORY.is_dir() else None)


def prepare(folder: Path) -> Field:
    """Make the catalogs, translate them, and change every page; one is renamed and one removed."""
    for number in range(PAGES):
        _template(folder / "old", number, "")
        _template(folder / "new", number, " depuis hier", "renommee" if number == 1 else "")
    (folder / "new" / _name(2)).unlink()
    locales = folder / "locales"
    old = [*COMMAND, "--pot", str(folder / "old"), "--locales", str(locales)]
    subprocess.run(old, check=True, capture_output=True)
    for path in sorted(locales.rglob("*.po")):
        _translate(path)
    before = _files(locales)
    field = Field(folder, before, {}, 0)
    done = subprocess.run(field.command, check=True, capture_output=True, text=True)
    return Field(folder, before, _files(locales), done.stdout.count("\n") - 1)


def kill_runs(field: Field, rounds: int, seed: int = 1) -> Score:
    """Kill *rounds* runs while they write."""
    score, random = Score(), Random(seed)
    while score.killed < rounds and score.too_late < 20 * rounds:
        _restore(field)
        if not _kill_one(field, random):
            score.too_late += 1
            continue
        score.killed += 1
        _judge(field, score)
        _finish(field)
        score.not_mended += _files(field.locales) != field.after
    return score


def _finish(field: Field) -> None:
    """Run the same update to its end, in this process, which has no start to wait for."""
    with contextlib.redirect_stdout(io.StringIO()):
        update(field.command[len(COMMAND) :])


def _kill_one(field: Field, random: Random) -> bool:
    """Start an update and kill it after some of its steps; whether it was still writing."""
    with subprocess.Popen(field.command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout  # noqa: S101  # it is a pipe
        for _ in range(random.randint(1, field.steps - 1)):
            if not process.stdout.readline():
                break
        time.sleep(random.uniform(0, 0.002))
        process.kill()
    now = _files(field.locales)
    return process.returncode == -9 and now not in (field.before, field.after)


def _judge(field: Field, score: Score) -> None:
    """Look at every catalog: each is the old or the new one, whole, and no translation is missing."""
    known = {*field.before.values(), *field.after.values()}
    for path in field.locales.rglob("*.po"):
        if path.name.startswith("."):
            continue
        score.damaged += path.read_bytes() not in known
    score.lost += (_translations(field.before) - _translations(_files(field.locales))).total()


def _translations(files: Files) -> Counter[str]:
    return Counter(line for data in files.values() for line in data.decode().splitlines() if "T0" in line)


def _files(locales: Path) -> Files:
    found = (path for path in sorted(locales.rglob("*")) if path.is_file())
    return {str(path.relative_to(locales)): path.read_bytes() for path in found}


def _restore(field: Field) -> None:
    shutil.rmtree(field.locales)
    for name, data in field.before.items():
        path = field.locales / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _name(number: int, name: str = "") -> str:
    return f"releases/fr/{name or f'page-{number}'}.pot"


def _template(folder: Path, number: int, ending: str, name: str = "") -> None:
    messages = [
        Wanted(f"Page {number}, phrase {at} : la délégation visite le centre{ending if at == 3 else ''}.")
        for at in range(SENTENCES)
    ]
    path = folder / _name(number, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        template_text(messages, {"X-Raw-File": f"{number}.txt", "X-Raw-SHA256": f"{number:064x}"})
    )


def _translate(path: Path) -> None:
    parts = path.read_text().split('msgstr ""')
    text = "".join(
        part if at == 0 else f'msgstr "{f"T0{path.parts[-5]} {path.stem} {at}" if at > 1 else ""}"{part}'
        for at, part in enumerate(parts)
    )
    path.write_text(text)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where anything was damaged or lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200, help="kills that count (default: 200)")
    options = parser.parse_args(arguments)
    with field_folder() as folder:
        score = kill_runs(prepare(Path(folder)), options.rounds)
    print(score)
    return 0 if score.clean else 1


if __name__ == "__main__":
    sys.exit(main())
