"""Fresh copies to build in, so that no build touches the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bayan.languages import load_languages

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Site:
    """A copy to build in: its folder, how many releases it holds, and what they were copied from."""

    folder: Path
    count: int
    data: Path

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to build."""
        return tuple(load_languages())

    def pages(self, language: str) -> list[Path]:
        """The pages of the synthetic releases written in *language*, sorted."""
        names = sorted((self.data / "releases" / language).glob("*.md"))
        return [self.folder / "releases" / language / path.name for path in names]

    def catalog(self, page: Path, target: str) -> Path:
        """The catalog of *page* into the language *target*."""
        name = page.relative_to(self.folder).with_suffix(".po")
        return self.folder / "locales" / target / "LC_MESSAGES" / name

    def html(self, page: Path, language: str) -> Path:
        """The page as it is built in *language*."""
        return self.folder / "_build/html" / language / page.relative_to(self.folder).with_suffix(".html")


def write_archive(count: int, folder: Path) -> Path:
    """An archive of *count* synthetic releases under *folder*."""
    out = folder / f"archive-{count}"
    # In a process of its own: what it holds in memory would count as that of later children.
    subprocess.run([sys.executable, ROOT / "bench/generate.py", str(count), "--out", out], check=True)
    return out


def copy_checkout(site: Site) -> None:
    """Copy the checkout, all but its own releases, and the archive over it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if not _is_release(Path(name)) and (ROOT / name).is_file():
            (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, site.folder / name)
    shutil.copytree(site.data, site.folder, dirs_exist_ok=True)


def copy_stock(site: Site) -> None:
    """Copy the stock project and the archive over it."""
    shutil.copytree(ROOT / "bench/stock", site.folder, dirs_exist_ok=True)
    copy_archive(site)


def copy_archive(site: Site) -> None:
    """Copy pages and catalogs alone."""
    shutil.copytree(site.data, site.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("raw"))


def _is_release(path: Path) -> bool:
    """Whether *path* is a raw release, a release page or its catalog."""
    parts = path.parts
    if parts[0] == "locales":
        parts = parts[3:]
    return parts[:1] == ("raw",) or (parts[:1] == ("releases",) and len(parts) > 2)
