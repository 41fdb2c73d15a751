"""Distances on the earth, taken for a sphere: what every stage that measures them means by a kilometre."""

import math
from typing import Final

Point = tuple[float, float]
"""Latitude and longitude in WGS84 degrees."""

RADIUS_KM: Final = 6371.0
"""The mean radius. A sphere is off by 0.5 % at most, far below what reports tell of places."""

NEAR_KM: Final = 25
"""How far a place "near" a known one may be from it, as UCDP has it. Two names so near may be one place."""

_DECIMALS: Final = 4


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance, by the haversine formula."""
    (lat_a, lon_a), (lat_b, lon_b) = ((math.radians(lat), math.radians(lon)) for lat, lon in (one, other))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def moved(start: Point, km: float, bearing: float) -> Point:
    """The point `km` away in a direction, in degrees clockwise from north; to about ten metres."""
    angle, way, south = km / RADIUS_KM, math.radians(bearing), math.radians(start[0])
    there = math.asin(math.sin(south) * math.cos(angle) + math.cos(south) * math.sin(angle) * math.cos(way))
    turn = math.atan2(
        math.sin(way) * math.sin(angle) * math.cos(south), math.cos(angle) - math.sin(south) * math.sin(there)
    )
    lon = (start[1] + math.degrees(turn) + 540) % 360 - 180
    return round(math.degrees(there), _DECIMALS), round(lon, _DECIMALS)
