"""Fill ``.venv`` from the lock files (``install GROUP``), or renew them (``lock``).

uv does both in seconds. It reads none of pip's settings, so where a machine sets an
index, a proxy or a certificate for pip, they are handed on; and where uv cannot do it
all the same, pip installs.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from bayan.files import replace_file

# What pip calls a setting, and what uv calls it.
SETTINGS = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "no-index": "UV_NO_INDEX",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
}
LOWEST_PYTHON = "3.11"
COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--python-version", LOWEST_PYTHON,
    "--generate-hashes", "--upgrade", "--custom-compile-command", "make lock",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run ``install GROUP`` or ``lock``; the exit status says whether it was done."""
    match arguments:
        case ["install", group]:
            return install(Path.cwd(), group)
        case ["lock"]:
            return lock(Path.cwd())
    print("usage: python -m scripts.environment install GROUP | lock", file=sys.stderr)
    return 2


def install(root: Path, group: str) -> int:
    """Bring the environment that runs this to what *group* and the groups in it already list.

    What no lock file lists any more is removed, as far as uv does the work.
    """
    print(f"Installing the packages of {group}", flush=True)
    # The Makefile leaves a file named after each group that it has installed.
    groups = [group, *(name for name in locked_groups(root) if Path(sys.prefix, name).exists())]
    files = [str(lock_file(root, name).relative_to(root)) for name in dict.fromkeys(groups)]
    # The best match over all indexes is what pip takes too; the hashes keep it safe.
    safe = ("--require-hashes", "--index-strategy", "unsafe-best-match")
    if uv(("pip", "sync", "--quiet", "--compile-bytecode", *safe, *files), pip_settings()) == 0:
        return 0
    listed = [part for name in files for part in ("-r", name)]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", *listed]
    return subprocess.run(command, check=False).returncode


def locked_groups(root: Path) -> list[str]:
    """The groups of packages that ``pyproject.toml`` lists."""
    return list(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"])


def uv(arguments: Sequence[str], settings: Mapping[str, str]) -> int:
    """uv's exit status; what the user set for uv itself goes before *settings*."""
    environment = {**settings, **os.environ, "VIRTUAL_ENV": sys.prefix}
    return subprocess.run([sys.executable, "-m", "uv", *arguments], env=environment, check=False).returncode


def pip_settings() -> dict[str, str]:
    """pip's settings on this machine, in the words of uv."""
    listing = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    return translate_settings(listing.stdout)


def translate_settings(listing: str) -> dict[str, str]:
    """uv's environment variables for what ``pip config list`` prints.

    The user's own settings and the environment come last in it and win, as they do in pip.
    """
    found: dict[str, str] = {}
    order = {"global": 0, "user": 1, "site": 1, "install": 2, ":env:": 3}
    lines = [line.partition("=") for line in listing.splitlines() if "=" in line]
    for name, _, value in sorted(lines, key=lambda line: order.get(line[0].rpartition(".")[0], 0)):
        key = SETTINGS.get(name.rpartition(".")[2])
        if key:
            separator = "," if key == "UV_FIND_LINKS" else " "
            found[key] = separator.join(str(ast.literal_eval(value)).split())
    return found


def lock(root: Path) -> int:
    """Resolve all groups of ``pyproject.toml`` together, and write one lock file for each.

    Only the package index itself is asked, not a machine's further indexes and folders:
    they may hold fewer files of a version, and so would the hashes.
    """
    groups = locked_groups(root)
    settings = {
        key: value for key, value in pip_settings().items() if key not in ("UV_INDEX", "UV_FIND_LINKS")
    }
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder, "everything.txt")
        named = [part for group in groups for part in ("--group", group)]
        status = uv((*COMPILE, *named, "--output-file", str(everything)), settings)
        for group in groups if status == 0 else ():
            resolved = Path(folder, f"{group}.txt")
            options = ("--group", group, "--constraint", str(everything), "--output-file", str(resolved))
            status = status or uv((*COMPILE, *options), settings)
        for group in groups if status == 0 else ():
            text = without_constraint_notes(Path(folder, f"{group}.txt").read_text(encoding="utf-8"), folder)
            replace_file(lock_file(root, group), text)
    return status


def lock_file(root: Path, group: str) -> Path:
    """Where the lock of *group* lies: Read the Docs and people look for ``requirements.txt``."""
    return root / "requirements.txt" if group == "site" else root / "requirements" / f"{group}.txt"


def without_constraint_notes(text: str, folder: str) -> str:
    """*text* without the notes that a version was held by a file in the passing *folder*."""
    return "".join(line for line in text.splitlines(keepends=True) if folder not in line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
