"""Chooses among places that share a name, for all names of a report at once.

Each name's candidates are weighed by how well known they are and by the countries that the report speaks of; then, in
a few rounds, by how near they lie to the likely meanings of the report's other names, and whether they lie in the place
that the words say holds them. A mean-field reading of a pairwise model, after the "spatial minimality" of Leidner
(2007).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tacitus.earth import RADIUS_KM
from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import HINTS

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
N_CANDIDATES = 40
N_ROUNDS = 3
# Kilometres within which an entry of each feature holds another place.
REACH = {
    Feature.CITY: 60.0,
    Feature.REGION: 250.0,
    Feature.DISTRICT: 90.0,
    Feature.AREA: 400.0,
    Feature.WIDE: 4000.0,
    Feature.SEA: 800.0,
    Feature.WATER: 400.0,
    Feature.LINE: 400.0,
    Feature.SITE: 40.0,
    Feature.AIRPORT: 40.0,
    Feature.COUNTRY: 0.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each ground counts, in the units of a population's decimal logarithm.

    From coordinate searches over the training halves of LGL, GeoWebNews and GeoVirus and half of the annotated
    reports, November 2026; the last round moved none of the four figures by more than 0.004. `country`,
    `region` and `support` were raised afterwards on 145 documents of LGL and GeoWebNews: 0.005 and 0.004 more.
    """

    chief: float = 1.2
    capital: float = 0.8
    hint: float = 2.0
    share: float = 2.0
    untold: float = 0.03
    near: float = 2.0
    near_km: float = 60.0
    same_region: float = 0.8
    same_country: float = 0.05
    support: float = 2.5
    holder: float = 5.0
    guess: float = -1.5
    country: float = 10.0
    wide: float = 6.0
    area: float = 6.2
    region: float = -0.6
    district: float = 3.6
    site: float = 5.0
    airport: float = 3.0


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name to be resolved: its candidates' postings, the sort of place announced, the names that hold it.

    The first `firm` holders stand in the mention itself; the rest beside it, where a list of places can look like
    one in another. `guessed` marks candidates found by likeness, not by the name itself.
    """

    key: str
    postings: tuple[int, ...]
    hint: str | None = None
    holders: tuple[int, ...] = ()
    firm: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The candidates of all names, one under the other. `of` is the number of the name that each belongs to."""

    rows: Ints
    of: Ints
    prior: Floats


def choose(
    names: Sequence[Name], clues: Clues, gazetteer: Gazetteer, weights: Weights = WEIGHTS
) -> list[tuple[int, float] | None]:
    """The row and probability of each name's likeliest meaning; None for a name without candidates."""
    table = _table(names, clues, gazetteer, weights)
    if not len(table.rows):
        return [None] * len(names)
    p = _rounds(names, table, gazetteer, weights)
    chosen: list[tuple[int, float] | None] = []
    for number in range(len(names)):
        mine = np.flatnonzero(table.of == number)
        best = mine[np.argmax(p[mine])] if len(mine) else None
        chosen.append(None if best is None else (int(table.rows[best]), float(p[best])))
    return chosen


def _table(names: Sequence[Name], clues: Clues, gazetteer: Gazetteer, weights: Weights) -> _Table:
    rows: list[int] = []
    of: list[int] = []
    prior: list[float] = []
    for number, name in enumerate(names):
        shares = clues.shares_without(name.key)
        scored = sorted((-_prior(posting, name, shares, gazetteer, weights), posting >> 1) for posting in name.postings)
        for score, row in scored[:N_CANDIDATES]:
            rows.append(row)
            of.append(number)
            prior.append(-score)
    return _Table(rows=np.array(rows, dtype=np.int64), of=np.array(of, dtype=np.int64), prior=np.array(prior))


def _prior(posting: int, name: Name, shares: dict[str, float], gazetteer: Gazetteer, weights: Weights) -> float:
    index, row = gazetteer.index, posting >> 1
    feature = Feature(int(index.feature[row]))
    score = (
        _fame(feature, int(index.population[row]), weights)
        + weights.chief * (posting & 1)
        + weights.capital * (row in index.capitals)
    )
    if name.hint and feature in HINTS[name.hint]:
        score += weights.hint
    country = index.countries[index.country[row]]
    # What lies in no one country is at home in every report.
    share = shares.get(country, 0.0) if country else 1.0
    return score + weights.share * float(np.log10(share + weights.untold)) + weights.guess * name.guessed


def _fame(feature: Feature, population: int, weights: Weights) -> float:
    size = float(np.log10(population + 300))
    known = {
        Feature.COUNTRY: weights.country,
        Feature.WIDE: weights.wide,
        Feature.AREA: weights.area,
        Feature.SEA: weights.wide,
        Feature.WATER: weights.site,
        Feature.LINE: weights.area,
        Feature.REGION: size + weights.region,
        Feature.DISTRICT: weights.district,
        Feature.SITE: weights.site,
        Feature.AIRPORT: weights.airport,
    }
    return known.get(feature, size)


def _rounds(names: Sequence[Name], table: _Table, gazetteer: Gazetteer, weights: Weights) -> Floats:
    ties = _ties(table, gazetteer, weights)
    held = _held(names, table, gazetteer)
    p = _normal(table.prior, table.of)
    for _ in range(N_ROUNDS):
        p = _normal(
            table.prior + weights.support * np.log1p(ties @ p) + weights.holder * np.minimum(held @ p, 1.0), table.of
        )
    return p


def _normal(score: Floats, of: Ints) -> Floats:
    """Softmax within each name."""
    top = np.full(of.max() + 1, -np.inf)
    np.maximum.at(top, of, score)
    raised = np.exp(score - top[of])
    return np.asarray(raised / np.bincount(of, weights=raised)[of])


def _distances(table: _Table, gazetteer: Gazetteer) -> Floats:
    lat, lon = (np.radians(column[table.rows].astype(float)) for column in (gazetteer.index.lat, gazetteer.index.lon))
    point = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    return np.asarray(RADIUS_KM * np.arccos(np.clip(point @ point.T, -1.0, 1.0)))


def _ties(table: _Table, gazetteer: Gazetteer, weights: Weights) -> Floats:
    """How much each candidate (column) speaks for each other one (row): nearness, one region, one country."""
    index = gazetteer.index
    country, region, feature = (
        column[table.rows].astype(np.int64) for column in (index.country, index.region, index.feature)
    )
    exact = ~np.isin(feature, (Feature.COUNTRY, Feature.WIDE))
    near = weights.near * np.exp(-_distances(table, gazetteer) / weights.near_km) * (exact[:, None] & exact[None, :])
    nowhere = index.countries.index("") if "" in index.countries else -1
    # The countries themselves are counted in the clues already.
    alike = (country[:, None] == country[None, :]) & (country != nowhere)[:, None] & exact[None, :]
    there = (region[:, None] == region[None, :]) & (index.region[table.rows] != 0)[:, None]
    others = table.of[:, None] != table.of[None, :]
    return np.asarray((near + weights.same_country * alike + weights.same_region * there) * others)


def _held(names: Sequence[Name], table: _Table, gazetteer: Gazetteer) -> Floats:
    """Whether each candidate (row) lies in each other one (column), where one's name is said to hold the other's."""
    held = np.zeros((len(table.rows), len(table.rows)))
    distance: Floats | None = None
    for number, name in enumerate(names):
        for holder in name.holders:
            distance = _distances(table, gazetteer) if distance is None else distance
            inner, outer = np.flatnonzero(table.of == number), np.flatnonzero(table.of == holder)
            inside = _inside(table.rows[inner], table.rows[outer], distance[np.ix_(inner, outer)], gazetteer)
            held[np.ix_(inner, outer)] = inside
            held[np.ix_(outer, inner)] = inside.T
    return held


def _inside(inner: Ints, outer: Ints, distance: Floats, gazetteer: Gazetteer) -> Floats:
    index = gazetteer.index
    feature = index.feature[outer]
    one_country = index.country[inner][:, None] == index.country[outer][None, :]
    one_region = (
        one_country & (index.region[inner][:, None] == index.region[outer][None, :]) & (feature == Feature.REGION)
    )
    reach = np.array([REACH[Feature(int(number))] for number in feature])
    # Abroad, a holder's reach is short: borders cut what is only near.
    nearby = distance <= np.where(
        one_country | (index.country[outer] == index.countries.index(""))[None, :], reach, reach / 4
    )
    return np.asarray(one_region | np.where(feature == Feature.COUNTRY, one_country, nearby), dtype=float)
