"""Rules for days of the calendar: full, partial and numeric dates, and several days of one month."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from tacitus.grounding.times._calendar import day_of
from tacitus.grounding.times._grammar import Found, Rule, compiled, rule
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, days, on, undated
from tacitus.grounding.times._words import words

# A date without a year is the last such day, or the coming one where that lies at most so many days ahead; how many
# depends on where the clause looks. Swept on TempEval-3 train and 1,851 dated mentions of news reports: 0 to 60 for
# a clause about the past (0.795 to 0.801 value F1, most mentions right at 20), 7 to 120, and 200 to 330 (within 0.002).
_REACH_DAYS: Final = {-1: 20, 0: 60, 1: 270}
_YEARS: Final = range(1000, 3000)  # of other years, news does not tell the day
# Words that lead to a date; behind them "15/11" is one, and "May" a month even where all letters are capitals.
BEFORE_DATES: Final = words(
    "in since until till by of from during last this next late early mid through to between and before after on"
)


def full_year(found: Found, moment: Moment) -> int:
    """The year written in full; of two digits, the last such year that is at most ten years ahead."""
    year = found.number("year")
    if year >= 100:
        return year
    latest = (moment.published.year if moment.published else 2029) + 10
    return year + 100 * ((latest - year) // 100)


def years_around(moment: Moment) -> tuple[int, ...]:
    """The year before publication, that of it, and the next."""
    return (moment.published.year - 1, moment.published.year, moment.published.year + 1) if moment.published else ()


def nearest(candidates: Sequence[date], moment: Moment) -> date | None:
    """Of the same day in several years, the one that a report of that date means."""
    published = moment.published
    if published is None:
        return None
    reach = _REACH_DAYS[moment.look()]
    ahead = [day for day in candidates if 0 < (day - published).days <= reach]
    past = [day for day in candidates if day <= published]
    return min(ahead) if ahead else max(past, default=None)


def _in_years(month: int, day: int, moment: Moment) -> list[date]:
    return [known for year in years_around(moment) if (known := day_of(year, month, day))]


def month_day(month: int, day: int, moment: Moment) -> Meaning | None:
    """A day without a year; that of the date told last, where the publication date is unknown."""
    if day_of(2000, month, day) is None:
        return None
    if moment.published is None:
        known = day_of(moment.year_said or 0, month, day)
        return on(known) if known else undated(f"XXXX-{month:02d}-{day:02d}")
    chosen = nearest(_in_years(month, day, moment), moment)
    return on(chosen) if chosen else None


def _full(found: Found, moment: Moment) -> Meaning | None:
    day = day_of(full_year(found, moment), found.number("month"), found.number("day"))
    return on(day) if day and day.year in _YEARS else None


def _short_year(found: Found, moment: Moment) -> Meaning | None:
    """As in "30 DEC 89": two bare digits are a year only behind an abbreviated month."""
    return _full(found, moment) if len(found.word("month").rstrip(".")) <= 4 else None


# "From March 3 to April 5, 2011": the year stands behind the second.
_YEAR_BEHIND: Final = compiled("(and|or|to|-|through|until) ({month} {day}|{day} of? {month}) ,? {year}")


def _partial(found: Found, moment: Moment) -> Meaning | None:
    month, day = found.number("month"), found.number("day")
    behind = found.then(_YEAR_BEHIND)
    year = full_year(behind, moment) if behind else 0
    if found.word("turn") and moment.published:
        year = moment.published.year + found.number("turn")
    if not year:
        return month_day(month, day, moment)
    known = day_of(year, month, day)
    return on(known) if known else None


def _weekday_date(found: Found, moment: Moment) -> Meaning | None:
    """A weekday settles the year of its date, where a year near publication has it so."""
    published = moment.published
    month, day, weekday = found.number("month"), found.number("day"), found.number("weekday")
    fitting = [known for known in _in_years(month, day, moment) if known.weekday() == weekday]
    if published is None or not fitting:
        return month_day(month, day, moment)
    return on(min(fitting, key=lambda known: abs(known - published)))


def _iso(found: Found, _: Moment) -> Meaning | None:
    shown = found.word("isodate")
    day = day_of(int(shown[:4]), int(shown[5:7]), int(shown[8:10]))
    if day is None or day.year not in _YEARS:
        return None
    return on(day, f"T{shown[11:16]}" if "t" in shown else "")


def _numeric(found: Found, moment: Moment) -> Meaning | None:
    """Month first or day first: what the numbers allow, then what lies nearer to publication, then day first."""
    a, b, c = (int(part) for part in re.split(r"[/.]", re.sub(r"\s", "", found.shown())))
    if a > 31:
        known = [day_of(a, b, c)]
    else:
        latest = (moment.published.year if moment.published else 2029) + 10
        year = c if c > 99 else c + 100 * ((latest - c) // 100)
        known = [day_of(year, b, a), day_of(year, a, b)]
    found_days = [day for day in known if day and day.year in _YEARS]
    if not found_days:
        return None
    published = moment.published
    return on(min(found_days, key=lambda day: abs(day - published)) if published else found_days[0])


def _day_month(found: Found, moment: Moment) -> Meaning | None:
    """As in "On 15/11": the day stands first unless only the other order is a date."""
    before = found.around(-1)
    if before is None or before.word not in BEFORE_DATES:
        return None
    a, b = (int(part) for part in found.shown().split("/"))
    day, month = (a, b) if b <= 12 else (b, a)
    return month_day(month, day, moment)


def _several(found: Found, moment: Moment) -> Meaning | None:
    """Days of one month, "15-17 May" and "11, 12 and 13 November": from the first to the last."""
    first, last, month = found.number("first"), found.number("last"), found.number("month")
    if found.word("year"):
        end = day_of(full_year(found, moment), month, last)
    else:
        meaning = month_day(month, last, moment)
        end = meaning.days[1] if meaning and meaning.days else None
    start = day_of(end.year, month, first) if end else None
    return days(start, end) if start and end and start < end else None


RULES: Final[tuple[Rule, ...]] = (
    rule("full date", "({weekday} ,?)? {month} {day} ,? {year}", _full),
    rule("full date", "({weekday} ,? the?)? {day} (of|-)? {month} ,? (of|-)? {year}", _full),
    rule("full date", "{year} {month} {day}", _full),
    rule("full date", "{day} -? {month} -? {two:year}", _short_year),
    rule("weekday and date", "{weekday} ,? the? {day} of? {month}", _weekday_date),
    rule("weekday and date", "{weekday} ,? {month} the? {day}", _weekday_date),
    rule("month and day", "{turn:in} {month} {day}", _partial),
    rule("month and day", "{month} the? {day} (,? of? {turn} year)?", _partial),
    rule("month and day", "the? {turn:in}? {day} of? {month} (,? of? {turn} year)?", _partial),
    rule("ISO date", "{isodate}", _iso),
    rule("numeric date", "{slashdate}|{dotdate}", _numeric),
    rule("numeric date", "{daymonth}", _day_month),
    rule("named day", "{nineeleven}", lambda _, __: calendar("2001-09-11")),
    rule(
        "days of a month",
        "from? the? {day:first} "
        "(,? (of|-|to|and|through|until|till) the? {day:last}|(, {day})+ ,? and {day:last}) of? {month} (,? {year})?",
        _several,
    ),
    rule(
        "days of a month",
        "from? {month} {day:first} (,? (-|to|and|through|until|till) {day:last}) (,? {year})?",
        _several,
    ),
)
