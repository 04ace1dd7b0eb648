"""Look for known weaknesses in the locked packages: ``make audit``.

pip-audit asks the package index about each version in each lock file. Where the index cannot
be reached, or does not answer such questions, that is said and nothing fails: a build must
not depend on it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from scripts.environment import lock_file, locked_groups

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = ("network", "connect", "timed out", "Timeout", "resolve")
"""What pip-audit's last words hold where it could not ask."""


class AuditError(Exception):
    """pip-audit could not do its work; the message is its own."""


def main() -> int:
    """Audit all lock files; 1 where a locked version has a known weakness."""
    found = False
    for group in locked_groups(ROOT):
        path = lock_file(ROOT, group)
        name = path.relative_to(ROOT)
        try:
            answer = ask(path)
        except AuditError as error:
            print(f"{name}: error: {error}", file=sys.stderr)
            return 1
        if answer is None:
            print(f"{name}: the database cannot be reached; nothing was audited")
            return int(found)
        lines = weaknesses(answer)
        found |= bool(lines)
        print("\n".join([summary(answer, str(name)), *lines]))
    return int(found)


def ask(path: Path) -> dict[str, Any] | None:
    """pip-audit's answer on the lock file *path*; None where it could not ask.

    :raises AuditError: where it failed for another reason.
    """
    options = ("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(path), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        if any(word in done.stderr for word in UNREACHABLE):
            return None
        raise AuditError(last) from None
    return answer


def summary(answer: dict[str, Any], name: str) -> str:
    """How many packages of the lock file *name* were looked at."""
    skipped = sum("skip_reason" in package for package in answer["dependencies"])
    asked = len(answer["dependencies"]) - skipped
    return f"{name}: {asked} packages audited, {skipped} that the database does not know"


def weaknesses(answer: dict[str, Any]) -> list[str]:
    """One line for each weakness: the package, its advisory, and the version that mends it."""
    return [
        f"  {package['name']} {package['version']}: {one['id']}"
        f"; mended in {', '.join(one['fix_versions']) or 'no version yet'}; run: make lock"
        for package in answer["dependencies"]
        for one in package.get("vulns", ())
    ]


if __name__ == "__main__":
    sys.exit(main())
