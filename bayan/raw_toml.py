"""``raw/NAME.toml``: what the maintainer knows and the raw text does not say."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from bayan.languages import load_languages
from bayan.release import Notice
from bayan.release_values import COUNTRY, WEB_ADDRESS, is_edtf
from bayan.unseen import UNSEEN, deceives

MAX_BYTES = 20_000
"""Size of a TOML file; it has a few hundred bytes."""
MAX_TEXT = 1_000
MAX_ITEMS = 50
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class RawTomlError(ValueError):
    """The TOML is not right; :attr:`line` (from 1) and the message say what and what to do."""

    def __init__(self, message: str, line: int = 1) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True)
class Known:
    """The maintainer's word; None where there is none. ``places`` and ``countries`` may be empty."""

    title: str | None = None
    language: str | None = None
    places: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    slug: str | None = None
    keep_end: bool = False
    corrected: Notice | None = None
    withdrawn: Notice | None = None


KEYS = tuple(Known.__dataclass_fields__)


def parse_known(raw: bytes) -> Known:
    """The validated content of a TOML file.

    :raises RawTomlError: with the line, where it is broken or holds what it may not.
    """
    if len(raw) > MAX_BYTES:
        raise RawTomlError(f"has {len(raw):,} bytes; more than {MAX_BYTES:,} are refused")
    try:
        text = raw.decode("utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError:
        raise RawTomlError("is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise RawTomlError(f"is not TOML: {error}", int(line[1]) if line else text.count("\n") + 1) from error
    except (ValueError, RecursionError):  # a number of thousands of digits, or lists in lists
        raise RawTomlError("holds what no reader of TOML can read; write plain texts and dates") from None
    values = {}
    for key, value in data.items():
        if key not in KEYS:
            raise RawTomlError(f"unknown key {key!r}; known are {', '.join(KEYS)}", _line(text, key))
        try:
            values[key] = READERS[key](value)
        except ValueError as error:
            raise RawTomlError(f"{key}: {error}", _line(text, key)) from error
    return Known(**values)


def _line(text: str, key: str) -> int:
    match = re.search(rf"^\s*\[*\s*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip())) + 1 if match else 1


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\n" in value.strip():
        raise ValueError(f"must be a text on one line, in quotation marks; got {value!r}")
    if len(value) > MAX_TEXT or deceives(value):
        raise ValueError(f"must have at most {MAX_TEXT:,} characters, and no {UNSEEN}")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'must be a list such as ["Kuwait"]; got {value!r}')
    if len(value) > MAX_ITEMS:
        raise ValueError(f"must have at most {MAX_ITEMS} entries; it has {len(value)}")
    return tuple(map(_text, value))


def _language(value: object) -> str:
    if value not in load_languages():
        raise ValueError(f"{value!r} is not in languages.toml ({', '.join(load_languages())})")
    return str(value)


def _countries(value: object) -> tuple[str, ...]:
    codes = _texts(value)
    for code in codes:
        if not COUNTRY.fullmatch(code):
            raise ValueError(f'must be ISO 3166-1 alpha-2 codes such as ["KW"]; got {code!r}')
    return codes


def _edtf(value: object) -> str:
    known = isinstance(value, (date, int)) and not isinstance(value, bool)
    text = str(value)[:10] if known else value
    if not isinstance(text, str) or not is_edtf(text):
        raise ValueError(f'must be a date: 2021-11-15, "2016-02" or "2016"; got {value!r}')
    return text


def _address(value: object) -> str:
    if not isinstance(value, str) or not WEB_ADDRESS.fullmatch(value):
        raise ValueError(f"must be an http(s) address; got {value!r}")
    return value


def _slug(value: object) -> str:
    if not isinstance(value, str) or not SLUG.fullmatch(value) or len(value) > 150:
        raise ValueError(f"must be lower-case ASCII letters, digits and single hyphens; got {value!r}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false; got {value!r}")
    return value


def _notice(value: object) -> Notice:
    if not isinstance(value, dict) or set(value) != {"date", "sentence"}:
        raise ValueError('must be { date = 2026-01-31, sentence = "…" }')
    return Notice(_edtf(value["date"]), _text(value["sentence"]))


READERS: dict[str, Any] = {
    "title": _text, "language": _language, "places": _texts, "countries": _countries,
    "published": _edtf, "publisher": _text, "url": _address, "slug": _slug, "keep_end": _flag,
    "corrected": _notice, "withdrawn": _notice,
}  # fmt: skip
