"""The pages that stand: which raw file each is of, and whether a hand has changed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bayan.files import read_ordinary
from bayan.languages import load_languages
from bayan.release import FENCE, digest, split_page
from bayan.release_values import ReleaseError

# The importer writes these on a line each; reading them so is a hundred times as quick
# as YAML. What does not look so goes through YAML.
SIMPLE = re.compile(
    r"^  (?P<key>raw|raw_sha256|toml_sha256|body_sha256|importer): (?P<value>[^'\"\s#&*!|>%@`{\[][^\n]*)$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Page:
    """A page on disk, by its address ``<language>/<slug>.md`` below the folder of pages."""

    address: str
    raw: str
    raw_sha256: str
    toml_sha256: str | None
    importer: int
    edited: bool

    @property
    def language(self) -> str:
        """The folder that the page is in."""
        return self.address.split("/")[0]

    @property
    def slug(self) -> str:
        """The page's name in its address."""
        return self.address.split("/")[1].removesuffix(".md")


def scan_pages(folder: Path) -> tuple[dict[str, Page], list[tuple[Path, str]]]:
    """The pages by their raw files' names, and what is wrong with the files that are none."""
    pages: dict[str, Page] = {}
    faults: list[tuple[Path, str]] = []
    for language in load_languages():
        for path in sorted((folder / language).glob("*.md")):
            try:
                page = _page(path, language)
            except (ReleaseError, UnicodeDecodeError, OSError) as error:
                faults.append((path, f"{error}; restore the page, or delete it and import again"))
                continue
            other = pages.setdefault(page.raw, page)
            if other is not page:
                faults.append((path, f"is of {page.raw}, as is {other.address}; delete one of the two"))
    return pages, faults


def _page(path: Path, language: str) -> Page:
    text = read_ordinary(path).decode("utf-8")
    address = f"{language}/{path.name}"
    head, fence, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    quick = {match["key"]: match["value"].strip() for match in SIMPLE.finditer(head)}
    if text.startswith(FENCE) and fence and {"raw", "raw_sha256", "body_sha256", "importer"} <= set(quick):
        edited = digest(body) != quick["body_sha256"]
        return Page(
            address,
            quick["raw"],
            quick["raw_sha256"],
            quick.get("toml_sha256"),
            int(quick["importer"]),
            edited,
        )
    release, body = split_page(text)
    return Page(
        address, release.raw, release.raw_sha256, release.toml_sha256, release.importer,
        digest(body) != release.body_sha256,
    )  # fmt: skip
