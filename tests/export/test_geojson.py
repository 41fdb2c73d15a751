"""GeoJSON: read back by geopandas over pyogrio, which is how QGIS reads it too (GDAL)."""

import io
import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest

from tacitus.export import COLUMNS, Entry, write
from tacitus.model import PlacePrecision
from tests.export.samples import COUNTRYWIDE, DISPUTED, HARIM, HOSTILE, SHELLING, entry


def read(path: Path, *entries: Entry) -> gpd.GeoDataFrame:
    write(entries, path / "events.geojson", to="geojson")
    return gpd.read_file(path / "events.geojson", engine="pyogrio")


def test_events_are_points_in_longitude_and_latitude(tmp_path: Path) -> None:
    found = read(tmp_path, SHELLING, DISPUTED)
    assert found.crs.to_epsg() == 4326
    assert [(point.x, point.y) for point in found.geometry] == [(36.51917, 36.20752)] * 2
    assert found["id"].tolist() == [SHELLING.id, DISPUTED.id]
    assert found["killed"].tolist() == [4, 6]
    assert found["place_precision"].tolist() == ["exact", "exact"]


def test_a_region_says_that_its_point_is_a_middle_and_a_country_has_none(tmp_path: Path) -> None:
    region = entry(place=replace(HARIM, name="Idlib", precision=PlacePrecision.REGION))
    found = read(tmp_path, region, COUNTRYWIDE, entry(place=None))
    assert found["place_precision"].fillna("").tolist() == ["region", "country", ""]
    assert found.geometry.isna().tolist() == [False, True, True]


def test_every_column_is_a_property_and_lists_stay_lists() -> None:
    stream = io.BytesIO()
    write([SHELLING], stream, to="geojson")
    (feature,) = json.loads(stream.getvalue())["features"]
    assert list(feature["properties"]) == [column.name for column in COLUMNS]
    assert feature["properties"]["actors"] == ["Dawn Front"]
    assert feature["properties"]["date_from"] == "2016-11-08"


@pytest.mark.parametrize("entries", [(), (SHELLING,), (SHELLING, HOSTILE)], ids=["none", "one", "two"])
def test_it_is_one_collection_of_any_number(entries: tuple[Entry, ...]) -> None:
    stream = io.BytesIO()
    write(entries, stream, to="geojson")
    collection = json.loads(stream.getvalue())
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == [one.id for one in entries]
