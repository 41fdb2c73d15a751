"""Labels of sentences and short reports: F1 by several averages, accuracy, calibration."""

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks._labels import calibration_error, calibration_sums, chosen, label_statistics, label_sums, likeliest
from benchmarks._system import System, text_head
from tacitus.analysis.agreement import Estimate, Tally, added, estimates
from training.corpora import LabelledText

Read = Callable[[Path, str], tuple[LabelledText, ...]]
Scores = Mapping[str, float]


def classification(
    read: Read, head: str, *, one_of: bool = False
) -> Callable[[Path, str, System], tuple[Estimate, ...]]:
    """The benchmark of a corpus of labelled texts, of which each has exactly one label if `one_of`."""

    def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
        labels = text_head(system.reader, head)
        tallies = [_tally(text, system.reader.classify(head, text.text), one_of=one_of) for text in read(folder, split)]
        return estimates(tallies, {**label_statistics(labels), "ece": calibration_error})

    return run


def _tally(text: LabelledText, logits: Scores, *, one_of: bool) -> Tally:
    gold = frozenset(text.labels)
    scores = softmax(logits) if one_of else sigmoid(logits)
    predicted = likeliest(scores) if one_of else chosen(scores)
    decisions = class_decision(gold, scores) if one_of else label_decisions(gold, scores)
    sums = [calibration_sums(p, right) for p, right in decisions]
    return Tally(document=text.document or text.id, sums=added((label_sums(gold, predicted), *sums)))


def label_decisions(gold: frozenset[str], scores: Scores) -> Iterator[tuple[float, bool]]:
    """Each label's probability and whether it holds."""
    return ((p, label in gold) for label, p in scores.items())


def class_decision(gold: frozenset[str], scores: Scores) -> Iterator[tuple[float, bool]]:
    """The probability of the likeliest class and whether it is right."""
    return ((scores[label], label in gold) for label in likeliest(scores))


def sigmoid(logits: Scores) -> dict[str, float]:
    """Each label's own probability."""
    return {label: 0.5 * (1 + math.tanh(logit / 2)) for label, logit in logits.items()}


def softmax(logits: Scores) -> dict[str, float]:
    """Probabilities of classes that exclude one another."""
    highest = max(logits.values())
    powers = {label: math.exp(logit - highest) for label, logit in logits.items()}
    return {label: power / sum(powers.values()) for label, power in powers.items()}
