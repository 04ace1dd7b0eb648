"""What somebody does and where, in one piece or in several: functions and offices joined and parted."""

from __future__ import annotations

import re

from bayan.places import find
from bayan.raw_text.contact_draft import Draft
from bayan.raw_text.contact_fields import Field
from bayan.raw_text.people import MARKS, is_function, is_office, split_name
from bayan.raw_text.vocabulary import begins

POSSESSIVE = re.compile(r"['’]s\s+")
# What leads from a function to the office: "مديرة البرامج في المنظمة", "Coordonnateur à l’OIM".
AT_OFFICE = re.compile(
    r"\s(?:à l['’]|(?:à la|au|auprès du|auprès de la|at the|في|لدى)\s|auprès de l['’]|ب(?=ال))", re.IGNORECASE
)
# "Ministère de l’Intérieur, des Collectivités locales", "Ministry of Labour, Employment and Social Affairs"
GOES_ON = re.compile(r"(?:des|de la|du|et|and)\s|de l['’]|d['’]")
LIST = re.compile(r"\s(?:and|&|et)\s|\sو")
LONGEST = 200


def split_post(value: str) -> tuple[str, ...]:
    """*value*, or its function and its office where both are in it."""
    if len(value) > LONGEST or not is_function(value):
        return (value,)
    owner = POSSESSIVE.search(value)
    if owner and is_office(value[: owner.start()]) and is_function(value[owner.end() :]):
        return (value[owner.end() :], value[: owner.start()])
    for match in AT_OFFICE.finditer(value):
        post, office = value[: match.start()], value[match.end() :]
        if is_function(post) and begins("office", office):
            return (post, office)
    return (value,)


def goes_on(draft: Draft, before: Field, part: Field) -> bool:
    """Whether *part* only goes on with the office that *before* is; then it is added to it.

    It does if it is a place ("IOM Kenya, Nairobi"), or the rest of a name that has commas.
    """
    if draft.reachable() or not draft.offices or not draft.offices[-1].endswith(before.value):
        return False
    if find(part.value) and part.printed.strip(MARKS) == part.value:  # not "In Geneva, Adel Example"
        draft.offices[-1] = _joined(draft.offices[-1], part.sign, part.value)
        return True
    other = is_function(part.value) or is_office(part.value) or split_name(part.value)[0]
    comma = part.sign.strip() in {",", "،"}
    if comma and not other and (GOES_ON.match(part.printed) or LIST.search(part.printed)):
        draft.offices[-1] = _joined(draft.offices[-1], part.sign, part.printed)
        return True
    return False


def _joined(office: str, sign: str, more: str) -> str:
    mark = sign.strip()
    if mark == "(":
        return f"{office} ({more})"
    if mark in {",", "،"}:
        return f"{office}{mark} {more}"
    return f"{office} {mark} {more}" if mark and mark in "-–—" else f"{office}, {more}"
