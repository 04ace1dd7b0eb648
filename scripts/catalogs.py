"""Extract what is to be translated, and bring the translators' catalogs up to date.

    python scripts/catalogs.py [--pot DIR] [--locales DIR]

A page has catalogs in its target languages only. A catalog is replaced in one step, and
only where its template has other messages than it has: all else keeps every byte.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Catalog  # noqa: E402  # the project's folder comes first
from sphinx_intl import catalog as intl  # noqa: E402

from bayan.catalogs import CatalogError, catalog_path, read_catalog  # noqa: E402
from bayan.files import replace_file  # noqa: E402
from bayan.languages import load_languages  # noqa: E402
from bayan.po_header import fields_for, read_header, with_header  # noqa: E402
from scripts.interface_template import write_interface_template  # noqa: E402

WIDTH = 76
FALSE_FLAGS = ("python-format", "python-brace-format")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where a catalog is broken, and then nothing has been written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pot", type=Path, help="folder of templates; extracted anew where not given")
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    options = parser.parse_args(arguments)
    pots = options.pot or extract(ROOT / "_build" / "gettext")
    try:
        changed = update_catalogs(pots, options.locales)
    except CatalogError as error:
        print(f"{error}\nNo catalog was changed.", file=sys.stderr)
        return 1
    for path in changed:
        print(f"updated {path}")
    print(f"{len(changed)} catalogs changed")
    return 0


def extract(folder: Path) -> Path:
    """Write the templates of all pages and of the interface below *folder*."""
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "gettext"]
    # Without locale_dirs, so that no translation can slip into a template.
    paths = [
        "-D",
        "locale_dirs=_none_",
        "-d",
        str(folder.parent / "doctrees" / "gettext"),
        str(ROOT),
        str(folder),
    ]
    subprocess.run([*command, *paths], check=True)
    write_interface_template(folder / "sphinx.pot")
    return folder


def update_catalogs(pots: Path, locales: Path) -> list[Path]:
    """Bring every catalog below *locales* up to date with the templates below *pots*.

    :returns: the catalogs that were changed or made.
    :raises CatalogError: before anything is written, where a catalog is broken.
    """
    jobs = list(plan(pots, locales))
    for _, path, _, language in jobs:
        if path.is_symlink() or path.exists():
            read_catalog(path, language)
    with tempfile.TemporaryDirectory() as staging:
        return [path for job in jobs if (path := job[1]) and merge(*job, staging=Path(staging))]


def plan(pots: Path, locales: Path) -> Iterator[tuple[Path, Path, str, str]]:
    """Each template with its catalog, source and target language."""
    languages = load_languages()
    for pot in sorted(pots.rglob("*.pot")):
        name = pot.relative_to(pots).with_suffix("")
        source = name.parts[1] if name.parts[0] == "releases" and len(name.parts) == 3 else languages.site
        if source not in languages:
            continue
        for target in languages.targets(source):
            yield pot, catalog_path(locales, target, name.as_posix()), source, target


def merge(pot: Path, path: Path, source: str, target: str, *, staging: Path) -> bool:
    """Bring one catalog up to date; whether it had to change."""
    template = intl.load_po(str(pot))
    known = intl.load_po(str(path), locale=target) if path.exists() else None
    if known is not None and messages(known) == messages(template):
        return False
    old = read_header(path.read_text(encoding="utf-8")) if known is not None else {}
    catalog = known if known is not None else Catalog(locale=target, charset="utf-8", fuzzy=False)
    intl.update_with_fuzzy(catalog, template)
    tidy(catalog, target)
    staged = staging / "catalog.po"
    intl.dump_po(str(staged), catalog, width=WIDTH, include_previous=True)
    fields = fields_for(old, language=target, source=source, plurals=load_languages()[target].plurals)
    return replace_file(path, with_header(staged.read_text(encoding="utf-8"), fields))


def messages(catalog: Catalog) -> set[tuple[object, object]]:
    """What identifies the messages of a catalog."""
    return {(message.id, message.context) for message in catalog if message.id}


def tidy(catalog: Catalog, language: str) -> None:
    """Give a new catalog a plain comment, and take off the flags that Babel guesses wrongly on prose."""
    catalog.fuzzy = False
    if "FIRST AUTHOR" in catalog.header_comment or "PROJECT" in catalog.header_comment:
        catalog.header_comment = f"# {load_languages()[language].name}: translation of Bayan."
    for message in catalog:
        if message.id:
            message.flags.difference_update(FALSE_FLAGS)


if __name__ == "__main__":
    sys.exit(main())
