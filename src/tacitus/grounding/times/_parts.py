"""Rules for a part of a longer time: the first week of May, the last days of 2012, the week of March 6."""

from datetime import date, timedelta
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._calendar import Days, days_of, step
from tacitus.grounding.times._dates import full_year, month_alone
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import ONE_DAY, Meaning, Moment, calendar, stretch
from tacitus.grounding.times._now import turned


def _whole(found: Found, moment: Moment) -> Days | None:
    """The month or year of which a part is meant."""
    if found.word("month"):
        if found.word("year"):
            known = days_of(f"{full_year(found, moment):04d}-{found.number('month'):02d}")
            return known[0] if known else None
        return month_alone(found.number("month"), moment).days
    if found.word("year"):
        known = days_of(f"{full_year(found, moment):04d}")
        return known[0] if known else None
    meaning = turned(found.letters("whole") or "Y", found.number("of"), moment)
    return meaning.days if meaning else None


def _range(first: date, last: date) -> Meaning:
    return calendar(f"{first.isoformat()}/{last.isoformat()}")


def _nth_week(found: Found, moment: Moment) -> Meaning | None:
    """Weeks of a month are counted by sevens from its first day; the last one are its last seven days."""
    whole = _whole(found, moment)
    if whole is None:
        return None
    if found.word("nth") == "":
        return _range(whole[1] - timedelta(days=6), whole[1])
    nth = found.number("nth")
    if not 1 <= nth <= 5:
        return None
    first = whole[0] + timedelta(days=7 * (nth - 1))
    return _range(first, min(first + timedelta(days=6), whole[1])) if first <= whole[1] else None


def _first_or_last(found: Found, moment: Moment) -> Meaning | None:
    """The first six months of 2013, the last days of May: "days" are a week at either end."""
    whole = _whole(found, moment)
    if whole is None:
        return None
    n, shown = amount(found)
    unit = found.letters("unit")
    if shown == "X":
        n = 7 if unit == "D" else 2
    try:
        if found.word("turn"):
            first, last = step(whole[1] + ONE_DAY, -n, unit), whole[1]
        else:
            first, last = whole[0], step(whole[0], n, unit) - ONE_DAY
    except (ValueError, OverflowError):
        return None
    if not whole[0] <= first <= last <= whole[1]:
        return None
    return stretch(duration_value(shown, unit), n=n, unit=unit, days=(first, last))


RULES: Final[tuple[Rule, ...]] = (
    rule("part of a month", "the? ({nth}|last) week (of|in) {month} (,? {year})?", _nth_week),
    rule("part of a month or year", "the? (first|{turn}) ({number}|{vague})? {plural:unit} (of|in) ({month} (,? {year})?|{year}|{turn:of} {singular:whole}|the year)", _first_or_last),
)
