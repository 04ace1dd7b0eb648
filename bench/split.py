"""What a split archive costs: ``bench/split.py [--count 6000] [--language en] [--docs]``.

A synthetic archive is split by year into a main project, a small part and a large one. Each is built
from a copy of its own, by a process of its own, with an environment of its own, as Read the Docs does;
only the main project's ``objects.inv`` is handed on. Then a browser asks the search of all three.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sphinx.project import Project  # noqa: E402  # the path above comes first

from bayan.addresses import folders_of  # noqa: E402
from bayan.parts import load_parts, part_of, year_of_page  # noqa: E402
from bench.measure import cost_of  # noqa: E402
from bench.plan import FIRST_YEAR, LAST_YEAR  # noqa: E402
from bench.report import put_into  # noqa: E402
from bench.search_site import copy_project  # noqa: E402
from bench.split_report import Built, figures  # noqa: E402
from bench.split_search import all_loads  # noqa: E402
from bench.workspace import write_archive  # noqa: E402

DOCUMENT = ROOT / "docs/splitting.md"
MAIN = 3
"""The newest years, which the main project keeps, with the releases of unknown date."""
SMALL = 4
"""Years of the small part; the large one has all before."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bayan-split-") as name:
        folder = Path(name)
        archive = write_archive(options.count, folder)
        (archive / "parts.toml").write_text(list_of_parts(), encoding="utf-8")
        counts, seconds = choose(archive)
        out = options.keep or folder / "out"
        built = [build(part, counts[part], archive, out, options.language) for part in parts_of(archive)]
        for one in built:
            print(one, flush=True)
        text = figures(built, all_loads(out, options.language), seconds / options.count)
    print(f"\n{text}")
    if options.docs:
        put_into(DOCUMENT, text)
    return 0


def list_of_parts() -> str:
    """The parts, as ``parts.toml`` lists them."""
    middle = LAST_YEAR - MAIN - SMALL
    parts = (("large", FIRST_YEAR, middle), ("small", middle + 1, LAST_YEAR - MAIN))
    return "".join(
        f'[[part]]\nname = "{name}"\nfirst = {first}\nlast = {last}\n\n' for name, first, last in parts
    )


def parts_of(archive: Path) -> Sequence[str]:
    """The projects to build, the main one first: the others need its glossary."""
    return ("", *(part.name for part in load_parts(archive / "parts.toml")))


def choose(archive: Path) -> tuple[Counter[str], float]:
    """How many releases each project has, and the seconds that Sphinx and we take to find it out."""
    parts, start = load_parts(archive / "parts.toml"), time.process_time()
    found = Project(archive, [".md"]).discover((), ["releases/*/*.md"])
    counts = Counter(part_of(year_of_page(archive / f"{name}.md"), parts) for name in found)
    return counts, time.process_time() - start


def build(part: str, releases: int, archive: Path, out: Path, language: str) -> Built:
    """Build one project from a copy of its own; what that cost, and what it published."""
    clone = archive.with_name(f"clone-{part or 'main'}")
    copy_project(clone)
    # Links, not copies: each clone has the whole archive, as on the host.
    shutil.copytree(archive, clone, dirs_exist_ok=True, copy_function=os.link)
    site, doctrees = out.joinpath(*folders_of(part), language), clone / "_build/doctrees"
    inventory = out / language / "objects.inv"
    command = (
        "env", f"ARCHIVE_PART={part}", f"ARCHIVE_INVENTORY={inventory}", sys.executable, "-m", "sphinx",
        "-T", "-W", "--keep-going", "-q", "-b", "html", "-D", f"language={language}",
        "-d", str(doctrees), ".", str(site),
    )  # fmt: skip
    cost = cost_of([command], clone, archive.with_name("log.txt"))
    built = Built(
        part=part,
        releases=releases,
        cost=cost,
        pages=sum(1 for _ in site.rglob("*.html")),
        site=weight(files(site)),
        index=weight(files(site / "pagefind")),
        inventory=(site / "objects.inv").stat().st_size,
        kept=weight(files(doctrees)),
    )
    shutil.rmtree(clone)
    return built


def files(folder: Path) -> Iterator[Path]:
    """All files below *folder*; the main project's has those of no part."""
    return (path for path in folder.rglob("*") if path.is_file())


def weight(paths: Iterator[Path]) -> int:
    """The bytes of *paths* together."""
    return sum(path.stat().st_size for path in paths)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure what a split archive costs.")
    parser.add_argument("--count", type=int, default=6_000, help="releases in all (default: 6000)")
    parser.add_argument("--language", default="en", help="the language that is built (default: en)")
    parser.add_argument("--keep", type=Path, help="an empty folder to leave the sites in")
    parser.add_argument("--docs", action="store_true", help=f"write the figures into {DOCUMENT.name} too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
