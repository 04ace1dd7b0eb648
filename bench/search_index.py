"""Index N synthetic releases without building their pages: ``bench/search_index.py N LANGUAGE OUT``.

Writes the staged pages below OUT/staged and the index to OUT/pagefind; what that costs is what
search adds to a build, beside the walk through each page's nodes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bayan.prose import plain  # noqa: E402  # the path above comes first
from bayan.search_concepts import load_finder  # noqa: E402
from bayan.search_index import write_index  # noqa: E402
from bayan.search_pages import Block, Page, staged_page  # noqa: E402
from bayan.search_staging import stage  # noqa: E402
from bench.synthesis import Archive  # noqa: E402


def main(arguments: list[str]) -> None:
    """Stage, then index."""
    count, language, out = int(arguments[0]), arguments[1], Path(arguments[2])
    archive, finder = Archive(1, ROOT / "glossary.toml"), load_finder()
    for number in range(1, count + 1):
        plan = archive.plan(number)
        texts = [plain(text) for text in archive.tell(plan, language)]
        blocks = tuple(Block(f"p{at}" if at else "", language, text) for at, text in enumerate(texts))
        filters = {"kind": ("release",), "country": (plan.country,), "original": (plan.language,)}
        page = Page(blocks, ("2020", plan.country), filters, (plan.country,))
        stage(out / "staged", f"releases/{plan.language}/{plan.slug}", staged_page(page, finder))
    write_index(out / "staged", out / "pagefind", {"concepts": []})


if __name__ == "__main__":
    main(sys.argv[1:])
