"""The Atom feed and the sitemap, as XML."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bayan.release import Release

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122's for addresses


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: the release, its title and the language of that, address and name of its page."""

    release: Release
    title: str
    language: str
    address: str
    name: str


def atom(
    *, title: str, author: str, language: str, address: str, home: str, entries: Sequence[Entry]
) -> bytes:
    """The Atom feed (RFC 4287) of dated *entries*, newest first.

    :param address: of the feed itself; *home* of the site it belongs to.
    """
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _texts(
        feed,
        id=_identity(f"feed/{language}"),
        title=title,
        updated=_moment(*(_changed(entry.release) for entry in entries)),
    )
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = author
    ET.SubElement(feed, "link", rel="self", href=address)
    ET.SubElement(feed, "link", rel="alternate", href=home)
    for entry in entries:
        _add_entry(feed, entry, language)
    return _document(feed)


def _add_entry(feed: ET.Element, entry: Entry, language: str) -> None:
    """Add *entry* to the *feed* for readers of *language*."""
    item = ET.SubElement(feed, "entry")
    _texts(item, id=_identity(f"{language}/{entry.name}"))
    title = ET.SubElement(item, "title")
    title.text = entry.title
    if entry.language != language:
        title.set("xml:lang", entry.language)
    _texts(item, updated=_moment(_changed(entry.release)), published=_moment(entry.release.published))
    ET.SubElement(item, "link", rel="alternate", href=entry.address, hreflang=language)
    if entry.release.publisher:
        ET.SubElement(ET.SubElement(item, "author"), "name").text = entry.release.publisher
    for code in entry.release.countries:
        ET.SubElement(item, "category", term=code, scheme="urn:iso:std:iso:3166")


def sitemap(pages: Iterable[Sequence[tuple[str, str]]]) -> bytes:
    """The sitemap of *pages*: for each its (language, address) pairs, its own one first."""
    ET.register_namespace("xhtml", XHTML)
    root = ET.Element("urlset", {"xmlns": SITEMAP})
    for versions in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = versions[0][1]
        for language, address in sorted(versions):
            ET.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=language, href=address)
    return _document(root)


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _identity(name: str) -> str:
    """An identifier that stays, wherever the site is served."""
    return uuid.uuid5(NAMESPACE, f"bayan/{name}").urn


def _changed(release: Release) -> str:
    """The date, in EDTF, at which *release* last said something new."""
    notices = (notice.date for notice in (release.corrected, release.withdrawn) if notice)
    return max(release.published or "", *notices, "")


def _moment(*dates: str | None) -> str:
    """The moment of the newest of *dates* in EDTF; a month or year counts from its first day."""
    newest = max((date or "" for date in dates), default="") or "1970"
    year, month, day = (*newest.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    text = str(ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
