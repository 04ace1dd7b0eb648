"""One raw file, from its bytes to a finished page in the staging folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bayan.files import NO_ROOM, named, read_ordinary
from bayan.importing import IMPORTER
from bayan.importing.inputs import READ, Input
from bayan.importing.outcome import Outcome, report_of
from bayan.raw_text.html import read_html
from bayan.raw_text.messages import MESSAGES
from bayan.raw_text.reading import Reading, read
from bayan.raw_text.sheet import RawTextError
from bayan.raw_text.source import decode
from bayan.raw_toml import Known, RawTomlError, parse_known
from bayan.release import Release, digest, join_page
from bayan.slugs import slug_of
from bayan.unseen import printable


@dataclass(frozen=True)
class Task:
    """One raw file to import; ``slug`` and ``language`` are the standing page's, if there is one."""

    one: Input
    staged: Path
    slug: str | None = None
    language: str | None = None
    report: bool = False


def import_one(task: Task) -> Outcome:
    """Read the file and stage its page; every error ends in the outcome, none goes on."""
    outcome = Outcome(task.one.name)
    try:
        return _import(task, outcome)
    except (RawTextError, RawTomlError) as error:
        is_toml = isinstance(error, RawTomlError)
        return outcome.fail(str(error), error.line, task.one.toml.name if is_toml and task.one.toml else None)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise  # which is no fault of this file, and the next one would fare no better
        return outcome.fail(MESSAGES["unreadable"].fill(reason=error.strerror or error))


def _import(task: Task, outcome: Outcome) -> Outcome:
    one = task.one
    assert one.raw is not None  # noqa: S101  # a TOML alone is not a task
    if one.raw.suffix.lower() not in READ:
        raise RawTextError("unknown-format", suffix=one.raw.suffix)
    if printable(one.name) != one.name:
        raise RawTextError("odd-name")
    toml = read_ordinary(one.toml) if one.toml else None
    known = parse_known(toml) if toml is not None else Known()
    raw = read_ordinary(one.raw)
    text, encoding = decode(raw)
    toml_name = f"{one.stem}.toml"
    if one.raw.suffix.lower() == ".txt":
        reading = read(text, known, toml_name)
    else:
        reading, known = read_html(text, known, toml_name)
    if encoding:
        reading.sheet.warn("other-encoding", 1, encoding=encoding)
    outcome.findings = sorted(reading.sheet.findings, key=lambda finding: finding.line)
    if task.report:
        outcome.report = report_of(reading)
    if reading.error:
        return outcome.fail(str(reading.error), reading.error.line)
    return _stage(task, outcome, reading, known, (digest(raw), digest(toml) if toml is not None else None))


def _stage(
    task: Task, outcome: Outcome, reading: Reading, known: Known, sums: tuple[str, str | None]
) -> Outcome:
    slug = task.slug or known.slug or slug_of(reading.title or "", task.one.stem)
    outcome.address = f"{reading.language}/{slug}.md"
    stands = f"{task.language}/{task.slug}.md"
    if task.slug and known.slug not in (None, task.slug):
        return outcome.fail(
            f"slug = {known.slug!r}, but the page stands at {stands} and an address never changes; "
            f"write slug = {task.slug!r} or leave it out",
            file=task.one.toml.name if task.one.toml else None,
        )
    if task.language not in (None, reading.language):
        return outcome.fail(
            f"the language is now {reading.language!r}, but the page stands at {stands}; "
            "to move it, delete that page and its catalogs and import again"
        )
    release = Release(
        language=reading.language or "", raw=task.one.name, raw_sha256=sums[0], toml_sha256=sums[1],
        body_sha256=digest(reading.body), importer=IMPORTER, published=reading.published,
        places=reading.places, countries=reading.countries, publisher=known.publisher, url=known.url,
        contacts=reading.contacts, corrected=known.corrected, withdrawn=known.withdrawn,
    )  # fmt: skip
    with named(task.staged):
        task.staged.write_text(join_page(release, reading.body), encoding="utf-8", newline="\n")
    outcome.staged = task.staged.name
    return outcome
