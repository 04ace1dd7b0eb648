"""A whole import: what is new or changed is read, staged and put in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from bayan.importing import IMPORTER
from bayan.importing.gone import settle_gone
from bayan.importing.inputs import Input, chosen, digests, list_inputs
from bayan.importing.outcome import Outcome
from bayan.importing.pages import Page, scan_pages
from bayan.importing.pool import import_all
from bayan.importing.single import Task
from bayan.importing.writing import put, staging, sync_files, sync_folder

Progress = Callable[[int, int], None]


def run_import(raw: Path, pages: Path, names: list[str], report: bool, progress: Progress) -> list[Outcome]:
    """Import *raw* into *pages* and return what became of each file.

    With *report*, unchanged files are read, too, so that the report is whole.
    """
    inputs = list_inputs(raw)
    picked = chosen(inputs, names)
    with staging(pages) as stage:
        standing, faults = scan_pages(pages)
        _follow_renames(inputs, standing)
        outcomes = [
            Outcome(path.relative_to(pages).as_posix()).fail(why, file=str(path)) for path, why in faults
        ]
        outcomes += list(_import(picked, standing, stage, report, progress))
        taken = {page.address: name for name, page in standing.items()}
        taken |= {outcome.raw: f"the file {outcome.raw} itself" for outcome in outcomes[: len(faults)]}
        _refuse_shared(outcomes, taken)
        _put_all(outcomes, stage, pages)
        outcomes += settle_gone(inputs, picked, standing, pages, whole=not names)
    return outcomes


def _follow_renames(inputs: list[Input], standing: dict[str, Page]) -> None:
    """A raw file under a new name is known by its content: its page goes with it."""
    present = {one.name for one in inputs if one.raw}
    orphans = {page.raw_sha256: name for name, page in standing.items() if name not in present}
    if not orphans:
        return
    for one in inputs:
        if one.raw and one.name not in standing:
            try:
                old = orphans.pop(digests(one)[0] or "", None)
            except OSError:
                continue  # the import itself says what is wrong with the file
            if old is not None:
                standing[one.name] = standing.pop(old)


def _import(
    picked: list[Input], standing: dict[str, Page], stage: Path, report: bool, progress: Progress
) -> Iterator[Outcome]:
    tasks: list[Task] = []
    done: dict[str, Outcome] = {}
    for one in picked:
        page = standing.get(one.name)
        same = page is not None and page.raw == one.name and _is_same(one, page)
        if same and not report:
            done[one.name] = _unchanged(one, page)
        elif one.raw is not None:
            staged = stage / f"{len(tasks)}.md"
            tasks.append(
                Task(one, staged, page.slug if page else None, page.language if page else None, report)
            )
    if tasks:
        stage.mkdir()
    fresh = import_all(tasks)
    count = 0
    for one in picked:
        if one.name in done:
            yield done[one.name]
        elif one.raw is not None:
            count += 1
            progress(count, len(tasks))
            outcome = next(fresh)
            yield _guard(outcome, standing.get(one.name))


def _is_same(one: Input, page: Page) -> bool:
    try:
        return digests(one) == (page.raw_sha256, page.toml_sha256) and page.importer == IMPORTER
    except OSError:
        return False  # the import itself says what is wrong with the file


def _unchanged(one: Input, page: Page | None) -> Outcome:
    outcome = Outcome(one.name, page.address if page else None, unchanged=True)
    return _guard(outcome, page)


def _guard(outcome: Outcome, page: Page | None) -> Outcome:
    """Refuse to overwrite a page that a hand has changed."""
    if page is not None and page.edited:
        outcome.fail(
            f"the page {page.address} was edited by hand and is left as it is; put what you know "
            f"into {Path(outcome.raw).stem}.toml and restore the page (git checkout), "
            "or delete it and import again"
        )
    return outcome


def _refuse_shared(outcomes: list[Outcome], owners: dict[str, str]) -> None:
    """Two raw files may not have one address: what stands there, by *owners*, keeps it."""
    claims: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.address and outcome.staged:
            claims[outcome.address].append(outcome)
    for address, rivals in claims.items():
        owner = owners.get(address)
        raws = sorted({outcome.raw for outcome in rivals} | ({owner} if owner else set()))
        for outcome in rivals:
            if len(raws) > 1 and outcome.raw != owner:
                others = ", ".join(raw for raw in raws if raw != outcome.raw)
                outcome.fail(
                    f"has the same address, {address}, as {others}; if it is another release, "
                    f'write slug = "…" into {Path(outcome.raw).stem}.toml, else remove one of the files'
                )


def _put_all(outcomes: list[Outcome], stage: Path, pages: Path) -> None:
    sync_files([stage / outcome.staged for outcome in outcomes if outcome.staged])
    touched = set()
    for outcome in outcomes:
        if outcome.staged is None:
            continue
        if outcome.error is not None:
            (stage / outcome.staged).unlink(missing_ok=True)
        elif outcome.address and put(stage / outcome.staged, pages / outcome.address):
            touched.add((pages / outcome.address).parent)
        else:
            outcome.unchanged = True
    for folder in touched:
        sync_folder(folder)
