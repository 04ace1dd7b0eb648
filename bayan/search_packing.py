"""What Pagefind wrote, in the form that the browser loads (``static/search/index.js``).

Pagefind's list of pages names the file of each by a long digest: 77 kB at 10,000 pages, a quarter
of what a first query moved. Here the files have numbers, and a folder named by what is in them, so
that no cache mixes two builds. In them, keys are replaced by what is shown of a page,
see :mod:`bayan.search_pages`. Its program and the parts of its index stay as they are.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbor2

from bayan.search_pages import shown_of

SIGNATURE = b"pagefind_dcd"
COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
LIST = "index.pack"
PROGRAM = "program.pack"
SHOWN_FILTERS = ("kind", "country", "original", "state")
"""What the order and the look of hits depend on; a page may have many terms."""
ROUNDED = 16
"""Words: Pagefind weighs pages by their length, roughly is enough."""


class UnknownFormError(ValueError):
    """Pagefind wrote what is not known here."""


def pack(path: Path, data: object) -> None:
    """Write *data* as JSON, compressed: not every server compresses what it sends."""
    path.write_bytes(gzip.compress(json.dumps(data, **COMPACT).encode(), mtime=0))


def pack_index(made: Path, staged: Path, out: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Put the index that Pagefind *made* into the empty folder *out*.

    Yields each of the *staged* pages, and what is shown of it.

    :raises UnknownFormError: where a file is not as this version of Pagefind writes it.
    """
    try:
        version, pages, chunks, found, _, fields = _read_list(made)
        filters = list(_in_order(found, made / "filter", out / "filter"))
        build = hashlib.blake2b(digest_size=6)
        folder = out / "pages"
        folder.mkdir()
        for number, (name, _) in enumerate(pages):
            page, text = _shown(made / f"fragment/{name}.pf_fragment", staged)
            data = json.dumps(page, **COMPACT).encode()
            build.update(data)
            (folder / f"{number}.pack").write_bytes(gzip.compress(data, mtime=0))
            yield text, page
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise UnknownFormError(str(error)) from error
    folder.rename(out / build.hexdigest())
    folder.mkdir()
    (out / build.hexdigest()).rename(folder / build.hexdigest())
    if (made / "index").is_dir():
        (made / "index").rename(out / "index")
    (made / "wasm.unknown.pagefind").rename(out / PROGRAM)
    listed = {
        "version": version,
        "build": build.hexdigest(),
        "pages": [max(ROUNDED, round(count / ROUNDED) * ROUNDED) for _, count in pages],
        "chunks": chunks,
        "filters": filters,
        "fields": fields,
    }
    pack(out / LIST, listed)


def unpacked(data: bytes) -> bytes:
    """What Pagefind compressed.

    :raises ValueError: where it bears no signature.
    """
    plain = gzip.decompress(data)
    if not plain.startswith(SIGNATURE):
        raise ValueError("no signature")
    return plain[len(SIGNATURE) :]


def _read_list(made: Path) -> tuple[str, list[Any], list[Any], list[Any], list[Any], list[Any]]:
    (path,) = made.glob("pagefind.*.pf_meta")
    version, pages, chunks, filters, sorts, fields = cbor2.loads(unpacked(path.read_bytes()))
    return version, pages, chunks, filters, sorts, fields


def _in_order(filters: list[list[str]], made: Path, out: Path) -> Iterator[list[str]]:
    """Put the file of each of the *filters* into *out*; yields their names, and those of the files.

    Pagefind writes the values of a filter in another order each time.
    """
    out.mkdir()
    for name, digest in sorted(filters):
        title, values = cbor2.loads(unpacked((made / f"{digest}.pf_filter").read_bytes()))
        data = SIGNATURE + cbor2.dumps([title, sorted(values)])
        named = f"unknown_{hashlib.blake2b(data, digest_size=4).hexdigest()}"
        (out / f"{named}.pf_filter").write_bytes(gzip.compress(data, mtime=0))
        yield [name, named]


def _shown(fragment: Path, staged: Path) -> tuple[dict[str, Any], str]:
    """What is shown of the page of *fragment*, and the staged page."""
    page = json.loads(unpacked(fragment.read_bytes()))
    path = page["url"].lstrip("/")
    text = (staged / path).read_text(encoding="utf-8")
    filters = {name: values for name, values in page["filters"].items() if name in SHOWN_FILTERS}
    return {**shown_of(text), "path": path, "filters": filters}, text
