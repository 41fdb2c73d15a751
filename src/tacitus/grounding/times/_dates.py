"""Rules for dates of the calendar: full, partial and numeric dates, years, decades, centuries, ranges of days."""

import re
from datetime import date
from typing import Final

from tacitus.grounding.times._grammar import Found, Rule, compiled, rule
from tacitus.grounding.times._tokens import Token
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, on
from tacitus.model import TimePrecision

# A date without a year is the last such day, or the coming one if it lies at most so many days ahead. Swept on
# TempEval-3 train and the pool: 14 to 60 differ little.
NEAR_FUTURE_DAYS: Final = 60
FAR_FUTURE_DAYS: Final = 270


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(found: Found, moment: Moment, name: str = "year") -> int:
    """The year written in full or in two digits; two digits are the century nearest to publication."""
    year = found.number(name)
    if year >= 100:
        return year
    latest = (moment.published.year if moment.published else 2029) + 10
    return max(century + year for century in range(1800, 2100, 100) if century + year <= latest)


def nearest(candidates: list[date], moment: Moment) -> date | None:
    """Of the same day in several years, the one that a report of that date means."""
    published = moment.published
    if published is None:
        return None
    reach = FAR_FUTURE_DAYS if moment.looks_ahead() else NEAR_FUTURE_DAYS
    past = [day for day in candidates if (day - published).days <= 0]
    ahead = [day for day in candidates if 0 < (day - published).days <= reach]
    return min(ahead) if ahead else max(past, default=None)


def month_day(month: int, day: int, moment: Moment, turn: int | None = None) -> Meaning | None:
    """A day without a year; `turn` is -1, 0, 1 for "of last, this, next year"."""
    if _day(2000, month, day) is None:
        return None
    if moment.published is None:
        said = _year_said(moment)
        known = _day(said, month, day) if said else None
        return on(known) if known else Meaning(type="DATE", value=f"XXXX-{month:02d}-{day:02d}")
    year = moment.published.year
    if turn is not None:
        chosen = _day(year + turn, month, day)
    else:
        years = [_day(y, month, day) for y in range(max(1, year - 1), min(9999, year + 1) + 1)]
        chosen = nearest([d for d in years if d], moment)
    return on(chosen) if chosen else None


def _year_said(moment: Moment) -> int | None:
    """The year of the date told last, for a text whose publication date is unknown."""
    for meaning in reversed(moment.said):
        if meaning.days and meaning.precision in {TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR}:
            return meaning.days[1].year
    return None


def _full(found: Found, moment: Moment) -> Meaning | None:
    year = full_year(found, moment)
    day = _day(year, found.number("month"), found.number("day"))
    return on(day) if day else None


def _short_year(found: Found, moment: Moment) -> Meaning | None:
    # "30 DEC 89": two bare digits are a year only behind an abbreviated month.
    if len(found.word("month").rstrip(".")) > 4:
        return None
    return _full(found, moment)


# "June and September 2011", "from March 3 to April 5, 2011": the year stands behind the second.
_YEAR_BEHIND_MONTH: Final = compiled("(and|or|to|-|through|until) (the|early|late|mid)* {month} ,? {year}")
_YEAR_BEHIND_DAY: Final = compiled("(and|or|to|-|through|until) ({month} {day}|{day} of? {month}) ,? {year}")


def _partial(found: Found, moment: Moment) -> Meaning | None:
    behind = found.then(_YEAR_BEHIND_DAY)
    if behind and not found.word("turn"):
        day = _day(full_year(behind, moment), found.number("month"), found.number("day"))
        return on(day) if day else None
    turn = found.number("turn") if found.word("turn") else None
    return month_day(found.number("month"), found.number("day"), moment, turn)


def _weekday_date(found: Found, moment: Moment) -> Meaning | None:
    """A weekday settles the year of its date, where a year near publication has it so."""
    meaning = _partial(found, moment)
    if meaning is None or moment.published is None:
        return meaning
    years = range(moment.published.year - 1, min(9999, moment.published.year + 1) + 1)
    days = [_day(y, found.number("month"), found.number("day")) for y in years]
    fitting = [d for d in days if d and d.weekday() == found.number("weekday")]
    return on(min(fitting, key=lambda d: abs((d - moment.published).days))) if fitting and moment.published else meaning


def _iso(found: Found, _: Moment) -> Meaning | None:
    shown = found.word("isodate")
    day = _day(int(shown[:4]), int(shown[5:7]), int(shown[8:10]))
    return on(day, "T" + shown[11:16] if "t" in shown else "") if day else None


def _numeric(found: Found, moment: Moment) -> Meaning | None:
    """Month first or day first: what the numbers allow, then what lies nearer to publication, then day first."""
    a, b, c = (int(part) for part in re.split(r"[/.]", re.sub(r"\s", "", found.shown())))
    if a > 31:
        day = _day(a, b, c)
        return on(day) if day else None
    year = c if c >= 100 else c + (1900 if c > (moment.published.year % 100 + 10 if moment.published else 30) else 2000)
    days = [day for day in (_day(year, b, a), _day(year, a, b)) if day]
    if not days:
        return None
    published = moment.published
    return on(min(days, key=lambda day: abs((day - published).days)) if published else days[0])


def _day_month(found: Found, moment: Moment) -> Meaning | None:
    """"On 15/11": the day stands first unless only the other order is a date."""
    before = found.around(-1)
    if before is None or before.word not in {*_BEFORE_MONTH, "on"}:
        return None
    a, b = (int(part) for part in found.shown().split("/"))
    day, month = (a, b) if b <= 12 else (b, a)
    return month_day(month, day, moment) if 1 <= month <= 12 and day >= 1 else None


def _month_of(found: Found, moment: Moment) -> Meaning | None:
    return calendar(f"{full_year(found, moment):04d}-{found.number('month'):02d}")


def _month_turned(found: Found, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    return calendar(f"{moment.published.year + found.number('turn'):04d}-{found.number('month'):02d}")


def month_alone(number: int, moment: Moment, *, ahead: bool = False) -> Meaning:
    """A month without a year: the last one begun by publication, or the coming one where the clause looks ahead."""
    if moment.published is None:
        said = _year_said(moment)
        return calendar(f"{said:04d}-{number:02d}") if said else Meaning(type="DATE", value=f"XXXX-{number:02d}")
    firsts = [date(y, number, 1) for y in range(max(1, moment.published.year - 1), min(9999, moment.published.year + 1) + 1)]
    begun = max((d for d in firsts if d <= moment.published), default=firsts[0])
    coming = [d for d in firsts if d > moment.published]
    chosen = min(coming) if coming and ahead and begun.month != moment.published.month else begun
    return calendar(f"{chosen.year:04d}-{number:02d}")


# Behind these words "May" and "March" are months even where all letters are capitals.
_BEFORE_MONTH: Final = frozenset(
    "in since until till by of from during last this next late early mid through to between and before after".split()
)


def _bare_month(found: Found, moment: Moment) -> Meaning | None:
    before = found.around(-1)
    opening = before is None or before.word not in _BEFORE_MONTH
    word = found.word("month").rstrip(".")
    # A name, or the verb at the head of a sentence: "May", "April Jones", "Sen. Mark March".
    if opening and (word in {"may", "march", "jan", "mar"} or (len(word) < 4 and not found.word("month").endswith("."))):
        return None
    behind = found.then(_YEAR_BEHIND_MONTH)
    if behind:
        return calendar(f"{full_year(behind, moment):04d}-{found.number('month'):02d}")
    limit = before is not None and before.word in {"by", "through", "until"}
    return month_alone(found.number("month"), moment, ahead=moment.looks_ahead() or (limit and not moment.looks_back()))


_NOT_YEARS: Final = frozenset("people soldiers men troops dollars pounds km miles metres meters feet tons tonnes".split())
_BEFORE_NUMBERS: Final = frozenset("some about nearly almost over least than approximately most around roughly up no flight".split())


def _is_clock_before(before: Token, after: Token | None) -> bool:
    """"At 2000 on 11 November" is a time of day."""
    return before.word == "at" and (after is None or after.kind != "word" or after.word in {"on", "today", "this"})


def _bare_year(found: Found, moment: Moment) -> Meaning | None:
    shown = found.word("year")
    if not shown.isdecimal():
        return calendar(f"{full_year(found, moment):04d}")
    latest = (moment.published.year if moment.published else 2050) + 60
    before, after = found.around(-1), found.around(1)
    if not 1400 <= int(shown) <= latest or (after and (after.word in _NOT_YEARS or after.word in {"gmt", "hours", "hrs", "local"})):
        return None
    if before and (before.word in _BEFORE_NUMBERS or _is_clock_before(before, after)):
        return None
    # A round or early number needs a word that leads to years.
    leads = before is not None and before.word in {*_BEFORE_MONTH, "early", "late", "fiscal", "the", "(", "-"}
    if (int(shown) < 1900 or (after and after.kind == "word" and after.word.endswith("s") and not leads)) and not leads:
        return None
    return calendar(shown)


def _spoken_year(found: Found, _: Moment) -> Meaning | None:
    return calendar(f"{1900 + found.number('cardinal')}") if found.number("cardinal") >= 10 else None


def _spoken_month(found: Found, _: Moment) -> Meaning | None:
    return calendar(f"{1900 + found.number('cardinal')}-{found.number('month'):02d}")


def _decade(found: Found, moment: Moment) -> Meaning | None:
    digits = re.sub(r"\D", "", found.word("decade"))
    if len(digits) == 4:
        return calendar(f"{digits[:3]}X")
    return calendar(f"{'20' if digits[0] in '012' and '’' not in digits else '19'}{digits[0]}X") if _is_decade(found) else None


def _is_decade(found: Found) -> bool:
    # "in his 50s" is an age, "the 50s" and "'50s" are years.
    before = found.around(-1)
    return found.word("decade")[0] in "'’" or (before is not None and before.word in {"the", "early", "late", "mid", "-"})


def _word_decade(found: Found, _: Moment) -> Meaning | None:
    before = found.around(-1)
    if before is None or before.word not in {"the", "early", "late", "mid", "-", "nineteen"}:
        return None
    return calendar(f"19{found.number('worddecade') // 10}X")


def _century(found: Found, _: Moment) -> Meaning | None:
    number = found.number("nth")
    return calendar(f"{number - 1:02d}") if 1 <= number <= 30 else None


def _day_range(found: Found, moment: Moment) -> Meaning | None:
    """Several days of one month, "15-17 May" and "11, 12 and 13 November": from the first to the last."""
    first, last, month = found.number("first"), found.number("last"), found.number("month")
    if found.word("year"):
        end = _day(full_year(found, moment), month, last)
    else:
        meaning = month_day(month, last, moment)
        end = meaning.days[1] if meaning and meaning.days else None
    start = _day(end.year, month, first) if end else None
    if start is None or end is None or start >= end:
        return None
    return calendar(f"{start.isoformat()}/{end.isoformat()}")


_W: Final = "({weekday} ,? the?)?"
RULES: Final[tuple[Rule, ...]] = (
    rule("full date", "({weekday:w} ,?)? {month} {day} ,? {year}", _full),
    rule("full date", "({weekday:w} ,? the?)? {day} (of|-)? {month} ,? (of|-)? {year}", _full),
    rule("full date", "{year} {month} {day}", _full),
    rule("full date", "{day} -? {month} -? {two:year}", _short_year),
    rule("weekday and date", "{weekday} ,? (the|,)? {day} of? {month}", _weekday_date),
    rule("weekday and date", "{weekday} ,? {month} the? {day}", _weekday_date),
    rule("month and day", "{month} the? {day} (,? of? {turn} year)?", _partial),
    rule("month and day", "the? {turn:w}? {day} of? {month} (,? of? {turn} year)?", _partial),
    rule("ISO date", "{isodate}", _iso),
    rule("numeric date", "{slashdate}|{dotdate}", _numeric),
    rule("numeric date", "{daymonth}", _day_month),
    rule("named day", "{nineeleven}", lambda _, __: calendar("2001-09-11")),
    rule("month and year", "{month} ,? of? {year}", _month_of),
    rule("month and year", "{month} ,? nineteen {cardinal}", _spoken_month),
    rule("month and year", "{month} ,? of? {turn} year", _month_turned),
    rule("month", "{month}", _bare_month),
    rule("year", "the? year? {year}", _bare_year),
    rule("year", "fiscal year? {year}", _bare_year),
    rule("year", "nineteen -? {cardinal}", _spoken_year),
    rule("decade", "the? {decade}", _decade),
    rule("decade", "the? nineteen? {worddecade}", _word_decade),
    rule("century", "the? {nth} -? century", _century),
    rule("days of a month", "from? the? {day:first} (,? (of|-|to|and|through|until|till) the? {day:last}|(, {day:x})+ ,? and {day:last}) of? {month} (,? {year})?", _day_range),
    rule("days of a month", "from? {month} {day:first} (,? (-|to|and|through|until|till) {day:last}) (,? {year})?", _day_range),
)
