"""The raw folder: which files it holds, and the TOML beside each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bayan.files import read_ordinary
from bayan.release import digest

READ = (".txt", ".html", ".htm")
TOML = ".toml"


class InputError(ValueError):
    """The raw folder or a name given on the command line is not right."""


@dataclass(frozen=True)
class Input:
    """A raw file and the TOML beside it, if there is one; ``raw`` may be gone (then None)."""

    name: str
    raw: Path | None
    toml: Path | None

    @property
    def stem(self) -> str:
        """The name that the raw file and its TOML share."""
        return Path(self.name).stem


def list_inputs(folder: Path) -> list[Input]:
    """All raw files of *folder*, by name; then the TOMLs that stand alone."""
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; name the folder of raw releases with --raw")
    files = sorted(path for path in folder.iterdir() if not _skipped(path))
    tomls = {path.stem: path for path in files if path.suffix == TOML}
    inputs = [Input(path.name, path, tomls.get(path.stem)) for path in files if path.suffix != TOML]
    stems = {one.stem for one in inputs}
    alone = [Input(path.name, None, path) for stem, path in tomls.items() if stem not in stems]
    return inputs + alone


def _skipped(path: Path) -> bool:
    return path.name.startswith(".") or path.name.upper().startswith("README") or path.is_dir()


def chosen(inputs: list[Input], names: list[str]) -> list[Input]:
    """Those of *inputs* that *names* name: the file, its path, or its name without an ending."""
    if not names:
        return inputs
    picked = []
    for given in names:
        name = Path(given).name
        match = [one for one in inputs if name in (one.name, one.stem, f"{one.stem}{TOML}")]
        if not match:
            raise InputError(f"{given}: there is no such raw file")
        picked += [one for one in match if one not in picked]
    return picked


def digests(one: Input) -> tuple[str | None, str | None]:
    """The SHA-256 of the raw file and of its TOML, as the front matter holds them."""
    raw, toml = (digest(read_ordinary(path)) if path else None for path in (one.raw, one.toml))
    return raw, toml
