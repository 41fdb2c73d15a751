"""Reads the places that are kept as CSV: the project's own layers and those that a user adds."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from tacitus.grounding.places._errors import PlaceFileInvalidError, PlaceFileMissingError
from tacitus.grounding.places._rows import Feature, Row

OWN_LAYERS = ("areas.csv", "waters.csv", "sites.csv")
REQUIRED = ("name", "lat", "lon", "country")
_WHOLE = re.compile(r"[0-9]{1,9}")  # the index keeps 32 bits


def records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a CSV with a header as (line number, record); lines that begin with # are comments."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            told = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as cause:
        raise PlaceFileMissingError(path, cause) from cause
    reader = csv.DictReader(line for _, line in told)
    for (number, _), record in zip(told[1:], reader, strict=False):
        yield number, {column: value or "" for column, value in record.items() if isinstance(column, str)}


def pieces(joined: str) -> tuple[str, ...]:
    """The names of a `|`-joined cell."""
    return tuple(part.strip() for part in joined.split("|") if part.strip())


def layer(path: Path) -> Iterator[Row]:
    """The places of one CSV.

    Columns name, lat, lon, country and, if there, names, kind, region, population, geonames_id.
    """
    for number, record in records(path):
        yield _row(path, number, record)


def _row(path: Path, number: int, record: dict[str, str]) -> Row:
    missing = [column for column in REQUIRED if column not in record]
    if missing:
        raise PlaceFileInvalidError(path.name, number, f"no column {missing[0]!r}; needed are {', '.join(REQUIRED)}")
    if not record["name"].strip():
        raise PlaceFileInvalidError(path.name, number, "a place without a name")
    lat, lon = _point(path, number, record)
    return Row(
        name=record["name"].strip(),
        names=pieces(record.get("names", "")),
        country=_country(path, number, record["country"]),
        region=record.get("region", ""),
        lat=lat,
        lon=lon,
        population=_whole(path, number, record, "population"),
        feature=_feature(path, number, record.get("kind", "")),
        geonames_id=_whole(path, number, record, "geonames_id"),
    )


def _point(path: Path, number: int, record: dict[str, str]) -> tuple[float, float]:
    try:
        lat, lon = float(record["lat"]), float(record["lon"])
    except ValueError:
        raise PlaceFileInvalidError(path.name, number, f"not a point: {record['lat']!r}, {record['lon']!r}") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise PlaceFileInvalidError(path.name, number, f"{lat}, {lon} is not on Earth; columns are lat, lon in degrees")
    return lat, lon


def _whole(path: Path, number: int, record: dict[str, str], column: str) -> int:
    written = record.get(column, "").strip() or "0"
    if not _WHOLE.fullmatch(written):
        raise PlaceFileInvalidError(path.name, number, f"{column} {written!r} is no whole number, such as 1200")
    return int(written)


def _country(path: Path, number: int, written: str) -> str:
    code = written.strip().upper()
    if code and not (len(code) == 3 and code.isalpha()):
        raise PlaceFileInvalidError(path.name, number, f"{written!r} is no ISO 3166-1 alpha-3 code, such as SYR")
    return code


def _feature(path: Path, number: int, written: str) -> Feature:
    try:
        return Feature[written.strip().upper() or "CITY"]
    except KeyError:
        known = ", ".join(feature.name.lower() for feature in Feature)
        raise PlaceFileInvalidError(path.name, number, f"kind {written!r} is none of {known}") from None
