"""GeoJSON (RFC 7946): one feature an entry, points only where a point is known."""

import json
from datetime import date
from typing import BinaryIO

from tacitus.codebook import Codebook
from tacitus.export._columns import row_of
from tacitus.export._entry import Entry
from tacitus.export._layout import Row
from tacitus.export._words import fit
from tacitus.model import PlacePrecision

_HEAD = b'{"type":"FeatureCollection","features":[\n'
_FOOT = b"\n]}\n"


class GeoJsonSheet:
    """Features of one collection, one a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._stream.write(_HEAD)
        self._between = b""

    def add(self, row: Row) -> None:
        """Write one feature."""
        self._stream.write(self._between + as_json(row))
        self._between = b",\n"

    def close(self) -> None:
        """Write the end of the collection."""
        self._stream.write(_FOOT)

    def discard(self) -> None:
        """Nothing is held."""


def feature(entry: Entry, _: Codebook) -> tuple[Row]:
    """The entry as a feature. A country is not a point: its middle would look like a site; it has no geometry."""
    (properties,) = row_of(entry)
    return ({"type": "Feature", "id": entry.id, "geometry": _point(entry), "properties": properties},)


def as_json(row: Row) -> bytes:
    """One line of JSON in UTF-8."""
    return json.dumps(_plain(row), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _point(entry: Entry) -> Row | None:
    place = entry.place
    if place is None or place.point is None or place.precision is PlacePrecision.COUNTRY:
        return None
    lat, lon = place.point
    return {"type": "Point", "coordinates": [lon, lat]}


def _plain(value: object) -> object:
    match value:
        case str():
            return fit(value)
        case date():
            return value.isoformat()
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case tuple() | list():
            return [_plain(one) for one in value]
        case _:
            return value
