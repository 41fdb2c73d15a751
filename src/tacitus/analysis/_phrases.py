"""Values in the words of a page."""

from datetime import date

from tacitus.export import Amount, Entry
from tacitus.model import Interval

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """`26 Oct 2023`, whatever the locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(time: Interval | None) -> str:
    """One day, or the first and the last."""
    if time is None:
        return "undated"
    return day(time.from_) if time.from_ == time.to else f"{day(time.from_)} – {day(time.to)}"


def amount(figure: Amount | None) -> str:
    """`6`, `6 (claims from 2 to 13)`, `at least 4`; a dash where nothing is told."""
    if figure is None:
        return "–"
    if figure.low == figure.high == figure.best:
        return f"{figure.best:,}"
    if figure.high is None:
        low = figure.low or 0
        return f"at least {figure.best:,}" if low == figure.best else f"{figure.best:,} (claims from {low:,} upward)"
    return f"{figure.best:,} (claims from {figure.low or 0:,} to {figure.high:,})"


def parties(entry: Entry) -> str:
    """`A, B → C`."""
    sides = (entry.actors, entry.recipients)
    actors, recipients = (", ".join(dict.fromkeys(party.name for party in side)) for side in sides)
    return f"{actors or 'not told'} → {recipients}" if recipients else actors or "not told"


def plural(n: int, noun: str) -> str:
    """`1 report`, `3 reports`."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
