"""How far an incident and a row are apart on the ground."""

from collections.abc import Mapping
from typing import Final

from tacitus.analysis.compare._row import Row
from tacitus.earth import NEAR_KM, kilometres
from tacitus.model import Place, PlacePrecision

# How far from its point what happened may have been. Our estimate, as for the other data's own degrees of precision.
_KM: Final[Mapping[PlacePrecision, float]] = {
    PlacePrecision.EXACT: 0.0,
    PlacePrecision.NEAR: NEAR_KM,
    PlacePrecision.REGION: 100.0,
    PlacePrecision.COUNTRY: 500.0,
}


def radius_km(place: Place) -> float:
    """How far from its point an incident may have happened."""
    return _KM[place.precision]


def apart_km(place: Place, row: Row) -> float | None:
    """The distance of the two points; None where one has no point."""
    if place.point is None or row.lat is None or row.lon is None:
        return None
    return kilometres(place.point, (row.lat, row.lon))
