"""What a synthetic release is about, before it is told in any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench.vocabulary import Stock

# About 570 words: the mean of the real releases.
PARAGRAPHS = (8, 12)
SENTENCES = (1, 4)
WORDS = (12, 31)
FIRST_YEAR, LAST_YEAR = 2000, 2024

T = TypeVar("T")


@dataclass(frozen=True)
class Block:
    """A part to write: ``title``, ``text``, ``quote``, ``item`` or ``contact``.

    *sentences* has the number of words of each, *concepts* the indices of the terms to name.
    """

    kind: str
    sentences: tuple[int, ...] = ()
    concepts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """One release: its source language and record, and its blocks."""

    number: int
    language: str
    slug: str
    country: str
    published: str | None
    publisher: str
    phone: str
    email: str
    blocks: tuple[Block, ...]


def make_plan(random: Random, number: int, stock: Stock, concepts: int) -> Plan:
    """What release *number* is about, where the termbase has that many *concepts*."""
    sources = [code for code, vocabulary in stock.languages.items() for _ in range(vocabulary.share)]
    language = pick(random, sources)
    publisher = pick(random, stock.publishers)
    words = [word for word in stock.languages["en"].words(random, 5) if word.isascii()]
    return Plan(
        number=number,
        language=language,
        slug="-".join([*words, str(number)]),
        country=pick(random, stock.countries),
        published=_date(random),
        publisher=publisher,
        phone=f"+44207946{between(random, 0, 999):04d}",  # a range kept free for fiction
        email=f"press_{publisher.lower()}@example.org",
        blocks=tuple(_blocks(random, concepts)),
    )


def _blocks(random: Random, concepts: int) -> Iterator[Block]:
    yield Block("title", (between(random, 8, 16),), _some(random, concepts, 1))
    listed_after = between(random, 2, 3 * PARAGRAPHS[1])  # one release in three has a list
    for index in range(between(random, *PARAGRAPHS)):
        sentences = tuple(between(random, *WORDS) for _ in range(between(random, *SENTENCES)))
        yield Block("quote" if index % 4 == 3 else "text", sentences, _some(random, concepts, 2))
        if index == listed_after:
            for _ in range(between(random, 2, 5)):
                yield Block("item", (between(random, 5, 20),), _some(random, concepts, 1))
    yield Block("contact")


def _some(random: Random, concepts: int, most: int) -> tuple[int, ...]:
    count = between(random, 0, most) if concepts else 0
    return tuple(between(random, 0, concepts - 1) for _ in range(count))


def _date(random: Random) -> str | None:
    """An EDTF date: most to the day, some to the month or year, one in twenty unknown."""
    year, month = between(random, FIRST_YEAR, LAST_YEAR), between(random, 1, 12)
    day = between(random, 1, 28)
    known = random.random()
    if known < 0.05:
        return None
    if known < 0.1:
        return f"{year}"
    return f"{year}-{month:02d}" if known < 0.2 else f"{year}-{month:02d}-{day:02d}"


def pick(random: Random, values: Sequence[T]) -> T:
    """One of *values*; by ``random()`` alone, the one method whose results Python promises to keep."""
    return values[int(random.random() * len(values))]


def between(random: Random, least: int, most: int) -> int:
    """A whole number from *least* to *most*, both included."""
    return least + int(random.random() * (most - least + 1))
