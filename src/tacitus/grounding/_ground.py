"""From a reading to what its mentions mean: each kind of mention goes to the sub-package that knows it."""

from collections.abc import Sequence
from typing import TypeVar

from tacitus.grounding.parties import Registry, ground_parties
from tacitus.grounding.places import Gazetteer, ground_places
from tacitus.grounding.quantities import ground_quantities
from tacitus.grounding.times import ground_times
from tacitus.model import Grounding, Interval, Kind, Reading, Report, Span

T = TypeVar("T")


def ground(report: Report, reading: Reading, *, gazetteer: Gazetteer, registry: Registry) -> Grounding:
    """What the mentions of a reading mean; entry i of each tuple belongs to mention i.

    A weapon is its own words and is not grounded. What could not be resolved is None or empty, and said in `remarks`.
    """
    read = tuple(mention.sector for mention in reading.mentions if mention.kind is Kind.PARTY)
    parties = ground_parties(report, _spans(reading, Kind.PARTY), registry=registry, read=read)
    places = ground_places(report, _spans(reading, Kind.PLACE), gazetteer=gazetteer)
    times = ground_times(report, _spans(reading, Kind.TIME))
    quantities = ground_quantities(report, _spans(reading, Kind.NUMBER))
    return Grounding(
        parties=_aligned(reading, Kind.PARTY, parties, empty=()),
        places=_aligned(reading, Kind.PLACE, places, empty=None),
        times=_aligned(reading, Kind.TIME, times, empty=None),
        quantities=_aligned(reading, Kind.NUMBER, quantities, empty=None),
        remarks=_remarks(report, times),
    )


def _spans(reading: Reading, kind: Kind) -> tuple[Span, ...]:
    return tuple(mention.span for mention in reading.mentions if mention.kind is kind)


def _aligned(reading: Reading, kind: Kind, values: Sequence[T], *, empty: T) -> tuple[T, ...]:
    """The values of one kind set beside the mentions of every kind."""
    remaining = iter(values)
    return tuple(next(remaining) if mention.kind is kind else empty for mention in reading.mentions)


def _remarks(report: Report, times: Sequence[Interval | None]) -> tuple[str, ...]:
    n_unresolved = sum(time is None for time in times)
    if report.published is not None or not n_unresolved:
        return ()
    several = "1 time stays" if n_unresolved == 1 else f"{n_unresolved} times stay"
    return (f"No publication date: {several} unresolved, because relative dates are counted from it.",)
