"""The theme's style sheets, rewritten once and kept."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import furo

from .logical_css import to_logical

HERE = Path(__file__).resolve().parent
SHEET = "styles/furo-rtl.css"


def write_styles(folder: Path) -> Path:
    """Rewrite the installed theme's sheets below *folder*, unless that was done already.

    The folder that is returned is named after what made it, appears whole or not at all,
    and never changes, so builds may share it.
    """
    finished = folder / fingerprint()
    if finished.is_dir():
        return finished
    folder.mkdir(parents=True, exist_ok=True)
    passing = Path(tempfile.mkdtemp(dir=folder))
    try:
        for name, css in rewritten():
            target = passing / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(css, encoding="utf-8")
        with suppress(OSError):  # another build was first, with the same bytes
            passing.rename(finished)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return finished


def rewritten() -> Iterator[tuple[str, str]]:
    """Path below ``_static`` and text of each sheet."""
    for path in sources():
        yield path.relative_to(static()).as_posix(), to_logical(path.read_text(encoding="utf-8"))
    yield SHEET, (HERE / "furo-rtl.css").read_text(encoding="utf-8")


def static() -> Path:
    """The installed theme's static files."""
    return Path(furo.THEME_PATH) / "static"


def sources() -> list[Path]:
    """The installed theme's style sheets."""
    return sorted(static().rglob("*.css"))


def fingerprint() -> str:
    """What changes when the theme or this module does."""
    digest = hashlib.sha256()
    for path in (*sources(), *sorted(HERE.glob("*.py")), HERE / "furo-rtl.css"):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
