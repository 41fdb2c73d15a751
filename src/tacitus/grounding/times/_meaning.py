"""What a time expression means, and the moment it is read at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tacitus.grounding.times._calendar import Days, days_of, edge, step
from tacitus.model import TimePrecision

_TELL_YEAR: Final = frozenset({TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR})
_UNIT_PRECISION: Final = {
    **dict.fromkeys("SMHD", TimePrecision.DAYS),
    **dict.fromkeys("WFE", TimePrecision.WEEK),
    "m": TimePrecision.MONTH,
    "Q": TimePrecision.SEASON,
    "Y": TimePrecision.YEAR,
    **dict.fromkeys("TCL", TimePrecision.LONGER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """TIMEX3 type, value and mod, and the days meant where the words and the moment tell them.

    `n` and `unit` are set for amounts of time ("three days", "the past three days"), unset for dates of the calendar.
    """

    type: str
    value: str
    mod: str | None = None
    days: Days | None = None
    precision: TimePrecision = TimePrecision.DAY
    n: float = 0
    unit: str = ""

    def with_mod(self, mod: str) -> "Meaning":
        """The same with a mod; an early, middle or late part also narrows the days."""
        days = self.days
        if days and mod in {"START", "MID", "END"} and not self.unit:
            days = edge(days, self.precision, mod)
        return replace(self, mod=mod, days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a rule stands: the publication date, what the text told before, and where the clause looks."""

    published: date | None
    said: tuple[Meaning, ...] = ()
    look: Callable[[], int] = lambda: 0

    def looks_ahead(self) -> bool:
        """Whether the clause speaks of what is to come."""
        return self.look() > 0

    def looks_back(self) -> bool:
        """Whether the clause speaks of what was."""
        return self.look() < 0

    @property
    def day_said(self) -> date | None:
        """The day told last before in the text, else that of publication; none to come in a clause about the past."""
        latest = self.published if self.published and self.looks_back() else date.max
        for meaning in reversed(self.said):
            if meaning.days and meaning.precision is TimePrecision.DAY and meaning.days[0] <= latest:
                return meaning.days[0]
        return self.published

    @property
    def date_said(self) -> date | None:
        """The first day of the date told last, of whatever length; else the day of publication."""
        for meaning in reversed(self.said):
            if meaning.days and not meaning.unit and meaning.type == "DATE":
                return meaning.days[0]
        return self.published

    @property
    def year_said(self) -> int | None:
        """The year of the date told last, for a text whose publication date is unknown."""
        for meaning in reversed(self.said):
            if meaning.days and meaning.precision in _TELL_YEAR:
                return meaning.days[1].year
        return None


def calendar(value: str, *, kind: str = "DATE") -> Meaning:
    """The date that a TIMEX3 value names."""
    known = days_of(value)
    if known is None:
        return Meaning(type=kind, value=value)
    days, precision = known
    return Meaning(type=kind, value=value, days=days, precision=precision)


def days(first: date, last: date) -> Meaning:
    """A stretch of days of the calendar, one day where both are the same."""
    return on(first) if first == last else calendar(f"{first.isoformat()}/{last.isoformat()}")


def on(day: date | None, part: str = "") -> Meaning:
    """A day, or the part of it that TIMEX3 writes behind a T ("NI", "T12:00"); no day where none is known."""
    suffix = part if not part or part.startswith("T") else f"T{part}"
    value = (day.isoformat() if day else "XXXX-XX-XX") + suffix
    return calendar(value, kind="TIME" if suffix else "DATE")


def undated(value: str) -> Meaning:
    """A date that cannot be told, with "X" for what is missing: "XXXX-05-06"."""
    return Meaning(type="DATE", value=value)


def vague(value: str) -> Meaning:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    return Meaning(type="DATE", value=value)


def stretch(value: str, *, n: float, unit: str, days: Days | None = None) -> Meaning:
    """A duration of `n` units; `days` where it ends or begins at a known day."""
    return Meaning(type="DURATION", value=value, n=n, unit=unit, days=days, precision=_UNIT_PRECISION[unit])


def span_from(day: date | None, n: float, unit: str) -> Days | None:
    """The days from `day` to `n` units on, or back where `n` is negative."""
    if day is None:
        return None
    other = step(day, n, unit)
    if other is None:
        return None
    return (other, day) if n < 0 else (day, other)
