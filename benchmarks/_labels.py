"""Scores sets of labels, and how far probabilities can be trusted."""

from collections.abc import Mapping, Sequence

from tacitus.analysis.agreement import Statistic, Sums, f1_each, found, ratio

# A label of several is assigned from here on: the threshold of the published systems, not swept.
MIN_P = 0.5
N_BINS = 10


def chosen(scores: Mapping[str, float]) -> frozenset[str]:
    """The labels that hold, of several that may."""
    return frozenset(label for label, p in scores.items() if p >= MIN_P)


def likeliest(scores: Mapping[str, float]) -> frozenset[str]:
    """The one label that holds; of equals, the first by name."""
    return frozenset({min(scores, key=lambda label: (-scores[label], label))})


def label_sums(gold: frozenset[str], predicted: frozenset[str]) -> dict[str, float]:
    """Sums for micro, macro and example-based F1 and exact match, of one text.

    A text for which neither side has a label says nothing about any label. It is left out of `example_f1`, so that
    corpora of mostly empty texts are not won by silence; `example_f1_with_empty` counts it as 1.
    """
    sums: dict[str, float] = {"texts": 1, "same": gold == predicted}
    for name, labels in (("hits", gold & predicted), ("predicted", predicted), ("gold", gold)):
        sums[name] = len(labels)
        sums.update({f"{label}_{name}": 1 for label in labels})
    if gold or predicted:
        sums["speaking"] = 1
        sums["example_f1"] = 2 * len(gold & predicted) / (len(gold) + len(predicted))
    return sums


def label_statistics(labels: Sequence[str]) -> Mapping[str, Statistic]:
    """The figures that `label_sums` allow."""
    each = f1_each(f"{label}_" for label in labels).values()
    return {
        "example_f1": lambda sums: ratio(sums["example_f1"], sums["speaking"]),
        "micro_f1": found()["f1"],
        "macro_f1": lambda sums: sum(f1(sums) for f1 in each) / len(each),
        "accuracy": lambda sums: ratio(sums["same"], sums["texts"]),
        "example_f1_with_empty": _with_empty,
    }


def _with_empty(sums: Sums) -> float:
    return ratio(sums["example_f1"] + sums["texts"] - sums["speaking"], sums["texts"])


def calibration_sums(p: float, right: bool) -> dict[str, float]:
    """Sums for the expected calibration error, of one decision made with probability `p`."""
    number = min(int(p * N_BINS), N_BINS - 1)
    return {f"bin{number}_n": 1, f"bin{number}_p": p, f"bin{number}_right": right}


def calibration_error(sums: Sums) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    n_all = sum(sums[f"bin{number}_n"] for number in range(N_BINS))
    gaps = sum(abs(sums[f"bin{number}_p"] - sums[f"bin{number}_right"]) for number in range(N_BINS))
    return ratio(gaps, n_all)
