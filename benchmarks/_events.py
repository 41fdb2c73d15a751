"""Scores predicted event records against gold ones, report by report, by the package's own measure of agreement.

What it adds is how far the events' confidence can be trusted.
"""

from collections.abc import Mapping, Sequence

from benchmarks._labels import calibration_error, calibration_sums
from tacitus.analysis import agreement
from tacitus.analysis.agreement import Pair, Statistic, Value, added, pairs, same_category


def event_sums(gold: Sequence[Value], predicted: Sequence[Value]) -> dict[str, float]:
    """Sums of one report for `event_statistics`. Events are JSON records of the annotation guide's form."""
    right = same_category(pairs(gold, predicted))
    return added((agreement.event_sums(gold, predicted), *_confidence_sums(predicted, right)))


def _confidence_sums(predicted: Sequence[Value], right: Sequence[Pair]) -> list[dict[str, float]]:
    found_right = {id(event) for _, event in right}
    return [
        calibration_sums(event["confidence"], id(event) in found_right)
        for event in predicted
        if event.get("confidence") is not None
    ]


def event_statistics() -> Mapping[str, Statistic]:
    """The measure's figures, and the expected calibration error."""
    return {**agreement.event_statistics(), "confidence_ece": calibration_error}
