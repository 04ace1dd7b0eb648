"""Where pages stand, so that every link between languages is made in one place.

Below a common root each language has a folder: ``<root>/<language>/<page>`` as built by
``make html``, or ``<root>/<language>/<version>/<page>`` on Read the Docs. A part of an
archive that is split (:mod:`bayan.parts`) has the same below ``<root>/projects/<part>``.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

PROJECTS = "projects"
"""The folder of the parts: Read the Docs serves subprojects there."""


@dataclass(frozen=True)
class Site:
    """One language's site: its language, its public address where that is known, the part that it is."""

    language: str
    base: str = ""
    part: str = ""

    @property
    def below_language(self) -> tuple[str, ...]:
        """The folders between the language's and the pages: the version, or nothing."""
        folders = [part for part in urlsplit(self.base).path.split("/") if part]
        if self.language not in folders:
            return ()
        last = len(folders) - 1 - folders[::-1].index(self.language)
        return tuple(folders[last + 1 :])

    def relative(self, language: str, page: str, *, at: str) -> str:
        """The link from the page *at* to *page* of *language*; both like ``releases/x.html``."""
        up = at.count("/")
        if language == self.language:
            return "../" * up + page
        up += len(self.below_language) + 1
        return "../" * up + "/".join((language, *self.below_language, page))

    def in_part(self, part: str, language: str, page: str, *, at: str) -> str:
        """The link from the page *at* to *page* of another *part*; the main project's where that is empty."""
        if part == self.part:
            return self.relative(language, page, at=at)
        up = at.count("/") + len(self.below_language) + 1 + (2 if self.part else 0)
        return "../" * up + "/".join((*folders_of(part), language, *self.below_language, page))

    def absolute(self, language: str, page: str) -> str:
        """The public address of *page* in *language*; empty where the site's is not known."""
        if not self.base:
            return ""
        parts = urlsplit(self.base)
        folders = [part for part in parts.path.split("/") if part]
        if self.language not in folders:
            return f"{self.base.rstrip('/')}/{page}" if language == self.language else ""
        at = len(folders) - 1 - folders[::-1].index(self.language)
        path = "/".join((*folders[:at], language, *folders[at + 1 :], page))
        return f"{parts.scheme}://{parts.netloc}/{path}"


def folders_of(part: str) -> tuple[str, ...]:
    """The folders from the root to those of the languages of *part*."""
    return (PROJECTS, part) if part else ()
