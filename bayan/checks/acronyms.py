"""Acronyms: each of the source is in the translation, as its language has it, or spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bayan.checks.known import (
    Acronym,
    forms_in,
    head_stands,
    other_acronyms,
    others_of,
    says,
    spelt_out,
    terms_of,
)  # fmt: skip
from bayan.checks.masks import HANDLE, URL
from bayan.checks.pair import Finding, Pair, error, warning
from bayan.contact_links import EMAIL
from bayan.termbase import Term, load_termbase

ACRONYM = re.compile(r"(?<![A-Za-zÀ-ÿ0-9@#./])([A-Z]{2,}[A-Z0-9]*)s?(?![A-Za-zÀ-ÿ0-9]|\.[A-Z])")
ROMAN = re.compile(r"[IVX]+")
WORD = re.compile(r"[^\W\d_]{2,}")


def acronyms(pair: Pair) -> Iterator[Finding]:
    """The acronyms of the source that the translation has not, and bodies that it puts in their place."""
    source, target = _bare(pair.source_facts), _bare(pair.target_facts)
    ours, theirs = found_in(source), found_in(target)
    missing = [one for one in ours if not _stands(one, target, theirs, pair)]
    for acronym in missing:
        yield _missing(acronym, source, set(theirs) - set(ours), pair)
    yield from _dropped([one for one in ours if one not in missing], source, target, theirs, pair)
    if not missing:
        for acronym in theirs:
            if acronym not in ours:
                yield from _added(acronym, source, target, ours, pair)


def found_in(text: str) -> list[str]:
    """The acronyms of *text*, without Roman numerals; none where all of it is in capitals."""
    words = WORD.findall(text)
    if len(words) > 2 and sum(word.isupper() for word in words) * 2 > len(words):
        return []
    found = (match[1] for match in ACRONYM.finditer(text))
    return [one for one in dict.fromkeys(found) if not ROMAN.fullmatch(one) and not _dateline(one, text)]


def _bare(text: str) -> str:
    for pattern in (URL, EMAIL, HANDLE):
        text = pattern.sub("¦", text)
    return text


def _dateline(word: str, text: str) -> bool:
    """BEYROUTH – is a place."""
    return len(word) > 3 and bool(re.match(rf"{word}(?:,| ?[-–—(:/])", text))


def _stands(acronym: str, target: str, theirs: list[str], pair: Pair) -> bool:
    """Whether the translation has *acronym*, its form in the target language, or its name."""
    upper = {one.upper() for one in theirs} | {word.upper() for word in WORD.findall(target)}
    terms, others = terms_of(acronym), others_of(acronym)
    if not terms and not others:
        return acronym in upper
    return any(_term_stands(term, target, upper, pair) for term in terms) or any(
        _other_stands(entry, acronym, target, upper, pair) for entry in others
    )


def _term_stands(term: Term, target: str, upper: set[str], pair: Pair) -> bool:
    every = {form for code in term.names for form in forms_in(term, code)}
    allowed = every if pair.target == "ar" else forms_in(term, pair.target)
    if {part for form in allowed for part in re.split(r"\W+", form)} & upper:
        return True
    return term.id in spelt_out(target, pair.target) or head_stands(term, target, pair.target)


def _other_stands(entry: Acronym, acronym: str, target: str, upper: set[str], pair: Pair) -> bool:
    form = entry.form(pair.target)
    return (form or acronym) in upper or any(says(target, name) for name in entry.names)


def _missing(acronym: str, source: str, added: set[str], pair: Pair) -> Finding:
    terms, others = terms_of(acronym), others_of(acronym)
    forms = {form for term in terms for form in forms_in(term, pair.target)}
    forms |= {entry.form(pair.target) for entry in others} - {""}
    hint = " or ".join(sorted(forms)) or acronym
    what = f"{acronym} of the source is not in the translation; write {hint} or its name"
    if terms or others or any(_near(acronym, one) for one in added):
        return error("acronyms", what)
    # Nobody knows this one: another language may abbreviate it otherwise, and Arabic not at all.
    family_name = re.search(rf"[A-Z][a-zé]+ {acronym}\b", source)
    unsure = added or family_name or (pair.target == "ar" and f"({acronym})" in source)
    return warning("acronyms", what) if unsure else error("acronyms", what)


def _dropped(ours: list[str], source: str, target: str, theirs: list[str], pair: Pair) -> Iterator[Finding]:
    """Where the source has both the name and "(AVRR)", so has a translation into French or English."""
    if pair.target == "ar":
        return
    named, kept = spelt_out(source, pair.source), {one.upper() for one in theirs}
    for acronym in ours:
        for term in terms_of(acronym):
            forms = forms_in(term, pair.target)
            if term.id in named and not {part for form in forms for part in re.split(r"\W+", form)} & kept:
                right = " or ".join(sorted(forms))
                yield warning("acronyms", f"({acronym}) was dropped; write ({right}) behind the name")


def _near(one: str, other: str) -> bool:
    """Whether one acronym is the other with a letter lost, added, changed or moved."""
    if sorted(one) == sorted(other):
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) < 4 or len(longer) - len(shorter) > 1:
        return False
    if len(longer) == len(shorter):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _added(acronym: str, source: str, target: str, ours: list[str], pair: Pair) -> Iterator[Finding]:
    """Whether *acronym* is one of the target language, and stands for what the source says."""
    terms, others = terms_of(acronym), others_of(acronym)
    given = spelt_out(source, pair.source) | {term.id for one in ours for term in terms_of(one)}
    if not terms and not others:
        right = next(
            (form for form in sorted(_expected(source, given, ours, pair)) if _near(form, acronym)), ""
        )
        if right:
            yield error("acronyms", f"{acronym} is not in the source; {right} is meant, it seems")
        return
    foreign = not any(acronym in forms_in(term, pair.target) for term in terms)
    if pair.target != "ar" and foreign and not any(entry.form(pair.target) == acronym for entry in others):
        right = next(iter(forms_in(terms[0], pair.target)), "") if terms else others[0].form(pair.target)
        yield error("acronyms", f"{acronym} is {right} in this language; write {right}")
    elif not _meant(terms, others, given, source, pair):
        lost = _lost_body(source, target, pair)
        if lost:
            yield error("acronyms", f"{acronym} is not in the source, and {lost} is missing; write {lost}")
        else:
            yield warning("acronyms", f"{acronym} is not in the source; make sure that it is meant")


def _expected(source: str, given: set[str], ours: list[str], pair: Pair) -> set[str]:
    """The acronyms that a translation of *source* may well have."""
    terms = [
        term
        for term in load_termbase().terms
        if term.id in given or (term.domain == "organizations" and head_stands(term, source, pair.source))
    ]
    said = [entry for entry in other_acronyms() if any(says(source, name) for name in entry.names)]
    forms = {form for term in terms for form in forms_in(term, pair.target)}
    return forms | {entry.form(pair.target) for entry in said} - {""} | set(ours)


def _meant(terms: list[Term], others: list[Acronym], given: set[str], source: str, pair: Pair) -> bool:
    """Whether the source says in words what an acronym of the translation stands for."""
    ours = set(found_in(source))
    return any(term.id in given or head_stands(term, source, pair.source) for term in terms) or any(
        says(source, name) or ours & set(entry.forms.values()) for entry in others for name in entry.names
    )


def _lost_body(source: str, target: str, pair: Pair) -> str:
    """An organization that the source names and the translation does not, as it should be written."""
    named = spelt_out(target, pair.target)
    theirs = {one.upper() for one in found_in(target)}
    for term in load_termbase().terms:
        if term.domain != "organizations" or term.id not in spelt_out(source, pair.source):
            continue
        forms = forms_in(term, pair.target)
        if term.id not in named and not forms & theirs and not head_stands(term, target, pair.target):
            return next(iter(sorted(forms)), term.title(pair.target)[1])
    return ""
