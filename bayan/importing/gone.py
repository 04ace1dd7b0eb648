"""Pages whose raw file is gone: an error until the maintainer says what that means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bayan.files import read_ordinary, replace_file
from bayan.importing.inputs import Input
from bayan.importing.outcome import Outcome
from bayan.importing.pages import Page
from bayan.raw_toml import RawTomlError, parse_known
from bayan.release import digest, join_page, split_page


def settle_gone(
    inputs: list[Input], picked: list[Input], standing: dict[str, Page], pages: Path, whole: bool
) -> list[Outcome]:
    """Handle pages without a raw file and TOMLs without one.

    *whole* where all inputs were asked for: only then is a page without a raw file looked for.
    """
    present = {one.name for one in inputs if one.raw is not None}
    alone = {one.stem: one for one in picked if one.raw is None}
    gone = {name: page for name, page in standing.items() if name not in present}
    outcomes = []
    for name, page in sorted(gone.items()):
        toml = alone.pop(Path(name).stem, None)
        if toml is not None or whole:
            outcomes.append(_settle(name, page, toml, pages))
    outcomes += [
        Outcome(one.name).fail(
            "there is neither a raw file nor a page for this TOML; remove it or add the raw file"
        )
        for one in alone.values()
    ]
    return outcomes


def _settle(name: str, page: Page, one: Input | None, pages: Path) -> Outcome:
    outcome = Outcome(name, page.address, unchanged=True)
    if one is None or one.toml is None:
        return outcome.fail(
            f"the raw file is gone, but its page stands at {page.address}; put the file back, or write "
            f'withdrawn = {{ date = …, sentence = "…" }} into {Path(name).stem}.toml to keep the address '
            "with a notice, or delete the page to give the address up"
        )
    try:
        raw = read_ordinary(one.toml)
        known = parse_known(raw)
    except OSError as error:
        return outcome.fail(f"the file cannot be read: {error.strerror}", file=one.toml.name)
    except RawTomlError as error:
        return outcome.fail(str(error), error.line, one.toml.name)
    if not (known.withdrawn or known.corrected):
        return outcome.fail(
            "the raw file is gone; put it back, or say here what became of it: "
            'withdrawn (or corrected) = { date = …, sentence = "…" }',
            file=one.toml.name,
        )
    if page.edited:
        return outcome.fail(
            f"the page {page.address} was edited by hand and is left as it is; restore it (git checkout)"
        )
    if page.toml_sha256 != digest(raw):
        path = pages / page.address
        release, body = split_page(path.read_text(encoding="utf-8"))
        notices = replace(
            release, corrected=known.corrected, withdrawn=known.withdrawn, toml_sha256=digest(raw)
        )
        replace_file(path, join_page(notices, body))
        outcome.unchanged = False
    return outcome
