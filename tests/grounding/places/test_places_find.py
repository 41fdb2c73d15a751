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
