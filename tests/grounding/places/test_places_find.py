import pytest

from tacitus.grounding.places import Gazetteer, find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels took Aleppo and Deir ez-Zor.", ["Aleppo", "Deir ez-Zor"]),
        ("Syrian troops returned.", []),
        ("President Paris Jackson spoke in Kabul.", ["Kabul"]),
        ("The Baghdad University closed.", []),
        ("He flew from Paris, Texas, to Boston, Mass.", ["Paris", "Texas", "Boston", "Mass."]),
        ("Ships of the U.S. sailed into the Red Sea.", ["U.S.", "Red Sea"]),
        ("Iraq's army left Mosul.", ["Iraq", "Mosul"]),
    ],
    ids=lambda value: str(value)[:24],
)
def test_names_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [span.text for span in find_places(text, gazetteer=gazetteer)] == names


def test_organisations_only_on_request(gazetteer: Gazetteer) -> None:
    text = "The Boston Police said so."
    assert find_places(text, gazetteer=gazetteer) == ()
    assert [span.text for span in find_places(text, gazetteer=gazetteer, embedded=True)] == ["Boston"]


def test_peoples_only_on_request(gazetteer: Gazetteer) -> None:
    text = "Syrian troops and Texans met Judge Ann English."
    assert find_places(text, gazetteer=gazetteer) == ()
    found = find_places(text, gazetteer=gazetteer, nationalities=True)
    assert [span.text for span in found] == ["Syrian", "Texans"]


def test_places_within_words_put_together_only_on_request(gazetteer: Gazetteer) -> None:
    text = "Iraq-Syria talks began; a Boston-based firm watched the US-24 road."
    assert find_places(text, gazetteer=gazetteer) == ()
    found = find_places(text, gazetteer=gazetteer, embedded=True)
    assert [span.text for span in found] == ["Iraq", "Syria", "Boston"]


def test_a_person_is_one_throughout(gazetteer: Gazetteer) -> None:
    text = "Officers spoke with Mary L. Dallas. A day later Dallas said that all was well in Boston."
    assert [span.text for span in find_places(text, gazetteer=gazetteer)] == ["Boston"]


@pytest.mark.parametrize("name", ["Kasabra River", "Lake Kasabra", "Kasabra Governorate"])
def test_a_name_that_says_what_it_names_is_found(gazetteer: Gazetteer, name: str) -> None:
    assert [span.text for span in find_places(f"Boats sank in {name} on Monday.", gazetteer=gazetteer)] == [name]
