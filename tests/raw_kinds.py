"""Texts in three languages that any layout can be made from, and what was read in them."""

# ruff: noqa: E501  # a sample line stays whole, as a page has it

from __future__ import annotations

import textwrap

from bayan.prose import plain
from bayan.raw_text.reading import Reading, read
from bayan.raw_toml import Known

FR = "L’OIM a ouvert cette semaine un centre qui accueille les personnes migrantes vulnérables de la région."
EN = "IOM opened a centre this week that shelters vulnerable migrants and gives them legal advice."
AR = (
    "افتتحت المنظمة الدولية للهجرة هذا الأسبوع مركزا يستقبل المهاجرين المستضعفين ويقدم لهم المشورة القانونية."
)
REST = {
    "fr": "Les personnes accueillies y trouvent un hébergement, des repas et des conseils juridiques gratuits.",
    "en": "People who stay there find shelter, meals and legal advice, and nobody has to pay for any of it.",
    "ar": "ويجد المقيمون في المركز المأوى والوجبات والمشورة القانونية دون أي مقابل مالي طوال فترة الإقامة.",
}
TITLE = {
    "fr": "L’OIM ouvre un nouveau centre d’accueil pour les personnes migrantes",
    "en": "IOM opens a new shelter for migrants in vulnerable situations",
    "ar": "المنظمة الدولية للهجرة تفتتح مركزا جديدا لاستقبال المهاجرين",
}
LEAD = {"fr": FR, "en": EN, "ar": AR}


def parse(text: str, **known: object) -> Reading:
    return read(text, Known(**known), "x.toml")  # type: ignore[arg-type]


def lead(language: str, dateline: str) -> Reading:
    return parse(f"{TITLE[language]}\n\n{dateline}{LEAD[language]}\n\n{REST[language]}\n")


def blocks(reading: Reading) -> list[str]:
    return [plain(block.lstrip("#- ")) for block in reading.body.split("\n") if block]


def codes(reading: Reading) -> set[str]:
    return {finding.message.rsplit("[", 1)[1].rstrip("]") for finding in reading.sheet.findings}


def why(reading: Reading, words: str) -> str | None:
    for line in reading.sheet.lines:
        if words in line.text and line.number in reading.sheet.left_out:
            return reading.sheet.left_out[line.number]
    return None


def wrap(text: str, width: int = 62) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def body(*lines: str) -> str:
    return parse("\n\n".join([TITLE["en"], EN, *lines]) + "\n").body
