"""The long form of the tests of faults: ``bench/soak.py [--rounds 100] [--only build …]``.

Each command is killed again and again while it works, the disk is full, and two builds in two
folders are compared. `make test` has the short form (``tests/test_faults.py``).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.faults import BEGUN, WORK, Field, full_disk, harmed, kill_runs, prepare, unfinished  # noqa: E402
from bench.kills import field_folder  # noqa: E402
from bench.reproducible import differences  # noqa: E402

SIZES = (500, 1_000, 4_000, 16_000, 64_000)
"""Bytes that a file may have on the full disk."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where anything was lost or came out otherwise."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100, help="kills that count, for each command")
    parser.add_argument("--only", nargs="+", choices=WORK, default=list(WORK), help="these commands alone")
    options = parser.parse_args(arguments)
    wrong: list[str] = []
    for work in options.only:
        with field_folder() as folder:
            found = prepare(Path(folder), work)
            if work in BEGUN:
                score = kill_runs(found, options.rounds)
                print(f"{work}: {score}", flush=True)
                wrong += score.wrong
            for size in SIZES:
                wrong += fill_disk(found, size)
            print(f"{work}: a full disk at {', '.join(f'{size:,}' for size in SIZES)} bytes", flush=True)
    with tempfile.TemporaryDirectory(prefix="bayan-soak-") as folder:
        wrong += differences(Path(folder), 60)
    print("two builds of 60 releases in two folders compared", flush=True)
    for what in wrong:
        print(f"error: {what}", file=sys.stderr)
    return 1 if wrong else 0


def fill_disk(found: Field, size: int) -> list[str]:
    """What a disk that is full at *size* bytes a file does to the work of *found*."""
    found.restore()
    before = found.files()
    status, errors = found.run(full_disk(size))
    if not status:
        return []
    sphinx_speaks = found.work in ("build", "catalogs")
    told = [] if errors.startswith("error: ") or sphinx_speaks else [f"said without care: {errors}"]
    return [*told, *harmed(found, before, found.files()), *unfinished(found)]


if __name__ == "__main__":
    sys.exit(main())
