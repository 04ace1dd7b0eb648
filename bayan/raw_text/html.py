"""A saved web page: its main text and what it says of itself, then read like any other text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from bayan.names import fold_name
from bayan.raw_text.page_proof import missing, shown_day, stated_title
from bayan.raw_text.page_tree import Chunk, flatten_tables, seen, show_addresses
from bayan.raw_text.reading import MAX_LINES, Reading, read
from bayan.raw_text.sheet import LINE_END, Finding, RawTextError, Sheet
from bayan.raw_toml import Known
from bayan.release_values import WEB_ADDRESS, is_edtf

TAG = re.compile(r"<[^<>]*>")
MARKUP = "markup or text outside the main text"
MAX_TAGS = 30_000
"""A saved page has a few thousand."""
MAX_SIBLINGS = 3_000
MAX_SOURCE_LINES = 20_000
ENOUGH = 24
"""Signs of a paragraph's beginning by which its line is found again in the file."""
MOST_TOLD = 5
TOLD = 60
"""Of what is missing: so many texts, and so many signs of each, are named."""


@dataclass(frozen=True)
class Page:
    """The main text, a paragraph a line; ``numbers`` gives each line's line in the HTML file."""

    text: str
    numbers: tuple[int, ...]
    title: str | None
    published: str | None
    url: str | None
    head_title: str | None = None
    """A title that the head gives and no reader sees."""
    missing: tuple[Chunk, ...] = ()


def read_html(source: str, known: Known, toml: str) -> tuple[Reading, Known]:
    """Read a saved page; what its metadata says stands where the maintainer says nothing.

    Line numbers in the reading are those of the HTML file.
    """
    try:
        page = extract(source)
    except RawTextError as error:
        return Reading(Sheet.from_text(source), error=error), known
    known = replace(
        known,
        title=known.title or page.title,
        published=known.published or page.published,
        url=known.url or page.url,
    )
    reading = read(page.text, known, toml)
    if page.head_title and str(reading.error).endswith("[no-title]"):
        known = replace(known, title=page.head_title)
        reading = read(page.text, known, toml)
        reading.sheet.warn("title-in-head", 1, title=page.head_title, toml=toml)
    reading = _in_the_file(reading, page, source)
    _warn_of_missing(reading.sheet, page.missing)
    return reading, known


def _warn_of_missing(sheet: Sheet, chunks: tuple[Chunk, ...]) -> None:
    """One warning for all that stands amid the main text and is not in it."""
    if chunks:
        words = sum(len(chunk.text.split()) for chunk in chunks)
        texts = ", ".join(repr(chunk.text[:TOLD]) for chunk in chunks[:MOST_TOLD])
        line = min(chunks[0].line, len(sheet.lines))
        sheet.warn("text-not-extracted", line, count=words, texts=texts)


def extract(source: str) -> Page:
    """The main text of *source* and its metadata.

    :raises RawTextError: where there is no main text.
    """
    for what, count, limit in (
        ("lines", source.count("\n") + 1, MAX_SOURCE_LINES),
        ("tags", source.count("<"), MAX_TAGS),
    ):
        if count > limit:  # the library's work, and ours, would grow with its square
            raise RawTextError("too-many", count=count, what=what, limit=limit)
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415  # slow to load, and seldom needed

    tree = load_html(source)
    if tree is None:
        raise RawTextError("no-main-text")
    widest = max(map(len, tree.iter()), default=0)
    if widest > MAX_SIBLINGS:  # the extractor's work grows with its square
        raise RawTextError("too-many", count=widest, what="tags in one element", limit=MAX_SIBLINGS)
    show_addresses(tree)
    page = seen(tree)
    flatten_tables(tree)
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=False, favor_recall=True
    )
    text = (getattr(found, "text", None) or "").strip() if found else ""
    if not text:
        raise RawTextError("no-main-text")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > MAX_LINES:
        raise RawTextError("too-many", count=len(lines), what="lines", limit=MAX_LINES)
    stated, published, url = (getattr(found, key, None) for key in ("title", "date", "url"))
    stated = " ".join(stated.split()) if stated else None
    published = published if published and _is_stated(source, published) else None
    title = stated_title(page, stated, text)
    if title and lines[0] != title:
        lines.insert(0, title)
    if title and not published and (day := shown_day(page, text, title)):
        lines.insert(1, day)
    spaced = [part for line in lines for part in (line, "")]
    return Page(
        "\n".join(spaced),
        _numbers(spaced, source),
        title,
        published,
        url if url and WEB_ADDRESS.fullmatch(url) else None,
        stated,
        tuple(missing(page, text, title)),
    )


def _is_stated(source: str, published: str) -> bool:
    """Whether the page itself marks the day as that of publication; the library also guesses."""
    stated = r"(?:published|datePublished|<time|dcterms?\.(?:date|issued)|name=\"date\")[^>]{0,80}"
    return is_edtf(published) and bool(re.search(stated + re.escape(published), source, re.IGNORECASE))


def _visible(line: str) -> str:
    return fold_name(html.unescape(TAG.sub(" ", line)))


def _numbers(lines: list[str], source: str) -> tuple[int, ...]:
    """For each of *lines* the line of *source* on which its beginning stands; else the last one found."""
    seen = [_visible(line) for line in LINE_END.split(source)]
    # A title stands in the head, too; where people read it is in the body.
    last = next((at for at, line in enumerate(LINE_END.split(source)) if "<body" in line.lower()), 0)
    numbers = []
    for line in lines:
        start = fold_name(line.lstrip("- "))[:ENOUGH]
        if start:
            later = (at for at in range(last, len(seen)) if start in seen[at])
            last = next(later, next((at for at, text in enumerate(seen) if start in text), last))
        numbers.append(last + 1)
    return tuple(numbers)


def _in_the_file(reading: Reading, page: Page, source: str) -> Reading:
    """*reading* with the line numbers of the HTML file, all other lines of which are left out."""
    inner = reading.sheet
    sheet = Sheet.from_text(source)
    kept = {page.numbers[line.number - 1] for line in inner.standing() if not line.blank}
    for line in sheet.lines:
        if not line.blank and line.number not in kept:
            sheet.left_out[line.number] = MARKUP
    for number, why in inner.left_out.items():
        sheet.left_out[page.numbers[number - 1]] = why
    sheet.findings = [Finding(page.numbers[one.line - 1], one.message) for one in inner.findings]
    reading.sheet = sheet
    if reading.error:
        reading.error.line = page.numbers[min(reading.error.line, len(page.numbers)) - 1]
    return reading
