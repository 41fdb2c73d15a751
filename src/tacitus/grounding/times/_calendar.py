"""From a TIMEX3 value to days, and steps through the calendar. Pure functions of dates and strings."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from tacitus.model import TimePrecision

Days = tuple[date, date]

# Meteorological seasons of the northern half of the world, which the pool's coders use: three whole months.
_SEASON_START: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY: Final = timedelta(days=1)

_SHAPES: Final = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), TimePrecision.DAY),
    (re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), TimePrecision.DAYS),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), TimePrecision.WEEK),
    (re.compile(r"(\d{4})-(\d\d)"), TimePrecision.MONTH),
    (re.compile(r"(\d{4})-Q([1-4])"), TimePrecision.SEASON),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), TimePrecision.SEASON),
    (re.compile(r"(\d{4})-H([12])"), TimePrecision.LONGER),
    (re.compile(r"(\d{4})"), TimePrecision.YEAR),
    (re.compile(r"(\d{3})X"), TimePrecision.LONGER),
    (re.compile(r"(\d{2})"), TimePrecision.LONGER),
)


def months(year: int, first: int, n: int) -> Days:
    """First and last day of `n` months from month `first` of `year`; `first` may lie outside 1 to 12."""
    start = _month_start(year, first)
    return start, _month_start(year, first + n) - _DAY


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _week(year: int, week: int, *, weekend: bool) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return (monday + 5 * _DAY if weekend else monday), monday + 6 * _DAY


def _read(shape: int, parts: tuple[str, ...]) -> Days:
    if shape == 0:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
        return day, day
    if shape == 1:
        return date.fromisoformat(parts[0]), date.fromisoformat(parts[1])
    year = int(parts[0])
    if shape == 2:
        return _week(year, int(parts[1]), weekend=parts[2] is not None)
    if shape == 3:
        return months(year, int(parts[1]), 1)
    if shape == 4:
        return months(year, 3 * int(parts[1]) - 2, 3)
    if shape == 5:
        return months(year, _SEASON_START[parts[1]], 3)
    if shape == 6:
        return months(year, 6 * int(parts[1]) - 5, 6)
    n_years = {7: 1, 8: 10, 9: 100}[shape]
    return months(year * n_years, 1, 12 * n_years)


def days_of(value: str) -> tuple[Days, TimePrecision] | None:
    """First and last day that a TIMEX3 date value covers, and its unit; None where it names no days.

    >>> days_of("1989-Q3")
    ((datetime.date(1989, 7, 1), datetime.date(1989, 9, 30)), <TimePrecision.SEASON: 'season'>)
    """
    for shape, (pattern, precision) in enumerate(_SHAPES):
        found = pattern.fullmatch(value)
        if found:
            try:
                return _read(shape, found.groups()), precision
            except ValueError:
                return None
    return None


def edge(days: Days, precision: TimePrecision, mod: str) -> Days:
    """The early, middle or late part of a stretch of days.

    Early, mid and late are thirds of a month and of everything longer (four months of a year), as the pool's coders
    have it; a day stays whole.
    """
    first, last = days
    if precision is TimePrecision.MONTH:
        cuts = [first + 10 * _DAY, first + 20 * _DAY]
    elif precision is TimePrecision.WEEK:
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


def step(day: date, n: float, unit: str) -> date:
    """The day `n` units on (S M H seconds to hours, D W E F days to fortnights, m Q Y T C L months to millennia).

    Hours count as the days they touch: 18 hours back is the day before.
    """
    n_days = {"D": 1, "W": 7, "E": 7, "F": 14}
    n_months = {"m": 1, "Q": 3, "Y": 12, "T": 120, "C": 1200, "L": 12000}
    if unit in n_days:
        return day + timedelta(days=int(n * n_days[unit]))
    if unit in n_months:
        whole = int(n * n_months[unit])
        rest = n * n_months[unit] - whole
        return add_months(day, whole) + timedelta(days=int(rest * 30))
    if unit == "H":
        n_days_touched = int(-(-abs(n) // 24))
        return day + timedelta(days=n_days_touched if n > 0 else -n_days_touched)
    return day


def week_value(day: date) -> str:
    """The ISO week that holds the day, "1989-W43"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date) -> str:
    """The quarter that holds the day, "1989-Q3"."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"
