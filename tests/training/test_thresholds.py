"""Trying a threshold on scores that were computed once. Needs the training extra."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is only installed for training")

from tacitus.reading import SpanScores
from training.thresholds import kept

LIKELY, DOUBTFUL, UNLIKELY = [-4.0, 4.0], [0.0, 0.5], [4.0, -4.0]


def test_what_is_less_likely_is_dropped_with_its_pairs() -> None:
    given = SpanScores(
        kept=np.array([0, 2]),
        category=np.array([LIKELY, UNLIKELY, DOUBTFUL]),
        realis=np.array([[1.0], [2.0]]),
        modes=np.array([[1.0], [2.0]]),
        acled=np.array([[1.0], [2.0]]),
        traits=np.array([[1.0], [2.0]]),
        salience=np.array([[1.0], [2.0]]),
        roles=np.zeros((2, 3, 1)),
        identity=np.zeros((2, 2, 1)),
        responses=np.zeros((2, 2, 1)),
        sectors=np.zeros((3, 2)),
    )
    fewer = kept(given, 0.9)
    assert fewer.kept.tolist() == [0]
    assert fewer.realis.tolist() == [[1.0]]
    assert fewer.roles.shape == (1, 3, 1)
    assert fewer.identity.shape == fewer.responses.shape == (1, 1, 1)
    assert len(fewer.category) == len(fewer.sectors) == 3
