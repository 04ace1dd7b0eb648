"""A page of three messages whose Arabic catalog is whole, for the tests of updating."""

from __future__ import annotations

import pytest

from tests.catalog_house import RAW, House

TITLE, LEAD, LAST = (
    "Une visite à Koweït",
    "Koweït - Une délégation s’est rendue au centre pour y rencontrer les victimes de la traite.",
    "Elle a vu :",
)
ARABIC = {TITLE: "زيارة إلى الكويت", LEAD: "الكويت - زار وفد المركز للقاء ضحايا الاتجار.", LAST: "ورأى:"}


@pytest.fixture
def translated(house: House) -> House:
    """A page whose Arabic catalog is whole, in lines longer than ours."""
    house.template(TITLE, LEAD, LAST, fields=RAW)
    assert house.update() == 0
    path = house.path()
    text = path.read_text().replace('" "\n"', "").replace('""\n"Koweït', '"Koweït').replace(' "\n"', " ")
    path.write_text(text)
    house.translate(ARABIC)
    return house
