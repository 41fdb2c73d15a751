"""Values in words: dates, bounds, parties and places as a person would write them."""

from datetime import date

from tacitus.model import Interval, Party, Place, PlacePrecision, Quantity, TimePrecision

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHERE = {
    PlacePrecision.EXACT: "",
    PlacePrecision.NEAR: "near ",
    PlacePrecision.REGION: "in ",
    PlacePrecision.COUNTRY: "in ",
}
_UNTOLD = {TimePrecision.DAY, TimePrecision.DAYS, TimePrecision.LONGER}
"""Units that the two days say by themselves."""


def calendar_day(value: date) -> str:
    """`26 Oct 2023`, whatever the locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def day(value: date) -> str:
    """`Thu 26 Oct 2023`."""
    return f"{_WEEKDAYS[value.weekday()]} {calendar_day(value)}"


def days(interval: Interval) -> str:
    """The first and last day, with the unit that the report speaks in where that is a week, a month or a year."""
    if interval.from_ == interval.to:
        return day(interval.from_)
    span = f"{day(interval.from_)} – {day(interval.to)}"
    return span if interval.precision in _UNTOLD else f"{span} ({interval.precision})"


def amount(quantity: Quantity) -> str:
    """The bounds in words; an open bound stays open."""
    low, high = quantity.low, quantity.high
    if low is None:
        return "an untold number" if high is None else f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def figure_in_words(best: int | None, low: int | None, high: int | None) -> str:
    """`6`, `6 (claims from 2 to 13)`, `at least 4`, `9 (claims from 4 upward)`."""
    if best is None:
        return "an untold number"
    if low == high == best:
        return f"{best:,}"
    if high is None:
        return f"at least {best:,}" if low == best else f"{best:,} (claims from {low or 0:,} upward)"
    return f"{best:,} (claims from {low or 0:,} to {high:,})"


def party(value: Party) -> str:
    """The canonical name, with country and sector where known."""
    known = " ".join(filter(None, (value.country, value.sector)))
    return f"{value.name} ({known})" if known else value.name


def place(value: Place) -> str:
    """The name, what it lies in, and its coordinates to about a kilometre."""
    region = value.region if value.region != value.name else None
    named = ", ".join(filter(None, (value.name, region, value.country)))
    if value.lat is None or value.lon is None:
        return f"{_WHERE[value.precision]}{named}"
    north, east = "N" if value.lat >= 0 else "S", "E" if value.lon >= 0 else "W"
    return f"{_WHERE[value.precision]}{named} ({abs(value.lat):.2f}°{north} {abs(value.lon):.2f}°{east})"
