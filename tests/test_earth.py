"""Distances on the earth, in Python and as linking asks DuckDB for them."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.earth import Point, kilometres, moved
from tacitus.linking._comparisons import _KM

KABUL, KANDAHAR = (34.5281, 69.1723), (31.6133, 65.7101)
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((0, 20), (1, 20)) == pytest.approx(111.2, abs=0.1)


@given(points, points)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_around(one: Point, other: Point) -> None:
    assert kilometres(one, other) == pytest.approx(kilometres(other, one), abs=1e-6)
    assert 0 <= kilometres(one, other) <= 20_016


@pytest.mark.parametrize(("one", "other"), [(KABUL, KANDAHAR), ((0.0, 179.9), (0.0, -179.9)), (KABUL, KABUL)])
def test_linking_measures_the_same(one: Point, other: Point) -> None:
    both = f"select {_KM} from (select ? as lat_l, ? as lon_l, ? as lat_r, ? as lon_r)"  # noqa: S608
    with duckdb.connect() as connection:
        [[measured]] = connection.execute(both, [*one, *other]).fetchall()
    assert measured == pytest.approx(kilometres(one, other), abs=1e-6)


def test_moving_north_by_a_degree() -> None:
    assert moved((10.0, 20.0), 111.19, 0.0) == pytest.approx((11.0, 20.0), abs=0.01)


def test_moving_over_the_date_line_stays_on_earth() -> None:
    _, lon = moved((0.0, 179.9), 100.0, 90.0)
    assert lon == pytest.approx(-179.2, abs=0.01)


@given(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), st.floats(1, 500), st.floats(0, 360))
def test_what_was_moved_is_as_far_away_as_it_was_moved(start: Point, km: float, bearing: float) -> None:
    assert kilometres(start, moved(start, km, bearing)) == pytest.approx(km, abs=0.05)
