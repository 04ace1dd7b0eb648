"""What became of one raw file: the object of the report, and the lines that are printed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from bayan.raw_text.reading import Reading
from bayan.raw_text.sheet import Finding
from bayan.unseen import printable


@dataclass
class Outcome:
    """One raw file's outcome; small, so that ten thousand fit into memory.

    ``staged`` names the finished page's file in the staging folder; ``address`` is where it goes.
    """

    raw: str
    address: str | None = None
    staged: str | None = None
    findings: list[Finding] = field(default_factory=list)
    error: str | None = None
    error_line: int = 1
    error_file: str | None = None
    unchanged: bool = False
    report: dict[str, Any] | None = None

    def fail(self, message: str, line: int = 1, file: str | None = None) -> Outcome:
        """Note the error that keeps the file from becoming a page; the first one stays."""
        if self.error is None:
            self.error, self.error_line, self.error_file = message, line, file
        return self

    def entry(self) -> dict[str, Any]:
        """The object of the report, in the order of its contract."""
        read = self.report or {}
        warnings = [{"line": finding.line, "message": finding.message} for finding in self.findings]
        return {
            "raw": printable(self.raw),
            "page": self.address if self.error is None else None,
            "language": read.get("language"),
            "title": read.get("title"),
            "places": read.get("places", []),
            "countries": read.get("countries", []),
            "published": read.get("published"),
            "contacts": read.get("contacts", []),
            "left_out": read.get("left_out", []),
            "warnings": warnings,
            "error": self.error,
        }


def report_of(reading: Reading) -> dict[str, Any]:
    """What was read, as JSON's own kinds."""
    contacts = [
        {**asdict(contact), "phones": list(contact.phones), "emails": list(contact.emails)}
        for contact in reading.contacts
    ]
    return {
        "language": reading.language,
        "title": reading.title,
        "places": list(reading.places),
        "countries": list(reading.countries),
        "published": reading.published,
        "contacts": contacts,
        "left_out": [{"lines": lines, "why": why} for why, lines in reading.sheet.left_out_groups()],
    }
