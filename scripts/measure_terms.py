"""Measure the term links on sentences whose right links are known: recall and precision.

    python -m scripts.measure_terms [--misses] [FILE …]

A file is named ``….<language>.txt``; ``[words](term-id)`` marks a link that must be set.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bayan.matching import Match, Matcher
from bayan.termbase import TermbaseError, load_termbase

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "term_links"
MARK = re.compile(r"\[([^\]]+)\]\(([a-z0-9-]+)\)")


def read_sentence(line: str) -> tuple[str, list[Match]]:
    """The plain sentence of a marked *line*, and the links that it asks for."""
    plain, links, at = "", [], 0
    for mark in MARK.finditer(line):
        plain += line[at : mark.start()]
        links.append(Match(len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        at = mark.end()
    return plain + line[at:], links


def sentences(path: Path) -> Iterator[tuple[int, str, list[Match]]]:
    """Line number, plain text and links of each sentence in *path*."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, *read_sentence(line)


def first_of_each(matches: list[Match]) -> list[Match]:
    """What a page would link: the first occurrence of each concept."""
    firsts = {match.term: match for match in reversed(matches)}
    return sorted(firsts.values(), key=lambda match: match.start)


def main(arguments: list[str] | None = None) -> int:
    """Print recall and precision for each file and for all together."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPUS.glob("*.??.txt")))
    parser.add_argument("--misses", action="store_true", help="show every sentence that is not right")
    options = parser.parse_args(arguments)
    try:
        termbase = load_termbase()
    except TermbaseError as error:
        print(error, file=sys.stderr)
        return 1
    total = [0, 0, 0, 0]
    for path in options.files:
        matcher = Matcher(termbase, path.suffixes[-2].removeprefix("."))
        counts = [0, 0, 0, 0]
        for number, text, asked in sentences(path):
            set_ = first_of_each(matcher.find(text))
            good = set(asked) & set(set_)
            counts = [n + more for n, more in zip(counts, (1, len(good), len(asked), len(set_)), strict=True)]
            if options.misses and (len(good) < len(asked) or len(good) < len(set_)):
                show(path, number, text, set(asked) ^ set(set_), good | set(asked))
        report(path.name, counts)
        total = [n + more for n, more in zip(total, counts, strict=True)]
    report("all", total)
    return 0


def show(path: Path, number: int, text: str, wrong: set[Match], asked: set[Match]) -> None:
    """Print the links of one sentence that are missing or too many."""
    for match in sorted(wrong, key=lambda match: match.start):
        kind = "missing" if match in asked else "too many"
        words = text[match.start : match.end]
        sys.stdout.write(f"{path.name}:{number}: {kind}: {words!r} ({match.term}) in: {text}\n")


def report(name: str, counts: list[int]) -> None:
    """Print one line of the table."""
    sentences_, good, asked, set_ = counts
    recall, precision = good / asked if asked else 1.0, good / set_ if set_ else 1.0
    sys.stdout.write(
        f"{name:14} {sentences_:4} sentences, {asked:4} links asked, {set_:4} set: "
        f"recall {recall:6.1%}, precision {precision:6.1%}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
