"""Scores labelled spans against gold ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from benchmarks._system import Tag

Labelled = tuple[str, int, int]
Bounds = tuple[int, int]


def labelled(tags: Iterable[Tag]) -> frozenset[Labelled]:
    """What a reader tagged, without its probabilities."""
    return frozenset((label, start, end) for label, start, end, _ in tags)


def snapped(spans: Iterable[Labelled], tokens: Sequence[Bounds]) -> frozenset[Labelled]:
    """Spans widened to whole tokens of the corpus; those that touch no token are dropped."""
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]
    result = set()
    for label, start, end in spans:
        first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
        if first <= last:
            result.add((label, starts[first], ends[last]))
    return frozenset(result)


def exact_sums(gold: frozenset[Labelled], predicted: frozenset[Labelled]) -> dict[str, float]:
    """Sums for exact F1 as seqeval computes it, over all labels and for each: label and both bounds are right."""
    sums: dict[str, float] = {}
    for name, spans in (("hits", gold & predicted), ("predicted", predicted), ("gold", gold)):
        sums[name] = len(spans)
        for label, _, _ in spans:
            sums[f"{label}_{name}"] = sums.get(f"{label}_{name}", 0) + 1
    return sums


def partial_sums(gold: frozenset[Labelled], predicted: frozenset[Labelled], name: str = "partial_") -> dict[str, float]:
    """Sums for overlap F1: precision is the mean share of a predicted span that gold spans of its label cover.

    Recall is the same with the sides exchanged (intersection-based measures of Johansson and Moschitti 2013).
    """
    return {
        f"{name}hits_predicted": sum(_covered(span, gold) for span in predicted),
        f"{name}hits_gold": sum(_covered(span, predicted) for span in gold),
        f"{name}predicted": len(predicted),
        f"{name}gold": len(gold),
    }


def _covered(span: Labelled, others: Iterable[Labelled]) -> float:
    """The share of a span's characters that lie in others of its label."""
    label, start, end = span
    inside: set[int] = set()
    for other, first, last in others:
        if other == label:
            inside.update(range(max(start, first), min(end, last)))
    return len(inside) / (end - start)
