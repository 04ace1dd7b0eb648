"""Finished pages: their direction, and the labels that the theme holds as plain English.

Copies of the theme's templates would go stale with the theme. The page is mended when it
has been rendered instead, whatever template it came from; a test asserts that each label
still stands in the installed theme.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from html import escape
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from jinja2 import FileSystemBytecodeCache
from sphinx.builders import Builder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.locale import _
from sphinx.theming import Theme

HTML_TAG = re.compile(r"<html(?=[\s>])(?![^>]*\sdir=)")
TITLES = (
    "Contents",
    "Menu",
    "Expand",
    "Light mode",
    "Dark mode",
    "Auto light/dark, in light mode",
    "Auto light/dark, in dark mode",
)
"""Names of the theme's icons."""
LABELS = (
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
    "Toggle Light / Dark / Auto color theme",
    "On Read the Docs",
    "On GitHub",
    "versions",
)
"""What the theme's controls are called for those who cannot see them."""


class DirectedTemplates(BuiltinTemplateLoader):
    """Sphinx's templates, with the page mended that comes out of them."""

    def init(self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None) -> None:
        """Prepare the templates of *builder*."""
        super().init(builder, theme, dirs)
        self.environment.auto_reload = False  # no template changes while pages are written
        compiled = Path(builder.doctreedir, "templates")
        compiled.mkdir(parents=True, exist_ok=True)
        self.environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        self.direction = direction(builder.config.language, builder.config.rtl_languages)
        self.labels = translated_labels()

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """The text that *template* gives."""  # the ignore: as in Sphinx's own class
        return mend(super().render(template, context), self.direction, self.labels)


def direction(language: str, rtl_languages: Collection[str] | None) -> str:
    """``rtl`` or ``ltr``: what *rtl_languages* says of *language*, or else the locale data."""
    if rtl_languages is not None:
        return "rtl" if language in rtl_languages else "ltr"
    try:
        return Locale.parse(language.replace("-", "_")).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


def translated_labels() -> dict[str, str]:
    """Each label as it stands in the theme's templates, and as the reader should have it."""
    forms = [("<title>{}</title>", title) for title in TITLES]
    forms += [('aria-label="{}"', label) for label in LABELS]
    return {form.format(text): form.format(escape(str(_(text)))) for form, text in forms}


def mend(page: str, direction: str, labels: Mapping[str, str]) -> str:
    """*page* with its *direction* and *labels*; what is no whole page is left alone."""
    page, found = HTML_TAG.subn(f'<html dir="{direction}"', page, count=1)
    if found:
        for fixed, translated in labels.items():
            page = page.replace(fixed, translated)
    return page
