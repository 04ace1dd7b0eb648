"""Print how the checks do on the pairs of tests/fixtures/checks.

    python scripts/check_score.py [--show]

``--show`` also prints every finding on a right pair, and every fault that was not found.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.checks.pair import Finding, Pair  # noqa: E402  # the project's folder comes first
from bayan.checks.run import check_pair  # noqa: E402

PAIRS = ROOT / "tests" / "fixtures" / "checks"


@dataclass(frozen=True)
class Result:
    """One pair, the fault that was put into it (empty: none), and what the checks said."""

    direction: str
    pair: Pair
    fault: str
    why: str
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(one for one in self.findings if one.severity == "error")

    @property
    def found(self) -> bool:
        """Whether the check that is meant to see the fault saw it."""
        return any(one.check == self.fault for one in self.findings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where a right pair is called an error."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print false alarms and missed faults too")
    options = parser.parse_args(arguments)
    good, bad = list(results("good")), list(results("bad"))
    for line in summary(good, bad):
        print(line)
    if options.show:
        for line in details(good, bad):
            print(line)
    return 1 if any(result.errors for result in good) else 0


def results(kind: str) -> Iterator[Result]:
    """What the checks say of all ``good`` or all ``bad`` pairs."""
    for file in sorted(PAIRS.glob(f"{kind}-*.toml")):
        source, target = file.stem.split("-")[1:]
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]:
            pair = Pair(source, target, entry["source"], entry["target"])
            found = tuple(check_pair(pair))
            yield Result(f"{source}→{target}", pair, entry.get("fault", ""), entry.get("why", ""), found)


def summary(good: Sequence[Result], bad: Sequence[Result]) -> Iterator[str]:
    """A table by direction, then all, then the faults by check."""
    yield "direction  right  errors  warned  |  faulty  as error  found  by the check meant"
    for direction in (*dict.fromkeys(result.direction for result in good), ""):
        right = [result for result in good if direction in result.direction]
        faulty = [result for result in bad if direction in result.direction]
        errors = sum(bool(result.errors) for result in right)
        warned = sum(bool(result.findings) and not result.errors for result in right)
        as_error = sum(bool(result.errors) for result in faulty)
        caught = sum(bool(result.findings) for result in faulty)
        meant = sum(result.found for result in faulty)
        yield (
            f"{direction or 'all':9}  {len(right):5}  {errors:6}  {warned:6}  |  {len(faulty):6}  "
            f"{as_error:8}  "
            f"{caught:5}  {meant:5}  ({caught / len(faulty):.0%})"
        )
    faults, caught_by = Counter(result.fault for result in bad), Counter(r.fault for r in bad if r.found)
    yield "by check: " + ", ".join(f"{name} {caught_by[name]}/{faults[name]}" for name in sorted(faults))


def details(good: Sequence[Result], bad: Sequence[Result]) -> Iterator[str]:
    """False alarms, and faults that were missed or found by another check."""
    for result in (*good, *(one for one in bad if not one.found)):
        if result.fault or result.findings:
            yield f"\n{result.direction} {result.fault or 'right'}: {result.why}"
            yield f"  {result.pair.msgid}\n  {result.pair.msgstr}"
            for one in result.findings:
                yield f"  {one.severity} ({one.check}): {one.message}"


if __name__ == "__main__":
    sys.exit(main())
