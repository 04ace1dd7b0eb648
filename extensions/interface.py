"""The interface in the reader's language, from the project's own ``sphinx.po`` catalogs.

Sphinx translates few of the theme's strings and Furo none of its own. One catalog for
each language, ``locales/<language>/LC_MESSAGES/sphinx.po``, holds those and ours, before
Sphinx's in rank. It is checked and compiled aside, so a tampered ``.mo`` has no effect
and a broken catalog leaves the English text instead of stopping the build.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from docutils import nodes
from sphinx import locale, package_dir
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from bayan.catalogs import CatalogError, catalog_path, read_catalog
from bayan.files import replace_file
from bayan.interface import refuse_string
from bayan.languages import load_languages
from bayan.release import digest
from bayan.unseen import printable

logger = logging.getLogger(__name__)
DOMAIN = "sphinx"
SCRIPT_STRINGS = "_static/translations.js"
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def load_interface(app: Sphinx, config: Config) -> None:
    """Put the project's interface strings before Sphinx's own."""
    folder = Path(app.doctreedir) / "interface"
    compiled = compile_interface(
        catalog_path(Path(config.translations_dir), config.language, DOMAIN), config.language
    )
    config.interface_digest = digest(compiled)
    replace_file(folder / config.language / "LC_MESSAGES" / f"{DOMAIN}.mo", compiled)
    locale.translators.pop(("general", DOMAIN), None)
    app.translator, _ = locale.init([folder, None, package_dir / "locale"], config.language)
    config.html_title = app.translator.gettext(config.html_title)


def compile_interface(path: Path, language: str) -> bytes:
    """The usable strings of the interface catalog *path*, as the bytes of a ``.mo`` file."""
    # A header with the present minute would make every build a change of configuration.
    usable = Catalog(locale=language, creation_date=NO_DATE)
    usable.mime_headers = [("Plural-Forms", load_languages()[language].plurals)]
    try:
        source = read_catalog(path, language) if path.exists() else usable
    except CatalogError as error:
        logger.info("refused: %s", printable(str(error)))
        source = usable
    for message in source:
        msgids, msgstrs = every(message.id), every(message.string)
        if message.fuzzy or not all(msgids) or not all(msgstrs):
            continue
        # A plural has a msgstr for each of the language's forms; the last msgid is the general one.
        plural = len(msgids) > 1
        reasons = (refuse_string(msgids[-1], msgstr, plural=plural) for msgstr in msgstrs)
        reason = next(filter(None, reasons), "")
        if reason:
            logger.info("refused: %s:%s: %s", path, message.lineno, reason)
        else:
            usable.add(message.id, message.string)
    buffer = BytesIO()
    write_mo(buffer, usable)
    return buffer.getvalue()


def every(text: str | Sequence[str] | None) -> list[str]:
    """The one text of a message, or all of a plural's."""
    return [text or ""] if isinstance(text, str) or text is None else list(text)


def drop_script_strings(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave out Sphinx's strings for its own scripts.

    Loading them runs text as code, which the pages' content policy forbids, and no script
    of ours reads them.
    """
    scripts = context.get("script_files", [])
    context["script_files"] = [
        script for script in scripts if getattr(script, "filename", "") != SCRIPT_STRINGS
    ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the loading of interface strings."""
    app.add_config_value("interface_digest", "", "env", types=(str,))
    app.connect("config-inited", load_interface, priority=400)
    app.connect("html-page-context", drop_script_strings)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
