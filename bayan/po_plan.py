"""What is to be done with each catalog: also after a page was renamed, removed or brought back."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bayan.catalogs import CatalogError, catalog_path, read_text
from bayan.languages import Languages
from bayan.po_belonging import identity_of, of_another_page, origins
from bayan.po_folder import ATTIC, Template, attic_path, catalogs_below
from bayan.po_header import SOURCE, fields_of, identity
from bayan.po_moves import Move, in_order

INTERFACE = "sphinx"
"""The catalog of the interface, which is no page's."""


@dataclass(frozen=True)
class Job:
    """One catalog to bring up to date: where it lies now, if there is one, and where it belongs."""

    template: Template
    target: str
    now: Path | None
    path: Path


@dataclass
class Plan:
    """The catalogs to bring up to date, those to move (from, to), and those to leave as they are."""

    jobs: list[Job] = field(default_factory=list)
    moves: list[tuple[Path, Path]] = field(default_factory=list)
    others: list[tuple[str, str, Path]] = field(default_factory=list)
    """Target language, name and file."""
    doubles: dict[Path, Path] = field(default_factory=dict)
    """Catalogs that go to the attic though their page is there: it has another one."""


def read_templates(pots: Path, languages: Languages) -> list[Template]:
    """The templates below the folder *pots*, by name.

    :raises CatalogError: where there is none, or one is broken.
    """
    found = (read_template(path, pots, languages.site) for path in sorted(pots.rglob("*.pot")))
    templates = [template for template in found if template.source in languages]
    if not templates:
        raise CatalogError(f"{pots}:1: holds no template of a page; extract them first")
    return templates


def read_template(path: Path, pots: Path, site: str) -> Template:
    """What the template *path* says of itself; the source language else from its folder's name."""
    name = path.relative_to(pots).with_suffix("")
    header = read_text(path).header
    fields = fields_of(header) if header else {}
    in_release = name.parts[0] == "releases" and len(name.parts) == 3
    source = fields.get(SOURCE) or (name.parts[1] if in_release else site)
    return Template(name.as_posix(), path, source, identity(fields))


def make_plan(
    templates: Iterable[Template], locales: Path, languages: Languages, is_page: Callable[[str], bool]
) -> Plan:
    """What to do with each catalog below *locales*, and with each template.

    :param is_page: whether a page that has no template is there nevertheless.
    :raises CatalogError: where a catalog that has to be looked into is broken.
    """
    plan = Plan()
    every = {template.name: template for template in templates}
    for language in languages:
        _add_language(plan, every, locales, language, is_page)
    return plan


def _add_language(
    plan: Plan, every: dict[str, Template], locales: Path, language: str, is_page: Callable[[str], bool]
) -> None:
    """Add the catalogs of one language to *plan*."""
    wanted = {name: template for name, template in every.items() if template.source != language}
    found = catalogs_below(locales, language)
    attic = catalogs_below(locales / ATTIC, language)
    stray = {
        name: path
        for name, path in found.items()
        if name not in wanted and (name in every or not (name == INTERFACE or is_page(name)))
    }
    stray |= of_another_page(wanted, found, [*stray.values(), *attic.values()])
    lacking = [template for name, template in wanted.items() if name not in found or name in stray]
    former = origins(stray, attic, lacking)
    moves: dict[Path, Path] = {}
    for name, template in wanted.items():
        path = catalog_path(locales, language, name)
        now = former.get(name) or (None if name in stray else found.get(name))
        plan.jobs.append(Job(template, language, now, path))
        if now is not None and now != path:
            moves[now] = path
    back = set(former.values())
    gone = {name: path for name, path in stray.items() if path not in back}
    pages = {template.raw: name for name, template in wanted.items() if template.raw}
    for path in gone.values():
        raw = identity_of(path)
        if raw in pages:
            plan.doubles[path] = catalog_path(locales, language, pages[raw])
    plan.moves += _in_order(moves, stray, gone, partial(attic_path, locales, language))
    used = {*back, *(found[name] for name in wanted if name in found and name not in stray)}
    rest = [*found.items(), *((f"{ATTIC}/{name}", path) for name, path in attic.items())]
    plan.others += ((language, name, path) for name, path in rest if path not in used)


def _in_order(
    moves: dict[Path, Path],
    stray: Mapping[str, Path],
    gone: Mapping[str, Path],
    attic: Callable[[str, Container[Path]], Path],
) -> list[Move]:
    """*moves*, and those of the catalogs of pages that are *gone*, one after the other."""
    every = dict(moves)
    for name, path in gone.items():
        every[path] = attic(name, every.values())
    names = {path: name for name, path in stray.items()}
    return in_order(list(every.items()), lambda path: attic(names[path], every.values()))
