"""The proof that the main text of a saved page is whole: what a reader sees amid it and the text lacks."""

from __future__ import annotations

from bayan.names import fold_name
from bayan.raw_text.addresses import find_spots
from bayan.raw_text.furniture import is_control, is_genre
from bayan.raw_text.marks import date_line
from bayan.raw_text.page_tree import Chunk, Seen
from bayan.raw_text.titles import same_text

LEAST_WORDS = 5
"""Words at the edge of a text that are more than a label of the site."""
LONGEST_RUN = 3
NEAR_TITLE = 5
"""Chunks below a title, among which its day stands."""


class Words:
    """A text's runs of up to three words, in which a smaller text is found again."""

    def __init__(self, text: str) -> None:
        words = fold_name(text).split()
        self.runs = {run for size in range(1, LONGEST_RUN + 1) for run in _runs(words, size)}

    def hold(self, text: str) -> bool:
        """Whether all runs of *text* stand here."""
        words = fold_name(text).split()
        return all(run in self.runs for run in _runs(words, min(LONGEST_RUN, len(words))))


def _runs(words: list[str], size: int) -> zip[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)


def missing(page: Seen, text: str, title: str | None) -> list[Chunk]:
    """What stands on *page* where its main *text* stands, and is not in it.

    That place is the smallest element around all of the text; the title is often above it.
    """
    words = Words(f"{text} {title or ''}")
    held = [words.hold(chunk.text) for chunk in page.chunks]
    body = [
        at
        for at, chunk in enumerate(page.chunks)
        if held[at] and len(chunk.text.split()) >= LEAST_WORDS and not same_text(chunk.text, title or "")
    ]
    if not body:
        return []
    first, last = body[0], body[-1]
    around = [(start, end) for start, end in page.spans if start <= first and last < end]
    start, end = min(around, key=lambda span: span[1] - span[0], default=(first, last + 1))
    return [
        page.chunks[at]
        for at in range(start, end)
        if not held[at] and _counts(page.chunks[at], amid=first < at < last)
    ]


def _counts(chunk: Chunk, amid: bool) -> bool:
    """Whether *chunk* could be part of a release, not a label or control of the site."""
    text = chunk.text
    if chunk.site or is_control(text) or is_genre(text) or date_line(text):
        return False
    return amid or len(text.split()) >= LEAST_WORDS or bool(find_spots(text))


def stated_title(page: Seen, title: str | None, text: str) -> str | None:
    """The title that the page shows: the one of its head where people see it, else its only first heading.

    None where the text itself must tell: an editor's template leaves an old title in the head.
    """
    if title and any(same_text(chunk.text, title) for chunk in page.chunks):
        return title
    headings = list(dict.fromkeys(chunk.text for chunk in page.chunks if chunk.tag == "h1"))
    if len(headings) == 1 and not Words(text).hold(headings[0]):
        return headings[0]
    return None


def shown_day(page: Seen, text: str, title: str) -> str | None:
    """The only line with a day between the *title* that people see and the *text*, where the text lacks it.

    Above the title many a site shows today's date, and below the text that of other releases.
    """
    words = Words(text)
    at = next((at for at, chunk in enumerate(page.chunks) if same_text(chunk.text, title)), None)
    if at is None:
        return None
    days: list[str] = []
    for chunk in page.chunks[at + 1 : at + 1 + NEAR_TITLE]:
        if len(chunk.text.split()) >= LEAST_WORDS and words.hold(chunk.text):
            break
        if not chunk.site and date_line(chunk.text) and not words.hold(chunk.text):
            days.append(chunk.text)
    return days[0] if len(set(days)) == 1 else None
