"""The Content Security Policy of a page: what a browser may run and load for it.

Scripts come from the site alone; those that stand in the page itself are named by their
digest, so that one that slipped into a text would not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

INLINE = re.compile(r"<script(?![^>]*\ssrc=)(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.S | re.I)
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


def policy_for(page: str, more: Mapping[str, str] | None = None) -> str:
    """The policy for the HTML *page*, as the content of its ``<meta>`` element.

    *more* gives further sources, or a further rule, by the rule's name.
    """
    rules = dict(POLICY)
    digests = {digest(text) for text in inline_scripts(page)}
    scripts = {"script-src": " ".join(f"'sha256-{one}'" for one in sorted(digests))}
    for name, value in [*scripts.items(), *(more or {}).items()]:
        rules[name] = f"{rules.get(name, '')} {value}".strip()
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_scripts(page: str) -> list[str]:
    """The scripts that stand in *page* itself and would run."""
    return [found["text"] for found in INLINE.finditer(page) if not RUNS.search(found["attributes"])]


def with_policy(page: str, more: Mapping[str, str] | None = None) -> str:
    """*page* with its policy right after the declaration of its encoding; it counts from there on."""
    rule = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(page, more)}">'
    return page.replace(ENCODING, f"{ENCODING}\n    {rule}", 1)


def digest(script: str) -> str:
    """The SHA-256 of *script* in base64, as policies write it."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
