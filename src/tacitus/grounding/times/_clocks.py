"""Rules for times of day, on the day that the text told last."""

import re
from typing import Final

from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, on
from tacitus.grounding.times._words import words


def _time_of_day(hour: int, minute: int, moment: Moment) -> Meaning | None:
    """None for what no clock shows."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return on(moment.day_said, f"T{hour:02d}:{minute:02d}")


def _clock(found: Found, moment: Moment) -> Meaning | None:
    """9:30 p.m., 4 in the morning."""
    if found.word("clock"):
        hour, minute = (int(part) for part in found.word("clock").split(":")[:2])
    else:
        hour, minute = found.number("hour"), found.number("minute")
    if found.word("ampm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found.word("ampm").startswith("p") else 0)
    elif found.word("part") in {"afternoon", "evening"} and hour < 12:
        hour += 12
    return _time_of_day(hour, minute, moment)


_AT: Final = frozenset({"at", "approximately", "about", "around"})
_BEFORE: Final = _AT | {"by", "between", "until", "to", "from", "since"}
_TO: Final = frozenset({"to", "until", "till", "and", "-"})
_NO_YEAR: Final = re.compile(r"0\d[0-5]\d")
_AFTER: Final = words("gmt utc local hours hrs today this on ( [ yesterday tonight last")


def _military(found: Found, moment: Moment) -> Meaning | None:
    """As in "0730", "at about 1915", "2230 tonight": four figures are a time only where the words around say so."""
    word, before, after = found.word("hhmm"), found.around(-1), found.around(1)
    ends = after is None or after.kind in {"mark", "rest"}
    followed = after is not None and after.word in _AFTER
    opening = before.word if before else ""
    led = opening == "at" or (opening in _BEFORE and (ends or word.startswith("0")))
    like_year = word[0] in "12" and opening not in _AT
    if not followed and (not led or like_year) and not beside_a_time(found):
        return None
    return _time_of_day(int(word[:2]), int(word[2:]), moment)


def beside_a_time(found: Found) -> bool:
    """As in "from 1800 to 0600", where the other figures can be no year."""
    ranges = ((found.around(way), found.around(2 * way)) for way in (1, -1))
    return any(joint and other and joint.word in _TO and _NO_YEAR.fullmatch(other.word) for joint, other in ranges)


def _part(found: Found, moment: Moment) -> Meaning | None:
    return on(moment.day_said, found.letters("part"))


def _hours(found: Found, moment: Moment) -> Meaning | None:
    """The early hours of a day are its morning, the late ones its evening."""
    return on(moment.day_said, "EV" if "late" in found.shown().lower() else "MO")


CLOCK: Final = "time of day"
RULES: Final[tuple[Rule, ...]] = (
    rule(CLOCK, "{hour} (. {two:minute})? {ampm}", _clock),
    rule(CLOCK, "{clock} {ampm}?", _clock),
    rule(CLOCK, "{hour} in the {part}", _clock),
    rule(CLOCK, "{hhmm} {zone}* ({bracket} {hhmm:elsewhere} {zone} {bracket})?", _military),
    rule(CLOCK, "{part}", _part),
    rule(CLOCK, "the? (early|wee|late) hours (of the {part})?", _hours),
)
