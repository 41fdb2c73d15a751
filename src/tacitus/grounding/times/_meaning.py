"""What a time expression means, and the moment it is read at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tacitus.grounding.times._calendar import Days, days_of, edge, step
from tacitus.model import TimePrecision

_UNIT_PRECISION = {
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

    `direction` is -1 or +1 for a stretch that ends or begins at the moment of reading ("the past three days"), and
    `unit` the letter of its unit; both are unset for calendar dates.
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
        """The day told last before in the text, else the day of publication; a clause about the past has none to come."""
        latest = self.published if self.published and self.looks_back() else date.max
        for meaning in reversed(self.said):
            if meaning.days and meaning.precision is TimePrecision.DAY and meaning.days[0] <= latest:
                return meaning.days[0]
        return self.published


def calendar(value: str, mod: str | None = None, *, kind: str = "DATE") -> Meaning:
    """The date that a TIMEX3 value names."""
    known = days_of(value)
    meaning = Meaning(type=kind, value=value) if known is None else _dated(value, kind, *known)
    return meaning.with_mod(mod) if mod else meaning


def _dated(value: str, kind: str, days: Days, precision: TimePrecision) -> Meaning:
    return Meaning(type=kind, value=value, days=days, precision=precision)


def on(day: date | None, part: str = "") -> Meaning:
    """A day, or the part of it that TIMEX3 writes behind a T ("NI", "TNI", "T12:00"); no day where none is known."""
    suffix = part if not part or part.startswith("T") else f"T{part}"
    value = (day.isoformat() if day else "XXXX-XX-XX") + suffix
    return calendar(value, kind="TIME" if suffix else "DATE")


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
    try:
        other = step(day, n, unit)
    except (ValueError, OverflowError):
        return None
    return (other, day) if n < 0 else (day, other)


ONE_DAY = timedelta(days=1)
