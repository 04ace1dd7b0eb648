"""A house of templates and catalogs for the tests of updating."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import ndiff
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import escape, read_po

from bayan.catalogs import CatalogText, read_text
from bayan.po_template import Wanted, template_text
from bayan.po_text import Entry
from scripts.catalogs import main

PAGE = "releases/fr/visite"
RAW = {"X-Raw-File": "visite.txt", "X-Raw-SHA256": "a" * 64}


@dataclass
class House:
    """Folders of templates and catalogs, and what the last run printed."""

    folder: Path
    out: str = ""
    err: str = ""

    @property
    def pots(self) -> Path:
        return self.folder / "pots"

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    def template(self, *messages: str | Wanted, name: str = PAGE, fields: Mapping[str, str] = {}) -> None:
        """Write the template *name* of *messages*."""
        wanted = (Wanted(text) if isinstance(text, str) else text for text in messages)
        path = self.pots / f"{name}.pot"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template_text(wanted, fields))

    def path(self, language: str = "ar", name: str = PAGE) -> Path:
        return self.locales / language / "LC_MESSAGES" / f"{name}.po"

    def catalog(self, language: str = "ar", name: str = PAGE) -> CatalogText:
        return read_text(self.path(language, name), language)

    def entry(self, msgid: str, language: str = "ar", name: str = PAGE) -> Entry:
        (found,) = (entry for entry in self.catalog(language, name).messages if entry.msgid == msgid)
        return found

    def translate(
        self, translations: Mapping[str, str], language: str = "ar", name: str = PAGE, comment: str = ""
    ) -> None:
        """Put *translations* into a catalog, by its text, as an editor would."""
        path = self.path(language, name)
        text = path.read_text()
        for msgid, msgstr in translations.items():
            old = f'msgid {escape(msgid)}\nmsgstr ""'
            assert old in text, msgid
            text = text.replace(old, f"{comment}msgid {escape(msgid)}\nmsgstr {escape(msgstr)}")
        path.write_text(text)

    def update(self) -> int:
        """Run the command; its exit status."""
        return main(["--pot", str(self.pots), "--locales", str(self.locales)])

    def files(self) -> dict[str, bytes]:
        """The bytes of every catalog, by its path below the folder of catalogs."""
        return {
            path.relative_to(self.locales).as_posix(): path.read_bytes()
            for path in sorted(self.locales.rglob("*"))
            if path.is_file()
        }

    def times(self) -> dict[str, tuple[int, int]]:
        """Inode and time of every file and folder of catalogs."""
        return {
            str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns)
            for path in sorted([self.locales, *self.locales.rglob("*")])
        }


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that *after* no longer has, and those that it has anew, in order."""
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    return (
        [line[2:] for line in lines if line.startswith("- ")],
        [line[2:] for line in lines if line.startswith("+ ")],
    )


def gettext_accepts(path: Path) -> None:
    """Ask gettext where it is installed, and Babel everywhere."""
    read_po(BytesIO(path.read_bytes()), locale="ar", abort_invalid=True)
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)
