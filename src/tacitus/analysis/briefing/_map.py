"""A map of where incidents happened: outlines of countries, and a circle for each place.

Borders are those that Natural Earth draws, which are de facto; they are no statement about whose a place is.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tacitus.analysis._page import safe
from tacitus.analysis._phrases import plural
from tacitus.analysis.briefing._briefing import Told
from tacitus.earth import Point
from tacitus.model import PlacePrecision

_WIDTH, _LEAST_HEIGHT, _MOST_HEIGHT = 960.0, 360.0, 620.0
_MARGIN: Final = 0.18  # of the places' extent, to each side
_LEAST_DEGREES: Final = 5.0  # so that a single town is shown with the land around it
_MOST_LABELS: Final = 12
_LETTER, _LINE = 8.4, 18.0  # what a label takes, in pixels


@dataclass(frozen=True, slots=True)
class _Spot:
    """All that happened at one place."""

    name: str
    lat: float
    lon: float
    n_incidents: int
    n_killed: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is drawn. A degree of longitude is drawn as long as it is at the middle latitude."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        wide = _WIDTH / ((self.east - self.west) * self.narrow)
        return min(wide, _MOST_HEIGHT / (self.north - self.south))

    @property
    def narrow(self) -> float:
        """A degree of longitude in degrees of latitude."""
        return max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def height(self) -> float:
        """Of the drawing."""
        return max(_LEAST_HEIGHT, (self.north - self.south) * self.scale)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels to the right and down; the frame is in the middle of the drawing."""
        x = _WIDTH / 2 + (lon - (self.west + self.east) / 2) * self.narrow * self.scale
        return x, self.height / 2 - (lat - (self.south + self.north) / 2) * self.scale


def map_as_svg(told: Iterable[Told]) -> str:
    """The drawing; empty where no place is known better than by its country."""
    spots = sorted(_spots(told), key=lambda spot: (-spot.n_killed, -spot.n_incidents, spot.name))
    if not spots:
        return ""
    frame = _frame(spots)
    land = "".join(_country(outline, frame) for outline in _outlines())
    circles = "".join(_circle(spot, frame) for spot in spots)
    labels = "".join(_labels(spots, frame))
    about = "; ".join(f"{spot.name}: {_about(spot)}" for spot in spots[:_MOST_LABELS])
    return (
        f'<svg class="map" role="img" aria-label="Map of incidents. {safe(about)}" viewBox="0 0 {_WIDTH:.0f} '
        f'{frame.height:.0f}"><g class="land">{land}</g><g class="spots">{circles}</g>'
        f'<g class="names">{labels}</g></svg>'
    )


def _spots(told: Iterable[Told]) -> Iterator[_Spot]:
    there: dict[Point, list[Told]] = defaultdict(list)
    for one in told:
        place = one.entry.place
        if place and place.point and place.precision is not PlacePrecision.COUNTRY:
            there[place.point].append(one)
    for (lat, lon), incidents in there.items():
        places = [one.entry.place for one in incidents if one.entry.place]
        n_killed = sum(one.entry.killed.best for one in incidents if one.entry.killed)
        exact = any(place.precision is PlacePrecision.EXACT for place in places)
        yield _Spot(places[0].name, lat, lon, len(incidents), n_killed, exact)


def _frame(spots: list[_Spot]) -> _Frame:
    lats, lons = [spot.lat for spot in spots], [spot.lon for spot in spots]
    south, north = _widened(min(lats), max(lats))
    west, east = _widened(min(lons), max(lons))
    return _Frame(west, south, east, north)


def _widened(low: float, high: float) -> tuple[float, float]:
    extent = max((high - low) * (1 + 2 * _MARGIN), _LEAST_DEGREES)
    return (low + high - extent) / 2, (low + high + extent) / 2


@cache
def _outlines() -> tuple[tuple[tuple[float, ...], ...], ...]:
    """For each country its rings, each as longitude, latitude, longitude … in degrees."""
    told = json.loads(files("tacitus.analysis").joinpath("outlines.json").read_text(encoding="utf-8"))
    return tuple(
        tuple(tuple(tenth / 10 for tenth in ring) for ring in country["rings"]) for country in told["countries"]
    )


def _country(rings: Iterable[tuple[float, ...]], frame: _Frame) -> str:
    """The rings that reach into the drawing."""
    path = "".join(_ring(ring, frame) for ring in rings)
    return f'<path d="{path}"/>' if path else ""


def _ring(ring: tuple[float, ...], frame: _Frame) -> str:
    points = [frame.at(lat, lon) for lon, lat in zip(ring[::2], ring[1::2], strict=True)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > _WIDTH or max(ys) < 0 or min(ys) > frame.height:
        return ""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z"


def _circle(spot: _Spot, frame: _Frame) -> str:
    x, y = frame.at(spot.lat, spot.lon)
    kind = "" if spot.exact else ' class="vague"'
    title = f"<title>{safe(spot.name)}: {safe(_about(spot))}</title>"
    return f'<circle{kind} cx="{x:.1f}" cy="{y:.1f}" r="{_radius(spot):.1f}">{title}</circle>'


def _radius(spot: _Spot) -> float:
    """The area grows with the number killed; who died nowhere still leaves a mark."""
    return min(40.0, 5 + 2.2 * math.sqrt(spot.n_killed))


def _about(spot: _Spot) -> str:
    return f"{plural(spot.n_incidents, 'incident')}, {spot.n_killed:,} reported killed"


def _labels(spots: list[_Spot], frame: _Frame) -> Iterator[str]:
    """Names beside the circles, the deadliest first, as long as none lies on another."""
    taken: list[tuple[float, float, float, float]] = []
    for spot in spots[:_MOST_LABELS]:
        x, y = frame.at(spot.lat, spot.lon)
        width, reach = len(spot.name) * _LETTER, _radius(spot) + 4
        right = x + reach + width <= _WIDTH
        left = x + reach if right else x - reach - width
        box = (left, y - _LINE / 2, left + width, y + _LINE / 2)
        if not any(_cross(box, other) for other in taken):
            taken.append(box)
            yield f'<text x="{left:.0f}" y="{y + 4:.0f}">{safe(spot.name)}</text>'


def _cross(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
