"""The termbase for other programs, written beside the pages and offered on the glossary page."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _

from bayan.files import replace_file
from bayan.languages import load_languages
from bayan.release import digest
from bayan.term_exports import exports, read_definitions
from bayan.termbase import load_termbase
from bayan.wording import language_name
from extensions.glossary_data import termbase_file, terms_of

FOLDER = "termbase"


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write the files when all pages are written."""
    home = terms_of(app.env).home
    if exception is None and app.builder.format == "html" and home and not home.elsewhere:
        languages = load_languages()
        termbase = load_termbase(termbase_file(app.config, app.env))
        definitions = read_definitions(Path(app.config.translations_dir), languages)
        folder, note = Path(app.outdir, FOLDER), Path(app.doctreedir, f"{FOLDER}.digest")
        state = digest(f"{termbase.digest} {definitions}")
        if folder.is_dir() and note.is_file() and note.read_text() == state:
            return
        for name, data in exports(termbase, languages, definitions).items():
            replace_file(folder / name, data)
        replace_file(note, state)


def downloads(language: str) -> nodes.bullet_list:
    """Links to all files, named in the reader's *language*."""
    languages = load_languages()
    offered = [
        ("bayan.tbx", _("TBX (ISO 30042), for terminology and translation tools")),
        ("bayan.csv", _("CSV, for spreadsheets")),
    ]
    for source in languages:
        for target in languages.targets(source):
            text = _("Gettext, for Weblate and Poedit: {source} – {target}")
            named = {"source": language_name(source, language), "target": language_name(target, language)}
            offered.append((f"bayan-{source}-{target}.po", text.format(**named)))
    listing = nodes.bullet_list(classes=["downloads", "no-terms"])
    for name, text in offered:
        link = nodes.reference("", text, refuri=f"{FOLDER}/{name}", internal=True, classes=["download"])
        listing += nodes.list_item("", nodes.paragraph("", "", link, translatable=False))
    return listing
