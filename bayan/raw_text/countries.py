"""Which country each place of a dateline is in."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.names import fold_name
from bayan.places import COUNTRY, Place, country_names, find
from bayan.raw_text.dateline import Dateline
from bayan.raw_text.sheet import Sheet
from bayan.raw_text.vocabulary import is_phrase, kinds

LEAST_STEM = 4
SIGN = re.compile(r"[^\w\s]")
CLEARLY = 8  # the larger of two homonyms is meant without saying when it is so many times larger


def countries_of(
    dateline: Dateline, text: str, language: str, line: int, sheet: Sheet, toml: str
) -> list[str]:
    """The ISO 3166-1 codes of the *dateline*'s places, each once, in their order.

    *text* is the release's own: where a place could be in two countries, it decides.
    """
    codes: list[str] = []
    for printed, hint in zip(dateline.places, dateline.hints, strict=True):
        # The place's own word proves nothing: عمان is both Amman and Oman.
        named = mentioned(text.replace(printed, " ")) if len(find(printed)) > 1 else frozenset()
        named |= _of_agency(dateline.agency)
        code = _country(printed, hint, named, _among_cities(dateline, printed), line, sheet, toml)
        if code is None:
            sheet.warn("unknown-place", line, place=printed, toml=toml)
            continue
        _note_foreign(printed, code, language, line, sheet)
        if code not in codes:
            codes.append(code)
    return codes


def _of_agency(agency: str | None) -> frozenset[str]:
    """The country whose news agency signs, where that tells homonyms apart."""
    signs = [kind for kind in kinds("agency_") if agency and is_phrase(kind, agency)]
    return frozenset(kind.removeprefix("agency_").upper() for kind in signs)


def _among_cities(dateline: Dateline, printed: str) -> bool:
    """Whether another place of the dateline is a city and no country."""
    return any(_only_city(place) for place in dateline.places if place != printed)


def _only_city(printed: str) -> bool:
    known = find(printed)
    return bool(known) and all(place.kind != COUNTRY for place in known)


def _country(
    printed: str,
    hint: str | None,
    named: frozenset[str],
    among_cities: bool,
    line: int,
    sheet: Sheet,
    toml: str,
) -> str | None:
    known = find(printed)
    if hint:
        return find(hint)[0].country
    if not known:
        code = by_stem(printed)
        if code:
            sheet.warn("place-word", line, place=printed, country=code)
        return code
    chosen = _choose(known, named, among_cities, printed)
    rivals = {
        place for place in known if place.people * CLEARLY > chosen.people and place.country != chosen.country
    }
    if among_cities and chosen.kind != COUNTRY:
        rivals = {place for place in rivals if place.kind != COUNTRY}
    codes = {place.country for place in rivals}
    if codes and not (chosen.country in named and not codes & named):
        others = ", ".join(sorted({chosen.country, *codes}))
        sheet.warn("homonym", line, place=printed, others=others, country=chosen.country, toml=toml)
    return chosen.country


def _choose(known: tuple[Place, ...], named: frozenset[str], among_cities: bool, printed: str) -> Place:
    in_text = [place for place in known if place.country in named]
    if among_cities and known[0].kind == COUNTRY and any(place.kind != COUNTRY for place in known):
        known = tuple(place for place in known if place.kind != COUNTRY)
        in_text = [place for place in known if place.country in named]
    return (in_text or _called(known, printed))[0]


def _called(known: tuple[Place, ...], printed: str) -> list[Place]:
    """Those of *known* whose usual name *printed* is, where others had it once; else all."""
    name = fold_name(printed)
    return [place for place in known if name in map(fold_name, place.names)] or list(known)


def _note_foreign(printed: str, code: str, language: str, line: int, sheet: Sheet) -> None:
    """Warn of a country's name in another language than the text's, such as Lebanon in French."""
    known = [place for place in find(printed) if place.country == code and place.kind == COUNTRY]
    if not known:
        return
    own = known[0].name(language)
    others = {name for name in known[0].names if name != own}
    if fold_name(printed) in set(map(fold_name, others)) and fold_name(printed) != fold_name(own or ""):
        sheet.warn("foreign-place", line, place=printed, country=code)


def by_stem(printed: str) -> str | None:
    """The country whose name *printed* is made of, such as Libanaise of Liban; None for none."""
    word = fold_name(printed).removeprefix("ال")
    best: dict[str, int] = {}
    for name, code in country_names().items():
        stem = name.removeprefix("ال")
        common = len(_common(word, stem))
        if common >= LEAST_STEM and common >= 0.7 * len(stem) and common >= 0.5 * len(word):
            best[code] = max(best.get(code, 0), common)
    top = max(best.values(), default=0)
    codes = [code for code, common in best.items() if common == top]
    return codes[0] if len(codes) == 1 else None


def _common(one: str, other: str) -> str:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return one[:at]
    return min(one, other, key=len)


def mentioned(text: str) -> frozenset[str]:
    """The countries that *text* names, by their names or their people's."""
    flat = f" {fold_name(SIGN.sub(' ', text))} "
    found = {code for name, code in country_names().items() if " " in name and f" {name} " in flat}
    names = country_names()
    for word in set(flat.split()):
        for form in _forms(word):
            if form in names:
                found.add(names[form])
                break
            stem = _people(form)
            if stem:
                found.add(stem)
                break
    return frozenset(found)


def _forms(word: str) -> list[str]:
    """*word*, and without the Arabic particles and article that may be glued to it."""
    forms = [word]
    for prefix in ("و", "ب", "ل", "ف", "ال", "وال", "بال", "لل", "فال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= LEAST_STEM - 1:
            rest = word[len(prefix) :]
            forms += [rest, f"ال{rest}"]
    return forms


@lru_cache(maxsize=4096)
def _people(word: str) -> str | None:
    """The country whose people *word* names, where the word is its name and an ending."""
    for cut in range(1, 5):
        stem = word[:-cut]
        if len(stem) < LEAST_STEM - 1:
            return None
        for name in (stem, f"ال{stem}", f"{stem}e", f"{stem}a"):
            code = country_names().get(name)
            if code and (len(stem) >= LEAST_STEM or "\u0621" <= stem[0] <= "\u064a"):
                return code
    return None
