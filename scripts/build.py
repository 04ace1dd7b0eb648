"""Import what is new in ``raw/``, build the site of each language, and the page to choose one.

One Sphinx process builds each language, two at a time, each printing when it is done.
Whatever is wrong with one release or language, the others are built; import errors are
repeated at the end, and the exit status is 1.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bayan.addresses import folders_of
from bayan.languages import LanguagesError, load_languages
from bayan.parts import PartsError
from bayan.places import PlacesError
from bayan.termbase import TermbaseError
from scripts import built
from scripts.asked import (
    BuildError,
    check_addresses,
    check_data,
    choose_languages,
    choose_part,
    split_options,
)
from scripts.chooser import write_chooser

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = 2


@dataclass(frozen=True)
class Build:
    """Where a build happens: the project's folder, the options for Sphinx, the part of a split archive."""

    root: Path
    options: tuple[str, ...] = ()
    part: str = ""

    @property
    def output(self) -> Path:
        """The folder of all that is built."""
        return self.root / "_build"

    def site(self, language: str) -> Path:
        """The folder of one language's pages."""
        return self.output.joinpath("html", *folders_of(self.part), language)

    def command(self, language: str) -> list[str]:
        """The Sphinx command for *language*."""
        doctrees = Path("_build", "doctrees", *folders_of(self.part), language)
        return [
            sys.executable, "-m", "sphinx", "-T", "-W", "--keep-going", "-b", "html",
            "-D", f"language={language}", "-d", str(doctrees),
            *self.options, ".", str(self.site(language).relative_to(self.root)),
        ]  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """``[LANGUAGE…] [-- SPHINX OPTION…]``; returns the exit status."""
    chosen, options = split_options(arguments)
    try:
        codes = choose_languages(chosen)
        check_addresses()
        build = Build(ROOT, options, choose_part())
        with only_one(build.output) as lock:
            return run(build, codes, lock)
    except TermbaseError as error:  # it names the file and line of each fault
        print(error, file=sys.stderr)
        return 1
    except (BuildError, LanguagesError, PartsError, PlacesError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


@contextmanager
def only_one(output: Path) -> Iterator[int]:
    """Hold the output folder: two builds in it at once would spoil each other's pages.

    Yields the lock's file descriptor. Sphinx inherits it, so the folder is held as long as
    any of them lives, even where this process was killed.
    """
    output.mkdir(exist_ok=True)
    with (output / ".lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("Another build is at work here; waiting until it is done", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def run(build: Build, codes: Sequence[str], lock: int) -> int:
    """Import, build *codes*, write the chooser, and repeat what went wrong."""
    problems = import_releases(build)
    inputs = built.describe_inputs(build.root, build.options)  # of all languages, before any is built
    if any(needs_work(build, code, inputs) for code in codes):
        check_data()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        # A single language may speak as it goes; two would talk across each other.
        aloud = len(codes) == 1
        done = pool.map(lambda code: build_language(build, code, inputs, lock, aloud=aloud), codes)
        problems += [problem for problem in done if problem]
    write_chooser(build.root, build.output / "html", load_languages())
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    if not problems:
        print(f"The site is in {build.output.relative_to(build.root)}/html; `make serve` shows it.")
    return 1 if problems else 0


def needs_work(build: Build, language: str, inputs: built.Inputs) -> bool:
    """Whether anything came in since *language* was built."""
    last = built.load(record_of(build, language))
    return last is None or last.inputs != inputs


def record_of(build: Build, language: str) -> Path:
    """The record of the last build of *language*."""
    return built.record_path(build.output.joinpath(*folders_of(build.part)), language)


def import_releases(build: Build) -> list[str]:
    """Run the importer; its errors, one line for each raw file that could not be read.

    It is asked for these alone: for a whole report it would read every raw file again.
    """
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder, "errors.txt")
        command = [sys.executable, str(Path("scripts", "import_releases.py")), "--errors", str(errors)]
        status = subprocess.run(command, cwd=build.root, check=False).returncode
        if status == 0:
            return []
        lines = errors.read_text(encoding="utf-8").splitlines() if errors.exists() else []
    named = [line.replace(": error: ", ": ", 1) for line in lines]
    return named or [f"the import stopped with exit status {status}; see above"]


def build_language(build: Build, language: str, inputs: built.Inputs, lock: int, *, aloud: bool) -> str:
    """Bring one language up to date with *inputs*; what went wrong, empty where nothing did."""
    site = build.site(language)
    record = record_of(build, language)
    last = built.load(record)
    if last and site.is_dir() and last.output == built.describe_output(site):
        if last.inputs == inputs:
            print(f"{language}: nothing new\n", end="", flush=True)  # in one piece: two languages speak
            return ""
        whole = inputs.demand_whole_build(last.inputs)
    else:
        whole = True
    record.parent.mkdir(parents=True, exist_ok=True)
    record.unlink(missing_ok=True)
    if whole:
        shutil.rmtree(site, ignore_errors=True)
    print(f"{language}: building {'all pages' if whole else 'what changed'}\n", end="", flush=True)
    status = run_sphinx(build, language, lock, whole=whole, aloud=aloud)
    if status:
        return f"{language}: Sphinx ended with exit status {status}; see its messages above"
    built.save(record, built.Built(inputs, built.describe_output(site)))
    return ""


def run_sphinx(build: Build, language: str, lock: int, *, whole: bool, aloud: bool) -> int:
    """Sphinx's exit status; what it says is shown as it comes, or together at the end."""
    result = subprocess.run(
        [*build.command(language), *(("-E", "-a") if whole else ())],
        cwd=build.root,
        env={**os.environ, "PYTHONUTF8": "1"},
        pass_fds=(lock,),
        stdout=None if aloud else subprocess.PIPE,
        stderr=None if aloud else subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if not aloud:
        lines = (line for line in result.stdout.splitlines() if line.strip())
        print("".join(f"{language}: {line}\n" for line in lines), end="", flush=True)
    return result.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
