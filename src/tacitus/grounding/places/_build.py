"""Builds the index from the sources: done once, so that opening it costs nothing."""

import gc
import json
import logging
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import marisa_trie
import numpy as np

from tacitus.grounding.places import _sources as sources
from tacitus.grounding.places._errors import PlaceIndexError
from tacitus.grounding.places._layers import OWN_LAYERS, layer, records
from tacitus.grounding.places._lists import DATA
from tacitus.grounding.places._names import is_abbreviation, key, short_key, skeleton, without_article
from tacitus.grounding.places._nations import TRANSLITERATED
from tacitus.grounding.places._rows import Feature, Row

log = logging.getLogger(__name__)
KEPT_INDEXES = 3
METROPOLIS = 1_000_000
# Smaller first-level regions share their names with too much else to tell a country.
CLUE_REGION = 2_000_000
Postings = dict[str, set[int]]


def build(target: Path, layers: Sequence[Path]) -> None:
    """Write the index into `target`.

    In a folder beside it first, then renamed, so that readers see all of it or nothing. Where two processes build at
    once, the first to finish wins and the other's copy is dropped.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".building-", dir=target.parent))
    except OSError as cause:
        raise PlaceIndexError(target.parent, cause) from cause
    try:
        work.chmod(0o755)
        with _uncollected():
            _write(work, _all_rows(layers))
        _publish(work, target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    _drop_old(target.parent)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without cyclic garbage collection: it walks millions of small records again and again, a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _publish(work: Path, target: Path) -> None:
    try:
        work.rename(target)
    except OSError as cause:
        if not target.exists():
            raise PlaceIndexError(target, cause) from cause


def _drop_old(parent: Path) -> None:
    built = sorted(parent.glob("index-*"), key=os.path.getmtime, reverse=True)
    for stale in built[KEPT_INDEXES:]:
        shutil.rmtree(stale, ignore_errors=True)


def _all_rows(layers: Sequence[Path]) -> list[Row]:
    """Every entry, ordered by country so that a country's entries are one slice.

    A later layer replaces a GeoNames number.
    """
    cities = sources.towns()
    own = chain.from_iterable(layer(DATA / name) for name in OWN_LAYERS)
    added = chain.from_iterable(layer(path) for path in layers)
    every = chain(
        cities,
        sources.countries(),
        sources.regions(cities),
        sources.districts(),
        sources.airfields(),
        own,
        sources.small_towns(),
        added,
    )
    rows: dict[object, Row] = {}
    for number, row in enumerate(every):
        rows[row.geonames_id or f"row {number}"] = row
    return sorted(rows.values(), key=lambda row: (row.country, row.feature != Feature.CITY))


def _write(folder: Path, rows: list[Row]) -> None:
    codes = sorted({row.country for row in rows})
    regions = sorted({row.region for row in rows})
    arrays: dict[str, np.ndarray] = {
        "lat": np.array([row.lat for row in rows], dtype=np.float32),
        "lon": np.array([row.lon for row in rows], dtype=np.float32),
        "population": np.array([row.population for row in rows], dtype=np.uint32),
        "feature": np.array([row.feature for row in rows], dtype=np.uint8),
        "geonames_id": np.array([row.geonames_id for row in rows], dtype=np.uint32),
        "country": np.searchsorted(np.array(codes), np.array([row.country for row in rows])).astype(np.uint16),
        "region": np.searchsorted(np.array(regions), np.array([row.region for row in rows])).astype(np.uint16),
        **_blob("name", (row.name for row in rows)),
        **_names(folder, rows),
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
    named = {record["code"]: record["name"] for _, record in records(DATA / "regions.csv")}
    capitals = _capitals(rows)
    meta = {
        "countries": codes,
        "region_codes": regions,
        "regions": [named.get(code, "") for code in regions],
        "capitals": capitals,
        "clues": list(_clues(rows, frozenset(capitals))),
    }
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    log.info("place index built: %d entries", len(rows))


def _blob(name: str, texts: Iterable[str]) -> dict[str, np.ndarray]:
    encoded = [text.encode() for text in texts]
    starts = np.cumsum([0, *map(len, encoded)], dtype=np.uint32)
    return {f"{name}_starts": starts, f"{name}_bytes": np.frombuffer(b"".join(encoded), dtype=np.uint8)}


def _names(folder: Path, rows: list[Row]) -> dict[str, np.ndarray]:
    """Three tries over the names: as keys, as country and key (for near misses), as country and consonant frame."""
    exact: Postings = defaultdict(set)
    frames: Postings = defaultdict(set)
    by_country = set()
    for number, row in enumerate(rows):
        for name_key, posting in _keys(number, row):
            exact[name_key].add(posting)
            by_country.add(f"{row.country}|{name_key}")
            frame = skeleton(name_key) if row.country in TRANSLITERATED else ""
            if frame:
                frames[f"{row.country}|{frame}"].add(posting)
    marisa_trie.Trie(by_country).save(str(folder / "near.marisa"))
    return {**_trie(folder, "exact", exact), **_trie(folder, "frame", frames)}


def _keys(number: int, row: Row) -> Iterator[tuple[str, int]]:
    """The keys of a row with its posting: twice the row's number, plus one where the key is the entry's chief name."""
    chief = _variants(row.name)
    if row.feature == Feature.CITY and row.population > METROPOLIS:
        chief |= {name_key.removesuffix(" city") for name_key in chief}  # "New York City" is as well called New York
    for name_key in chief:
        yield name_key, number * 2 + 1
    # A country, region or own entry is as well known under its further names; a town's alternates are of mixed worth.
    known = row.feature not in (Feature.CITY, Feature.AIRPORT)
    for name in row.names:
        if row.feature == Feature.REGION and is_abbreviation(name):
            yield short_key(key(name)), number * 2 + 1
            continue
        for name_key in _variants(name) - chief:
            yield name_key, number * 2 + known


def _variants(name: str) -> set[str]:
    full = key(name)
    return {variant for variant in (full, without_article(full)) if len(variant) > 1}


def _trie(folder: Path, name: str, postings: Postings) -> dict[str, np.ndarray]:
    trie = marisa_trie.Trie(postings)
    trie.save(str(folder / f"{name}.marisa"))
    ordered = sorted((trie.key_id(text), sorted(found)) for text, found in postings.items())
    starts = np.cumsum([0, *(len(found) for _, found in ordered)], dtype=np.uint32)
    return {
        f"{name}_starts": starts,
        f"{name}_postings": np.fromiter(chain.from_iterable(f for _, f in ordered), dtype=np.uint32),
    }


def _clues(rows: list[Row], capitals: frozenset[int]) -> Iterator[tuple[str, str, str]]:
    """The names that tell which country a report is about.

    (key, country, sort), one sort a name, the strongest last.
    """
    told: dict[str, tuple[str, str]] = {}
    for number, row in enumerate(rows):
        sort = _clue_sort(row, capital=number in capitals)
        for name_key, posting in _keys(number, row) if sort and row.country else ():
            if not name_key.startswith("abbr ") and (posting & 1) and told.get(name_key, ("", ""))[1] <= sort:
                told[name_key] = (row.country, sort)
    return ((name_key, country, sort) for name_key, (country, sort) in sorted(told.items()))


def _clue_sort(row: Row, *, capital: bool) -> str:
    """In alphabetical order of strength."""
    if row.feature == Feature.COUNTRY:
        return "named"
    if capital:
        return "capital"
    return (
        "a region"
        if row.feature == Feature.AREA or (row.feature == Feature.REGION and row.population > CLUE_REGION)
        else ""
    )


def _capitals(rows: list[Row]) -> list[int]:
    """The numbers of the rows that are capitals: the most populous place of the capital's name in each country."""
    wanted = set(sources.capitals())
    best: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows):
        place = (row.country, key(row.name))
        if (
            row.feature == Feature.CITY
            and place in wanted
            and (place not in best or rows[best[place]].population < row.population)
        ):
            best[place] = number
    return sorted(best.values())
