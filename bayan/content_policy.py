"""The Content Security Policy of a page: what a browser may run and load for it.

Scripts come from the site alone; those that stand in the page itself are named by their
digest. The digests are taken from the templates, not from the finished page, so that a script
that slipped into a text would not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Container, Iterable, Mapping

INLINE = re.compile(
    r"<(?i:script)(?![^>]*\s(?i:src)=)(?P<attributes>[^>]*)>(?P<text>.*?)</(?i:script)>", re.S
)
RUNS = re.compile(r"""\stype=["']?(?!text/javascript|module)""", re.I)
ENCODING = '<meta charset="utf-8">'
POLICY = (
    ("default-src", "'self'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),  # the search index is read by WebAssembly
    ("style-src", "'self' 'unsafe-inline'"),  # the theme sets its colours in the page
    ("img-src", "'self' data:"),
    ("object-src", "'none'"),
    ("base-uri", "'self'"),
    ("form-action", "'self'"),
)


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in *html* itself and would run."""
    return [found["text"] for found in INLINE.finditer(html) if not RUNS.search(found["attributes"])]


def scripts_of(templates: Iterable[str]) -> frozenset[str]:
    """The digests of the scripts in the sources of *templates*: what a page may run."""
    return frozenset(digest(text) for source in templates for text in inline_scripts(source))


def policy_for(page: str, known: Container[str], more: Mapping[str, str] | None = None) -> str:
    """The policy for the HTML *page*, as the content of its ``<meta>`` element.

    Of the scripts that stand in it, those whose digest is among the *known* ones may run.
    *more* gives further sources, or a further rule, by the rule's name.
    """
    rules = dict(POLICY)
    digests = {one for one in map(digest, inline_scripts(page)) if one in known}
    scripts = {"script-src": " ".join(f"'sha256-{one}'" for one in sorted(digests))}
    for name, value in [*scripts.items(), *(more or {}).items()]:
        rules[name] = f"{rules.get(name, '')} {value}".strip()
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def with_policy(page: str, known: Container[str], more: Mapping[str, str] | None = None) -> str:
    """*page* with its policy right after the declaration of its encoding; it counts from there on."""
    rule = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(page, known, more)}">'
    return page.replace(ENCODING, f"{ENCODING}\n    {rule}", 1)


def digest(script: str) -> str:
    """The SHA-256 of *script* in base64, as policies write it."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
