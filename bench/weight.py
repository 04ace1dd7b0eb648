"""What a build leaves on the disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.workspace import Site

SAMPLE = 50
"""Pages to weigh one by one."""


@dataclass(frozen=True)
class Weight:
    """Bytes of all sites, of a release's page (mean) as it is and gzipped, and of what Sphinx keeps."""

    count: int
    case: str
    site: int
    page: float
    page_sent: float
    kept: int


def weigh(case: str, site: Site) -> Weight:
    """The bytes that the build of *case* has written in *site*."""
    html = _output(site)
    # …/releases/fr/slug.html, or …/releases/fr/slug/index.html
    pages = sorted(path for path in html.rglob("*.html") if "releases" in path.parts[-4:-2])
    sample = [path.read_bytes() for path in pages[:: max(len(pages) // SAMPLE, 1)]]
    return Weight(
        count=site.count,
        case=case,
        site=_bytes(html.rglob("*")),
        page=sum(map(len, sample)) / max(len(sample), 1),
        page_sent=sum(len(gzip.compress(page)) for page in sample) / max(len(sample), 1),
        kept=_bytes((site.folder / "_build/doctrees").rglob("*")),
    )


def pages_since(site: Site, start: int) -> int:
    """How many HTML pages were written after *start*, in nanoseconds since 1970."""
    return sum(path.stat().st_mtime_ns >= start for path in _output(site).rglob("*.html"))


def _output(site: Site) -> Path:
    mkdocs = site.folder / "site"
    return mkdocs if mkdocs.exists() else site.folder / "_build/html"


def _bytes(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())
