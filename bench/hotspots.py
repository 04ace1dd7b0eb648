"""Where the time of one language's build goes: ``bench/hotspots.py [N]``, by a profile.

The profiler makes small functions look dearer than they are: read it for what to look at,
and measure a change without it.
"""

from __future__ import annotations

import argparse
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.edits import TARGET  # noqa: E402  # the path above comes first
from bench.report import table  # noqa: E402
from bench.workspace import Site, copy_checkout, write_archive  # noqa: E402

# What a reader of the table knows by name, and the function that does it. The steps below
# "read" and "write" are parts of these two.
STEPS = (
    ("start: modules and settings", "sphinx/application.py", "__init__"),
    ("read: all of it", "sphinx/builders/__init__.py", "read"),
    ("read: docutils settings of each page", "sphinx/util/docutils.py", "_get_settings"),
    ("read: front matter", "extensions/pages.py", "note_release"),
    ("read: Markdown", "extensions/prose.py", "parse"),
    ("read: catalogs", "extensions/bilingual.py", "usable_catalog"),
    ("read: translated messages", "extensions/bilingual.py", "_translate"),
    ("read: links of contacts", "extensions/contacts.py", "apply"),
    ("read: finding terms", "extensions/glossary_links.py", "find_terms"),
    ("read: storing the doctree", "sphinx/builders/__init__.py", "write_doctree"),
    ("write: all of it", "sphinx/builders/__init__.py", "write"),
    ("write: resolving the doctree", "sphinx/environment/__init__.py", "get_and_resolve_doctree"),
    ("write: HTML of the text", "docutils/nodes.py", "walkabout"),
    ("write: local contents and titles", "sphinx/builders/html/__init__.py", "get_doc_context"),
    ("write: navigation", "sphinx/builders/html/__init__.py", "_get_local_toctree"),
    ("write: the page's template", "sphinx/jinja2glue.py", "render"),
    ("write: addresses of styles and scripts", "sphinx/builders/html/_assets.py", "_file_checksum"),
    ("write: text for the search", "extensions/search.py", "stage_page"),
    ("end: pages without a source", "sphinx/builders/html/__init__.py", "gen_pages_from_extensions"),
    ("end: index for the search", "extensions/search.py", "build_index"),
    ("both: transforms", "docutils/transforms/__init__.py", "apply_transforms"),
    ("both: log records", "sphinx/util/logging.py", "log"),
)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Profile the build of one language.")
    parser.add_argument("count", type=int, nargs="?", default=300, metavar="N", help="how many releases")
    count = parser.parse_args(arguments).count
    with tempfile.TemporaryDirectory(prefix="bayan-bench-") as folder:
        site = Site(Path(folder, "site"), count, write_archive(count, Path(folder)))
        site.folder.mkdir()
        copy_checkout(site)
        profile = Path(folder, "profile")
        sphinx = ["sphinx", "-q", "-b", "html", "-D", f"language={TARGET}", ".", "_build/html"]
        command = [sys.executable, "-m", "cProfile", "-o", str(profile), "-m", *sphinx]
        subprocess.run(command, cwd=site.folder, check=True)
        print(shares(pstats.Stats(str(profile))))
    return 0


def shares(stats: pstats.Stats) -> str:
    """The share of each of :data:`STEPS` in the whole, and its time for one call."""
    whole: float = stats.total_tt  # type: ignore[attr-defined]  # not in the published types
    rows = []
    for name, path, function in STEPS:
        calls, seconds = _cost(stats, path, function)
        if calls:
            rows.append((name, f"{seconds / whole:.0%}", f"{calls:,}", f"{seconds / calls * 1000:.2f}"))
    return table(("step", "share", "calls", "ms a call"), rows)


def _cost(stats: pstats.Stats, path: str, function: str) -> tuple[int, float]:
    """Calls, without recursive ones, and seconds of the *function* of the module *path*."""
    calls, seconds = 0, 0.0
    entries = stats.stats  # type: ignore[attr-defined]  # not in the published types
    for (file, _, name), (primitive, _, _, cumulative, _) in entries.items():
        if name == function and file.endswith(path):
            calls, seconds = calls + primitive, seconds + cumulative
    return calls, seconds


if __name__ == "__main__":
    sys.exit(main())
