"""Rules for quarters and halves of a year, as companies and statistics offices report by them."""

from datetime import date
from typing import Final

from tacitus.grounding.times._calendar import quarter_value, step
from tacitus.grounding.times._days import full_year
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, undated
from tacitus.grounding.times._stretches import at_distance

_MEMORY: Final = 8  # expressions back in which a quarter named is the one reported


def _quarter_said(moment: Moment) -> str | None:
    """The quarter reported: the latest of those named that is over."""
    today = moment.published or date.max
    named = [m.value for m in moment.said[-_MEMORY:] if "-Q" in m.value and m.days and m.days[1] < today]
    return max(named, default=None)


def business_year_before(moment: Moment) -> Meaning | None:
    """The quarter reported, a year before; None where none was named."""
    said = _quarter_said(moment)
    return calendar(f"{int(said[:4]) - 1:04d}{said[4:]}") if said else None


def _year_ago(_: Found, moment: Moment) -> Meaning | None:
    """As in "A year ago" among figures of a quarter is that quarter of the year before."""
    return business_year_before(moment) or at_distance(-1, "Y", moment.published, shown="1", moment=moment)


def _quarter(found: Found, moment: Moment) -> Meaning | None:
    """The third quarter: of the year named, else the last one begun by publication."""
    number, published = found.number("nth"), moment.published
    if not 1 <= number <= 4:
        return None
    if found.word("year"):
        return calendar(f"{full_year(found, moment):04d}-Q{number}")
    if published is None:
        return undated(f"XXXX-Q{number}")
    shift = found.number("turn") if found.word("turn") else -(3 * number - 2 > published.month)
    return calendar(f"{published.year + shift:04d}-Q{number}")


def _quarter_of_year(found: Found, moment: Moment) -> Meaning | None:
    """The 1988 third quarter; "the 1988 period" is that of the quarter reported."""
    said = _quarter_said(moment)
    number = found.number("nth") if found.word("nth") else int(said[-1]) if said else 0
    return calendar(f"{full_year(found, moment):04d}-Q{number}") if 1 <= number <= 4 else None


def _half_year(found: Found, moment: Moment) -> Meaning | None:
    """The first half of 1989, the last half of the year."""
    number = found.number("nth", 2)
    year = full_year(found, moment) if found.word("year") else moment.published.year if moment.published else 0
    return calendar(f"{year + found.number('turn'):04d}-H{number}") if year and number <= 2 else None


def _the_quarter(_: Found, moment: Moment) -> Meaning | None:
    """The quarter named, else the one that ended last."""
    said = _quarter_said(moment)
    before = step(moment.published, -1, "Q") if moment.published else None
    if said:
        return calendar(said)
    return calendar(quarter_value(before)) if before else None


def _year_earlier(found: Found, moment: Moment) -> Meaning | None:
    """The year-earlier quarter, the year-ago period."""
    number = found.number("nth")
    if moment.published is None or number > 4:
        return None
    year = f"{moment.published.year - 1:04d}"
    return calendar(f"{year}-Q{number}") if number else business_year_before(moment) or calendar(year)


RULES: Final[tuple[Rule, ...]] = (
    rule("so long ago", "a year ago", _year_ago),
    rule(
        "quarter",
        "the? ({turn} year ')? fiscal? {nth} -? fiscal? quarter ((of|in)? (fiscal? {year}|{turn} year))?",
        _quarter,
    ),
    rule("quarter", "the? {year} ({nth} quarter|quarter|period)", _quarter_of_year),
    rule("half of a year", "the? ({nth}|latter|last) half (of|in)? ({year}|{turn} year|the year)", _half_year),
    rule("the quarter reported", "(the|this|its|their) latest? quarter", _the_quarter),
    rule("a year earlier", "(the|its|a)? year -? (earlier|ago) {nth}? -? (quarter|period)?", _year_earlier),
)
