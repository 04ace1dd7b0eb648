"""Measure the importer: ``bench/imports.py [N]``, on N synthetic raw releases (default 1,000).

It prints releases a second of an import of all and of a second run with nothing new, and the
memory of the largest process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.prose import plain  # noqa: E402  # the path above comes first
from bayan.release import split_page  # noqa: E402
from bench.generate import generate  # noqa: E402
from bench.measure import cost_of  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the command; a failed import raises the error that says why."""
    parser = argparse.ArgumentParser(description="Measure the importer.")
    parser.add_argument("count", nargs="?", type=int, default=1_000)
    count = parser.parse_args(arguments).count
    with tempfile.TemporaryDirectory(prefix="bayan-bench-") as name:
        folder = Path(name)
        generate(count, folder / "archive")
        write_raw(folder / "archive" / "releases", folder / "raw")
        command = [sys.executable, str(ROOT / "scripts" / "import_releases.py")]
        command += ["--raw", str(folder / "raw"), "--pages", str(folder / "pages")]
        for what in ("import of all", "nothing new"):
            cost = cost_of([command], folder, folder / "log.txt")
            rate = count / cost.wall
            print(
                f"{what:<14} {count:>7,} releases  {rate:>9,.0f} a second  {cost.cpu:>7.1f} s CPU  "
                f"{cost.peak / 1e6:>6.0f} MB at the peak"
            )
    return 0


def write_raw(pages: Path, raw: Path) -> None:
    """The plain text of each of *pages*, as a site would have given it, with its number in the title."""
    raw.mkdir()
    for number, page in enumerate(sorted(pages.rglob("*.md"))):
        _, body = split_page(page.read_text(encoding="utf-8"))
        blocks = [plain(block.lstrip("#- ")) for block in body.split("\n") if block.strip()]
        blocks[0] = f"{blocks[0].rstrip('.')} {number}"
        (raw / f"{number:05}.txt").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
