"""Whether a page holds anything that could run, load, send or cover: by its text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from bayan.content_policy import digest
from bayan.link_rules import refuse_address

ALLOWED = frozenset(
    """a abbr article bdi blockquote br button caption cite code dd details div dl dt em figcaption
    figure form g h1 h2 h3 h4 h5 h6 hr input label li main nav noscript ol p progress q rect section
    small span strong summary svg table tbody td template text tfoot th thead time tr ul""".split()  # noqa: SIM905
)
"""Elements that our templates write into the text of a page."""
OWN_PAGE = re.compile(r"(?!//)[\w\-./%]*(?:\?q=[\w\-.%]*)?(?:#[\w\-%.]*)?")
LOADING = ("src", "srcset", "style", "formaction", "srcdoc", "xlink:href")
OWN_SCRIPT = re.compile(r"(?:\.\./)*_static/[\w./-]+\.js(?:\?v=\w+)?")
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


class Main(HTMLParser):
    """Notes what does not belong into the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and OWN_SCRIPT.fullmatch(dict(attrs).get("src") or ""):
            return  # the page of search brings one of its own
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if (
                name.startswith("on")
                or name in ("src", "srcset", "style", "formaction", "srcdoc", "xlink:href")
                or (name in ("href", "action") and not is_safe(value or ""))
            ):
                self.faults.append(f"{tag} {name}={value!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}")


def is_safe(address: str) -> bool:
    """Whether a link may lead to *address*: the web, a contact, a page of the site, a citation."""
    citation = address.startswith("data:text/plain;charset=utf-8,")
    return citation or bool(OWN_PAGE.fullmatch(address)) or not refuse_address(address)


def faults(page: str) -> Iterator[str]:
    """All that is in *page* and should not be."""
    before, _, rest = page.partition('<main id="furo-main-content">')
    text, end, after = rest.rpartition("</main>")
    assert end, "the page has no main text"
    main = Main()
    main.feed(text)
    main.close()
    yield from main.faults
    yield from _scripts(before + after, page)


class Frame(HTMLParser):
    """Notes the scripts around the text of a page: the address of each, or what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.inline: list[str] = []
        self.faults: list[str] = []
        self.runs = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.faults += [f"{tag} {name}" for name in known if name.startswith("on")]
        self.runs = tag == "script" and known.get("type", "text/javascript") in ("text/javascript", "module")
        if tag in ("iframe", "object", "embed", "img"):
            self.faults.append(f"<{tag}>")
        if tag == "script" and "src" in known:
            self.sources.append(str(known["src"]))
        if tag == "meta" and known.get("http-equiv") not in (None, "Content-Security-Policy"):
            self.faults.append(f"<meta {known}>")

    def handle_endtag(self, tag: str) -> None:
        self.runs = False

    def handle_data(self, data: str) -> None:
        if self.runs and data.strip():
            self.inline.append(data)


def _scripts(frame: str, page: str) -> Iterator[str]:
    parser = Frame()
    parser.feed(frame)
    yield from parser.faults
    yield from (one for one in parser.sources if not OWN_SCRIPT.fullmatch(one))
    found = POLICY.search(page)
    policy = found[1] if found else ""
    rule = next((part for part in policy.split("; ") if part.startswith("script-src ")), "")
    if not rule or re.search(r"unsafe-inline|'unsafe-eval'|http|\*", rule):
        yield f"policy: {policy!r}"
    if rule.count("sha256-") != len(set(parser.inline)):
        yield f"the policy allows other scripts than the {len(parser.inline)} of the frame: {rule}"
    yield from (f"a script without leave: {one[:60]!r}" for one in parser.inline if digest(one) not in rule)
