"""Import the raw releases where ``raw/`` looks otherwise than at the last time: for `make live`.

The importer finds that out too, but takes a quarter of a second for it, at every save.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(raw: Path = ROOT / "raw", note: Path = ROOT / "_build" / "live" / "raw.txt") -> int:
    """Run the importer if need be; its exit status."""
    try:
        with os.scandir(raw) as entries:
            found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries]
    except FileNotFoundError:  # moved away just now; what comes in its place is another change
        return 0
    files = sorted((name, status.st_size, status.st_mtime_ns) for name, status in found)
    state = "".join(f"{file}\n" for file in files)
    if note.is_file() and note.read_text(encoding="utf-8") == state:
        return 0
    status = subprocess.run([sys.executable, "scripts/import_releases.py"], cwd=ROOT, check=False).returncode
    if status == 0:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(state, encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
