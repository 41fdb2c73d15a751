"""Confidence is a rising curve over the network's own probability."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.reading import Calibration


def test_the_default_changes_nothing() -> None:
    assert Calibration()(0.7) == pytest.approx(0.7)


@pytest.mark.parametrize(("p", "expected"), [(0.5, 0.2689), (0.9, 0.5246)])
def test_a_lower_shift_tells_less_confidence(p: float, expected: float) -> None:
    assert Calibration(slope=0.5, shift=-1.0)(p) == pytest.approx(expected, abs=1e-4)


@given(st.floats(0, 1), st.floats(0, 1))
def test_it_keeps_the_order_and_stays_a_probability(left: float, right: float) -> None:
    curve = Calibration(slope=0.6, shift=-0.4)
    assert 0 <= curve(left) <= 1
    assert (left < right) <= (curve(left) <= curve(right))


def test_it_survives_being_written() -> None:
    curve = Calibration(slope=0.61, shift=-0.3)
    assert Calibration.loads(curve.dumps()) == curve
