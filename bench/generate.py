"""Write synthetic releases with whole catalogs: ``bench/generate.py N --out DIR [--seed S]``.

What it writes builds when it is copied over a checkout. The same N and seed give the same
bytes, and release *k* is the same in every archive of that seed.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.catalog import Shares, catalog, header  # noqa: E402  # the path above comes first
from bench.synthesis import Archive, as_messages  # noqa: E402

CHUNK = 500
WHOLE = Shares()


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status is 1 where the folder already holds releases."""
    options = _parser().parse_args(arguments)
    shares = Shares(options.untranslated, options.fuzzy)
    if (options.out / "releases").exists() or (options.out / "locales").exists():
        print(f"{options.out}: already holds releases or locales; name an empty folder", file=sys.stderr)
        return 1
    generate(options.count, options.out, options.seed, shares, options.glossary)
    return 0


def generate(
    count: int,
    out: Path,
    seed: int = 1,
    shares: Shares = WHOLE,
    glossary: Path = ROOT / "glossary.toml",
    chunk: int = CHUNK,
) -> None:
    """Write releases 1 to *count* under *out*, by as many processes as there are processors.

    One process writes *chunk* releases in one go.
    """
    chunks = [range(start, min(start + chunk, count + 1)) for start in range(1, count + 1, chunk)]
    write = partial(_write_chunk, out=out, seed=seed, shares=shares, glossary=glossary)
    if len(chunks) < 2:
        for numbers in chunks:
            write(numbers)
        return
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(write, chunks):
            pass


def _write_chunk(numbers: range, out: Path, seed: int, shares: Shares, glossary: Path) -> None:
    archive = Archive(seed, glossary)
    for number in numbers:
        write_release(archive, number, out, shares)


def write_release(archive: Archive, number: int, out: Path, shares: Shares) -> None:
    """Write the page of release *number*, its catalogs, and the raw text that it could come from."""
    plan = archive.plan(number)
    messages = as_messages(archive.tell(plan, plan.language))
    page = archive.page(plan, messages)
    name = f"releases/{plan.language}/{plan.slug}"
    _write(out / f"{name}.md", page)
    raw, known = archive.raw(plan)
    _write(out / f"raw/{plan.slug}.txt", raw)
    _write(out / f"raw/{plan.slug}.toml", known)
    located = _locate(page, messages)
    for target in archive.languages.targets(plan.language):
        random = Random(f"{archive.seed}/{number}/{target}/shares")
        translations = as_messages(archive.tell(plan, target))
        text = catalog(header(plan.language, target), f"{name}.md", located, translations, random, shares)
        _write(out / "locales" / target / "LC_MESSAGES" / f"{name}.po", text)


def _locate(page: str, messages: list[str]) -> list[tuple[int, str]]:
    """Each of *messages* with its line on the page, from 1; they stand there in this order."""
    located: list[tuple[int, str]] = []
    waiting = iter(messages)
    message = next(waiting, None)
    for number, line in enumerate(page.split("\n"), 1):
        if message is not None and line.endswith(message):
            located.append((number, message))
            message = next(waiting, None)
    return located


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Write synthetic releases with whole catalogs.")
    parser.add_argument("count", type=int, metavar="N", help="how many releases")
    parser.add_argument(
        "--out", type=Path, required=True, help="the folder to write releases/ and locales/ into"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed, another archive (default: 1)")
    parser.add_argument(
        "--untranslated",
        type=float,
        default=0.0,
        help="share of messages without translation, 0 to 1 (default: 0)",
    )
    parser.add_argument(
        "--fuzzy", type=float, default=0.0, help="share of fuzzy messages, 0 to 1 (default: 0)"
    )
    parser.add_argument(
        "--glossary", type=Path, default=ROOT / "glossary.toml", help="the termbase whose terms the texts use"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
