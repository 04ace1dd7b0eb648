"""Digests of all that the archive's pages show, to see which must be written again."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders import Builder

from bayan.release import digest

MAKERS = (
    Path(__file__),
    Path(__file__).with_name("archive.py"),
    Path(__file__).with_name("archive_links.py"),
    Path(__file__).with_name("release_list.py"),
    Path(__file__).with_name("release_header.py"),
)


def surrounding_digest(builder: Builder) -> str:
    """A digest of what all pages share: settings, templates, styles, navigation, this code."""
    shared = [*map(Path, builder.config.html_static_path), *map(Path, builder.config.templates_path)]
    files = [file for entry in shared for file in _files(Path(builder.confdir, entry))]
    stamps = [(file.name, file.stat().st_mtime_ns) for file in [*files, *MAKERS] if file.is_file()]
    titles = {name: title.astext() for name, title in builder.env.titles.items() if "/" not in name}
    values = builder.config.filter(frozenset({"html", "env"}))
    settings = sorted(f"{value.name}={_stable(value.value)}" for value in values)
    return digest(repr((stamps, titles, settings)))


def _files(path: Path) -> list[Path]:
    """The files in the folder *path*, or *path* itself."""
    return [path] if path.is_file() else sorted(path.rglob("*"))


def _stable(value: object) -> str:
    """*value* as text; that of a set would differ from process to process."""
    return repr(sorted(value, key=repr)) if isinstance(value, (set, frozenset)) else repr(value)
