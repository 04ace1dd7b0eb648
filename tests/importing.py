"""What the importer's tests share: a folder of raw files, and the command run on it."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import importlib.util
import io
import json
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "import_releases.py"

FRENCH = """Communiqué
Global

L’OIM ouvre un centre d’accueil à Tunis pour les personnes migrantes

Tunis - L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes vulnérables de la ville.

Le centre offre un hébergement, des repas et des conseils juridiques à toutes les personnes qui le souhaitent.

Pour plus d’informations, veuillez contacter Leila Sassi, OIM Tunisie, Tel: +216 71 860 312, Email: lsassi@example.org
"""


@lru_cache(maxsize=1)
def _command() -> ModuleType:
    """The command as a module: in one process a hundred runs take a second."""
    spec = importlib.util.spec_from_file_location("import_releases", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass
class Run:
    """One run of the command: its exit status, its lines and its report by raw file."""

    status: int
    output: str
    report: dict[str, dict[str, Any]]

    def errors(self) -> list[str]:
        return [line for line in self.output.splitlines() if ": error: " in line]


class Workshop:
    """A raw folder and a folder of pages for one test."""

    def __init__(self, folder: Path) -> None:
        self.raw = folder / "raw"
        self.pages = folder / "releases"
        self.raw.mkdir()

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.raw / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, *names: str, report: bool = True) -> Run:
        target = self.raw.parent / "report.json"
        target.unlink(missing_ok=True)
        arguments = ["--raw", str(self.raw), "--pages", str(self.pages)]
        arguments += ["--report", str(target)] if report else []
        output = io.StringIO()
        with chdir(self.raw.parent), redirect_stdout(output), redirect_stderr(output):
            status = _command().main([*arguments, *names])
        entries = json.loads(target.read_text("utf-8")) if target.exists() else []
        return Run(status, output.getvalue(), {entry["raw"]: entry for entry in entries})

    def page_files(self) -> dict[str, tuple[bytes, int]]:
        """All files below the folder of pages, hidden ones too, with content and time of change."""
        return {
            str(path.relative_to(self.pages)): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.pages.rglob("*"))
            if path.is_file()
        }
