"""What one entry of the gazetteer is, at build time (`Row`) and when looked up (`Entry`)."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from tacitus.earth import Point
from tacitus.model import PlacePrecision


class Feature(IntEnum):
    """What sort of thing an entry is.

    The numbers are written into the index: changing them needs a new INDEX_FORMAT.
    """

    CITY = 0
    COUNTRY = 1
    REGION = 2
    DISTRICT = 3
    AREA = 4
    WIDE = 5
    SEA = 6
    WATER = 7
    LINE = 8
    SITE = 9
    AIRPORT = 10


EXTENDED = frozenset({Feature.REGION, Feature.DISTRICT, Feature.AREA, Feature.SEA, Feature.WATER, Feature.LINE})


def precision_of(feature: Feature) -> PlacePrecision:
    """How closely a bare mention of such an entry locates."""
    if feature in (Feature.COUNTRY, Feature.WIDE):
        return PlacePrecision.COUNTRY
    return PlacePrecision.REGION if feature in EXTENDED else PlacePrecision.EXACT


class Row(NamedTuple):
    """One entry as a source tells it.

    `country` is alpha-3, `region` a GeoNames admin1 code ("SY.07"); both may be "".
    """

    name: str
    names: tuple[str, ...]
    country: str
    region: str
    lat: float
    lon: float
    population: int
    feature: Feature
    geonames_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the gazetteer. `row` is its number in the index; `region` the name of its first-level region."""

    row: int
    name: str
    country: str | None
    region: str | None
    lat: float
    lon: float
    population: int
    feature: Feature
    geonames_id: int | None

    @property
    def point(self) -> Point:
        """Latitude and longitude."""
        return self.lat, self.lon

    @property
    def precision(self) -> PlacePrecision:
        """How closely a report that names this and no more locates."""
        return precision_of(self.feature)
