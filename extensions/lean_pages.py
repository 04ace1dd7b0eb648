"""What Sphinx keeps of every page, without what can be known otherwise.

It reads and writes all of that in every build, and looks at each page's files. So with thousands
of releases a few words for each are most of the cost of a build after one change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from extensions.pages import pages_of

RULES = "docutils.conf"


def note_rules(app: Sphinx, config: Config) -> None:
    """Read all pages again when Docutils' own settings have changed, which hold for every page."""
    path = Path(app.confdir, RULES)
    config.docutils_rules = path.read_text(encoding="utf-8") if path.is_file() else ""


def lighten(app: Sphinx, doctree: nodes.document) -> None:
    """Lighten what is kept of the page that has just been read."""
    docname = app.env.current_document.docname
    forget_rules(app.env, docname, Path(app.confdir, RULES))
    if docname in pages_of(app.env).releases and app.env.toc_num_entries.get(docname) == 1:
        app.env.tocs[docname] = nodes.bullet_list()  # its title alone, which no page shows as contents


def forget_rules(env: BuildEnvironment, docname: str, rules: Path) -> None:
    """Do not look at the file of Docutils' settings once for every page."""
    files = env.dependencies.get(docname, set())
    files -= {file for file in files if Path(file) == rules}
    if not files:
        env.dependencies.pop(docname, None)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register it, after Sphinx has collected what it keeps."""
    app.add_config_value("docutils_rules", "", "env", types=(str,))
    app.connect("config-inited", note_rules)
    app.connect("doctree-read", lighten, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
