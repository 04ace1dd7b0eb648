"""The release record: what the front matter of a release page holds.

The front matter is the contract between the importer, which writes it, and the
site, which reads it. Its keys live here and nowhere else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import yaml

from bayan.languages import load_languages

FENCE = "---\n"
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
PHONE = re.compile(r"\+\d{6,15}", re.ASCII)
SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x1f]+", re.ASCII)


class ReleaseError(ValueError):
    """A release page or its data is not right; the message says what and what to do."""


@dataclass(frozen=True)
class Contact:
    """A person or service to write to; phones are E.164, everything else as printed."""

    name: str | None = None
    function: str | None = None
    office: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A later word on a release (corrected, withdrawn): its EDTF date and a sentence."""

    date: str
    sentence: str


@dataclass(frozen=True)
class Release:
    """The metadata of one release, in the order in which the front matter lists it."""

    language: str
    raw: str
    raw_sha256: str
    body_sha256: str
    importer: int
    published: str | None = None
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    contacts: tuple[Contact, ...] = ()
    corrected: Notice | None = None
    withdrawn: Notice | None = None
    toml_sha256: str | None = None


ORDER = (
    "language", "published", "places", "countries", "publisher", "url", "contacts",
    "corrected", "withdrawn", "raw", "raw_sha256", "toml_sha256", "body_sha256", "importer",
)  # fmt: skip


def digest(text: str | bytes) -> str:
    """The SHA-256 of *text* (UTF-8 where it is a string), in lower-case hexadecimal."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


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


def split_page(text: str) -> tuple[Release, str]:
    """Take a release page apart into its record and its body (all below the front matter).

    :raises ReleaseError: where there is no front matter or it does not hold a release.
    """
    if not text.startswith(FENCE) or f"\n{FENCE}" not in text[3:]:
        raise ReleaseError("line 1: no front matter; a release page starts with '---'")
    head, body = text[len(FENCE) :].split(f"\n{FENCE}", 1)
    try:
        data = yaml.load(head, SAFE_LOADER)  # noqa: S506  # it is a safe loader, the quick one
    except (yaml.YAMLError, ValueError) as error:
        raise ReleaseError(f"the front matter is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict) or set(data) != {"release"}:
        raise ReleaseError("the front matter must hold the key 'release' and no other")
    return release_from(data["release"]), body


def join_page(release: Release, body: str) -> str:
    """The page's text: front matter, then *body*. :func:`split_page` takes it apart again."""
    data = {key: _plain(getattr(release, key)) for key in ORDER}
    known = {key: value for key, value in data.items() if value not in (None, [], "")}
    head = yaml.safe_dump({"release": known}, allow_unicode=True, sort_keys=False, width=100)
    return f"{FENCE}{head}{FENCE}{body}"


def _plain(value: object) -> object:
    """*value* as YAML's own kinds, without what is empty."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, (Contact, Notice)):
        pairs = ((field.name, _plain(getattr(value, field.name))) for field in fields(value))
        return {key: item for key, item in pairs if item not in (None, [])}
    return value


def release_from(data: object) -> Release:
    """A validated :class:`Release` from the mapping under ``release``."""
    if not isinstance(data, Mapping):
        raise ReleaseError("'release' must be a table of keys and values")
    _only_keys(data, set(ORDER), "release")
    for key in ("language", "raw", "raw_sha256", "body_sha256", "importer"):
        if key not in data:
            raise ReleaseError(f"release.{key} is missing; run the importer again")
    release = Release(
        language=_text(data, "language"),
        raw=_text(data, "raw"),
        raw_sha256=_matching(data, "raw_sha256", SHA256, "64 hexadecimal digits"),
        body_sha256=_matching(data, "body_sha256", SHA256, "64 hexadecimal digits"),
        importer=_whole_number(data, "importer"),
        published=_edtf(data, "published") if "published" in data else None,
        places=_texts(data, "places"),
        countries=_texts(data, "countries", COUNTRY, "ISO 3166-1 alpha-2 codes such as KW"),
        publisher=_text(data, "publisher") if "publisher" in data else None,
        url=_matching(data, "url", WEB_ADDRESS, "an http(s) address") if "url" in data else None,
        contacts=tuple(_contact(item) for item in _list(data, "contacts")),
        corrected=_notice(data["corrected"], "corrected") if "corrected" in data else None,
        withdrawn=_notice(data["withdrawn"], "withdrawn") if "withdrawn" in data else None,
        toml_sha256=_text(data, "toml_sha256") if "toml_sha256" in data else None,
    )
    if release.language not in load_languages():
        known = ", ".join(load_languages())
        raise ReleaseError(f"release.language: {release.language!r} is not in languages.toml ({known})")
    return release


def _contact(data: object) -> Contact:
    if not isinstance(data, Mapping):
        raise ReleaseError("each of release.contacts must be a table")
    _only_keys(data, {field.name for field in fields(Contact)}, "contacts")
    name, function, office = (
        _text(data, key) if data.get(key) is not None else None for key in ("name", "function", "office")
    )
    phones = _texts(data, "phones", PHONE, "E.164 numbers such as +96525308164")
    return Contact(name, function, office, phones, _texts(data, "emails"))


def _notice(data: object, key: str) -> Notice:
    if not isinstance(data, Mapping):
        raise ReleaseError(f"release.{key} must hold a date and a sentence")
    _only_keys(data, {"date", "sentence"}, key)
    return Notice(_edtf(data, "date"), _text(data, "sentence"))


def _only_keys(data: Mapping[Any, Any], known: set[str], where: str) -> None:
    unknown = sorted(str(key) for key in data if key not in known)
    if unknown:
        raise ReleaseError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise ReleaseError(f"{key}: must be a list")
    return value


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ReleaseError(f"{key}: must be a text, in quotation marks; got {value!r}")
    return value


def _texts(
    data: Mapping[str, Any], key: str, pattern: re.Pattern[str] | None = None, what: str = "texts"
) -> tuple[str, ...]:
    values = _list(data, key)
    for value in values:
        if not isinstance(value, str) or not value or (pattern and not pattern.fullmatch(value)):
            raise ReleaseError(f"{key}: must be a list of {what}; got {value!r}")
    return tuple(values)


def _matching(data: Mapping[str, Any], key: str, pattern: re.Pattern[str], what: str) -> str:
    value = _text(data, key)
    if not pattern.fullmatch(value):
        raise ReleaseError(f"{key}: must be {what}; got {value!r}")
    return value


def _whole_number(data: Mapping[str, Any], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ReleaseError(f"{key}: must be a whole number; got {value!r}")
    return value


def _edtf(data: Mapping[str, Any], key: str) -> str:
    """The EDTF date under *key*; YAML and TOML may read it as a date or a number."""
    value = data.get(key)
    text = str(value) if isinstance(value, (date, int)) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not is_edtf(text):
        raise ReleaseError(f"{key}: must be a date as YYYY, YYYY-MM or YYYY-MM-DD; got {value!r}")
    return text
