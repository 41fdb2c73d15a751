"""One-to-one alignment of two lists, as alike in all as possible."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

L = TypeVar("L")
R = TypeVar("R")


def aligned(left: Sequence[L], right: Sequence[R], alike: Callable[[L, R], float]) -> list[tuple[L, R, float]]:
    """The pairs of the best alignment with how alike they are, without those that are not alike at all."""
    if not left or not right:
        return []
    table = np.array([[float(alike(a, b)) for b in right] for a in left])
    rows, columns = linear_sum_assignment(-table)
    return [(left[i], right[j], float(table[i, j])) for i, j in zip(rows, columns, strict=True) if table[i, j] > 0]
