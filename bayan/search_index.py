"""The search index of one language: made by Pagefind from the staged pages, put in place at once."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bayan.files import replace_file
from bayan.search_concepts import MARK, in_use
from bayan.search_packing import LIST, UnknownFormError, pack, pack_index
from bayan.search_spelling import write_spelling

ENTRY = LIST
# Keys are no words of a language: no stemmer must touch them.
OPTIONS = ("--force-language", "unknown", "--keep-index-url", "--quiet")


class SearchIndexError(RuntimeError):
    """The index could not be made; the message says why."""


def write_index(staged: Path, output: Path, words: Mapping[str, Any]) -> None:
    """Make the index of *staged* in the folder *output*, and ``words.pack`` of *words* for the browser.

    Its definitions are in a file of their own, since only entries of the glossary show them.
    The new files come first, the one that names them last, and then the old ones go: a
    reader always finds a whole index.

    :raises SearchIndexError: where Pagefind fails or writes what is not known here.
    """
    with tempfile.TemporaryDirectory(dir=staged.parent, prefix="index-") as name:
        made, fresh = Path(name, "made"), Path(name, "fresh")
        fresh.mkdir()
        run_pagefind(staged, made)
        marks: set[str] = set()
        try:
            write_spelling(fresh / "spelling", shown_texts(pack_index(made, staged, fresh), marks))
        except UnknownFormError as error:
            raise SearchIndexError(
                f"Pagefind writes its index in a form that bayan/search_packing.py does not know ({error}); "
                "use the version that requirements.txt names"
            ) from error
        used = dict(words)
        if "sisters" not in words:  # their pages may name other countries
            used["concepts"] = in_use(words["concepts"], marks)
        pack(fresh / "definitions.pack", used.pop("definitions", {}))
        pack(fresh / "words.pack", used)
        _put_in_place(fresh, output)


def run_pagefind(staged: Path, output: Path) -> None:
    """Index the pages in *staged* into the folder *output*.

    The command is run and not the service that Pagefind's Python module talks to: that says
    that it is done, and is ended, while it still writes, so on a busy machine files come out
    cut short (Pagefind's issue 1271). The command ends when all is written.

    :raises SearchIndexError: with what Pagefind says.
    """
    # Here, since it takes a twentieth of a second and most builds index nothing:
    from pagefind.service import get_executable  # noqa: PLC0415

    program = get_executable()
    if program is None:
        raise SearchIndexError("Pagefind's program is not there; install requirements.txt again")
    command = [str(program), "--site", str(staged), "--output-path", str(output), *OPTIONS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own list
    if done.returncode:
        raise SearchIndexError(f"Pagefind could not make the search index: {done.stdout}{done.stderr}")


def shown_texts(pages: Iterator[tuple[str, dict[str, Any]]], marks: set[str]) -> Iterator[str]:
    """The texts of all blocks of the staged *pages*; the marks of concepts on them go to *marks*."""
    for staged, shown in pages:
        marks.update(MARK.findall(staged))
        yield from (text for _, _, text in shown["blocks"])


def _put_in_place(fresh: Path, output: Path) -> None:
    names = sorted(_files(fresh), key=lambda name: (name == ENTRY, name))
    for name in names:
        source, target = fresh / name, output / name
        if name == ENTRY:
            replace_file(target, source.read_bytes())
        elif not (target.is_file() and target.read_bytes() == source.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(source, target)
    for name in set(_files(output)) - set(names):
        (output / name).unlink()
    for folder in (output / "pages").iterdir():
        if not any(folder.iterdir()):
            folder.rmdir()


def _move(source: Path, target: Path) -> None:
    """Move *source* to *target* in one step, from another disk too."""
    try:
        source.replace(target)
    except OSError:
        temporary = target.with_name(f".{target.name}.tmp")
        shutil.copyfile(source, temporary)
        temporary.replace(target)


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
