"""Values in the words of a page."""

from tacitus.export import Amount, Entry
from tacitus.model import Interval
from tacitus.views import calendar_day, figure_in_words


def days(time: Interval | None) -> str:
    """One day, or the first and the last."""
    if time is None:
        return "undated"
    if time.from_ == time.to:
        return calendar_day(time.from_)
    return f"{calendar_day(time.from_)} – {calendar_day(time.to)}"


def amount(figure: Amount | None) -> str:
    """A figure with the bounds of its claims; a dash where nothing is told."""
    return "–" if figure is None else figure_in_words(figure.best, figure.low, figure.high)


def parties(entry: Entry) -> str:
    """`A, B → C`."""
    sides = (entry.actors, entry.recipients)
    actors, recipients = (", ".join(dict.fromkeys(party.name for party in side)) for side in sides)
    return f"{actors or 'not told'} → {recipients}" if recipients else actors or "not told"


def plural(n: int, noun: str) -> str:
    """`1 report`, `3 reports`."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
