from collections import defaultdict

import pytest

from benchmarks._spans import exact_sums, partial_sums, snapped
from benchmarks._tagging import flat
from tacitus.analysis.agreement import added, found

TOKENS = ((0, 3), (4, 9), (10, 14))


def exact(gold, predicted, name="f1", prefix=""):
    return found(prefix)[name](defaultdict(float, exact_sums(frozenset(gold), frozenset(predicted))))


def partial(gold, predicted, name):
    sums = partial_sums(frozenset(gold), frozenset(predicted))
    return found("partial_")[f"partial_{name}"](defaultdict(float, sums))


def test_a_span_counts_only_with_its_label_and_both_bounds() -> None:
    gold = [("Person", 0, 5), ("Place", 8, 12), ("Place", 20, 30)]
    predicted = [("Person", 0, 5), ("Place", 8, 11), ("Person", 20, 30), ("Place", 40, 42)]
    assert exact(gold, predicted, "precision") == 1 / 4
    assert exact(gold, predicted, "recall") == 1 / 3
    assert exact(gold, predicted) == pytest.approx(2 / 7)


def test_each_label_has_its_own_f1() -> None:
    gold, predicted = [("Person", 0, 5), ("Place", 8, 12)], [("Person", 0, 5), ("Place", 8, 11)]
    assert exact(gold, predicted, "Person_f1", "Person_") == 1
    assert exact(gold, predicted, "Place_f1", "Place_") == 0


def test_nothing_found_scores_nothing() -> None:
    assert exact([("Person", 0, 5)], []) == 0


def test_partial_overlap_earns_the_share_covered() -> None:
    gold, predicted = [("cue", 0, 10)], [("cue", 5, 25)]
    assert partial(gold, predicted, "precision") == 0.25
    assert partial(gold, predicted, "recall") == 0.5
    assert partial(gold, predicted, "f1") == pytest.approx(1 / 3)


def test_partial_overlap_counts_no_character_twice() -> None:
    assert partial([("cue", 0, 10)], [("cue", 0, 8), ("cue", 4, 10)], "recall") == 1


def test_partial_overlap_of_another_label_earns_nothing() -> None:
    assert partial([("cue", 0, 10)], [("source", 0, 10)], "f1") == 0


@pytest.mark.parametrize(
    ("span", "wanted"),
    [
        pytest.param((4, 9), (4, 9), id="a token stays"),
        pytest.param((5, 8), (4, 9), id="a part of a token becomes the token"),
        pytest.param((2, 5), (0, 9), id="parts of two become both"),
        pytest.param((9, 12), (10, 14), id="a leading blank is dropped"),
    ],
)
def test_spans_widen_to_whole_tokens(span: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert snapped([("Place", *span)], TOKENS) == {("Place", *wanted)}


def test_a_span_of_blanks_is_dropped() -> None:
    assert snapped([("Place", 3, 4)], TOKENS) == frozenset()


def test_of_overlapping_tags_the_likeliest_is_kept() -> None:
    tags = [("Place", 0, 5, 0.6), ("Person", 3, 9, 0.9), ("Place", 9, 12, 0.5)]
    assert flat(tags) == {("Person", 3, 9), ("Place", 9, 12)}


def test_sums_add_up_over_documents() -> None:
    assert added(({"hits": 1, "gold": 2}, {"hits": 3})) == {"hits": 4, "gold": 2}
