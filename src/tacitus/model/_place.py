"""Where it happened."""

from dataclasses import dataclass
from enum import StrEnum

from tacitus.earth import Point
from tacitus.model._span import Evidenced


class PlacePrecision(StrEnum):
    """How closely the report locates: a named site, close to one, an area, or only a country."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Evidenced):
    """A resolved place. `lat` and `lon` in WGS84 degrees, both or neither; a place not found stays named.

    `country` is ISO 3166-1 alpha-3, None for a place in no one country; `region` the name of the first-level
    administrative region; `geonames_id` the GeoNames number where the place was found there.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = PlacePrecision.EXACT
    region: str | None = None
    geonames_id: int | None = None

    def __post_init__(self) -> None:
        Evidenced.__post_init__(self)
        if (self.lat is None) != (self.lon is None):
            raise ValueError(f"a place has both coordinates or neither, got {self.lat}, {self.lon}")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"coordinates {self.lat}, {self.lon} are not on Earth")

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, None where they are not known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)
