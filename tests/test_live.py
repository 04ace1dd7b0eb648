"""What `make live` does before each build."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts import import_if_new


def test_the_importer_runs_only_where_raw_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        runs.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    raw, note = tmp_path / "raw", tmp_path / "live/raw.txt"
    raw.mkdir()
    for content in ("one", "one", "another"):
        if not (raw / "a.txt").exists() or (raw / "a.txt").read_text() != content:
            (raw / "a.txt").write_text(content)
        assert import_if_new.main(raw, note) == 0
    assert len(runs) == 2
