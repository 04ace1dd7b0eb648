"""Settings of the site; one file for all languages (``-D language=…``).

Nothing here may depend on the language: with ``-D`` this file has already run when the
language is known. What depends on it is set by the extensions.
"""

import os
import sys
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.resolve()
sys.path.insert(0, str(ROOT))

from bayan.languages import load_languages  # noqa: E402  # needs the path above

# Where matplotlib is missing, it prints at its import that it will draw no cards. We want
# none (ogp_social_cards), and no setting keeps it quiet.
with redirect_stdout(None):
    import_module("sphinxext.opengraph")

project = "Bayan"
author = "the Bayan project"
language = os.environ.get("READTHEDOCS_LANGUAGE", "en")

extensions = [
    "myst_parser",
    "sphinxext.opengraph",
    "extensions.memory",
    "extensions.parts",
    "extensions.moved_pages",
    "extensions.pages",
    "extensions.lean_pages",
    "extensions.prose",
    "extensions.prose_steps",
    "extensions.anchors",
    "extensions.bilingual",
    "extensions.side_by_side",
    "extensions.interface",
    "extensions.contacts",
    "extensions.typography",
    "extensions.release_header",
    "extensions.release_list",
    "extensions.archive_links",
    "extensions.archive",
    "extensions.neighbours",
    "extensions.translation_progress",
    "extensions.for_machines",
    "extensions.page_files",
    "extensions.shared_parts",
    "extensions.addresses",
    "extensions.page_frame",
    "extensions.rtl",
    "extensions.search",
    "extensions.search_modules",
    "extensions.glossary",
    "extensions.context",
    "extensions.standby",
]

# An archive that is too large for one project is split by year (docs/splitting.md): parts.toml
# lists the parts, and these say which one is built, and where the main project's objects.inv is.
archive_part = os.environ.get("ARCHIVE_PART", "")
archive_inventory = os.environ.get("ARCHIVE_INVENTORY", "")
if archive_part:
    extensions += ["sphinx.ext.intersphinx", "extensions.main_glossary"]

# A page is either written by the project, and then named here, or a release.
include_patterns = [
    "releases/*/*.md",  # first, since most files match it
    "progress.md",
    "translators.md",
    "index.md",
    "about.md",
    "glossary.md",
    "releases/index.md",
]
# No page lies there. Sphinx need not look through them at every build: they hold many more
# files than there are pages.
exclude_patterns = ["_build", "locales", "raw", ".*"]
prose_pages = ["releases/*/*"]

# Translation: extensions.bilingual reads the catalogs, Sphinx's own step finds none.
translations_dir = str(ROOT / "locales")
locale_dirs: list[str] = []
gettext_compact = False
gettext_uuid = False
gettext_location = True

# Text from outside cannot read files or bring raw HTML, and its quotation marks stay.
smartquotes = False
myst_enable_extensions: list[str] = []

# The termbase: its terms are linked on the pages that termbase_pages names.
termbase_file = str(ROOT / "glossary.toml")
termbase_pages = prose_pages

# The public address: Read the Docs tells it for each language; another host sets
# SITE_URL to the address above the languages' folders.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
site_url = os.environ.get("SITE_URL", "")

# Where the project's files are shown, so that a page can link to its catalog, such as
# https://host.example/project/blob/main
repository_url = os.environ.get("REPOSITORY_URL", "")
ogp_site_url = html_baseurl
ogp_enable_meta_description = False  # extensions.for_machines writes it, in one language
ogp_social_cards = {"enable": False}

html_theme = "furo"
html_title = "Bayan"
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {
        "color-brand-primary": "#0b6b75",
        "color-brand-content": "#0b6b75",
        "color-brand-visited": "#0b6b75",
    },
    "dark_css_variables": {
        "color-brand-primary": "#6cc5cd",
        "color-brand-content": "#6cc5cd",
        "color-brand-visited": "#6cc5cd",
    },
}
template_bridge = "extensions.page_frame.FramedTemplates"
rtl_languages = [entry.code for entry in load_languages().values() if entry.direction == "rtl"]
templates_path = ["templates"]
# The files, not the folder: extensions.search_modules writes what lies in static/search.
html_static_path = sorted(f"static/{path.name}" for path in (ROOT / "static").iterdir() if path.is_file())
html_css_files = ["bayan.css"]
html_js_files = [("bayan.js", {"defer": "defer"}), ("citations.js", {"defer": "defer"})]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/scroll-start.html",
        "sidebar/archive.html" if archive_part else "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_favicon = "static/favicon.svg"
html_additional_pages = {"404": "404.html"}
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_domain_indices = False
html_permalinks_icon = "¶"
