"""The first look: what it keeps, what it sets aside, and that it tells."""

import numpy as np
import pytest

from tacitus.model import Rejection, Report
from tacitus.relevance import N_FEATURES, NOT_RELEVANT, THRESHOLD, FirstLook, features

SHELLING = (
    "Rebels shelled the town of Harim on Monday, killing at least four people and wounding a dozen, the army said. "
    "Residents fled to the hills as soldiers returned fire, and a doctor spoke of two ambulances hit on the road."
)
RALLY = (
    "Thousands of people marched through the capital on Friday to demand the resignation of the government. Police "
    "fired tear gas at demonstrators who threw stones near the parliament, and the opposition called for "
    "a general strike."
)
RECIPE = (
    "This cake needs two eggs, a cup of sugar and a little butter. Heat the oven, mix the flour with the milk, add the "
    "lemon and bake it for an hour. We loved the restaurant too: great service, nice rooms, and the best pizza we ever "
    "had."
)


@pytest.fixture(scope="module")
def look() -> FirstLook:
    return FirstLook.load()


@pytest.mark.parametrize("text", [SHELLING, RALLY], ids=["violence", "contention"])
def test_what_is_about_conflict_is_kept(look: FirstLook, text: str) -> None:
    report = Report.of(text)
    assert list(look.sift([report])) == [report]


def test_what_is_not_is_set_aside_with_its_probability(look: FirstLook) -> None:
    [rejection] = look.sift([Report.of(RECIPE, doc_id="cake")])
    assert isinstance(rejection, Rejection)
    assert (rejection.code, rejection.doc_id, rejection.set_aside) == (NOT_RELEVANT, "cake", True)
    assert f"threshold {THRESHOLD:.2f}" in str(rejection)


def test_a_short_text_is_never_set_aside(look: FirstLook) -> None:
    report = Report.of("The cake needs two eggs and a cup of sugar.")
    assert list(look.sift([report])) == [report]


def test_rejections_pass_through_in_their_place(look: FirstLook) -> None:
    rejection = Rejection(source="a.txt", code="I-01", reason="has no text")
    report = Report.of(SHELLING)
    assert list(look.sift([rejection, report])) == [rejection, report]


@pytest.mark.parametrize(("threshold", "kept"), [(0.0, 2), (1.0, 0)])
def test_the_threshold_is_the_callers(threshold: float, kept: int) -> None:
    found = list(FirstLook.load(threshold).sift([Report.of(SHELLING), Report.of(RECIPE)]))
    assert sum(isinstance(outcome, Report) for outcome in found) == kept


def test_features_are_distinct_and_do_not_change_from_run_to_run() -> None:
    found = features("Shells fell. Shells fell on the port.")
    assert list(found) == sorted(set(found))
    assert list(features("shells fell")) == [15432, 96208, 119576]


@pytest.mark.parametrize("text", ["", "1 2 3", "\ud800", "a" * 1_000_000, "\u202eשלום\0"], ids=range(5))
def test_any_text_has_a_probability(look: FirstLook, text: str) -> None:
    assert 0 <= look.p(text) <= 1


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError, match=r"must be int8 of shape \(131072,\)"):
        FirstLook(weights=np.zeros(N_FEATURES), scale=1.0, bias=0.0)  # type: ignore[arg-type]


def test_an_impossible_threshold_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        FirstLook.load(2.0)
