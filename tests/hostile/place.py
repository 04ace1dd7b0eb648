"""One site that holds the whole corpus, and what is known of its pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import escape

from bayan.catalogs import catalog_path, read_text
from bayan.importing.run import run_import
from bayan.languages import load_languages
from bayan.release import Release, digest, join_page
from bayan.review import pairs_digest
from tests.hostile.corpus import CANARY, Row, rows
from tests.hostile.make import content, made, prepare
from tests.hostile.raw_files import put_raw
from tests.site import ROOT, Site

OWN = ("index.md", "about.md", "glossary.md", "progress.md", "translators.md", "releases/index.md")
ON_A_PAGE = 8
WITNESS = "releases/ar/shahid"
"""A release in another language and of another year and country, which nothing may change."""


@dataclass
class Place:
    """The sources, the places that the payloads name, and where each row stands."""

    site: Site
    places: Mapping[str, str]
    messages: dict[str, list[Row]] = field(default_factory=dict)
    titles: dict[str, Row] = field(default_factory=dict)
    catalogs: dict[str, Row] = field(default_factory=dict)
    reviews: dict[str, Row] = field(default_factory=dict)
    raw: dict[str, Row] = field(default_factory=dict)
    interface: list[Row] = field(default_factory=list)

    def catalog(self, language: str, name: str) -> Path:
        return catalog_path(self.site.src / "locales", language, name)


def make_place(folder: Path, host: str) -> Place:
    """The sources of the site, with no hostile catalog yet."""
    folder.mkdir(exist_ok=True)
    secret, mark = prepare(folder, CANARY)
    place = Place(Site(folder), {"HOST": host, "FILE": str(secret), "MARK": str(mark)})
    for name in OWN:
        (place.site.src / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place.site.src / name)
    shutil.copytree(ROOT / "locales", place.site.src / "locales", ignore=_only_own)
    _write_termbase(place)
    _plan(place)
    for name, sentences in _pages(place):
        _write_page(place.site.src, name, sentences)
    _write_page(place.site.src, WITNESS, ["شاهد", "جملة من الشاهد لا يغيرها شيء."], "ar", "2020-05-05", "KW")
    _import(place)
    return place


def _only_own(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder).name == "releases" and Path(folder, name).is_dir()]


def _write_termbase(place: Place) -> None:
    text = (ROOT / "glossary.toml").read_text()
    for row in rows("termbase"):
        if row.outcome == "plain":
            text += "\n" + content(row.fields, {**place.places, "DOMAIN": "migration"}, "glossary").decode()
    (place.site.src / "glossary.toml").write_text(text)


def _plan(place: Place) -> None:
    found = rows("messages")
    for number in range(0, len(found), ON_A_PAGE):
        place.messages[f"releases/fr/message-{number // ON_A_PAGE:02}"] = found[number : number + ON_A_PAGE]
    titles = [row for row in found if row.table == "titles" and row.outcome == "plain"]
    titles += [row for row in found if row.table in ("script", "myst") and row.outcome == "plain"]
    place.titles = dict(zip(place.messages, titles, strict=False))
    for row in rows("catalogs"):
        table = place.reviews if row.table == "reviews" else place.catalogs
        table[f"releases/fr/{row.table}-{row.id}"] = row
    place.interface = rows("interface")


def sentence(row: Row) -> str:
    """The original that a message of the corpus claims to translate."""
    return f"Phrase d’origine, {row.table}, {row.id}."


def title_of(name: str) -> str:
    """The original title of a page."""
    return f"Titre d’origine de {name.rpartition('/')[2]}"


def _pages(place: Place) -> Iterator[tuple[str, list[str]]]:
    for name, found in place.messages.items():
        yield name, [title_of(name), *map(sentence, found)]
    for name, row in (*place.catalogs.items(), *place.reviews.items()):
        yield name, [title_of(name), sentence(row)]


def _write_page(
    src: Path,
    name: str,
    sentences: Iterable[str],
    language: str = "fr",
    published: str = "1990-01",
    country: str = "TN",
) -> None:
    title, *rest = sentences
    body = "\n\n".join([f"# {title}", *rest]) + "\n"
    release = Release(
        language, f"{name.rpartition('/')[2]}.txt", "0" * 64, digest(body), 1,
        published=published, countries=(country,),
    )  # fmt: skip
    path = src / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(join_page(release, body))


def _import(place: Place) -> None:
    """Import the raw files that become pages."""
    folder = place.site.folder / "raw"
    folder.mkdir()
    names = {}
    for row in rows("raw"):
        if row.outcome == "imported":
            names[put_raw(folder, row, place.places)] = row
    with chdir(place.site.folder):
        outcomes = run_import(folder, place.site.src / "imported", [], False, lambda done, total: None)
    for outcome in outcomes:
        assert outcome.error is None, f"{outcome.raw}: {outcome.error}"
        assert outcome.address
        name = f"releases/{outcome.address.removesuffix('.md')}"
        place.raw[name] = names[outcome.raw]
        target = place.site.src / f"{name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        (place.site.src / "imported" / outcome.address).replace(target)
    shutil.rmtree(place.site.src / "imported")


def attack(place: Place) -> None:
    """Put all hostile catalogs into place."""
    for name, found in place.messages.items():
        for language in ("en", "ar"):
            pairs = [(sentence(row), row.text(place.places)) for row in found]
            if name in place.titles:
                pairs.insert(0, (title_of(name), place.titles[name].text(place.places)))
            _write(place.catalog(language, name), header(language) + "".join(map(entry, pairs)))
    for name, row in place.catalogs.items():
        put_catalog(place.catalog("ar", name), row, place.places)
    for name, row in place.reviews.items():
        _put_review(place, name, row)
    _put_interface(place)


def header(language: str, more: str = "") -> str:
    """The header of a right catalog of a French page."""
    plurals = load_languages()[language].plurals
    return (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plurals}\\n"\n"X-Source-Language: fr\\n"\n{more}\n'
    )


def entry(pair: tuple[str, str]) -> str:
    """An entry of a catalog; signs that no catalog should hold stay as they are."""
    return f"msgid {escape(pair[0])}\nmsgstr {escape(pair[1])}\n\n"


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(errors="surrogatepass") if isinstance(text, str) else text)


def put_catalog(path: Path, row: Row, places: Mapping[str, str]) -> None:
    """Make the catalog *path* as *row* says; of an Arabic translation."""
    fields = row.fields
    path.parent.mkdir(parents=True, exist_ok=True)
    if made(path, fields, places):
        return
    text = content(fields, places)
    real = entry((sentence(row), "ترجمة لا يجوز أن تظهر"))
    if "fuzzy" in fields:
        text += f"#, fuzzy\n{real}".encode()
    elif "obsolete" in fields:
        text += "".join(f"#~ {line}\n" for line in real.splitlines() if line).encode()
    elif "context" in fields:
        text += f'msgctxt "x"\n{real}'.encode()
    elif "plural" in fields:
        text += real.replace("msgstr", 'msgid_plural "x"\nmsgstr[0]').encode()
    elif "other_msgid" in fields:
        text += real.replace("Phrase", "PHRASE").encode()
    _write(path, (header("ar").encode() if fields.get("header") else b"") + text)


def _put_review(place: Place, name: str, row: Row) -> None:
    pairs = [(title_of(name), "عنوان"), (sentence(row), "جملة مترجمة إلى العربية.")]
    path = place.catalog("ar", name)
    body = "".join(map(entry, pairs))
    _write(path, header("ar") + body)
    value = row.fields["review"].replace("@DIGEST@", pairs_digest(read_text(path, "ar").entries))
    _write(path, header("ar", f'{escape("X-Review: " + value)[:-1]}\\n"\n') + body)


def _put_interface(place: Place) -> None:
    path = place.catalog("ar", "sphinx")
    hostile = {row.fields["msgid"]: row for row in place.interface}
    kept = [one for one in read_text(path, "ar").entries if one.msgid not in hostile]
    assert len(kept) + len(hostile) == len(read_text(path, "ar").entries), "a msgid is not in sphinx.po"
    new = (entry((msgid, row.text(place.places))) for msgid, row in hostile.items())
    _write(path, "".join(one.text for one in kept) + "\n" + "".join(new))
