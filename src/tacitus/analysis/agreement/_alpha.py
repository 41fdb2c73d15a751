"""Krippendorff's alpha of two coders, with an interval by bootstrap over reports.

Alpha is 1 for full agreement, 0 for what chance would bring, below 0 for less than that: 1 - D_o / D_e, the observed
over the expected disagreement (Krippendorff, Content Analysis, 4th edition, 2019, chapter 12). It is computed here
for all resamples in a few products of matrices; the tests hold it to the package `krippendorff`.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tacitus.analysis.agreement._domain import Both, Level
from tacitus.analysis.agreement._tally import Estimate, draws, in_fixed_order

_Floats = NDArray[np.float64]

_BLOCK = 2_000  # distances are made for so many values at a time: 2,000 by 10,000 are 160 MB
MIN_UNITS = 2


def alpha(units: Mapping[str, Sequence[Both]], level: Level, *, metric: str = "alpha") -> Estimate | None:
    """Alpha over the units of all reports; None where there are too few, or all values are the same.

    Args:
        units: for each report, what either coder gave to each event.
        level: how values are compared.
        metric: the estimate's name.
    """
    reports = [units[name] for name in in_fixed_order(units)]
    domain = {
        value: i
        for i, value in enumerate(dict.fromkeys(value for pairs in reports for both in pairs for value in both))
    }
    n_units = sum(map(len, reports))
    if n_units < MIN_UNITS or len(domain) < 2:
        return None
    values = list(domain)
    observed = np.array([sum(distance(level, *both) for both in pairs) for pairs in reports])
    counts = _counts(reports, domain)
    sizes = counts.sum(axis=1) / 2
    weights = np.vstack([np.ones(len(reports)), draws(len(reports))])
    found = _alphas(weights @ observed, weights @ sizes, _expected(weights @ counts, values, level))
    known = found[1:][~np.isnan(found[1:])]
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (None, None)
    return Estimate(metric=metric, value=float(found[0]), low=_plain(low), high=_plain(high))


def distance(level: Level, a: Hashable, b: Hashable) -> float:
    """How far apart two values are, from 0 to 1; numbers by the square of their relative difference."""
    if a == b:
        return 0.0
    if level is Level.SET and isinstance(a, frozenset) and isinstance(b, frozenset):
        return 1 - len(a & b) / len(a | b)
    if level is Level.RATIO and isinstance(a, int | float) and isinstance(b, int | float):
        return ((a - b) / (a + b)) ** 2
    return 1.0


def _counts(reports: Sequence[Sequence[Both]], domain: Mapping[Hashable, int]) -> _Floats:
    """How often each value was given in each report, shape (n_reports, n_values)."""
    counts = np.zeros((len(reports), len(domain)))
    for row, pairs in zip(counts, reports, strict=True):
        np.add.at(row, [domain[value] for both in pairs for value in both], 1)
    return counts


def _alphas(observed: _Floats, n_units: _Floats, expected: _Floats) -> _Floats:
    """Alpha of each resample, not a number where nothing could disagree."""
    n_values = 2 * n_units
    with np.errstate(divide="ignore", invalid="ignore"):
        by_chance = expected / (n_values * (n_values - 1))
        return np.where(by_chance > 0, 1 - observed / n_units / by_chance, np.nan)


def _expected(counts: _Floats, values: Sequence[Hashable], level: Level) -> _Floats:
    """For each resample the sum of distances over all ordered pairs of values given."""
    total = np.zeros(len(counts))
    for start, distances in _distances(values, level):
        total += ((counts @ distances) * counts[:, start : start + distances.shape[1]]).sum(axis=1)
    return total


def _distances(values: Sequence[Hashable], level: Level) -> Iterator[tuple[int, _Floats]]:
    """The distances of all values to a block of them, shape (n_values, n_block), with where the block starts."""
    members = _members(values) if level is Level.SET else None
    for start in range(0, len(values), _BLOCK):
        block = slice(start, start + _BLOCK)
        if members is not None:
            shared = members @ members[block].T
            either = members.sum(axis=1)[:, None] + members[block].sum(axis=1)[None, :] - shared
            yield start, 1 - np.divide(shared, either, out=np.ones_like(shared), where=either > 0)
        else:
            yield start, np.array([[distance(level, a, b) for b in values[block]] for a in values])


def _members(values: Sequence[Hashable]) -> _Floats:
    """Which member is in which set, shape (n_values, n_members)."""
    sets = [value for value in values if isinstance(value, frozenset)]
    column = {member: i for i, member in enumerate(dict.fromkeys(member for value in sets for member in value))}
    table = np.zeros((len(sets), max(1, len(column))))
    for row, value in zip(table, sets, strict=True):
        row[[column[member] for member in value]] = 1
    return table


def _plain(bound: float | None) -> float | None:
    return None if bound is None else float(bound)
