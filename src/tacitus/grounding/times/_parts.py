"""Rules for a part of a month or year: the first week of May, the last days of 2012, the first six months."""

from datetime import date
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._calendar import Days, days_of, step
from tacitus.grounding.times._days import full_year
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, days, stretch
from tacitus.grounding.times._now import turned
from tacitus.grounding.times._periods import month_alone

# How many a bare plural counts as here: "the last days of May" are its last week.
_PLURAL_COUNTS: Final = {"D": 7, "W": 2, "m": 2}


def _whole(found: Found, moment: Moment) -> Days | None:
    """The month or year of which a part is meant."""
    if found.word("year"):
        year = f"{full_year(found, moment):04d}"
        known = days_of(f"{year}-{found.number('month'):02d}" if found.word("month") else year)
        return known[0] if known else None
    if found.word("month"):
        return month_alone(found.number("month"), moment).days
    meaning = turned(found.letters("whole") or "Y", found.number("of"), moment)
    return meaning.days if meaning else None


def _week(found: Found, moment: Moment) -> Meaning | None:
    """Weeks of a month are counted by sevens from its first day; the last one are its last seven days."""
    whole = _whole(found, moment)
    if whole is None:
        return None
    if not found.word("nth"):
        first = step(whole[1], -6, "D")
        return days(first, whole[1]) if first else None
    first = step(whole[0], found.number("nth") - 1, "W")
    last = step(first, 6, "D") if first else None
    return days(first, min(last, whole[1])) if first and last and whole[0] <= first <= whole[1] else None


def _ends(whole: Days, n: float, unit: str, *, at_end: bool) -> Days | None:
    first: date | None
    last: date | None
    if at_end:
        day_after = step(whole[1], 1, "D")
        first, last = (step(day_after, -n, unit) if day_after else None), whole[1]
    else:
        day_after = step(whole[0], n, unit)
        first, last = whole[0], (step(day_after, -1, "D") if day_after else None)
    return (first, last) if first and last and whole[0] <= first <= last <= whole[1] else None


def _first_or_last(found: Found, moment: Moment) -> Meaning | None:
    """The first six months of 2013, the last days of May."""
    whole = _whole(found, moment)
    unit = found.letters("unit")
    n, shown = amount(found)
    if shown == "X":
        n = _PLURAL_COUNTS.get(unit, n)
    part = _ends(whole, n, unit, at_end=found.word("turn") != "") if whole else None
    return stretch(duration_value(shown, unit), n=n, unit=unit, days=part) if part else None


RULES: Final[tuple[Rule, ...]] = (
    rule("part of a month", "the? ({nth}|last) week (of|in) {month} (,? {year})?", _week),
    rule(
        "part of a month or year",
        "the? (first|{turn}) ({number}|{vague})? {plural:unit} (of|in) "
        "({month} (,? {year})?|{year}|{turn:of} {singular:whole}|the year)",
        _first_or_last,
    ),
)
