"""Agreement of two series of numbers."""

import math

from tacitus.analysis.agreement import Sums, ratio


def number_sums(gold: float, predicted: float) -> dict[str, float]:
    """Sums for Pearson's r and for the share of equal signs, of one pair."""
    return {
        "n": 1,
        "gold": gold,
        "predicted": predicted,
        "gold_squared": gold * gold,
        "predicted_squared": predicted * predicted,
        "product": gold * predicted,
        "same_sign": (gold > 0) == (predicted > 0) and predicted != 0,
    }


def pearson(sums: Sums) -> float:
    """Pearson's r, 0 where a series does not vary."""
    n = sums["n"]
    covariance = n * sums["product"] - sums["gold"] * sums["predicted"]
    gold = n * sums["gold_squared"] - sums["gold"] ** 2
    predicted = n * sums["predicted_squared"] - sums["predicted"] ** 2
    # Sums of equal numbers differ from zero by rounding alone, or fall below it.
    if min(gold, predicted) <= 1e-12 * n * n:
        return 0.0
    return covariance / math.sqrt(gold * predicted)


def sign_accuracy(sums: Sums) -> float:
    """The share of pairs on the same side of zero; a prediction of exactly zero is on neither."""
    return ratio(sums["same_sign"], sums["n"])
