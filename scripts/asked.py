"""What a build was asked for, and whether it can be done at all, before any Sphinx is started."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from bayan.languages import load_languages
from bayan.parts import PARTS_FILE, load_parts
from bayan.places import gazetteer
from bayan.termbase import GLOSSARY_FILE, load_termbase

ROOT = Path(__file__).resolve().parent.parent


class BuildError(Exception):
    """Nothing can be built; the message says what to do."""


def split_options(arguments: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """What stands before ``--``, and what stands after it."""
    at = list(arguments).index("--") if "--" in arguments else len(arguments)
    return list(arguments[:at]), tuple(arguments[at + 1 :])


def choose_languages(chosen: Sequence[str]) -> list[str]:
    """The languages to build: all, or those *chosen*."""
    known = load_languages()
    for code in chosen:
        if code not in known:
            raise BuildError(f"LANGUAGES: {code!r} is not in languages.toml ({', '.join(known)})")
    return [code for code in known if code in chosen or not chosen]


def check_addresses() -> None:
    """Refuse an address of the environment without http: each page would have links that lead nowhere."""
    for name in ("SITE_URL", "REPOSITORY_URL"):
        address = os.environ.get(name, "")
        if address and not address.startswith(("http://", "https://")):
            raise BuildError(f"{name}: {address!r} is no address; write it whole, such as https://{address}")


def choose_part() -> str:
    """The part of a split archive that ``ARCHIVE_PART`` names, empty for the main project."""
    part = os.environ.get("ARCHIVE_PART", "")
    known = [one.name for one in load_parts(ROOT / PARTS_FILE)]
    if part and part not in known:
        raise BuildError(f"ARCHIVE_PART: {part!r} is not in {PARTS_FILE} ({', '.join(known) or 'no parts'})")
    return part


def check_data() -> None:
    """Read what all languages need, before the Sphinx of each says amid much else that it cannot."""
    if GLOSSARY_FILE.is_file():
        load_termbase()
    gazetteer()
