"""The least that a build can cost: read every page, render it and write it."""

from __future__ import annotations

import sys
from pathlib import Path

from markdown_it import MarkdownIt


def main(source: Path, out: Path) -> None:
    """Render every Markdown file under *source* into *out*."""
    reader = MarkdownIt("commonmark")
    for path in source.rglob("*.md"):
        page = (out / path.relative_to(source)).with_suffix(".html")
        page.parent.mkdir(parents=True, exist_ok=True)
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        page.write_text(reader.render(body), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
