"""The page that lets a reader choose a language: ``_build/html/index.html``."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bayan.catalogs import CatalogError, catalog_path, read_translations
from bayan.content_policy import scripts_of
from bayan.files import replace_file
from bayan.interface import refuse_string
from bayan.languages import Language, Languages

TEMPLATE = "chooser.html"


def write_chooser(root: Path, site: Path, languages: Languages) -> None:
    """Write ``index.html`` into *site* for the languages that are built there.

    A page that would stay the same is not touched.
    """
    built = [language for language in languages.entries if (site / language.code / "index.html").exists()]
    if not built:
        return
    templates = Environment(
        loader=FileSystemLoader(root / "templates"), autoescape=True, undefined=StrictUndefined
    )
    phrases = {language.code: Phrases(root / "locales", language) for language in built}
    names: dict[str, Language] = {}
    for language in built:
        names.setdefault(phrases[language.code]("Bayan"), language)
    text = templates.get_template(TEMPLATE).render(
        languages=built,
        names=list(names.items()),
        default=languages.site if languages.site in phrases else built[0].code,
        say=phrases,
    )
    # By the template, not by the page: a script that slipped into a translation would not run.
    source = (root / "templates" / TEMPLATE).read_text(encoding="utf-8")
    own = " ".join(f"'sha256-{one}'" for one in sorted(scripts_of([source])))
    replace_file(site / "index.html", text.replace("script-src 'none'", f"script-src {own}"))


class Phrases:
    """The page's sentences in one language: its interface catalog, else as they are written."""

    def __init__(self, locales: Path, language: Language) -> None:
        try:
            catalog = read_translations(catalog_path(locales, language.code, "sphinx"), language.code)
        except CatalogError:  # the build of that language names what is wrong
            catalog = {}
        self.translations = {
            msgid: message.msgstr
            for msgid, message in catalog.items()
            if not refuse_string(msgid, message.msgstr)
        }

    def __call__(self, phrase: str) -> str:
        """*phrase* in this language."""
        return self.translations.get(phrase, phrase)
