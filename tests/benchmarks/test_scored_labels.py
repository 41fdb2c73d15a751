from collections import defaultdict

import numpy as np
import pytest

from benchmarks._classification import sigmoid, softmax
from benchmarks._labels import calibration_error, calibration_sums, chosen, label_statistics, label_sums, likeliest
from benchmarks._numbers import number_sums, pearson, sign_accuracy
from tacitus.analysis.agreement import added

LABELS = ("arrest", "force", "kill")
# Text by text: what holds, what was predicted. Worked out by hand below.
TEXTS = [
    ({"arrest"}, {"arrest"}),
    ({"arrest", "force"}, {"arrest"}),
    (set(), {"kill"}),
    (set(), set()),
]


def figure(name: str) -> float:
    sums = added(label_sums(frozenset(gold), frozenset(predicted)) for gold, predicted in TEXTS)
    return label_statistics(LABELS)[name](defaultdict(float, sums))


def test_example_f1_leaves_out_texts_of_which_neither_side_says_anything() -> None:
    assert figure("example_f1") == pytest.approx((1 + 2 / 3 + 0) / 3)


def test_example_f1_with_empty_counts_agreed_silence_as_right() -> None:
    assert figure("example_f1_with_empty") == pytest.approx((1 + 2 / 3 + 0 + 1) / 4)


def test_micro_f1_adds_the_labels_up() -> None:
    assert figure("micro_f1") == pytest.approx(2 * 2 / (3 + 3))


def test_macro_f1_is_the_mean_over_labels() -> None:
    assert figure("macro_f1") == pytest.approx((1 + 0 + 0) / 3)


def test_accuracy_wants_the_whole_set() -> None:
    assert figure("accuracy") == 2 / 4


def test_several_labels_may_hold_but_one_is_likeliest() -> None:
    scores = {"arrest": 0.5, "force": 0.9, "kill": 0.49}
    assert chosen(scores) == {"arrest", "force"}
    assert likeliest(scores) == {"force"}


def test_of_equally_likely_labels_the_first_by_name_is_taken() -> None:
    assert likeliest({"kill": 0.4, "arrest": 0.4}) == {"arrest"}


def test_logits_become_probabilities() -> None:
    assert sigmoid({"kill": 0.0, "force": -1000.0}) == {"kill": 0.5, "force": 0.0}
    assert softmax({"kill": 1000.0, "force": 1000.0}) == {"kill": 0.5, "force": 0.5}


def test_calibration_error_is_the_mean_gap_between_claim_and_truth() -> None:
    # Ten decisions at 0.9 of which six are right, ten at 0.25 of which one is: gaps 0.3 and 0.15.
    decisions = [(0.9, i < 6) for i in range(10)] + [(0.25, i < 1) for i in range(10)]
    sums = defaultdict(float, added(calibration_sums(p, right) for p, right in decisions))
    assert calibration_error(sums) == pytest.approx((0.3 + 0.15) / 2)


def test_certainty_falls_into_the_last_bin() -> None:
    assert calibration_error(defaultdict(float, calibration_sums(1.0, True))) == 0


def test_pearson_equals_numpy() -> None:
    gold, predicted = [2.5, -1.0, 0.3, 1.1, -2.8], [0.9, -0.2, -0.4, 0.6, -0.7]
    sums = defaultdict(float, added(map(number_sums, gold, predicted)))
    assert pearson(sums) == pytest.approx(np.corrcoef(gold, predicted)[0, 1])


def test_pearson_of_a_constant_is_zero() -> None:
    assert pearson(defaultdict(float, added(map(number_sums, [0.1, 0.7, -2.0], [0.3] * 3)))) == 0


def test_a_prediction_of_zero_is_on_neither_side() -> None:
    sums = added(map(number_sums, [1.0, -1.0, -1.0, 1.0], [0.2, -0.1, 0.0, -0.3]))
    assert sign_accuracy(defaultdict(float, sums)) == 2 / 4
