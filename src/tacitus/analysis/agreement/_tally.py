"""Estimates with their uncertainty, from what each document adds.

Every estimate is a function of sums over documents: of hits, of misses, of squares. So a document is
kept as the sums that it adds, and an estimate's interval comes from adding up documents drawn with replacement.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sums = Mapping[str, float]
Statistic = Callable[[Sums], float]

N_RESAMPLES = 1000
SEED = b"tacitus benchmarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one document, or one sentence where a corpus has no documents, adds to the sums."""

    document: str
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measured value and the bounds within which 95 % of its resamples lie, where it was resampled."""

    metric: str
    value: float
    low: float | None = None
    high: float | None = None


def estimates(tallies: Iterable[Tally], statistics: Mapping[str, Statistic]) -> tuple[Estimate, ...]:
    """Each statistic over all documents, with its interval by percentile bootstrap over documents.

    The same documents give the same values, in whatever order they come: they are sorted by the SHA-256 of their
    ids, and drawn by SHAKE-256 in counter mode, which no library version changes.
    """
    documents = _by_document(tallies)
    if not documents:
        raise ValueError("no documents to score: is the corpus part empty?")
    keys = sorted({key for sums in documents.values() for key in sums})
    table = np.array([[documents[name].get(key, 0.0) for key in keys] for name in in_fixed_order(documents)])
    resamples = draws(len(table)) @ table
    return tuple(_estimate(metric, statistic, keys, table, resamples) for metric, statistic in statistics.items())


def _by_document(tallies: Iterable[Tally]) -> dict[str, dict[str, float]]:
    documents: dict[str, dict[str, float]] = {}
    for tally in tallies:
        sums = documents.setdefault(tally.document, defaultdict(float))
        for key, value in tally.sums.items():
            sums[key] += value
    return documents


def in_fixed_order(documents: Iterable[str]) -> list[str]:
    """Names in an order that depends on nothing but themselves, and not on what they begin with."""
    return sorted(documents, key=lambda name: hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest())


def draws(n_documents: int) -> NDArray[np.float64]:
    """How often each document is drawn in each resample, shape (n_resamples, n_documents)."""
    stream = hashlib.shake_256(SEED).digest(4 * N_RESAMPLES * n_documents)
    uniform = np.frombuffer(stream, dtype="<u4").reshape(N_RESAMPLES, n_documents).astype(np.uint64)
    chosen = (uniform * np.uint64(n_documents)) >> np.uint64(32)
    return np.array([np.bincount(row.astype(np.int64), minlength=n_documents) for row in chosen], dtype=np.float64)


def _estimate(
    metric: str,
    statistic: Statistic,
    keys: Sequence[str],
    table: NDArray[np.float64],
    resamples: NDArray[np.float64],
) -> Estimate:
    def of(row: NDArray[np.float64]) -> float:
        return statistic(defaultdict(float, zip(keys, row.tolist(), strict=True)))

    low, high = np.percentile([of(row) for row in resamples], [2.5, 97.5])
    return Estimate(metric=metric, value=of(table.sum(axis=0)), low=float(low), high=float(high))
