"""The languages of the project, read from ``languages.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LANGUAGES_FILE = Path(__file__).resolve().parent.parent / "languages.toml"
# These become folders, attributes and gettext's expressions as they stand.
SHAPES = {
    "code": re.compile(r"[a-z]{2,3}"),
    "name": re.compile(r"[^\W\d_]+(?:[ ’'-][^\W\d_]+)*"),
    "locale": re.compile(r"[a-z]{2,3}(?:_[A-Za-z]+)*"),
    "plurals": re.compile(r"nplurals=\d; plural=[n\d\s()?:<>=!&|%+*/-]+;"),
}
KEYS = {"code", "name", "direction", "locale", "plurals"}
OPTIONAL = {"narrow_before", "narrow_after", "wide_before"}


class LanguagesError(ValueError):
    """``languages.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class Language:
    """One language: ISO 639-1 code, own name, ``ltr`` or ``rtl``, CLDR locale, gettext's plurals.

    The rest are signs beside which a space does not break, narrow (U+202F) or wide (U+00A0).
    """

    code: str
    name: str
    direction: str
    locale: str
    plurals: str
    narrow_before: str = ""
    narrow_after: str = ""
    wide_before: str = ""


@dataclass(frozen=True)
class Languages(Mapping[str, Language]):
    """All languages by code, in the file's order, and the one the site is written in."""

    site: str
    entries: tuple[Language, ...]

    def __getitem__(self, code: str) -> Language:
        for entry in self.entries:
            if entry.code == code:
                return entry
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        return (entry.code for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def targets(self, source: str) -> tuple[str, ...]:
        """The languages that a text in *source* is translated into."""
        return tuple(code for code in self if code != source)


@lru_cache(maxsize=8)
def load_languages(path: Path = LANGUAGES_FILE) -> Languages:
    """Read and validate *path*.

    :raises LanguagesError: with the file's name, where anything is missing or unknown.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguagesError(f"{path}: cannot be read: {error}") from error
    entries = tuple(_language(entry, path) for entry in data.get("language", ()))
    languages = Languages(site=str(data.get("site", "")), entries=entries)
    if len(set(languages)) != len(entries):
        raise LanguagesError(f"{path}: a language code stands twice; keep one entry of each")
    if languages.site not in languages:
        raise LanguagesError(f"{path}: site = {languages.site!r} is none of the languages; name one")
    return languages


def _language(entry: object, path: Path) -> Language:
    if not isinstance(entry, dict) or set(entry) - OPTIONAL != KEYS:
        raise LanguagesError(
            f"{path}: each [[language]] has the keys {sorted(KEYS)} and may have {sorted(OPTIONAL)}; "
            f"got {entry!r}"
        )
    if entry["direction"] not in ("ltr", "rtl"):
        raise LanguagesError(f"{path}: direction of {entry['code']!r} must be 'ltr' or 'rtl'")
    for key, pattern in SHAPES.items():
        if not pattern.fullmatch(str(entry[key])):
            raise LanguagesError(f"{path}: {key} = {entry[key]!r} is no {key} of a language; mend it")
    return Language(**{key: str(value) for key, value in entry.items()})
