"""Rules that count from what the text told before: the same day, two days later, that year."""

from dataclasses import replace
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._business import business_year_before
from tacitus.grounding.times._calendar import step
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, on
from tacitus.grounding.times._now import turned
from tacitus.grounding.times._stretches import at_distance

# "The following day" counts from what was told; "last", "this" and "coming" from publication, "next" from either.
_FOLLOWING: Final = frozenset({"following", "subsequent", "previous", "preceding", "prior"})


def _same_day(_: Found, moment: Moment) -> Meaning | None:
    return on(moment.day_said)


def _same_part(found: Found, moment: Moment) -> Meaning | None:
    """That evening."""
    return on(moment.day_said, found.letters("part"))


def _next_day(found: Found, moment: Moment) -> Meaning | None:
    """The following day, the next morning."""
    if found.word("turn") not in {*_FOLLOWING, "next"}:
        return None
    day = step(moment.day_said, found.number("turn"), "D") if moment.day_said else None
    return on(day, found.letters("part"))


def _next_weekday(found: Found, moment: Moment) -> Meaning | None:
    """As in "The previous Friday": the last one before the day told."""
    day, turn = moment.day_said, found.number("turn")
    if found.word("turn") not in _FOLLOWING or day is None:
        return None
    away = (turn * (found.number("weekday") - day.weekday())) % 7 or 7
    return on(step(day, turn * away, "D"))


def _next_unit(found: Found, moment: Moment) -> Meaning | None:
    """The following year."""
    if found.word("turn") not in _FOLLOWING or moment.date_said is None:
        return None
    return turned(found.letters("unit"), found.number("turn"), Moment(published=moment.date_said))


def _that_unit(found: Found, moment: Moment) -> Meaning | None:
    """That year, the same month: the unit that holds the date told last."""
    unit = found.letters("unit")
    if moment.date_said is None or unit not in "WEmQYTC":
        return None
    return turned(unit, 0, Moment(published=moment.date_said))


# Hours before or after a day told are most often hours of that day.
_HOURS_OF_THE_DAY: Final = 12


def _distant(found: Found, moment: Moment) -> Meaning | None:
    n, shown = amount(found)
    unit, sign = found.letters("unit"), found.number("side")
    if unit == "Y" and sign < 0 and n == 1:
        in_business = business_year_before(moment)
        if in_business:
            return in_business
    if unit == "H" and n < _HOURS_OF_THE_DAY:
        return on(moment.day_said)
    origin = moment.day_said if unit in "SMHDWFE" else moment.date_said
    return at_distance(sign * n, unit, origin, shown=shown, moment=moment)


def _before_or_after(found: Found, moment: Moment) -> Meaning | None:
    """A year earlier is a date; two days after the attack are for TIMEX3 a stretch, with days counted all the same."""
    meaning = _distant(found, moment)
    after = found.around(1)
    ends = after is None or after.kind in {"mark", "rest", "dash"}
    _, shown = amount(found)
    if meaning is None or (shown != "X" and (ends or found.word("side") not in {"before", "after", "prior"})):
        return meaning
    return replace(meaning, type="DURATION", value=duration_value(shown, found.letters("unit")))


RULES: Final[tuple[Rule, ...]] = (
    rule("the day told before", "(the|that|this) (very|same)+ day|(earlier|later|the)? that day", _same_day),
    rule("the day told before", "(the|that)? (earlier|later)? (very|same|that) {part}", _same_part),
    rule("the day told before", "(earlier|later) the? same {part}", _same_part),
    rule("the day after it", "(the|a)? {turn} (day|{part})", _next_day),
    rule("weekday told before", "the? {turn} {weekday}", _next_weekday),
    rule("the unit after it", "the? {turn} {singular:unit}", _next_unit),
    rule("that unit", "(the same|that same|that) {singular:unit}", _that_unit),
    rule(
        "so long before or after",
        "(the|a|an|some|just|{number}|a? {vague}|a? {couple} of?) {unit} {side}",
        _before_or_after,
    ),
    rule("so long before or after", "{plural:unit} {side}", _before_or_after),
)
