"""Whether a page is valid HTML, as far as no network and no Java are needed to tell.

The parser reports what the standard calls parse errors: tags that do not close, stand
where they may not, or repeat an attribute. The rest looks at what parses but is wrong all
the same. ``docs/development.md`` says how to ask the Nu checker, which knows every rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import html5lib
from bs4 import BeautifulSoup, Tag
from html5lib.constants import E as MESSAGES

REFERENCES = (
    "for", "form", "list", "headers", "aria-activedescendant", "aria-controls", "aria-describedby",
    "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
)  # fmt: skip
PHRASING = ["p", "span", "a", "b", "bdi", "em", "strong", "abbr", "time", "code", "label", "button",
            "summary", *(f"h{level}" for level in range(1, 7))]  # fmt: skip
"""Elements that hold words; of these ``a`` takes over what its own parent may hold."""
BLOCKS = ["address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure",
          "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
          *(f"h{level}" for level in range(1, 7))]  # fmt: skip
INTERACTIVE = ["a", "button", "details", "input", "label", "select", "textarea", "summary"]
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"},
    "menu": {"li", "script", "template"},
    "thead": {"tr", "script", "template"},
    "tbody": {"tr", "script", "template"},
    "tr": {"td", "th", "script", "template"},
}
PARENTS = {"li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"},
           "summary": {"details"}, "caption": {"table"}, "legend": {"fieldset"}}  # fmt: skip
OBSOLETE = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign", "nowrap"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def faults(text: str) -> list[str]:
    """What is wrong with the page *text*."""
    parser: Any = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"))
    parser.parse(text)
    found = [f"line {place[0]}: {MESSAGES[code] % data}" for place, code, data in parser.errors]
    page = BeautifulSoup(text, "html5lib")
    for template in page.find_all("template"):
        template.clear()  # a document of its own, checked where a script uses it
    for check in (_ids, _references, _nesting, _attributes, _values, _outline):
        found += check(page)
    return found


def _ids(page: BeautifulSoup) -> Iterator[str]:
    for name, count in Counter(str(tag["id"]) for tag in page.find_all(id=True)).items():
        if count > 1:
            yield f"the id {name} stands {count} times"
        if not name or re.search(r"\s", name):
            yield f"no id: {name!r}"


def _references(page: BeautifulSoup) -> Iterator[str]:
    known = {str(tag["id"]) for tag in page.find_all(id=True)}
    for name in REFERENCES:
        for tag in page.select(f"[{name}]"):
            for target in str(tag[name]).split():
                if target not in known:
                    yield f"{name}={target} leads nowhere"
    for link in page.find_all("a", href=re.compile("^#.")):
        if str(link["href"])[1:] not in known:
            yield f"{link['href']} leads nowhere"


def _nesting(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(PHRASING):
        inner = tag.find(BLOCKS)
        if isinstance(inner, Tag) and not (tag.name == "a" and not _in_words(tag)):
            yield f"<{inner.name}> in <{tag.name}>"
    for tag in page.find_all(["a", "button"]):
        inner = tag.find(INTERACTIVE) or tag.find(tabindex=True)
        if isinstance(inner, Tag):
            yield f"<{inner.name}> in <{tag.name}>"
    for name, allowed in CHILDREN.items():
        for tag in page.find_all(name):
            yield from (
                f"<{child.name}> in <{name}>" for child in _children(tag) if child.name not in allowed
            )
    for name, allowed in PARENTS.items():
        for tag in page.find_all(name):
            if tag.parent and tag.parent.name not in {*allowed, "template"}:
                yield f"<{name}> in <{tag.parent.name}>"
    for outer in ("main", "form", "header", "footer", "label"):
        yield from (f"<{outer}> in <{outer}>" for tag in page.find_all(outer) if tag.find(outer))


def _in_words(tag: Tag) -> bool:
    return any(parent.name in PHRASING for parent in tag.parents)


def _children(tag: Tag) -> Iterable[Tag]:
    return (child for child in tag.children if isinstance(child, Tag))


def _attributes(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        for name in OBSOLETE & tag.attrs.keys():
            if not tag.find_parent("svg") and tag.name != "svg":
                yield f"<{tag.name} {name}>"
        for name in ("href", "src", "action"):
            if name in tag.attrs and (not tag[name] or re.search(r"\s", str(tag[name]))):
                yield f"<{tag.name} {name}={tag[name]!r}>"
        if tag.get("dir") not in (None, "ltr", "rtl", "auto"):
            yield f"<{tag.name} dir={tag['dir']}>"
        if "lang" in tag.attrs and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(tag["lang"])):
            yield f"<{tag.name} lang={tag['lang']}>"


def _values(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all("time", datetime=True):
        if not DATE.fullmatch(str(tag["datetime"])):
            yield f"<time datetime={tag['datetime']}>"
    for tag in page.find_all("input", type="search", role=True):
        yield f"<input type=search role={tag['role']}>"
    for tag in page.find_all("img", alt=False):
        yield f"no words for {tag.get('src')}"
    for tag in page.find_all(["input", "select", "textarea"]):
        named = (
            tag.get("aria-label")
            or tag.find_parent("label")
            or page.find("label", attrs={"for": str(tag.get("id"))})
        )
        if not named and tag.get("type") not in ("hidden", "checkbox"):
            yield f"no label for <{tag.name} id={tag.get('id')}>"


def _outline(page: BeautifulSoup) -> Iterator[str]:
    for name in ("title", "main", "h1"):
        count = len([tag for tag in page.find_all(name) if not tag.find_parent("svg")])
        if count != 1:
            yield f"{count} × <{name}>"
    levels = [
        int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$")) if not tag.find_parent("template")
    ]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"<h{after}> after <h{before}>"
