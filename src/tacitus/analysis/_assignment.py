"""One-to-one alignment of two lists, as alike in all as possible.

The method is the shortest augmenting path of Crouse, "On implementing 2D rectangular assignment algorithms" (IEEE
Transactions on Aerospace and Electronic Systems 52, 2016), as in SciPy's `linear_sum_assignment`, down to the order in
which equals are taken: where several alignments are equally good, the same one is chosen. It stands here because
SciPy, of which nothing else is needed to run, is larger than the rest of what is installed.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

L = TypeVar("L")
R = TypeVar("R")
_Floats = NDArray[np.float64]
_Numbers = NDArray[np.intp]

_FREE = -1


def aligned(left: Sequence[L], right: Sequence[R], alike: Callable[[L, R], float]) -> list[tuple[L, R, float]]:
    """The pairs of the best alignment with how alike they are, without those that are not alike at all."""
    if not left or not right:
        return []
    table = np.array([[float(alike(a, b)) for b in right] for a in left])
    return [(left[i], right[j], float(table[i, j])) for i, j in assigned(table) if table[i, j] > 0]


def assigned(table: _Floats) -> list[tuple[int, int]]:
    """Row and column of each pair of the assignment with the greatest sum, by row; the shorter side is used up."""
    if table.shape[0] > table.shape[1]:
        return sorted((row, column) for column, row in assigned(table.T))
    cost = -table
    n_rows, n_columns = cost.shape
    row_price, column_price = np.zeros(n_rows), np.zeros(n_columns)
    row_of = np.full(n_columns, _FREE)
    column_of = np.full(n_rows, _FREE)
    for row in range(n_rows):
        _add(row, cost, row_price, column_price, row_of, column_of)
    return [(row, int(column_of[row])) for row in range(n_rows)]


def _add(  # noqa: PLR0913, PLR0917  the state of one algorithm, changed in place
    row: int, cost: _Floats, row_price: _Floats, column_price: _Floats, row_of: _Numbers, column_of: _Numbers
) -> None:
    """Assign one row more, moving others along the shortest augmenting path, and keep the prices in step."""
    distance = np.full(len(column_price), np.inf)
    path = np.full(len(column_price), _FREE)
    # From the last to the first, and the last into the gap of what is taken: so equals fall as in SciPy.
    remaining = np.arange(len(column_price))[::-1].copy()
    rows, columns = [row], []
    reached, at = 0.0, row
    while True:
        through = reached + cost[at, remaining] - row_price[at] - column_price[remaining]
        nearer = through < distance[remaining]
        path[remaining[nearer]] = at
        distance[remaining[nearer]] = through[nearer]
        index = _nearest(distance[remaining], row_of[remaining])
        column = int(remaining[index])
        reached = float(distance[column])
        columns.append(column)
        remaining[index] = remaining[-1]
        remaining = remaining[:-1]
        if row_of[column] == _FREE:
            break
        at = int(row_of[column])
        rows.append(at)
    others = rows[1:]
    row_price[row] += reached
    row_price[others] += reached - distance[column_of[others]]
    column_price[columns] -= reached - distance[columns]
    _follow(path, row, column, row_of, column_of)


def _nearest(distance: _Floats, row_of: _Numbers) -> int:
    """Of the nearest columns the last one that is free, or else the first."""
    nearest = distance == distance.min()
    free = np.flatnonzero(nearest & (row_of == _FREE))
    return int(free[-1]) if len(free) else int(nearest.argmax())


def _follow(path: _Numbers, start: int, column: int, row_of: _Numbers, column_of: _Numbers) -> None:
    """Give each column of the path to the row before it."""
    row = _FREE
    while row != start:
        row = int(path[column])
        row_of[column] = row
        column, column_of[row] = int(column_of[row]), column
