"""``scripts/check.py``: file and line of each finding, and catalogs that cannot be read."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import check
from scripts.check import main

HEADER = 'msgid ""\nmsgstr ""\n"Language: {target}\\n"\n"X-Source-Language: {source}\\n"\n{more}\n'
TYPE = '"Content-Type: text/plain; charset=utf-8\\n"\n'
GOOD = 'msgid "Cinq juges ont visité le foyer."\nmsgstr "Five judges visited the shelter."\n'
BAD = 'msgid "Le foyer a 250 lits."\nmsgstr "The shelter has 205 beds."\n'

STAND_IN = """\
#!{python}
import os, sys
text = sys.stdin.buffer.read()
english = os.environ["LC_ALL"] == "C"
what = "duplicate message definition..." if english else "définition en double du message..."
line = 1 if text.startswith(bytes.fromhex("efbbbf")) else text.count(b"\\n") - 1
sys.exit(f"<stdin>:{{line}}: {{what}}")
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Callable[..., Path]:
    def write(body: str, source: str = "fr", target: str = "en", name: str = "x.po") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER.format(source=source, target=target, more=TYPE) + body, encoding="utf-8")
        return path

    return write


def test_a_right_catalog_passes_in_silence(
    catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(catalog(GOOD))]) == 0
    assert capsys.readouterr().out == ""


def test_an_error_names_file_line_fault_and_remedy(
    catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = catalog(GOOD + "\n" + BAD)
    assert main([str(path)]) == 1
    line = path.read_text(encoding="utf-8").splitlines().index('msgid "Le foyer a 250 lits."') + 1
    expected = (
        f"{path}:{line}: error: '205' stands where the source has '250'; write the number of the source\n"
    )
    assert capsys.readouterr().out == expected


def test_warnings_alone_do_not_fail(catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    body = 'msgid "Il y a 250 femmes et 175 hommes."\nmsgstr "There are 175 women and 250 men."\n'
    assert main([str(catalog(body))]) == 0
    assert ": warning: 250 and 175 have changed places" in capsys.readouterr().out


def test_a_mark_at_the_beginning_is_no_error(catalog: Callable[..., Path]) -> None:
    path = catalog(GOOD)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert main([str(path)]) == 0


@pytest.fixture
def msgfmt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """gettext's own tool; where it is not installed, what stands for it in this one fault."""
    if not shutil.which("msgfmt"):
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "msgfmt").write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
        (folder / "msgfmt").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("msgfmt")
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("locale", ["C", "fr_FR.UTF-8"])
def test_what_gettext_alone_refuses_is_told_with_its_line(
    mark: bytes,
    locale: str,
    catalog: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    old = '#~ msgid "Un"\n#~ msgstr "One"\n'
    path = catalog(f"{GOOD}\n{old}\n{old}")
    path.write_bytes(mark + path.read_bytes())
    assert main([str(path)]) == 1
    line = path.read_text(encoding="utf-8").count("\n") - 1
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{path}:{line}: error: duplicate message definition...; mend the catalog"
    )


@pytest.mark.parametrize("before", ["#, fuzzy\n", "#~ "])
def test_fuzzy_and_obsolete_entries_are_not_checked(catalog: Callable[..., Path], before: str) -> None:
    body = before + BAD.replace("\nmsgstr", "\n#~ msgstr" if before == "#~ " else "\nmsgstr")
    assert main([str(catalog(body))]) == 0


def test_untranslated_entries_are_not_errors(catalog: Callable[..., Path]) -> None:
    assert main([str(catalog('msgid "Le foyer a 250 lits."\nmsgstr ""\n'))]) == 0


def test_the_folder_says_what_the_header_does_not(
    catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = catalog(BAD, source="", target="", name="locales/en/LC_MESSAGES/releases/fr/x.po")
    assert main([str(path)]) == 1
    assert "'205' stands where" in capsys.readouterr().out


def test_without_arguments_all_catalogs_are_checked_but_the_attic(
    catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = catalog(BAD, name="locales/en/LC_MESSAGES/releases/fr/x.po")
    catalog(BAD, name="locales/attic/en/LC_MESSAGES/releases/fr/y.po")
    monkeypatch.setattr(check, "LOCALES", path.parents[4])
    assert main([]) == 1
    assert "y.po" not in capsys.readouterr().out


def test_empty_plural_forms_are_an_error(
    catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    plural = 'msgid "%(n)s page"\nmsgid_plural "%(n)s pages"\nmsgstr[0] "%(n)s page"\nmsgstr[1] ""\n'
    path = catalog(plural, source="en", target="fr", name="locales/fr/LC_MESSAGES/sphinx.po")
    assert main([str(path)]) == 1
    assert "plural forms are empty" in capsys.readouterr().out


BROKEN: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "truncated": lambda path: path.write_text('msgid "a"\nmsgstr "', encoding="utf-8"),
    "not UTF-8": lambda path: path.write_bytes(b'msgid ""\nmsgstr "\xff"\n'),
    "conflict": lambda path: path.write_text(
        f"<<<<<<< a\n{GOOD}=======\n{GOOD}>>>>>>> b\n", encoding="utf-8"
    ),
    "other language": lambda path: path.write_text(
        HEADER.format(source="fr", target="de", more=TYPE) + GOOD, encoding="utf-8"
    ),
    "no header": lambda path: path.write_text(GOOD, encoding="utf-8"),
    "directory": lambda path: path.mkdir(),
    "symlink": lambda path: path.symlink_to("/etc/hostname"),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "fifo": os.mkfifo,
    "huge": lambda path: path.write_bytes(b"#" * 100_000_000),
    "control character": lambda path: path.write_text(
        HEADER.format(source="fr", target="en", more=TYPE) + GOOD + "# \x07\n", encoding="utf-8"
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_catalog_is_one_error_and_the_others_are_checked(
    how: str, tmp_path: Path, catalog: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    broken, good = tmp_path / "broken.po", catalog(BAD)
    BROKEN[how](broken)
    assert main([str(broken), str(good)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{broken}:") and ": error: " in first
    assert second.startswith(f"{good}:")


def test_without_gettext_babel_alone_reads_the_syntax(
    catalog: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert main([str(catalog(GOOD))]) == 0


def test_the_project_s_own_catalogs_have_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([])
    assert status == 0, capsys.readouterr().out
