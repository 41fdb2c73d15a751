"""Which of a report's places an event is coded at."""

import pytest

from tacitus.coding._where import choose_place
from tacitus.model import Place, PlacePrecision


def place(text: str, mention: str, precision: PlacePrecision, *, country: str = "SYR") -> Place:
    start = text.index(mention)
    return Place(
        text=mention,
        start=start,
        end=start + len(mention),
        name=mention,
        country=country,
        lat=36.0,
        lon=36.5,
        precision=precision,
        rule="gazetteer",
    )


@pytest.mark.parametrize(
    ("text", "mention", "coded"),
    [
        ("Jets bombed Harim in northern Syria.", "Harim", "Harim"),
        ("Jets bombed Harim in the north of Syria.", "Harim", "Harim"),
        ("Jets bombed the town of Harim in northern Syria.", "town of Harim in", "town of Harim in"),
        ("Jets bombed Harim and northern Syria.", "Harim", None),
        ("Jets left Harim. In a raid on northern Syria they killed two.", "Harim", None),
    ],
)
def test_of_a_place_and_the_region_that_holds_it_the_place_is_coded(text: str, mention: str, coded: str | None) -> None:
    region = next(words for words in ("northern Syria", "north of Syria") if words in text)
    wide = place(text, region, PlacePrecision.REGION)
    town = place(text, mention, PlacePrecision.EXACT)
    chosen = choose_place([(0.9, wide)], [town, wide])
    assert chosen is not None
    assert chosen.text == (coded or region)


def test_a_place_in_another_country_is_not_held() -> None:
    text = "Jets from Adana in northern Syria."
    wide = place(text, "northern Syria", PlacePrecision.REGION)
    town = place(text, "Adana", PlacePrecision.EXACT, country="TUR")
    assert choose_place([(0.9, wide)], [town, wide]) == wide


def test_a_town_is_preferred_to_a_country_about_as_likely() -> None:
    text = "In Syria, jets bombed Harim."
    wide, town = place(text, "Syria", PlacePrecision.COUNTRY), place(text, "Harim", PlacePrecision.EXACT)
    assert choose_place([(0.8, wide), (0.7, town)]) == town


def test_without_a_place_none_is_coded() -> None:
    assert choose_place([]) is None
