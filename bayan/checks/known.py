"""Which acronym is which in the other languages: from the termbase, and from ``acronyms.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bayan.folding import words
from bayan.matching import Match, matcher_for
from bayan.term_tree import is_abbreviation
from bayan.termbase import Term, load_termbase

ACRONYMS_FILE = Path(__file__).resolve().parent / "acronyms.toml"
KEYS = {"any", "fr", "en", "names"}
BODIES = frozenset({"organizations", "authorities"})
# "The Committee" may stand for NCCHT: the noun that names what a body is.
BODY = re.compile(
    r"\b(?:Organi[sz]ation|Office|Agency|Committee|Authority|Commission|Programme|Council|Union|Secretariat"
    r"|Comité|Autorité|Conseil|Haut-Commissariat|Agence|Secrétariat)\b"
)
NO_ADJECTIVES = frozenset({"التي", "الذي", "الذين", "اليوم", "الى", "الان"})
CONJUNCTIONS = ("و", "ف")
CLITIC = re.compile(r"^[وف]?(?:[بك]?ال(?=\w{3})|لل(?=\w{3})|[بلك](?=\w{4}))")


class AcronymsError(ValueError):
    """``acronyms.toml`` is not right; the message names the file and what to do."""


@dataclass(frozen=True)
class Acronym:
    """One acronym: its form by language (``""`` = all languages), and the names that may replace it."""

    forms: dict[str, str]
    names: tuple[str, ...]

    def form(self, language: str) -> str:
        """The acronym in *language*; empty where it is spelt out."""
        return self.forms.get("", self.forms.get(language, ""))


@lru_cache(maxsize=4)
def other_acronyms(path: Path = ACRONYMS_FILE) -> tuple[Acronym, ...]:
    """The acronyms of *path*.

    :raises AcronymsError: with the file's name, where it is not right.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("acronym", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AcronymsError(f"{path}: cannot be read: {error}") from error
    for entry in entries:
        if set(entry) - KEYS or not ("any" in entry or {"fr", "en"} <= set(entry)):
            raise AcronymsError(f"{path}: an [[acronym]] has any, or fr and en, and names; got {entry}")
    return tuple(
        Acronym(
            {"" if key == "any" else key: entry[key] for key in ("any", "fr", "en") if key in entry},
            tuple(_folded(name) for name in entry.get("names", ())),
        )
        for entry in entries
    )


@lru_cache(maxsize=512)
def concepts(text: str, language: str) -> tuple[Match, ...]:
    """The concepts of the termbase in *text*."""
    return tuple(matcher_for(load_termbase(), language).find(text))


def spelt_out(text: str, language: str) -> set[str]:
    """The ids of the concepts that *text* names by more than an acronym."""
    found = concepts(text, language)
    return {one.term for one in found if not is_abbreviation(text[one.start : one.end].rstrip("s"))}


def abbreviated(text: str, language: str) -> set[str]:
    """The ids of the concepts that *text* names by an acronym alone."""
    return {one.term for one in concepts(text, language)} - spelt_out(text, language)


@lru_cache(maxsize=2)
def _abbreviated() -> dict[str, list[Term]]:
    table: dict[str, list[Term]] = {}
    for term in load_termbase().terms:
        for names in term.names.values():
            forms = {names.abbreviation, *(form for form in names.linked if is_abbreviation(form))}
            for form in filter(None, forms):
                if term not in table.setdefault(form.upper(), []):
                    table[form.upper()].append(term)
    return table


def terms_of(acronym: str) -> list[Term]:
    """The concepts of the termbase that *acronym* stands for in any language."""
    return _abbreviated().get(acronym.upper(), [])


def others_of(acronym: str) -> list[Acronym]:
    """The entries of ``acronyms.toml`` for *acronym*."""
    return [entry for entry in other_acronyms() if acronym in entry.forms.values()]


def forms_in(term: Term, language: str) -> set[str]:
    """How *term* is abbreviated in *language*; its acronyms elsewhere, where it has none there."""
    own = term.names.get(language)
    forms = {own.abbreviation, *filter(is_abbreviation, own.linked)} if own else set()
    known = {form.upper() for form in forms if form}
    if known:
        return known
    return {(names.abbreviation or "").upper() for names in term.names.values()} - {""}


def says(text: str, name: str) -> bool:
    """Whether *text* has the folded words of *name*, articles and a conjunction before it apart."""
    there = f" {_folded(text)} "
    return any(f" {joined}{name} " in there for joined in ("", *CONJUNCTIONS))


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(CLITIC.sub("", word) for word in words(text))


def _alone(text: str, name: list[str]) -> bool:
    """Whether the first word of *name* stands in *text* and begins no other name ("the African Union")."""
    found = words(text)
    for at, word in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else ""
        if CLITIC.sub("", word) != name[0]:
            continue
        adjective = following.startswith("ال") and following not in NO_ADJECTIVES
        if not adjective or CLITIC.sub("", following) in name:
            return True
    return False


def head_stands(term: Term, text: str, language: str) -> bool:
    """Whether *text* calls an organization or authority by its kind alone ("the Committee")."""
    names = term.names.get(language)
    if term.domain not in BODIES or not names or not names.preferred:
        return False
    if language == "ar":
        return _alone(text, _folded(names.preferred).split(" "))
    heads = BODY.findall(names.preferred)
    return any(re.search(rf"\b(?:[Tt]he |[Ll][ea] |[Ll]['’]|[Dd]u |[Aa]u ){head}\b", text) for head in heads)
