"""Reading values that people or programs wrote, each of a shape that is checked.

All raise :class:`ReleaseError`, with the key and what it must hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
PHONE = re.compile(r"\+\d{6,15}", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x1f]+", re.ASCII)


class ReleaseError(ValueError):
    """A release page or its data is not right; the message says what and what to do."""


def is_edtf(value: str) -> bool:
    """Whether *value* is a real date as EDTF ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    if not EDTF.fullmatch(value):
        return False
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def only_keys(data: Mapping[Any, Any], known: set[str], where: str) -> None:
    """Refuse a key that is not *known*."""
    unknown = sorted(str(key) for key in data if key not in known)
    if unknown:
        raise ReleaseError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")


def list_of(data: Mapping[str, Any], key: str) -> list[Any]:
    """The list under *key*; an empty one where there is none."""
    value = data.get(key, [])
    if not isinstance(value, list):
        raise ReleaseError(f"{key}: must be a list")
    return value


def text_of(data: Mapping[str, Any], key: str) -> str:
    """The text under *key*, which must be there."""
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ReleaseError(f"{key}: must be a text, in quotation marks; got {value!r}")
    return value


def texts_of(
    data: Mapping[str, Any], key: str, pattern: re.Pattern[str] | None = None, what: str = "texts"
) -> tuple[str, ...]:
    """The texts under *key*, each as *pattern* has it; *what* names them in an error."""
    values = list_of(data, key)
    for value in values:
        if not isinstance(value, str) or not value or (pattern and not pattern.fullmatch(value)):
            raise ReleaseError(f"{key}: must be a list of {what}; got {value!r}")
    return tuple(values)


def matching(data: Mapping[str, Any], key: str, pattern: re.Pattern[str], what: str) -> str:
    """The text under *key* as *pattern* has it; *what* names it in an error."""
    value = text_of(data, key)
    if not pattern.fullmatch(value):
        raise ReleaseError(f"{key}: must be {what}; got {value!r}")
    return value


def whole_number(data: Mapping[str, Any], key: str) -> int:
    """The whole number under *key*."""
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ReleaseError(f"{key}: must be a whole number; got {value!r}")
    return value


def edtf_of(data: Mapping[str, Any], key: str) -> str:
    """The EDTF date under *key*; YAML and TOML may read it as a date or a number."""
    value = data.get(key)
    text = str(value) if isinstance(value, (date, int)) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not is_edtf(text):
        raise ReleaseError(f"{key}: must be a date as YYYY, YYYY-MM or YYYY-MM-DD; got {value!r}")
    return text
