"""Building tiny sites with the project's own configuration, inside the test process."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from bayan.addresses import folders_of

ROOT = Path(__file__).resolve().parent.parent
ROOTS = Path(__file__).resolve().parent / "roots"


@dataclass
class Site:
    """A tiny site: its sources below ``src``, what was built of it below ``out``; one part of it, if split.

    ``log`` and ``read`` tell what the last build said, and which pages it read.
    """

    folder: Path
    part: str = ""
    log: str = ""
    read: list[str] = field(default_factory=list)

    @property
    def src(self) -> Path:
        return self.folder / "src"

    def out(self, language: str) -> Path:
        return self.folder.joinpath("out", *folders_of(self.part), language)

    def build(self, language: str, builder: str = "html", parallel: int = 0, **overrides: object) -> Site:
        """Build one language; a warning is an error, as everywhere."""
        status, warnings = io.StringIO(), io.StringIO()
        settings = {"language": language, "translations_dir": str(self.src / "locales"), **overrides}
        doctrees = self.folder.joinpath("doctrees", self.part, language, builder)
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                self.src, ROOT, self.out(language), doctrees, builder,
                confoverrides=settings, status=status, warning=warnings, parallel=parallel,
            )  # fmt: skip
            self.read = []
            app.connect("source-read", lambda app, docname, content: self.read.append(docname))
            app.build()
        self.log = status.getvalue()
        assert not warnings.getvalue(), warnings.getvalue()
        return self

    def page(self, language: str, name: str) -> BeautifulSoup:
        """One built page."""
        return BeautifulSoup((self.out(language) / name).read_text(encoding="utf-8"), "html5lib")


def make_site(tmp_path: Path, root: str) -> Site:
    """A copy of the tiny site *root*, so that a test may change it."""
    shutil.copytree(ROOTS / root, tmp_path / "src")
    return Site(tmp_path)
