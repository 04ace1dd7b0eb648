"""A release as reference managers read it: BibTeX and RIS."""

from __future__ import annotations

import re
from urllib.parse import quote

from bayan.release import Release

SPECIAL = re.compile(r"[\\{}%&$#_~^]")
WRITTEN = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(release: Release, *, name: str, title: str, address: str, note: str, language: str) -> str:
    """The release as a BibTeX entry with the key *name*; *note* says what the text is."""
    fields = {
        "title": f"{{{_tex(title)}}}",
        "author": f"{{{_tex(release.publisher)}}}" if release.publisher else "",
        "year": (release.published or "")[:4],
        "date": release.published or "",
        "langid": language,
        "url": address.replace("}", "%7D").replace("{", "%7B"),
        "note": _tex(note),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@misc{{{re.sub(r'[^a-z0-9-]', '', name)},", *lines, "}", ""])


def ris(release: Release, *, title: str, address: str, note: str, language: str) -> str:
    """The release in the RIS format, as a press release."""
    date = (release.published or "").replace("-", "/")
    fields = [
        ("TY", "PRESS"), ("TI", title), ("AU", release.publisher), ("PB", release.publisher),
        ("PY", date[:4]), ("DA", date), ("LA", language), ("UR", address), ("N1", note), ("ER", ""),
    ]  # fmt: skip
    lines = (f"{tag}  - {_line(value)}".rstrip(" ") for tag, value in fields if value or tag == "ER")
    return "\r\n".join(line + " " if line == "ER  -" else line for line in lines) + "\r\n"


def as_download(text: str) -> str:
    """*text* as an address that holds it, so that a link can save it without a server."""
    return "data:text/plain;charset=utf-8," + quote(text)


def _tex(text: str) -> str:
    return SPECIAL.sub(lambda sign: WRITTEN.get(sign[0], f"\\{sign[0]}"), _line(text))


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
