"""Rules that count from the publication date: yesterday, last night, on Friday, last week, this year."""

from datetime import date
from typing import Final

from tacitus.grounding.times._calendar import quarter_value, step, week_value
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, on, span_from, stretch, undated
from tacitus.model import TimePrecision


def _shift(moment: Moment, n: int) -> date | None:
    return step(moment.published, n, "D") if moment.published else None


def overnight(day: date | None) -> Meaning:
    """The night that ends on `day`: two calendar days touch it."""
    eve = step(day, -1, "D") if day else None
    if day is None or eve is None:
        return Meaning(type="TIME", value="XXXX-XX-XXTNI")
    return Meaning(type="TIME", value=f"{eve.isoformat()}TNI", days=(eve, day), precision=TimePrecision.DAYS)


def _deictic(found: Found, moment: Moment) -> Meaning | None:
    word, day = found.word("deictic"), _shift(moment, found.number("deictic"))
    if word == "overnight":
        return overnight(day)
    return on(day, "NI" if word == "tonight" else "")


def _far_deictic(found: Found, moment: Moment) -> Meaning | None:
    """The day before yesterday."""
    return on(_shift(moment, 2 * found.number("deictic")))


def _turned_part(found: Found, moment: Moment) -> Meaning | None:
    """This morning; "last night" is the night before publication."""
    return on(_shift(moment, found.number("turn")), found.letters("part"))


def _night_before_last(_: Found, moment: Moment) -> Meaning | None:
    return on(_shift(moment, -2), "NI")


def _in_the_night(found: Found, moment: Moment) -> Meaning | None:
    """In the night before publication; "in the night of 5 May" is left to be joined with its day."""
    after = found.around(1)
    return None if after and after.word == "of" else overnight(moment.published)


def _weekday(found: Found, moment: Moment) -> Meaning | None:
    """The last such day at or before publication; the coming one where the clause looks ahead."""
    number, published = found.number("weekday"), moment.published
    if published is None:
        return undated(f"XXXX-WXX-{number + 1}")
    back = (published.weekday() - number) % 7
    return on(_shift(moment, 7 - back if moment.looks_ahead() and back else -back))


def _turned_weekday(found: Found, moment: Moment) -> Meaning | None:
    """Last Friday is before publication, next Friday after it, this Friday the one that the clause looks to."""
    number, turn, published = found.number("weekday"), found.number("turn"), moment.published
    if published is None or found.word("turn") == "this":
        return _weekday(found, moment)
    back = (published.weekday() - number) % 7
    return on(_shift(moment, -(back or 7) if turn < 0 else 7 - back))


def _weekday_of_week(found: Found, moment: Moment) -> Meaning | None:
    """Tuesday of last week."""
    if moment.published is None:
        return undated(f"XXXX-WXX-{found.number('weekday') + 1}")
    return on(_shift(moment, found.number("weekday") - moment.published.weekday() + 7 * found.number("turn")))


_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "E": "XXXX-WXX-WE", "m": "XXXX-XX", "Q": "XXXX-QX"}


def unit_of(day: date, unit: str) -> Meaning:
    """The unit of the calendar that holds a day: its week, weekend, month, quarter, year, decade or century."""
    value = {
        "D": day.isoformat(),
        "W": week_value(day),
        "E": f"{week_value(day)}-WE",
        "m": day.isoformat()[:7],
        "Q": quarter_value(day),
        "Y": f"{day.year:04d}",
        "T": f"{day.year // 10:03d}X",
        "C": f"{day.year // 100:02d}",
    }[unit]
    return calendar(value)


def turned(unit: str, turn: int, moment: Moment) -> Meaning | None:
    """The unit of the calendar `turn` units from the one that holds the publication date."""
    if unit not in "DWEmQYTC":
        return None
    span = span_from(moment.published, turn, unit)
    if span is None:
        return undated(_UNKNOWN.get(unit, "XXXX"))
    return unit_of(span[0] if turn < 0 else span[1], unit)


def _turned_unit(found: Found, moment: Moment) -> Meaning | None:
    return turned(found.letters("unit"), found.number("turn"), moment)


def _the_year(found: Found, moment: Moment) -> Meaning | None:
    """As in "The year" is that of publication; a business year need not be the calendar's."""
    after = found.around(1)
    if "fiscal" in found.shown().lower() or (after and after.word in {"ended", "ending"}):
        return stretch("P1Y", n=1, unit="Y")
    return turned("Y", 0, moment)


def _year_end(_: Found, moment: Moment) -> Meaning | None:
    meaning = turned("Y", 0, moment)
    return meaning.with_mod("END") if meaning else None


def _weekend(found: Found, moment: Moment) -> Meaning | None:
    """The last weekend begun; the coming one where the clause looks ahead, and "this weekend" from Wednesday on."""
    published, turn = moment.published, found.word("turn")
    if published is None or turn == "next":
        return turned("E", found.number("turn"), moment)
    ahead = moment.looks_ahead() or (turn == "this" and published.weekday() in {2, 3, 4})
    begun = published.weekday() >= 5 and found.number("turn") >= 0
    return turned("E", 0 if ahead or begun else -1, moment)


RULES: Final[tuple[Rule, ...]] = (
    rule("counted from publication", "{deictic}", _deictic),
    rule("counted from publication", "the? day (before|after) {deictic}", _far_deictic),
    rule("part of a day", "{turn} {part}", _turned_part),
    rule("part of a day", "the night before last", _night_before_last),
    rule("overnight", "(during|through|throughout|in) the night", _in_the_night),
    rule("weekday", "{weekday}", _weekday),
    rule("weekday", "(the|this)? {turn} {weekday}", _turned_weekday),
    rule("weekday of a week", "{weekday} (of|,)? {turn} week", _weekday_of_week),
    rule("unit of the calendar", "(the|this)? year ('|-)? end", _year_end),
    rule("unit of the calendar", "the? {turn} fiscal? {singular:unit}", _turned_unit),
    rule("unit of the calendar", "the (full|whole|fiscal|calendar)? year", _the_year),
    rule("unit so far", "so far {turn} {singular:unit}", _turned_unit),
    rule("weekend", "((the|this)? {turn}|the|a)? weekend", _weekend),
)
