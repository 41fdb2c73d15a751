"""Each case is worked out by hand from the rules of the measure."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._events import event_statistics, event_sums
from tacitus.analysis.agreement import same_party, same_place, same_time

TOWN = {"text": "Tarin", "start": 60, "end": 65, "name": "Tarin", "country": "AFG", "lat": 32.0, "lon": 66.0}
BOMBING: dict[str, Any] = {
    "id": "e1",
    "category": "ASSAULT",
    "mode": ["explosives"],
    "trigger": {"text": "blew up", "start": 10, "end": 17},
    "mentions": [{"text": "blast", "start": 40, "end": 45}],
    "actors": [{"text": "rebels", "start": 0, "end": 6, "name": "Northern Front"}],
    "recipients": [{"text": "a bridge", "start": 18, "end": 26, "name": "bridge"}],
    "place": {**TOWN, "precision": "exact"},
    "time": {"from": "2016-03-01", "to": "2016-03-01"},
    "killed": {"low": 4, "high": None},
    "realis": "occurred",
    "count": {"low": 1, "high": 1},
}
CONDEMNATION: dict[str, Any] = {
    "id": "e2",
    "category": "ACCUSE",
    "trigger": {"text": "condemned", "start": 80, "end": 89},
    "realis": "occurred",
    "responds_to": ["e1"],
}
GOLD = [BOMBING, CONDEMNATION]


def score(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, float]:
    sums = defaultdict(float, event_sums(gold, predicted))
    return {name: statistic(sums) for name, statistic in event_statistics().items()}


def test_the_gold_itself_is_perfect() -> None:
    figures = score(GOLD, GOLD)
    for name in ("events_f1", "material_f1", "slots_f1", "place_f1", "responds_to_f1"):
        assert figures[name] == 1


def test_nothing_predicted_scores_nothing() -> None:
    figures = score(GOLD, [])
    assert figures["events_f1"] == figures["slots_f1"] == 0


def test_a_mention_pairs_as_well_as_the_trigger() -> None:
    told_otherwise = {**BOMBING, "trigger": {"text": "blast", "start": 41, "end": 45}, "mentions": []}
    assert score([BOMBING], [told_otherwise])["events_f1"] == 1


def test_without_a_shared_trigger_two_agreeing_fields_pair_events_of_one_category() -> None:
    elsewhere = {**BOMBING, "trigger": {"text": "attack", "start": 100, "end": 106}, "mentions": []}
    assert score([BOMBING], [elsewhere])["events_f1"] == 1
    one_field = {key: elsewhere[key] for key in ("id", "category", "trigger", "time", "realis")}
    assert score([BOMBING], [one_field])["events_f1"] == 0
    assert score([BOMBING], [{**elsewhere, "category": "COERCE"}])["events_f1"] == 0


def test_a_pair_of_another_category_is_no_hit_but_its_slots_count() -> None:
    figures = score([BOMBING], [{**BOMBING, "category": "COERCE"}])
    assert figures["events_f1"] == 0
    assert figures["category_f1"] == 0
    assert figures["actors_f1"] == 1


def test_slots_of_a_missed_event_are_all_missed() -> None:
    # The bombing fills 8 slots (category, mode, actor, recipient, place, time, killed, realis), the other event 3.
    figures = score(GOLD, [BOMBING])
    assert figures["slots_recall"] == pytest.approx(8 / 11)
    assert figures["slots_precision"] == 1
    assert figures["category_within_pairs"] == 1


def test_each_gold_event_is_paired_once() -> None:
    twice = [BOMBING, {**BOMBING, "id": "e9"}]
    assert score([BOMBING], twice)["events_precision"] == 0.5


def test_events_are_paired_so_that_all_are_most_alike() -> None:
    second = {**BOMBING, "id": "e3", "category": "COERCE"}
    figures = score([BOMBING, second], [{**second, "id": "p1"}, {**BOMBING, "id": "p2"}])
    assert figures["events_f1"] == 1


def test_an_answer_is_right_when_it_is_to_the_pair_of_the_gold_event() -> None:
    renamed = [{**BOMBING, "id": "p7"}, {**CONDEMNATION, "id": "p8", "responds_to": ["p7"]}]
    assert score(GOLD, renamed)["responds_to_f1"] == 1
    misdirected = [renamed[0], {**renamed[1], "responds_to": ["p8"]}]
    assert score(GOLD, misdirected)["responds_to_f1"] == 0


def test_material_conflict_is_done_or_planned() -> None:
    figures = score(GOLD, [{**BOMBING, "realis": "denied"}, CONDEMNATION])
    assert figures["events_f1"] == 1
    assert figures["material_f1"] == 0


def test_a_count_of_one_fills_no_slot() -> None:
    many = {**BOMBING, "count": {"low": 19, "high": None}}
    assert score([many], [many])["count_f1"] == 1
    assert score([many], [{**many, "count": {"low": 19, "high": 19}}])["count_f1"] == 1
    assert score([BOMBING], [BOMBING])["slots_f1"] == 1
    assert score([BOMBING], [many])["slots_precision"] == pytest.approx(8 / 9)


def test_a_number_is_right_by_its_lower_bound() -> None:
    assert score([BOMBING], [{**BOMBING, "killed": {"low": 4, "high": 6}}])["killed_f1"] == 1
    assert score([BOMBING], [{**BOMBING, "killed": {"low": 5, "high": None}}])["killed_f1"] == 0


def test_fields_may_be_missing_or_null() -> None:
    bare = {"id": "p1", "category": "ASSAULT", "trigger": {"start": 10, "end": 17}, "actors": None, "killed": None}
    figures = score([BOMBING], [bare])
    assert figures["events_f1"] == 1
    assert figures["slots_precision"] == 1 / 2  # category is right, the unstated realis is not


def test_confidence_is_held_against_the_truth() -> None:
    figures = score([BOMBING], [{**BOMBING, "confidence": 0.75}, {**CONDEMNATION, "confidence": 0.25}])
    assert figures["confidence_ece"] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param({"start": 0, "end": 5}, {"start": 4, "end": 9}, True, id="spans overlap"),
        pytest.param({"start": 0, "end": 5}, {"start": 5, "end": 9}, False, id="spans touch"),
        pytest.param({"name": "Syrian Armed Forces"}, {"name": "Syrian armed police"}, True, id="two words of two"),
        pytest.param({"name": "Northern Front"}, {"name": "Northern Alliance"}, False, id="one word of two"),
        pytest.param({"text": "the forces"}, {"text": "forces"}, False, id="empty words alone"),
        pytest.param({"text": "José's men"}, {"text": "Jose men"}, True, id="accents fold"),
        pytest.param({"name": "Front"}, {"text": "Front"}, False, id="names are not compared with texts"),
    ],
)
def test_same_party(a: dict[str, Any], b: dict[str, Any], same: bool) -> None:
    assert same_party(a, b) is same


@pytest.mark.parametrize(
    ("b", "same"),
    [
        pytest.param({"lat": 32.3, "lon": 66.0}, True, id="33 km"),
        pytest.param({"lat": 32.5, "lon": 66.0}, False, id="56 km"),
        pytest.param({"lat": 34.0, "lon": 66.0, "precision": "region"}, True, id="222 km from a region"),
        pytest.param({"lat": 35.0, "lon": 66.0, "precision": "region"}, False, id="334 km from a region"),
        pytest.param({"name": "Tarin Kowt"}, True, id="a shared word, no point"),
        pytest.param({"name": "Tarin Kowt", "country": "PAK"}, False, id="a shared word, another country"),
        pytest.param({"name": "Kandahar"}, False, id="another name"),
        pytest.param({"text": "Tarin", "country": "AFG"}, True, id="text for want of a name"),
        pytest.param(None, False, id="none"),
    ],
)
def test_same_place(b: dict[str, Any] | None, same: bool) -> None:
    assert same_place(TOWN, b) is same


def test_times_are_the_same_when_both_days_are() -> None:
    day = {"from": "2016-03-01", "to": "2016-03-01"}
    assert same_time(day, {**day, "text": "Tuesday"})
    assert not same_time(day, {**day, "to": "2016-03-02"})
    assert not same_time({"from": None}, {"from": None})


EVENTS = st.lists(
    st.builds(
        lambda number, start, category: {
            **BOMBING,
            "id": f"e{number}",
            "category": category,
            "trigger": {"start": start, "end": start + 4},
        },
        st.integers(0, 9),
        st.integers(0, 60),
        st.sampled_from(["ASSAULT", "COERCE", "AID"]),
    ),
    max_size=5,
)


@given(EVENTS, EVENTS)
def test_precision_and_recall_change_places_with_the_sides(gold: list[Any], predicted: list[Any]) -> None:
    there, back = score(gold, predicted), score(predicted, gold)
    assert there["events_precision"] == pytest.approx(back["events_recall"])
    assert there["events_f1"] <= 1
