"""What rules find in a report before anything is read."""

from collections.abc import Iterator

from tacitus.grounding.places import Gazetteer, find_places
from tacitus.grounding.quantities import find_quantities
from tacitus.grounding.times import find_times
from tacitus.model import Kind, Report, Span


def find(report: Report, *, gazetteer: Gazetteer) -> tuple[tuple[Kind, Span], ...]:
    """The times, numbers of people or events, and place names of a report.

    The network's tagger misses some that rules find; which event each belongs to is the network's to say.
    """
    return tuple(_found(report, gazetteer))


def _found(report: Report, gazetteer: Gazetteer) -> Iterator[tuple[Kind, Span]]:
    for time in find_times(report.text, published=report.published):
        yield Kind.TIME, time.span
    for number in find_quantities(report.text):
        if number.quantity.span is not None:
            yield Kind.NUMBER, number.quantity.span
    for span in find_places(report.text, gazetteer=gazetteer):
        yield Kind.PLACE, span
