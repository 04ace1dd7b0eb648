"""Making the files that the tables describe: also what no repository can hold."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.hostile.corpus import filled

EXPANDED = {
    "NESTED": "[" * 9_000,
    "DIGITS": "1" * 5_000,
    "DOTTED": ".a" * 9_000,
    "PLACES": '"Tunis",' * 2_000,
    "DIVS": "<div>" * 20_000,
    "P": "L’OIM a ouvert un centre qui accueille les personnes migrantes de la ville. " * 4,
}


def made(path: Path, fields: Mapping[str, Any], places: Mapping[str, str], prefix: str = "") -> bool:
    """Make *path* where the *fields* say how a file is made otherwise than by its content."""
    kind = fields.get(f"{prefix}make")
    if kind is None:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "link":
        path.symlink_to(filled(fields[f"{prefix}to"], {**places, "SELF": path.name}))
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        _device(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server, _inside(path.parent):
            server.bind(path.name)  # the whole path may be too long for a socket
    else:
        assert kind == "sparse"
        with path.open("wb") as file:
            file.truncate(fields["size"])
    return True


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:  # only root may; a link to the device is refused alike
        path.symlink_to("/dev/zero")


class _inside:  # reads as a word
    """Work in a folder for a moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        self.before = Path.cwd()
        os.chdir(self.folder)

    def __exit__(self, *_: object) -> None:
        os.chdir(self.before)


def content(fields: Mapping[str, Any], places: Mapping[str, str], key: str = "text") -> bytes:
    """What a file holds, by the *fields* of its row."""
    if "hex" in fields:
        return bytes.fromhex(fields["hex"])
    text = fields.get(key, "") * fields.get("times", 1)
    if "numbered" in fields:
        text = "".join(text.replace("@N@", str(number)) for number in range(fields["numbered"]))
    text += fields.get("middle", "") * fields.get("middle_times", 1)
    text += fields.get("end", "") + fields.get("end_text", "") * fields.get("end_times", 1)
    return filled(text, {**EXPANDED, **places}).encode()


def prepare(folder: Path, canary: str) -> tuple[Path, Path]:
    """A secret file in *folder*, and where a command would leave its mark."""
    secret = folder / "secret.txt"
    secret.write_text(f"{canary}\n")
    return secret, folder / "mark"
