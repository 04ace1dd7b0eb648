"""Every page has its own source language: translate its blocks, mark what stays.

Sphinx takes one source language for a project and reads catalogs through compiled
``.mo`` files. Here a page is translated straight from its checked ``.po`` catalog: a
message that is not prose is refused alone, a catalog that is broken is left aside, the
source shows instead, and neither ever stops a build. Sphinx's own translation step
finds no catalogs and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from markdown_it.token import Token
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.nodes import extract_messages

from bayan.catalogs import CatalogError, CatalogText, Message, catalog_path, finished, read_text
from bayan.files import changed as changed_files
from bayan.files import stamp
from bayan.prose import ProseError, key, message_reader, read_message, visible
from bayan.review import review_of
from bayan.unseen import printable
from extensions.html_writer import DirectedTranslator
from extensions.pages import Progress, pages_of
from extensions.prose import inline_nodes, innermost
from extensions.side_by_side import mark_language, mark_untranslated, set_beside

logger = logging.getLogger(__name__)
Outcome = tuple[nodes.Element, str, bool]
"""A block, its msgid, and whether it shows a translation."""
INLINES = (nodes.reference, addnodes.pending_xref, addnodes.download_reference, nodes.abbreviation)


class Translate(SphinxTransform):
    """Put the translation of each block in its place, or mark the block's language."""

    default_priority = 20  # where Sphinx's own Locale transform stands

    def apply(self, **kwargs: Any) -> None:
        """Translate the page that is being read."""
        pages, docname = pages_of(self.env), self.env.docname
        source, target = pages.source_language(docname), self.config.language
        if source == target:
            return
        path = catalog_path(Path(self.config.translations_dir), target, docname)
        pages.catalogs[docname] = str(path), stamp(path)
        catalog = usable_catalog(path, target)
        translations = finished(catalog) if catalog else {}
        own = docname not in pages.releases
        outcomes: list[Outcome] = []
        for node, msgid in list(extract_messages(self.document)):
            original = node.children
            done = self._translate(node, msgid, translations, own=own)
            outcomes.append((node, msgid, done))
            if not done and not isinstance(node, addnodes.translatable):
                mark_language(node, source)
            elif not own:
                set_beside(node, original, source)
        if any(done for *_, done in outcomes):
            mark_untranslated((node for node, _, done in outcomes if not done), source, target)
        pages.progress[docname] = progress_of(outcomes, catalog)

    def _translate(
        self, node: nodes.Element, msgid: str, translations: Mapping[str, Message], *, own: bool
    ) -> bool:
        """Whether *node* now shows a translation of *msgid*."""
        message = translations.get(msgid)
        if message is None:
            return False
        try:
            if isinstance(node, addnodes.translatable):  # a caption: text, without any markup
                node.apply_translated_message(msgid, visible(read_message(message.msgstr)))
                return True
            children = translated(node, msgid, message.msgstr, own=own)
        except ProseError as error:
            logger.info("refused: %s:%d: %s", message.catalog, message.line, printable(str(error)))
            return False
        node.children = []
        node.extend(children)
        return True


def translated(node: nodes.Element, msgid: str, msgstr: str, *, own: bool) -> list[nodes.Node]:
    """The nodes of a translation of *node*.

    In a release page a message may link to the web. In a page of the site's *own* it may
    hold the links and roles that its msgid holds, in any order, and no other: they stand
    for the very nodes of the source.
    """
    if not own:
        return inline_nodes(read_message(msgstr))
    given = [child for child in node.findall() if isinstance(child, INLINES)]
    keys = [found for token in inline_tokens(msgid) if (found := key(token))]
    known = dict(zip(keys, given, strict=True)) if len(keys) == len(given) else {}

    def replacement(token: Token) -> nodes.Node:
        found = known.get(key(token) or ("", ""))
        if found is None:
            raise ProseError("a link or role that its msgid does not have")
        copy = found.deepcopy()
        if token.type == "link_open":
            innermost(copy).children = []
        return copy

    return inline_nodes(read_message(msgstr, allow=frozenset(known)), replacement)


def inline_tokens(text: str) -> list[Token]:
    """All tokens of a message of the site's own pages."""
    (root,) = message_reader().parseInline(text)
    return root.children or []


def usable_catalog(path: Path, language: str) -> CatalogText | None:
    """The catalog *path*; None where it is missing or refused."""
    try:
        if stamp(path):
            return read_text(path, language)
    except CatalogError as error:
        logger.info("refused: %s", printable(str(error)))
    return None


def progress_of(outcomes: Sequence[Outcome], catalog: CatalogText | None) -> Progress:
    """The state of a page, of whose messages *outcomes* tells what became."""
    fuzzy = {entry.msgid for entry in catalog.messages if entry.fuzzy} if catalog else set()
    done = [(node, msgid) for node, msgid, translated in outcomes if translated]
    return Progress(
        translated=len(done),
        total=len(outcomes),
        title_translated=any(isinstance(node, nodes.title) and node is outcomes[0][0] for node, _ in done),
        fuzzy=sum(msgid in fuzzy for _, msgid, _ in outcomes),
        words=sum(len(msgid.split()) for _, msgid, _ in outcomes),
        translated_words=sum(len(msgid.split()) for _, msgid in done),
        review=review_of(catalog) if catalog else None,
    )


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Pages whose catalog came, went or changed since they were read."""
    return changed_files(pages_of(env).catalogs)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the translation of pages."""
    app.add_config_value("translations_dir", "", "env", types=(str,))
    app.add_transform(Translate)
    app.set_translator("html", DirectedTranslator, override=True)
    app.connect("env-get-outdated", outdated_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
