"""What is kept from build to build is light, and still tells all that changed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from extensions import lean_pages
from extensions.packed import Packed
from tests.site import Site, make_site


class Noted:
    """A value that tells when it is brought back from bytes."""

    back = 0

    def __setstate__(self, state: object) -> None:
        Noted.back += 1


def kept(site: Site) -> object:
    return pickle.loads((site.folder / "doctrees/ar/html/environment.pickle").read_bytes())  # noqa: S301  # ours


def test_a_table_comes_back_whole_and_opens_only_what_is_asked_for() -> None:
    table: Packed[object] = Packed()
    table.update({"a": (1, 2), "b": Noted(), "c": "gone"})
    table["b"].__dict__["x"] = 1
    del table["c"]
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(table))))  # noqa: S301  # ours
    Noted.back = 0
    assert list(again) == ["a", "b"]
    assert "b" in again
    assert again["a"] == (1, 2)
    assert Noted.back == 0
    again["a"] = "new"
    assert (again["a"], again.get("c")) == ("new", None)
    assert (again["b"] is again["b"], Noted.back) == (True, 1)


def test_a_release_page_brings_no_file_to_look_at_and_no_contents(tmp_path: Path) -> None:
    env = kept(make_site(tmp_path, "bilingual").build("ar"))
    page = "releases/ar/zyara"
    assert page not in env.dependencies  # type: ignore[attr-defined]
    assert not env.tocs[page].children  # type: ignore[attr-defined]
    assert env.tocs["releases/fr/visite"].children  # type: ignore[attr-defined]  # it has sections


def test_other_rules_of_docutils_have_all_pages_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, "bilingual").build("ar")
    every = sorted(site.read)
    assert site.build("ar").read == []
    monkeypatch.setattr(lean_pages, "RULES", "languages.toml")  # another text than that of docutils.conf
    assert sorted(site.build("ar").read) == every
