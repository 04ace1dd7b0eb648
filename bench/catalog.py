"""The text of a whole catalog: quicker than a library's writer, which would wrap and sort."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from bayan.languages import load_languages

DATE = "2024-12-31 12:00+0000"


@dataclass(frozen=True)
class Shares:
    """How much of a catalog is not a translation to show, each from 0 to 1."""

    untranslated: float = 0.0
    fuzzy: float = 0.0


@lru_cache(maxsize=32)
def header(source: str, target: str) -> str:
    """The header entry of a catalog from *source* into *target*."""
    fields = {
        "Project-Id-Version": "Bayan",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": DATE,
        "PO-Revision-Date": DATE,
        "Last-Translator": "",
        "Language": target,
        "Language-Team": "",
        "Plural-Forms": load_languages()[target].plurals,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": source,
    }
    lines = "".join(f'"{key}: {value}\\n"\n' for key, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{lines}'


def catalog(
    head: str,
    page: str,
    located: list[tuple[int, str]],
    translations: list[str],
    random: Random,
    shares: Shares,
) -> str:
    """A catalog of *page*: its messages with their line numbers, and what each is in the target."""
    entries: dict[str, str] = {}
    for (line, message), translation in zip(located, translations, strict=True):
        drawn = random.random()
        fuzzy = "#, fuzzy\n" if drawn < shares.fuzzy else ""
        left = shares.fuzzy <= drawn < shares.fuzzy + shares.untranslated
        where = f"#: ../../{page}:{line}\n{fuzzy}"
        text = f'{where}msgid "{_quoted(message)}"\nmsgstr "{"" if left else _quoted(translation)}"\n'
        entries.setdefault(message, text)
    return "\n".join([head, *entries.values()])


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
