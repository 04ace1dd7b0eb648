"""Index N synthetic releases without building their pages: ``bench/search_index.py stage|index|native …``.

``stage N LANGUAGE OUT`` writes the staged pages below OUT/staged, ``index OUT`` the index to
OUT/pagefind; what that costs is what search adds to a build, beside the walk through each page's
nodes. ``native N LANGUAGE OUT`` writes Sphinx's own index of the same text, OUT/searchindex.js.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docutils import nodes  # noqa: E402  # the path above comes first
from docutils.frontend import get_default_settings  # noqa: E402
from docutils.utils import new_document  # noqa: E402
from sphinx.search import IndexBuilder, js_index  # noqa: E402

from bayan.prose import plain  # noqa: E402
from bayan.search_concepts import load_finder  # noqa: E402
from bayan.search_index import write_index  # noqa: E402
from bayan.search_pages import Block, Page, staged_page  # noqa: E402
from bayan.search_staging import stage  # noqa: E402
from bench.synthesis import Archive  # noqa: E402


def releases(count: int, language: str) -> Iterator[tuple[Any, list[str]]]:
    """Each synthetic release: what it is, and its texts in *language*, the title first."""
    archive = Archive(1, ROOT / "glossary.toml")
    for number in range(1, count + 1):
        plan = archive.plan(number)
        yield plan, [plain(text) for text in archive.tell(plan, language)]


def stage_all(count: int, language: str, out: Path) -> None:
    """Stage the pages as a build does."""
    finder = load_finder()
    for plan, texts in releases(count, language):
        blocks = tuple(Block(f"p{at}" if at else "", language, text) for at, text in enumerate(texts))
        filters = {"kind": ("release",), "country": (plan.country,), "original": (plan.language,)}
        page = Page(blocks, ("2020", plan.country), filters, (plan.country,))
        stage(out / "staged", f"releases/{plan.language}/{plan.slug}", staged_page(page, finder))


def index_natively(count: int, language: str, out: Path) -> None:
    """Write the index that Sphinx would make of the same pages."""
    names = (
        "titles", "filenames", "mapping", "title_mapping", "all_titles", "index_entries",
        "objtypes", "objnames",
    )  # fmt: skip
    env: Any = SimpleNamespace(version="", domains=SimpleNamespace(sorted=lambda: ()))
    for name in names:
        setattr(env, f"_search_index_{name}", {})
    builder = IndexBuilder(env, language, {}, "")
    settings = get_default_settings()
    for plan, texts in releases(count, language):
        document = new_document(plan.slug, settings)
        section = nodes.section("", nodes.title(text=texts[0]), ids=["top"])
        section += [nodes.paragraph(text=text) for text in texts[1:]]
        document += section
        name = f"releases/{plan.language}/{plan.slug}"
        builder.feed(name, f"{name}.md", texts[0], document)
    text = io.StringIO()
    builder.dump(text, js_index)
    out.mkdir(parents=True, exist_ok=True)
    (out / "searchindex.js").write_text(text.getvalue(), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Do one of the three."""
    match arguments:
        case ["stage", count, language, out]:
            stage_all(int(count), language, Path(out))
        case ["index", out]:
            write_index(Path(out, "staged"), Path(out, "pagefind"), {"concepts": []})
        case ["native", count, language, out]:
            index_natively(int(count), language, Path(out))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
