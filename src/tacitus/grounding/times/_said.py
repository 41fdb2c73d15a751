"""Rules that count from what the text told before: the same day, two days later, that year, the quarter."""

from dataclasses import replace
from datetime import date
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._calendar import quarter_value, step
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, on
from tacitus.grounding.times._now import ago, turned
from tacitus.model import TimePrecision


def _same_day(_: Found, moment: Moment) -> Meaning | None:
    return on(moment.day_said)


def _same_part(found: Found, moment: Moment) -> Meaning | None:
    return on(moment.day_said, found.letters("part"))


# "The following day" counts from what was told; "last", "this" and "coming" from publication.
_TURNS_SAID: Final = frozenset({"next", "following", "subsequent", "previous", "preceding", "prior"})


def _next_unit(found: Found, moment: Moment) -> Meaning | None:
    day = _day_of_last(moment)
    if found.word("turn") not in _TURNS_SAID - {"next"} or day is None:
        return None
    return turned(found.letters("unit"), found.number("turn"), Moment(published=day))


def _next_weekday(found: Found, moment: Moment) -> Meaning | None:
    """"The previous Friday": the last one before the day told."""
    day = moment.day_said
    if found.word("turn") not in _TURNS_SAID - {"next"} or day is None:
        return None
    turn = found.number("turn")
    away = (turn * (found.number("weekday") - day.weekday())) % 7 or 7
    return on(step(day, turn * away, "D"))


def _next_day(found: Found, moment: Moment) -> Meaning | None:
    if found.word("turn") not in _TURNS_SAID:
        return None
    day, turn = moment.day_said, found.number("turn")
    try:
        day = step(day, -1 if turn < 0 else 1, "D") if day else None
    except (ValueError, OverflowError):
        return None
    return on(day, found.letters("part"))


def _day_before(found: Found, moment: Moment) -> Meaning | None:
    """"The day before", "two days after the attack", "a year earlier"."""
    n, shown = amount(found)
    unit = found.letters("unit")
    sign = found.number("side")
    quarter = _quarter_said(moment)
    if unit == "Y" and sign < 0 and quarter and n == 1:
        return _year_before(quarter)
    origin = moment.day_said if unit in "SMHDWFE" else _day_of_last(moment)
    if unit == "H" and n < 12:
        return on(origin)  # hours before or after a day told are most often hours of that day
    return ago(sign * n, unit, moment, exact=shown != "X", origin=origin)


def _ago_in_business(found: Found, moment: Moment) -> Meaning | None:
    """"A year ago" among figures of a quarter is that quarter a year before."""
    said = _quarter_said(moment)
    return _year_before(said) if said else ago(-1, "Y", moment, exact=True)


def _before_or_after(found: Found, moment: Moment) -> Meaning | None:
    after = found.around(1)
    alone = after is None or after.kind in {"mark", "rest", "dash"}
    vague = amount(found)[1] == "X"
    if vague or (found.word("side") in {"before", "after", "prior"} and not alone):
        return _as_stretch(found, moment)
    return _day_before(found, moment)


def _as_stretch(found: Found, moment: Moment) -> Meaning | None:
    """"Two days after the attack": TIMEX3 has the stretch alone, the days are counted from what was told."""
    told = _day_before(found, moment)
    if told is None:
        return None
    _, shown = amount(found)
    return replace(told, type="DURATION", value=duration_value(shown, found.letters("unit")))


def _day_of_last(moment: Moment) -> date | None:
    for meaning in reversed(moment.said):
        if meaning.days and not meaning.unit and meaning.type == "DATE":
            return meaning.days[0]
    return moment.published


def _year_before(quarter: str) -> Meaning:
    return calendar(f"{int(quarter[:4]) - 1:04d}{quarter[4:]}")


def _quarter_said(moment: Moment) -> str | None:
    """The quarter reported: the latest that the last expressions named."""
    today = moment.published or date.max
    named = [m.value for m in moment.said[-8:] if "-Q" in m.value and m.days and m.days[1] < today]
    return max(named, default=None)


def _that_unit(found: Found, moment: Moment) -> Meaning | None:
    """That year, the same month: the unit that holds the date told last."""
    unit = found.letters("unit")
    day = _day_of_last(moment)
    if day is None or unit not in "WEmQYTC":
        return None
    return turned(unit, 0, Moment(published=day))


def _quarter(found: Found, moment: Moment) -> Meaning | None:
    """The third quarter: of the year named, else the last one begun by publication."""
    number = found.number("nth")
    if not 1 <= number <= 4:
        return None
    if found.word("year"):
        year = found.number("year")
        return calendar(f"{year:04d}-Q{number}") if year > 1000 else None
    published = moment.published
    if published is None:
        return Meaning(type="DATE", value=f"XXXX-Q{number}")
    year = published.year - (3 * number - 2 > published.month)
    if found.word("turn"):
        year = published.year + found.number("turn")
    return calendar(f"{year:04d}-Q{number}")


def _quarter_of_year(found: Found, moment: Moment) -> Meaning | None:
    """The 1988 third quarter; "the 1988 period" is that of the quarter reported."""
    year, said = found.number("year"), _quarter_said(moment)
    if not 1000 < year < 9999 or not (found.word("nth") or said):
        return None
    number = found.number("nth") if found.word("nth") else int((said or "1")[-1])
    return calendar(f"{year:04d}-Q{number}") if 1 <= number <= 4 else None


def _half_year(found: Found, moment: Moment) -> Meaning | None:
    number = found.number("nth", 2)
    if not 1 <= number <= 2:
        return None
    day = date(found.number("year"), 1, 1) if 1000 < found.number("year") < 9999 else moment.published
    if day is None:
        return None
    return calendar(f"{day.year + found.number('turn'):04d}-H{number}")


def _the_quarter(_: Found, moment: Moment) -> Meaning | None:
    said = _quarter_said(moment)
    if said:
        return calendar(said)
    return _quarter_before(moment)


def _quarter_before(moment: Moment) -> Meaning | None:
    """The quarter on which companies report: the one that ended last."""
    if moment.published is None:
        return None
    return calendar(quarter_value(step(moment.published, -3, "m")))


def _year_earlier(found: Found, moment: Moment) -> Meaning | None:
    """The year-earlier quarter, the year-ago period."""
    quarter = found.number("nth")
    if moment.published is None:
        return None
    if quarter:
        return calendar(f"{moment.published.year - 1:04d}-Q{quarter}") if quarter <= 4 else None
    said = _quarter_said(moment)
    return _year_before(said) if said else calendar(f"{moment.published.year - 1:04d}")


RULES: Final[tuple[Rule, ...]] = (
    rule("the day told before", "(the|that|this) (very|same)+ day|that day|(earlier|later|the)? that day", _same_day),
    rule("the day told before", "(the|that)? (earlier|later)? (very|same|that) {part}|(earlier|later) the? same {part}", _same_part),
    rule("the day after it", "(the|a)? {turn} (day|{part})", _next_day),
    rule("weekday told before", "the? {turn} {weekday}", _next_weekday),
    rule("the unit after it", "the? {turn} {singular:unit}", _next_unit),
    rule("so long before or after", "(the|a|an|some|just|{number}|a? {vague}|a? {couple} of?) {unit} {side}", _before_or_after),
    rule("so long before or after", "{plural:unit} {side}", _before_or_after),
    rule("so long ago", "a year ago", _ago_in_business),
    rule("that unit", "(the|that) same {singular:unit}|that {singular:unit}", _that_unit),
    rule("quarter", "the? ({turn} year ')? fiscal? {nth} -? fiscal? quarter ((of|in)? (fiscal? {year}|{turn} year))?", _quarter),
    rule("quarter", "the? {year} ({nth} quarter|quarter|period)", _quarter_of_year),
    rule("half of a year", "the? ({nth}|latter) half (of|in)? ({year}|{turn} year)", _half_year),
    rule("the quarter reported", "(the|this|its|their) latest? quarter", _the_quarter),
    rule("a year earlier", "(the|its|a)? year -? (earlier|ago) {nth}? -? (quarter|period)?", _year_earlier),
)
