"""Incidents seen from afar, in the forms of the API: points for the map, bins for the timeline, counts, a matrix."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from tacitus.ledger import Survey
from tacitus.web._query import Unit
from tacitus.web._shapes import Facets, PartyMatrix, Points, Timeline
from tacitus.web._translate import counts

_N_FACETS: Final = 30
_MAX_BINS: Final = 400
"""More bars than this are thinner than three points on a wide screen."""

_EPOCH: Final = date(1970, 1, 1).toordinal()


def points(survey: Survey) -> Points:
    """All incidents that match and have a point, as columns."""
    found = survey.points()
    categories = tuple(sorted(set(found.category)))
    number = {category: i for i, category in enumerate(categories)}
    return Points(
        ids=found.ids,
        lat=tuple(round(degrees, 4) for degrees in found.lat),
        lon=tuple(round(degrees, 4) for degrees in found.lon),
        day=tuple(day.toordinal() - _EPOCH if day else None for day in found.first_day),
        category=tuple(number[category] for category in found.category),
        killed=found.killed,
        categories=categories,
        n_without_point=found.total - len(found.ids),
        total=found.total,
    )


def timeline(survey: Survey, unit: Unit) -> Timeline:
    """How many incidents began in each bin, by category."""
    days = survey.days()
    dated = {(day, category): n for (day, category), n in days.items() if day}
    unit = _fitting([day for day, _ in dated]) if unit is Unit.AUTO else unit
    start = _STARTS[unit]
    bins: dict[date, Counter[str]] = {}
    for (day, category), n in dated.items():
        bins.setdefault(start(day), Counter())[category] += n
    categories = tuple(sorted({category for _, category in dated}))
    starts = tuple(sorted(bins))
    return Timeline(
        unit=unit,
        starts=starts,
        categories=categories,
        n=tuple(tuple(bins[each][category] for category in categories) for each in starts),
        n_undated=days.total() - sum(dated.values()),
        total=days.total(),
    )


def facets(survey: Survey) -> Facets:
    """How many incidents have each value."""
    found = survey.counts()
    return Facets(
        categories=counts(found.categories)[:_N_FACETS],
        countries=counts(found.countries)[:_N_FACETS],
        actors=counts(found.actors)[:_N_FACETS],
        recipients=counts(found.recipients)[:_N_FACETS],
        total=found.total,
    )


def matrix(survey: Survey, top: int) -> PartyMatrix:
    """Who acted against or towards whom, for the parties that appear most; an incident counts for each pair."""
    pairs = {(pair.actor, pair.recipient): pair for pair in survey.pairs()}
    actors = _most((actor, pair.n) for (actor, _), pair in pairs.items())[:top]
    recipients = _most((recipient, pair.n) for (_, recipient), pair in pairs.items())[:top]
    rows = [[pairs.get((actor, recipient)) for recipient in recipients] for actor in actors]
    return PartyMatrix(
        actors=actors,
        recipients=recipients,
        n=tuple(tuple(pair.n if pair else 0 for pair in row) for row in rows),
        killed=tuple(tuple(pair.killed if pair else None for pair in row) for row in rows),
        total=survey.count(),
        n_shown=survey.n_between(actors, recipients),
    )


def _most(pairs: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    counter: Counter[str] = Counter()
    for name, n in pairs:
        counter[name] += n
    return tuple(sorted(counter, key=lambda name: (-counter[name], name)))


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
