"""Incidents seen from afar: points for the map, bins for the timeline, counts for the filters, who against whom.

What is drawn from one filter is drawn from one reading of the ledger, which is kept until the ledger changes: map,
timeline and counts of one view are asked for at once.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from threading import Lock
from typing import Final

from tacitus.ledger import IncidentFilter, IncidentSketch, Ledger
from tacitus.web._query import Unit
from tacitus.web._shapes import Count, Facets, PartyMatrix, Points, Timeline
from tacitus.web._translate import counts

_KEPT: Final = 8
"""A few people look at a few filters at a time. A reading takes 604 bytes an incident (measured over 1,510 made-up
ones, Python 3.11), so some 30 MB at 50,000."""

_N_FACETS: Final = 30
_MAX_BINS: Final = 400
"""More bars than this are thinner than three points on a wide screen."""

EVERYTHING: Final = IncidentFilter()
_EPOCH: Final = date(1970, 1, 1)


PartyKey = tuple[str, str | None, str | None]
"""Name, country, sector."""


class Board:
    """Drawings of a ledger's incidents. Safe to share between threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: OrderedDict[tuple[int, IncidentFilter], tuple[IncidentSketch, ...]] = OrderedDict()
        self._lock = Lock()

    def points(self, where: IncidentFilter) -> Points:
        """All incidents that match and have a point, as columns."""
        rows = self.rows(where)
        placed = [row for row in rows if row.lat is not None]
        categories = tuple(sorted({row.category for row in placed}))
        number = {category: i for i, category in enumerate(categories)}
        return Points(
            ids=tuple(row.id for row in placed),
            lat=tuple(round(row.lat or 0.0, 4) for row in placed),
            lon=tuple(round(row.lon or 0.0, 4) for row in placed),
            day=tuple((row.first_day - _EPOCH).days if row.first_day else None for row in placed),
            category=tuple(number[row.category] for row in placed),
            killed=tuple(row.killed for row in placed),
            categories=categories,
            n_without_point=len(rows) - len(placed),
            total=len(rows),
        )

    def timeline(self, where: IncidentFilter, unit: Unit) -> Timeline:
        """How many incidents began in each bin, by category."""
        rows = self.rows(where)
        days = [row.first_day for row in rows if row.first_day]
        unit = _fitting(days) if unit is Unit.AUTO else unit
        start = _STARTS[unit]
        bins: dict[date, Counter[str]] = {}
        for row in rows:
            if row.first_day:
                bins.setdefault(start(row.first_day), Counter())[row.category] += 1
        categories = tuple(sorted({row.category for row in rows if row.first_day}))
        starts = tuple(sorted(bins))
        return Timeline(
            unit=unit,
            starts=starts,
            categories=categories,
            n=tuple(tuple(bins[each][category] for category in categories) for each in starts),
            n_undated=len(rows) - len(days),
            total=len(rows),
        )

    def facets(self, where: IncidentFilter) -> Facets:
        """How many incidents have each value."""
        rows = self.rows(where)
        return Facets(
            categories=_counts(row.category for row in rows),
            countries=_counts(row.country for row in rows if row.country),
            actors=_counts(name for row in rows for name in names(row.actors)),
            recipients=_counts(name for row in rows for name in names(row.recipients)),
            total=len(rows),
        )

    def matrix(self, where: IncidentFilter, top: int) -> PartyMatrix:
        """Who acted against or towards whom, for the parties that appear most; an incident counts for each pair."""
        rows = self.rows(where)
        pairs: Counter[tuple[str, str]] = Counter()
        killed: dict[tuple[str, str], int] = {}
        for row in rows:
            for pair in {(actor, other) for actor in names(row.actors) for other in names(row.recipients)}:
                pairs[pair] += 1
                if row.killed is not None:
                    killed[pair] = killed.get(pair, 0) + row.killed
        actors = _most((actor, n) for (actor, _), n in pairs.items())[:top]
        recipients = _most((recipient, n) for (_, recipient), n in pairs.items())[:top]
        shown = frozenset(actors), frozenset(recipients)
        return PartyMatrix(
            actors=actors,
            recipients=recipients,
            n=tuple(tuple(pairs[actor, recipient] for recipient in recipients) for actor in actors),
            killed=tuple(tuple(killed.get((actor, recipient)) for recipient in recipients) for actor in actors),
            total=len(rows),
            n_shown=sum(
                not shown[0].isdisjoint(names(row.actors)) and not shown[1].isdisjoint(names(row.recipients))
                for row in rows
            ),
        )

    def parties(self) -> Counter[PartyKey]:
        """In how many incidents each party of the ledger is: in none where events are not linked yet."""
        used = Counter(party for row in self.rows(EVERYTHING) for party in {*row.actors, *row.recipients})
        used.update(dict.fromkeys(self._ledger.parties(), 0))
        return used

    def rows(self, where: IncidentFilter) -> tuple[IncidentSketch, ...]:
        """The incidents that match, from the reading that is kept or from a new one."""
        key = (self._ledger.sequence(), where)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        rows = self._ledger.sketches(where)
        with self._lock:
            for old in [each for each in self._kept if each[0] < key[0]]:
                del self._kept[old]  # of a ledger that has changed since
            self._kept[key] = rows
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return rows


def names(parties: Iterable[PartyKey]) -> tuple[str, ...]:
    """What parties are called."""
    return tuple(name for name, _, _ in parties)


def _most(pairs: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    counter: Counter[str] = Counter()
    for name, n in pairs:
        counter[name] += n
    return tuple(sorted(counter, key=lambda name: (-counter[name], name)))


def _counts(values: Iterable[str]) -> tuple[Count, ...]:
    return counts(Counter(values))[:_N_FACETS]


def _fitting(days: list[date]) -> Unit:
    """The finest unit that gives no more bins than can be told apart."""
    n_days = (max(days) - min(days)).days + 1 if days else 1
    widths = ((Unit.DAY, 1), (Unit.WEEK, 7), (Unit.MONTH, 31))
    return next((unit for unit, width in widths if n_days / width <= _MAX_BINS), Unit.YEAR)


_STARTS: Final[dict[Unit, Callable[[date], date]]] = {
    Unit.DAY: lambda day: day,
    Unit.WEEK: lambda day: day - timedelta(days=day.weekday()),
    Unit.MONTH: lambda day: day.replace(day=1),
    Unit.YEAR: lambda day: day.replace(month=1, day=1),
}
