"""Links between the languages' sites hold below any address."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from bayan.addresses import Site

PAGE = "releases/fr/x.html"
BASES = {
    "": "https://host.example/some/where/ar/",
    "https://host.example/ar/": "https://host.example/ar/",
    "https://host.example/ar/latest/": "https://host.example/ar/latest/",
    "https://host.example/docs/ar/stable/": "https://host.example/docs/ar/stable/",
    "https://ar.example/ar/ar/v1/": "https://ar.example/ar/ar/v1/",
}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("at", ["index.html", PAGE])
def test_a_relative_link_leads_to_the_same_page_in_the_other_language(base: str, at: str) -> None:
    here = BASES[base]
    wanted = "/fr/".join(here.rsplit("/ar/", 1)) + PAGE
    assert urljoin(here + at, Site("ar", base).relative("fr", PAGE, at=at)) == wanted


@pytest.mark.parametrize("at", ["index.html", PAGE])
def test_a_link_within_the_language_stays_there(at: str) -> None:
    assert urljoin("https://h.example/ar/" + at, Site("ar").relative("ar", PAGE, at=at)).endswith(
        "/ar/" + PAGE
    )


def test_absolute_addresses_need_a_base() -> None:
    assert Site("ar").absolute("fr", PAGE) == ""
    assert (
        Site("ar", "https://h.example/ar/latest/").absolute("fr", PAGE)
        == "https://h.example/fr/latest/" + PAGE
    )
    assert Site("ar", "https://h.example/").absolute("ar", PAGE) == "https://h.example/" + PAGE
