"""The release record: what the front matter of a release page holds.

The front matter is the contract between the importer, which writes it, and the
site, which reads it. Its keys live here and nowhere else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields

import yaml

from bayan.languages import load_languages
from bayan.release_values import (
    COUNTRY,
    PHONE,
    SHA256,
    WEB_ADDRESS,
    ReleaseError,
    edtf_of,
    list_of,
    matching,
    only_keys,
    text_of,
    texts_of,
    whole_number,
)

FENCE = "---\n"
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    only_keys(data, set(ORDER), "release")
    for key in ("language", "raw", "raw_sha256", "body_sha256", "importer"):
        if key not in data:
            raise ReleaseError(f"release.{key} is missing; run the importer again")
    release = Release(
        language=text_of(data, "language"),
        raw=text_of(data, "raw"),
        raw_sha256=matching(data, "raw_sha256", SHA256, "64 hexadecimal digits"),
        body_sha256=matching(data, "body_sha256", SHA256, "64 hexadecimal digits"),
        importer=whole_number(data, "importer"),
        published=edtf_of(data, "published") if "published" in data else None,
        places=texts_of(data, "places"),
        countries=texts_of(data, "countries", COUNTRY, "ISO 3166-1 alpha-2 codes such as KW"),
        publisher=text_of(data, "publisher") if "publisher" in data else None,
        url=matching(data, "url", WEB_ADDRESS, "an http(s) address") if "url" in data else None,
        contacts=tuple(_contact(item) for item in list_of(data, "contacts")),
        corrected=_notice(data["corrected"], "corrected") if "corrected" in data else None,
        withdrawn=_notice(data["withdrawn"], "withdrawn") if "withdrawn" in data else None,
        toml_sha256=text_of(data, "toml_sha256") if "toml_sha256" in data else None,
    )
    if release.language not in load_languages():
        known = ", ".join(load_languages())
        raise ReleaseError(f"release.language: {release.language!r} is not in languages.toml ({known})")
    return release


def _contact(data: object) -> Contact:
    if not isinstance(data, Mapping):
        raise ReleaseError("each of release.contacts must be a table")
    only_keys(data, {field.name for field in fields(Contact)}, "contacts")
    name, function, office = (
        text_of(data, key) if data.get(key) is not None else None for key in ("name", "function", "office")
    )
    phones = texts_of(data, "phones", PHONE, "E.164 numbers such as +96525308164")
    return Contact(name, function, office, phones, texts_of(data, "emails"))


def _notice(data: object, key: str) -> Notice:
    if not isinstance(data, Mapping):
        raise ReleaseError(f"release.{key} must hold a date and a sentence")
    only_keys(data, {"date", "sentence"}, key)
    return Notice(edtf_of(data, "date"), text_of(data, "sentence"))
