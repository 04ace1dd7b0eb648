"""The Atom feed keeps to RFC 4287, and the sitemap to its protocol."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bayan.feeds import Entry, atom
from bayan.release import Notice, Release
from tests.site import Site, make_site

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://host.example/{}/latest/"
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {
    "published",
    "rights",
    "summary",
    "content",
    "generator",
    "icon",
    "logo",
    "subtitle",
    "source",
}
MANY = {"link", "author", "contributor", "category"}
"""Of the elements that RFC 4287, 4.1, knows."""


def faults(text: bytes) -> list[str]:
    """What of RFC 4287 the feed *text* does not keep to."""
    feed = ET.fromstring(text)  # noqa: S314  # our own file
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    found = [fault for element in (feed, *entries) for fault in _element(element)]
    found += [f"two entries {id_}" for id_, count in Counter(_texts(entries, "id")).items() if count > 1]
    if feed.find(f"{ATOM}author") is None:
        found += ["no author" for entry in entries if entry.find(f"{ATOM}author") is None]
    if feed.find(f"{ATOM}link[@rel='self']") is None:
        found.append("no link to itself")
    if _texts([feed], "updated") != [max(_texts(entries, "updated"), default="1970-01-01T00:00:00Z")]:
        found.append("the feed is not as new as its newest entry")
    return found


def _texts(elements: list[ET.Element], name: str) -> list[str]:
    return [text for element in elements for text in [element.findtext(ATOM + name)] if text]


def _element(element: ET.Element) -> list[str]:
    names = Counter(child.tag.removeprefix(ATOM) for child in element)
    known = ONCE | AT_MOST_ONCE | MANY | {"entry"}
    found = [f"unknown element {name}" for name in names if name not in known]
    found += [f"{names[name]} × {name}" for name in ONCE if names[name] != 1]
    found += [f"{names[name]} × {name}" for name in AT_MOST_ONCE if names[name] > 1]
    for name in ("updated", "published"):
        for text in _texts([element], name):
            if datetime.fromisoformat(text).tzinfo is None:
                found.append(f"{text} has no time zone")
    for text in _texts([element], "id"):
        if not re.fullmatch(r"[a-z]+:\S+", text):
            found.append(f"{text} is no address")
    links = [
        (link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.iter(f"{ATOM}link")
    ]
    own = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    if len(own) != 1 or not all(links):
        found.append(f"{len(own)} links to the page itself")
    found += ["a link without address" for link in element.iter(f"{ATOM}link") if not link.get("href")]
    found += [
        "an author without name" for one in element.iter(f"{ATOM}author") if not one.findtext(f"{ATOM}name")
    ]
    found += ["a category without term" for one in element.iter(f"{ATOM}category") if not one.get("term")]
    return found


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, "bilingual")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("base", ["", BASE])
def test_the_feed_keeps_to_the_standard(site: Site, language: str, base: str) -> None:
    site.build(language, html_baseurl=base.format(language))
    text = (site.out(language) / "atom.xml").read_bytes()
    assert faults(text) == []
    assert ET.fromstring(text).get(LANG) == language  # noqa: S314  # our own file


def test_a_fault_would_be_seen() -> None:
    text = atom(title="t", author="a", language="en", address="a", home="h", entries=[])
    assert faults(text) == []
    broken = text.replace(b"<updated>", b"<updated>1").replace(b' rel="self"', b"")
    with pytest.raises(ValueError, match="Invalid isoformat"):
        faults(broken)
    assert faults(text.replace(b' rel="self"', b"")) == ["no link to itself"]
    assert faults(text.replace(b"title>", b"name>")) != []


def test_a_title_that_is_not_translated_says_its_language_in_the_feed(site: Site) -> None:
    feed = ET.parse(site.build("en").out("en") / "atom.xml").getroot()  # noqa: S314  # our own file
    titles = {title.text: title.get(LANG) for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")}
    assert titles == {"A Visit to Kuwait": None, "زيارة إلى الكويت": "ar"}


def test_a_correction_makes_an_entry_new() -> None:
    release = Release(
        "fr", "a.txt", "0" * 64, "0" * 64, 1, published="2016-02", corrected=Notice("2020-05-01", "…")
    )
    text = atom(
        title="t", author="a", language="fr", address="a", home="h",
        entries=[Entry(release, "T", "fr", "x.html", "x")],
    )  # fmt: skip
    feed = ET.fromstring(text)  # noqa: S314  # our own file
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert _texts([feed, entry], "updated") == ["2020-05-01T00:00:00Z"] * 2
    assert _texts([entry], "published") == ["2016-02-01T00:00:00Z"]


def test_the_sitemap_leaves_out_what_is_shown_in_its_original_alone(site: Site) -> None:
    site.build("en", html_baseurl=BASE.format("en"))
    text = (site.out("en") / "sitemap.xml").read_text()
    assert "<loc>https://host.example/en/latest/releases/fr/visite.html</loc>" in text
    assert "<loc>https://host.example/en/latest/releases/ar/zyara.html</loc>" not in text
    root = ET.fromstring(text)  # noqa: S314  # our own file
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    for url in root.iterfind("s:url", space):
        alternates = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", space)}
        assert set(alternates) == {"en", "fr", "ar"}
        assert url.findtext("s:loc", namespaces=space) == alternates["en"]
