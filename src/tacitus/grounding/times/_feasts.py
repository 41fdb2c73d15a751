"""Rules for holidays: which year's is meant."""

from datetime import date
from typing import Final

from tacitus.grounding.times._days import nearest, years_around
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._holidays import holiday
from tacitus.grounding.times._meaning import Meaning, Moment, days

_NOT_HOLIDAYS: Final = {"easter": frozenset({"rising", "island"})}


def _chosen(starts: dict[date, date], turn: str, moment: Moment) -> date | None:
    """The first day of the one meant: `starts` holds first and last days of several years."""
    published = moment.published
    if published is None:
        return None
    if turn == "last":
        return max((first for first, last in starts.items() if last < published), default=None)
    if turn == "next":
        return min((first for first in starts if first > published), default=None)
    if turn == "this":
        return next((first for first in starts if first.year == published.year), None)
    return nearest(tuple(starts), moment)


def _holiday(found: Found, moment: Moment) -> Meaning | None:
    name, after = found.word("holiday"), found.around(1)
    if after is not None and after.word in _NOT_HOLIDAYS.get(name, ()):
        return None
    years = (found.number("year"),) if found.word("year") else years_around(moment)
    starts = dict(known for year in years if (known := holiday(name, year)))
    first = next(iter(starts), None) if found.word("year") else _chosen(starts, found.word("turn"), moment)
    return days(first, starts[first]) if first else None


RULES: Final[tuple[Rule, ...]] = (rule("holiday", "{turn}? {holiday} (,? (of|in)? {year})?", _holiday),)
