"""Extract what is to be translated, and bring the translators' catalogs up to date.

    python scripts/catalogs.py [--pot DIR] [--locales DIR]

A page has catalogs in its target languages only. A catalog is replaced in one step, and
only where its template says something new: all else keeps every byte. docs/catalogs.md
tells what is kept, moved and filled in.
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

from bayan.catalogs import CatalogError  # noqa: E402  # the project's folder comes first
from bayan.files import replace_file, told  # noqa: E402
from bayan.languages import LanguagesError, load_languages  # noqa: E402
from bayan.po_folder import misplaced  # noqa: E402
from bayan.po_hold import SavedMeanwhile, only_one  # noqa: E402
from bayan.po_plan import make_plan, read_templates  # noqa: E402
from bayan.po_stamp import state_of  # noqa: E402
from bayan.po_update import Project, carry_out, stage  # noqa: E402
from bayan.termbase import GLOSSARY_FILE, TermbaseError, load_termbase  # noqa: E402
from bayan.unseen import printable  # noqa: E402

ROUNDS = 3
"""How often catalogs are read again that a translator saves just then."""

SHOWN = 10
"""How many catalogs that lie astray are named."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where a catalog is broken, and then nothing has been written, or saved just then."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pot", type=Path, help="folder of templates; extracted anew where not given")
    parser.add_argument("--locales", type=Path, default=ROOT / "locales", help="folder of catalogs")
    options = parser.parse_args(arguments)
    try:
        if GLOSSARY_FILE.is_file():
            load_termbase()  # before Sphinx reads it, which says the same amid much else
        pots = options.pot or extract(ROOT / "_build" / "gettext")
        options.locales.mkdir(parents=True, exist_ok=True)
        with only_one(options.locales):
            changes = update_if_needed(pots, options.locales)
    except SavedMeanwhile as error:
        print(f"{printable(str(error))}\nThe other catalogs are up to date.", file=sys.stderr)
        return 1
    except CatalogError as error:
        print(f"{printable(str(error))}\nNo catalog was changed.", file=sys.stderr)
        return 1
    except (LanguagesError, TermbaseError) as error:
        print(f"{error}\nNo catalog was changed.", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print("The pages could not be read (see above). No catalog was changed.", file=sys.stderr)
        return error.returncode
    except OSError as error:
        print(f"error: {printable(told(error))}", file=sys.stderr)
        return 1
    print(f"{len(changes)} catalogs changed")
    return 0


def extract(folder: Path) -> Path:
    """Write the templates of all pages and of the interface below *folder*."""
    doctrees = folder.parent / "doctrees" / "gettext"
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "gettext"]
    # Without any catalog, so that no translation can slip into a template.
    settings = ["-D", "locale_dirs=_none_", "-D", "translations_dir=_none_"]
    subprocess.run([*command, *settings, "-d", str(doctrees), str(ROOT), str(folder)], check=True)
    return folder


def update(pots: Path, locales: Path) -> Iterator[str]:
    """Bring every catalog below *locales* up to date with the templates below *pots*.

    What a translator saves while this runs is read again, and merged then.

    :returns: one line for each change.
    :raises CatalogError: before anything is written, where a catalog is broken.
    :raises SavedMeanwhile: at the end, where somebody saves a catalog again and again.
    """
    left: list[str] = []
    for _ in range(ROUNDS):
        left.clear()
        yield from update_once(pots, locales, left)
        if not left:
            return
    raise SavedMeanwhile("\n".join(left))


def update_once(pots: Path, locales: Path, left: list[str]) -> Iterator[str]:
    """The same in one round; adds to *left* what could not be done and why."""
    languages = load_languages()
    templates = read_templates(pots, languages)
    plan = make_plan(templates, locales, languages, lambda name: (ROOT / f"{name}.md").exists())
    project = Project(languages, load_termbase() if GLOSSARY_FILE.is_file() else None)
    with tempfile.TemporaryDirectory() as staging:
        staged = stage(plan, project, Path(staging))
        yield from carry_out(plan, staged, locales, left)


def update_if_needed(pots: Path, locales: Path) -> list[str]:
    """What :func:`update` changed; nothing where the last run found nothing to do in this very state."""
    inputs = ("languages.toml", "glossary.toml", "releases", "bayan")
    state = state_of((pots.resolve(), locales.resolve(), *(ROOT / name for name in inputs)))
    done = ROOT / "_build" / "catalogs.done"
    if done.is_file() and done.read_text(encoding="utf-8") == state:
        return []
    changes = list(tell(update(pots, locales)))
    strange = misplaced(locales, load_languages())
    for path in strange[:SHOWN]:
        advice = f"move it to {locales}/LANGUAGE/LC_MESSAGES/, with a LANGUAGE of languages.toml"
        print(printable(f"{path}:1: warning: no catalog is read here; {advice}"), file=sys.stderr)
    if strange[SHOWN:]:
        print(f"and {len(strange) - SHOWN} more of these", file=sys.stderr)
    if not changes and not strange:  # the state from before, so that what is saved meanwhile counts as new
        replace_file(done, state)
    return changes


def tell(changes: Iterator[str]) -> Iterator[str]:
    """Print each of *changes* when it is done."""
    for change in changes:
        print(printable(change), flush=True)  # the name of a file could command a build service
        yield change


if __name__ == "__main__":
    sys.exit(main())
