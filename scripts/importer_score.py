"""Print how the importer does on a corpus of samples, field by field, with every miss.

    python scripts/importer_score.py [FOLDER]

FOLDER holds the texts and ``expected.json`` (default: tests/fixtures/samples); in a
``misses.toml`` beside them, misses that are known bear their reason.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.prose import plain  # noqa: E402
from bayan.raw_text.reading import Reading, read  # noqa: E402
from bayan.raw_text.sheet import LINE_END  # noqa: E402
from bayan.raw_text.source import decode  # noqa: E402
from bayan.raw_toml import Known  # noqa: E402

GOALS = {"language": 100, "title": 97, "countries": 92, "published": 100, "no false date": 100,
         "emails": 100, "phones": 100, "nothing lost": 100}  # fmt: skip
Expected = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description="Score the importer on a corpus of samples.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "fixtures" / "samples")
    folder = parser.parse_args(arguments).folder
    corpus = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    reasons_file = folder / "misses.toml"
    reasons = tomllib.loads(reasons_file.read_text(encoding="utf-8")) if reasons_file.exists() else {}
    misses: dict[str, list[str]] = {field: [] for field in FIELDS}
    for expected in corpus:
        text, _ = decode((folder / expected["file"]).read_bytes())
        reading = read(text, Known(), "sample.toml")
        for field, judge in FIELDS.items():
            fault = judge(reading, expected, text)
            if fault:
                misses[field].append(f"{expected['file']}: {fault}")
    return _print(len(corpus), misses, reasons)


def _print(count: int, misses: dict[str, list[str]], reasons: dict[str, str]) -> int:
    failed = 0
    print(f"{'field':<14} {'right':>9} {'score':>7} {'goal':>6}")
    for field, faults in misses.items():
        score = 100 * (count - len(faults)) / count
        failed |= score < GOALS[field]
        print(f"{field:<14} {count - len(faults):>4} / {count:<3} {score:6.1f} % {GOALS[field]:>4} %")
    for field, faults in misses.items():
        for fault in faults:
            reason = reasons.get(fault.split(":")[0], "")
            print(f"{field}: {fault}{' — ' + reason if reason else ''}")
    return int(failed)


def _language(reading: Reading, expected: Expected, text: str) -> str:
    return _differ(reading.language, expected["language"])


def _title(reading: Reading, expected: Expected, text: str) -> str:
    return _differ(reading.title, expected["title"])


def _countries(reading: Reading, expected: Expected, text: str) -> str:
    return _differ(list(reading.countries), expected["countries"])


def _published(reading: Reading, expected: Expected, text: str) -> str:
    return _differ(reading.published, expected["published"]) if expected["published"] else ""


def _no_false_date(reading: Reading, expected: Expected, text: str) -> str:
    wrong = reading.published and reading.published != expected["published"]
    return _differ(reading.published, expected["published"]) if wrong else ""


def _emails(reading: Reading, expected: Expected, text: str) -> str:
    printed = {(one["email"] or "").replace("[at]", "@") for one in expected["contacts"]} - {""}
    return _differ({email for one in reading.contacts for email in one.emails}, printed)


def _phones(reading: Reading, expected: Expected, text: str) -> str:
    printed = {one["phone"] for one in expected["contacts"]} - {None}
    return _differ({phone for one in reading.contacts for phone in one.phones}, printed)


def _nothing_lost(reading: Reading, expected: Expected, text: str) -> str:
    """Judged from outside: every word of every line is on the page, or the line is reported."""
    if reading.error and not reading.body:
        return ""
    shown = " ".join(plain(re.sub(r"^(?:#+|-) ", "", block)) for block in reading.body.split("\n") if block)
    words = set(re.findall(r"\w+", shown))
    for number, line in enumerate(LINE_END.split(text), 1):
        if number not in reading.sheet.left_out and not set(re.findall(r"\w+", line)) <= words:
            return f"line {number} is neither on the page nor left out"
    return ""


def _differ(found: object, wanted: object) -> str:
    return "" if found == wanted else f"{found!r}, not {wanted!r}"


FIELDS: dict[str, Callable[[Reading, Expected, str], str]] = {
    "language": _language, "title": _title, "countries": _countries, "published": _published,
    "no false date": _no_false_date, "emails": _emails, "phones": _phones, "nothing lost": _nothing_lost,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
