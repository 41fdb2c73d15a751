"""How the schemes write a time: rows a day, middles of weeks and months, and codes of precision."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tacitus.model import Interval, TimePrecision

_WEEK_DAYS: Final = 7
_MONTH_DAYS: Final = 31
_YEAR_DAYS: Final = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day and ACLED's code for how surely it is that day."""

    day: date
    precision: int


def acled_days(time: Interval) -> tuple[Dated, ...]:
    """The days on which ACLED has a row: each day of what lasts, else the middle of the week or month; none if longer.

    "Since Monday" and "from 3 to 5 May" last; "last week" is one day that is not known.
    """
    n_days = days_in(time)
    if n_days == 1 or _is_night(time):
        return (Dated(day=time.from_, precision=1),)
    if n_days > _MONTH_DAYS:
        return ()
    if time.precision is TimePrecision.DAY:
        return tuple(Dated(day=time.from_ + timedelta(days=n), precision=1) for n in range(n_days))
    middle = time.from_ + timedelta(days=(n_days - 1) // 2)
    return (Dated(day=middle, precision=2 if n_days <= _WEEK_DAYS else 3),)


def ged_date_prec(time: Interval) -> int | None:
    """UCDP's code for the length; None beyond a year, which GED does not record."""
    n_days = days_in(time)
    steps = ((1, 1), (_WEEK_DAYS - 1, 2), (_WEEK_DAYS, 3), (_MONTH_DAYS, 4), (_YEAR_DAYS, 5))
    return next((code for most, code in steps if n_days <= most), None)


def days_in(time: Interval) -> int:
    """How many days the interval has."""
    return (time.to - time.from_).days + 1


def _is_night(time: Interval) -> bool:
    """Overnight is one night over two dates, and TIMEX3 writes the first with a part of day."""
    return "T" in (time.timex or "") and days_in(time) == 2
