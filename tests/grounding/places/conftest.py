"""A small gazetteer: the project's own layers over a handful of towns, so that the suite parses no large file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tacitus.grounding.places import Gazetteer
from tacitus.grounding.places import _sources as sources
from tacitus.grounding.places._rows import Feature, Row

# name, further names, country, region, lat, lon, population. Facts from GeoNames (CC BY 4.0), rounded.
TOWNS = (
    ("Ālbū Kamāl", "Abu Kamal|Al-Bukamal|Albu Kamal", "SYR", "SY.07", 34.45, 40.92, 57572),
    ("Deir ez-Zor", "Dayr az Zawr|Deir Ezzor", "SYR", "SY.07", 35.34, 40.14, 242565),
    ("Damascus", "Dimashq", "SYR", "SY.13", 33.51, 36.29, 1569394),
    ("Aleppo", "Halab", "SYR", "SY.09", 36.2, 37.16, 2098210),
    ("Al Bāb", "El Bab", "SYR", "SY.09", 36.37, 37.52, 130745),
    ("Latakia", "", "SYR", "SY.02", 35.53, 35.79, 340181),
    ("Kirkuk", "Kerkuk", "IRQ", "IQ.13", 35.47, 44.39, 1031000),
    ("Baghdad", "", "IRQ", "IQ.07", 33.34, 44.4, 7216000),
    ("Mosul", "Al Mawsil", "IRQ", "IQ.15", 36.34, 43.12, 1739800),
    ("Mazār-e Sharīf", "Mazar-i-Sharif", "AFG", "AF.30", 36.71, 67.11, 523300),
    ("Kabul", "", "AFG", "AF.13", 34.53, 69.17, 4434550),
    ("Paris", "", "FRA", "FR.11", 48.85, 2.35, 2138551),
    ("Lyon", "", "FRA", "FR.84", 45.75, 4.85, 522969),
    ("Paris", "", "USA", "US.TX", 33.66, -95.56, 24839),
    ("Dallas", "", "USA", "US.TX", 32.78, -96.81, 1300092),
    ("Springfield", "", "USA", "US.IL", 39.8, -89.64, 116565),
    ("Springfield", "", "USA", "US.MA", 42.1, -72.59, 154341),
    ("Boston", "", "USA", "US.MA", 42.36, -71.06, 667137),
    ("Chicago", "", "USA", "US.IL", 41.85, -87.65, 2720546),
    ("New York City", "New York", "USA", "US.NY", 40.71, -74.01, 8175133),
    ("Washington", "", "USA", "US.DC", 38.9, -77.04, 601723),
    ("Bogotá", "Bogota", "COL", "CO.34", 4.61, -74.08, 7674366),
    ("Medellín", "Medellin", "COL", "CO.02", 6.25, -75.56, 1999979),
    ("Khartoum", "", "SDN", "SD.29", 15.55, 32.53, 1974647),
)


def _rows() -> list[Row]:
    return [
        Row(name, tuple(names.split("|")), country, region, lat, lon, people, Feature.CITY, 900_000_000 + number)
        for number, (name, names, country, region, lat, lon, people) in enumerate(TOWNS)
    ]  # fmt: skip


@pytest.fixture(scope="session")
def small_sources() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "towns", _rows)
        patch.setattr(sources, "small_towns", tuple)
        yield


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, small_sources: None) -> Path:  # noqa: ARG001 - it must be in force
    return tmp_path_factory.mktemp("places")


@pytest.fixture(scope="session")
def gazetteer(home: Path) -> Gazetteer:
    return Gazetteer.load(home)
