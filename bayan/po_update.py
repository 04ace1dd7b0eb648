"""Bringing all catalogs up to date: everything is read, merged and proved before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bayan.catalogs import CatalogError, CatalogText, read_text
from bayan.languages import Languages
from bayan.po_context import notes_for
from bayan.po_entry import with_notes
from bayan.po_folder import unfinished_below
from bayan.po_header import SOURCE, completed, fields_of, identity, new_header
from bayan.po_hold import NEVER, Look, SavedMeanwhile, look, replace_unchanged
from bayan.po_memory import Memory
from bayan.po_merge import Suggest, merge
from bayan.po_plan import Job, Plan
from bayan.po_proof import prove
from bayan.po_text import Entry
from bayan.termbase import Termbase


@dataclass(frozen=True)
class Staged:
    """A finished catalog in the staging folder, the place that it is for, and what it follows there."""

    file: Path
    path: Path
    seen: Look


@dataclass(frozen=True)
class Project:
    """What the catalogs are for: the languages, and the terms that translators go by."""

    languages: Languages
    termbase: Termbase | None = None


def stage(plan: Plan, project: Project, staging: Path) -> list[Staged]:
    """Write the catalogs that *plan* changes to the folder *staging*.

    First every catalog is read; those that lack translations wait until it is known what
    the others have.

    :raises CatalogError: where a catalog is broken.
    """
    memory = Memory()
    for target, name, path in plan.others:
        other = read_text(path, target)
        source = fields_of(other.header).get(SOURCE, "") if other.header else ""
        memory.learn((source, target), name, path, other.messages)
    staged: list[Staged] = []
    lacking: list[Job] = []
    for job in plan.jobs:
        seen, known = _known(job)
        if known:
            memory.learn(_pair(job), job.template.name, known.path, known.messages)
        asked: list[Entry] = []
        data = merged(job, known, project, partial(_only_ask, asked))
        if asked:
            lacking.append(job)
        elif data is not None:
            staged.append(_write(data, job, known, staging / f"{len(staged)}.po", seen))
    for job in lacking:
        seen, known = _known(job)
        data = merged(job, known, project, partial(memory.suggest, _pair(job)))
        if data is not None:
            staged.append(_write(data, job, known, staging / f"{len(staged)}.po", seen))
    return staged


def carry_out(plan: Plan, staged: list[Staged], locales: Path, left: list[str]) -> Iterator[str]:
    """Move and replace catalogs, each in one step; tells what was done.

    A catalog that has been saved since it was read is left alone, and so is one that came
    to a place where another was to move: why is added to *left*.
    """
    for path in unfinished_below(locales):
        path.unlink()
    for old, new in plan.moves:
        if look(old) is None or look(new) is not None:
            left.append(f"{old}:1: cannot move to {new}: one of them came or went meanwhile; run this again")
            continue
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        double = plan.doubles.get(old)
        advice = f"; its page has another catalog, {double}: take over what is newer" if double else ""
        yield f"moved {old} to {new}{advice}"
    for made in staged:
        try:
            if replace_unchanged(made.path, made.file.read_bytes(), made.seen):
                yield f"updated {made.path}"
        except SavedMeanwhile as error:
            left.append(str(error))


def merged(job: Job, known: CatalogText | None, project: Project, suggest: Suggest) -> bytes | None:
    """The bytes of a catalog as its template wants it now; None where it is so already.

    :raises CatalogError: where the catalog has no header.
    """
    language = project.languages[job.target]
    header = known.header if known else new_header(language.name)
    if header is None:
        raise CatalogError(f"{job.now}:1: no header entry; put one there, as in the other catalogs")
    before = known.messages if known else []
    forms = int(language.plurals.partition("nplurals=")[2].partition(";")[0])
    template = [
        with_notes(entry, notes_for(entry.comments("."), language.code, project.termbase))
        for entry in read_text(job.template.path).messages
    ]
    entries = merge(before, template, forms, suggest)
    raw, fields = job.template.raw, fields_of(header)
    as_it_was = raw is None or (raw == identity(fields) and fields.get(SOURCE) == job.template.source)
    if known and entries == before and as_it_was:
        return None
    header = completed(
        header, language=language.code, source=job.template.source, plurals=language.plurals, raw=raw
    )
    file = known or CatalogText(job.path, [], "", "\n", "")
    return file.joined([header, *entries])


def _write(data: bytes, job: Job, known: CatalogText | None, path: Path, seen: Look) -> Staged:
    """Put a merged catalog into the staging folder as *path*, and prove there that nothing is lost in it."""
    path.write_bytes(data)
    try:
        prove(path, job.target, known, read_text(job.template.path).messages)
    except CatalogError:
        if known is None or look(known.path) == seen:
            raise
        seen = NEVER  # it was compared with what has been saved since
    return Staged(path, job.path, seen)


def _known(job: Job) -> tuple[Look, CatalogText | None]:
    """The catalog as it is, and how it looked before it was read."""
    return (look(job.now), read_text(job.now, job.target)) if job.now else (None, None)


def _pair(job: Job) -> tuple[str, str]:
    return job.template.source, job.target


def _only_ask(asked: list[Entry], wanted: Entry) -> None:
    asked.append(wanted)
