"""The audit of packages: a weakness fails it, a missing network does not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from scripts import audit
from tests.conftest import ROOT

ANSWER = (
    '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]},'
    ' {"name": "b", "skip_reason": "x"}], "fixes": []}'
)


def answering(stdout: str, stderr: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, stdout, stderr)

    return run


@pytest.mark.parametrize(
    ("stdout", "stderr", "status", "words"),
    [
        (ANSWER, "Found 1", 1, "a 1: CVE-1; mended in 2"),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}',
            "",
            0,
            "1 packages audited, 0 that",
        ),
        ("", "ERROR: Could not connect to the vulnerability feed", 0, "cannot be reached"),
        ("", "ERROR: invalid requirements input", 1, "invalid requirements input"),
    ],
    ids=["weakness", "none", "no-network", "broken"],
)
def test_only_a_weakness_or_a_fault_fails(
    stdout: str,
    stderr: str,
    status: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(subprocess, "run", answering(stdout, stderr))
    assert audit.main() == status
    out, err = capsys.readouterr()
    assert words in out + err


def test_ci_audits_and_does_not_fail_without_a_network() -> None:
    assert "make audit" in (ROOT / ".github/workflows/test.yml").read_text()
    assert "make audit" in (ROOT / ".ci/run").read_text()
