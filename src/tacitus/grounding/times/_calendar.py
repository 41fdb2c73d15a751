"""From a TIMEX3 value to days, and steps through the calendar. Pure functions of dates and strings."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tacitus.model import TimePrecision

Days = tuple[date, date]

# Meteorological seasons of the northern half of the world, as annotators of news have them: three whole months.
_SEASON_START: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY: Final = timedelta(days=1)
_UNIT_DAYS: Final = {"D": 1, "W": 7, "E": 7, "F": 14}
_UNIT_MONTHS: Final = {"m": 1, "Q": 3, "Y": 12, "T": 120, "C": 1200, "L": 12000}


def months(year: int, first: int, n: int) -> Days:
    """First and last day of `n` months from month `first` of `year`; `first` may lie outside 1 to 12."""
    start = _month_start(year, first)
    return start, _month_start(year, first + n) - _DAY


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _week(year: int, week: int, *, first_day: int) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return monday + first_day * _DAY, monday + 6 * _DAY


def _span(first: str, last: str) -> Days:
    return date.fromisoformat(first), date.fromisoformat(last)


# How each TIMEX3 value is written, its unit, and the days it covers.
_SHAPES: Final[tuple[tuple[re.Pattern[str], TimePrecision, Callable[..., Days]], ...]] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), TimePrecision.DAY, lambda day: _span(day, day)),
    (re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), TimePrecision.DAYS, _span),
    (re.compile(r"(\d{4})-W(\d\d)"), TimePrecision.WEEK, lambda y, w: _week(int(y), int(w), first_day=0)),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), TimePrecision.WEEK, lambda y, w: _week(int(y), int(w), first_day=5)),
    (re.compile(r"(\d{4})-(\d\d)"), TimePrecision.MONTH, lambda y, m: months(int(y), int(m), 1)),
    (re.compile(r"(\d{4})-Q([1-4])"), TimePrecision.SEASON, lambda y, q: months(int(y), 3 * int(q) - 2, 3)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), TimePrecision.SEASON, lambda y, s: months(int(y), _SEASON_START[s], 3)),
    (re.compile(r"(\d{4})-H([12])"), TimePrecision.LONGER, lambda y, h: months(int(y), 6 * int(h) - 5, 6)),
    (re.compile(r"(\d{4})"), TimePrecision.YEAR, lambda y: months(int(y), 1, 12)),
    (re.compile(r"(\d{3})X"), TimePrecision.LONGER, lambda t: months(10 * int(t), 1, 120)),
    (re.compile(r"(\d{2})"), TimePrecision.LONGER, lambda c: months(100 * int(c), 1, 1200)),
)


def days_of(value: str) -> tuple[Days, TimePrecision] | None:
    """First and last day that a TIMEX3 date value covers, and its unit; None where it names no days.

    >>> days_of("1989-Q3")
    ((datetime.date(1989, 7, 1), datetime.date(1989, 9, 30)), <TimePrecision.SEASON: 'season'>)
    """
    for pattern, precision, days in _SHAPES:
        found = pattern.fullmatch(value)
        if found:
            try:
                return days(*found.groups()), precision
            except (ValueError, OverflowError):
                return None
    return None


def edge(days: Days, precision: TimePrecision, mod: str) -> Days:
    """The early, middle or late part of a stretch of days.

    Early, mid and late are thirds of a month and of everything longer (four months of a year), as annotators
    have it; a day stays whole.
    """
    first, last = days
    if precision is TimePrecision.MONTH:
        cuts = [first + 10 * _DAY, first + 20 * _DAY]
    elif precision is TimePrecision.WEEK and last - first == 6 * _DAY:
        cuts = [first + 2 * _DAY, first + 4 * _DAY]
    elif precision in {TimePrecision.YEAR, TimePrecision.LONGER, TimePrecision.SEASON}:
        n_months = 12 * (last.year - first.year) + last.month - first.month + 1
        # A decade is early to its fourth year and late from its eighth.
        thirds = (n_months // 3, 2 * n_months // 3) if n_months % 120 else (n_months * 4 // 10, n_months * 7 // 10)
        cuts = [add_months(first, n) for n in thirds]
    else:
        return days
    ends = (first, *cuts, last + _DAY)
    third = {"START": 0, "MID": 1, "END": 2}[mod]
    return ends[third], ends[third + 1] - _DAY


def add_months(day: date, n: int) -> date:
    """The same day `n` months on; the last day of the month where that month is shorter."""
    start = _month_start(day.year, day.month + n)
    return start.replace(day=min(day.day, monthrange(start.year, start.month)[1]))


def _moved(day: date, n: float, unit: str) -> date:
    if unit in _UNIT_DAYS:
        return day + timedelta(days=int(n * _UNIT_DAYS[unit]))
    if unit in _UNIT_MONTHS:
        whole = int(n * _UNIT_MONTHS[unit])
        rest = n * _UNIT_MONTHS[unit] - whole
        return add_months(day, whole) + timedelta(days=int(rest * 30))
    if unit == "H":
        n_days_touched = -int(-abs(n) // 24)
        return day + timedelta(days=n_days_touched if n > 0 else -n_days_touched)
    return day


def step(day: date, n: float, unit: str) -> date | None:
    """The day `n` units on; None beyond the calendar.

    Units are S M H for seconds to hours, D W E F for days, weeks, weekends, fortnights, and m Q Y T C L for months
    to millennia. Hours count as the days they touch: 18 hours back is the day before.
    """
    try:
        return _moved(day, n, unit)
    except (ValueError, OverflowError):
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """The ISO week that holds the day, "1989-W43"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date) -> str:
    """The quarter that holds the day, "1989-Q3"."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"
