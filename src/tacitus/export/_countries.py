"""How the formats write a country: countries.csv."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Ranges of Gleditsch and Ward's numbers, by which UCDP divides the world.
_GED_REGIONS = ((199, "Americas"), (399, "Europe"), (629, "Africa"), (699, "Middle East"), (999, "Asia"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """Names and numbers of a country; empty or None where the list in question does not have it."""

    iso3: str
    name: str
    numeric: int | None
    fips: str
    gw: int | None
    acled_region: str
    ged_name: str

    @property
    def ged_region(self) -> str:
        """UCDP's region."""
        return next((name for last, name in _GED_REGIONS if self.gw is not None and self.gw <= last), "")


def country(iso3: str | None) -> Country | None:
    """The country of this code; None for an unknown one or none."""
    return _countries().get(iso3 or "")


def countries() -> tuple[Country, ...]:
    """All of them."""
    return tuple(_countries().values())


@cache
def _countries() -> Mapping[str, Country]:
    lines = files("tacitus.export").joinpath("countries.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["iso3"]: _country(row) for row in rows}


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        iso3=row["iso3"],
        name=row["name"],
        numeric=int(row["numeric"]) if row["numeric"] else None,
        fips=row["fips"],
        gw=int(row["gw"]) if row["gw"] else None,
        acled_region=row["acled_region"],
        ged_name=row["ged_name"] or row["name"],
    )
