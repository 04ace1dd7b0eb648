"""The same sources give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measure import cost_of
from bench.workspace import Site, copy_checkout, write_archive


def differences(folder: Path, count: int) -> list[str]:
    """The files that differ between two builds of *count* releases in two folders below *folder*."""
    first = Site(folder / "one/site", count, write_archive(count, folder))
    second = Site(folder / "another-place/site", count, first.data)
    for site in (first, second):
        site.folder.mkdir(parents=True)
        copy_checkout(site)
        cost_of([[sys.executable, "-m", "scripts.build"]], site.folder, folder / "log.txt")
    return compare(first.folder / "_build/html", second.folder / "_build/html")


def compare(one: Path, other: Path) -> list[str]:
    """The names of the files that are not the same below both folders."""
    names = {path.relative_to(top) for top in (one, other) for path in top.rglob("*") if path.is_file()}
    return [
        f"{name} differs"
        for name in sorted(names)
        if not ((one / name).is_file() and (other / name).is_file())
        or (one / name).read_bytes() != (other / name).read_bytes()
    ]
