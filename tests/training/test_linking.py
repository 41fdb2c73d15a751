"""What is learnt from pairs of one happening and of two, and how it is stored."""

import json
from collections import Counter

import pytest

from tacitus.linking import Parameters
from training import linking
from training.linking import N_TOWNS, STORIES, Labelled, as_stored, best_prior, labelled_pairs, learn
from training.stories import load_stories

ALIKE = (("place", "same site"), ("killed", "same figure"))
UNLIKE = (("place", "far apart"), ("killed", "figures far apart"))
PLACE_ALONE = (("place", "same site"),)


@pytest.fixture(scope="module")
def learnt() -> Parameters:
    labelled = Labelled(same=Counter({ALIKE: 30, PLACE_ALONE: 10}), different=Counter({UNLIKE: 30, PLACE_ALONE: 10}))
    return learn(labelled, Counter({ALIKE: 20, UNLIKE: 980}), version="test", prior=0.05)


def test_what_is_frequent_among_pairs_of_one_happening_speaks_for_it(learnt: Parameters) -> None:
    place = learnt.levels["place"]
    assert place["same site"].weight > 0 > place["far apart"].weight


def test_pairs_without_labels_that_look_alike_are_not_counted_as_two_happenings(learnt: Parameters) -> None:
    assert learnt.levels["killed"]["same figure"].u < 0.02


def test_every_level_is_possible_and_the_shares_of_a_comparison_sum_to_one(learnt: Parameters) -> None:
    for chances in learnt.levels.values():
        assert min(min(one.m, one.u) for one in chances.values()) > 0
        assert sum(one.m for one in chances.values()) == pytest.approx(1)
        assert sum(one.u for one in chances.values()) == pytest.approx(1)


def test_killed_and_injured_are_learnt_together(learnt: Parameters) -> None:
    assert learnt.levels["injured"] == learnt.levels["killed"]


def test_the_shipped_form_is_read_back(learnt: Parameters) -> None:
    read = Parameters.of(json.loads(as_stored(learnt)))
    assert read.levels["place"]["far apart"].weight == pytest.approx(
        learnt.levels["place"]["far apart"].weight, abs=0.1
    )
    assert read.prior == learnt.prior


def test_the_like_on_the_same_day_in_another_town_is_counted_as_another_happening() -> None:
    story = load_stories(STORIES)[0]
    labelled = labelled_pairs([story], [story.reports])
    apart = sum(n for levels, n in labelled.different.items() if dict(levels).get("place") == "far apart")
    placed = sum(n for levels, n in labelled.same.items() if "place" in dict(levels))
    assert apart >= N_TOWNS * placed > 0


def test_the_prior_is_the_one_that_links_the_stories_best(monkeypatch: pytest.MonkeyPatch) -> None:
    stories = load_stories(STORIES)[:2]
    by_hand = [story.reports for story in stories]
    labelled = [labelled_pairs([story], [coded]) for story, coded in zip(stories, by_hand, strict=True)]
    monkeypatch.setattr(linking, "PRIORS", (1e-12, 0.05))
    assert best_prior(stories, by_hand, labelled, Counter({UNLIKE: 1000})) == 0.05
