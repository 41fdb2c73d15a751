import pytest

from benchmarks._muc4 import distinct
from benchmarks._role_fillers import entity, phrase, role_sums


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("The  Guerrillas", "guerrillas", id="article, case and blanks"),
        pytest.param('"Shining Path" (SL)', "shining path sl", id="punctuation"),
        pytest.param("a theatre in Lima", "theatre in lima", id="articles are whole words"),
    ],
)
def test_phrases_are_compared_by_their_words(text: str, wanted: str) -> None:
    assert phrase(text) == wanted


def hits(gold: list[list[str]], predicted: list[list[str]]) -> dict[str, float]:
    return role_sums([entity(texts) for texts in gold], [entity(texts) for texts in predicted])


def test_any_phrase_of_an_entity_will_do() -> None:
    assert hits([["four rebels", "rebels"]], [["the rebels"]]) == {"hits": 1, "predicted": 1, "gold": 1}


def test_an_entity_is_found_only_once() -> None:
    assert hits([["four rebels", "rebels"]], [["rebels"], ["four rebels"]]) == {"hits": 1, "predicted": 2, "gold": 1}


def test_every_phrase_of_a_prediction_must_fit() -> None:
    assert hits([["rebels"]], [["rebels", "soldiers"]])["hits"] == 0


def test_alignment_finds_the_most_hits_not_the_first() -> None:
    # Taking "bomb" for the first entity would leave nothing for the second.
    assert hits([["bomb", "device"], ["bomb"]], [["bomb"], ["device"]])["hits"] == 2


def test_nothing_predicted_and_nothing_to_find() -> None:
    assert hits([], []) == {"hits": 0, "predicted": 0, "gold": 0}


def test_equal_phrases_of_a_report_are_one_entity() -> None:
    text = "the rebels fled. rebels shot a mayor."
    tags = [("perp_ind", 0, 10, 0.9), ("perp_ind", 17, 23, 0.8), ("victim", 29, 36, 0.7)]
    fillers = distinct(text, tags)
    assert fillers["perp_ind"] == [frozenset({"rebels"})]
    assert fillers["victim"] == [frozenset({"mayor"})]
    assert fillers["weapon"] == []


def test_of_nested_phrases_the_likeliest_names_the_entity() -> None:
    text = "four rebels fled. rebels of the front shot a mayor."
    tags = [("perp_ind", 0, 11, 0.6), ("perp_ind", 18, 24, 0.9), ("perp_org", 28, 37, 0.5)]
    fillers = distinct(text, tags)
    assert fillers["perp_ind"] == [frozenset({"rebels"})]
    assert fillers["perp_org"] == [frozenset({"front"})]
