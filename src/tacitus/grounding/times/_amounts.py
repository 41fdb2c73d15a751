"""Amounts of time: rules for durations, repetitions and clock times, and how TIMEX3 writes them."""

from typing import Final

from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, on, stretch
from tacitus.grounding.times._words import PLURAL

_LETTER: Final = {"m": "M", "T": "Y", "C": "Y", "L": "Y", "F": "W", "E": "W"}
_TIMES: Final = {"T": 10, "C": 100, "L": 1000, "F": 2}


def amount(found: Found) -> tuple[float, str]:
    """The number of units, and how TIMEX3 writes it: "X" for a vague one, which counts as three."""
    word = found.word("number")
    counted = word or found.word("hundreds") or found.word("couple") or found.word("half")
    if found.word("vague") or (found.word("unit") in PLURAL and not counted):
        return 3, "X"
    n = float(word.replace(",", "")) if "." in word else float(found.number("number", 1))
    if found.word("couple"):
        n = 2
    n *= found.number("hundreds", 1)
    half = found.word("half")
    if half:
        # "5 1/2" is one word; "half" and "1/2" stand for themselves.
        whole = n if word or found.word("article") else 0.0
        n = 0.5 + (float(half.split()[0]) if " " in half else whole)
    return n, f"{n * _TIMES.get(found.letters('unit'), 1):g}"


def duration_value(shown: str, unit: str) -> str:
    """How TIMEX3 writes a duration: "P3M", "PT5H", "PXD"; a half is written in the smaller unit where it is whole."""
    if shown.endswith(".5") and unit in "YH":
        whole = shown[:-2]
        return f"P{whole}Y6M" if unit == "Y" else f"PT{whole}H30M"
    return f"P{'T' if unit in 'SMH' else ''}{shown}{_LETTER.get(unit, unit)}"


def _is_age(found: Found) -> bool:
    """"A 43-year-old man", "43 years old"."""
    after = found.around(1)
    following = found.around(2)
    # Truces and wars are months old, people years.
    return found.letters("unit") == "Y" and after is not None and (
        after.word in {"old", "olds"} or (after.kind == "dash" and following is not None and following.word in {"old", "olds"})
    )


def _duration(found: Found, _: Moment) -> Meaning | None:
    if _is_age(found):
        return None
    n, shown = amount(found)
    unit = found.letters("unit")
    if unit == "Q" and "-" in found.shown():
        return None  # "three-quarters" is a fraction
    return stretch(duration_value(shown, unit), n=n, unit=unit)


def _bare_plural(found: Found, moment: Moment) -> Meaning | None:
    before = found.around(-1)
    # "for months", "weeks of fighting"; not "these days", "office hours".
    if found.letters("unit") in "SMH" and (before is None or before.word not in {"for", "in", "within", "of"}):
        return None
    if found.word("unit") in {"nights", "quarters", "seconds"}:
        return None
    return _duration(found, moment)


def _long(found: Found, _: Moment) -> Meaning | None:
    unit = found.letters("long")
    return stretch(duration_value(f"{_TIMES.get(unit, 1)}", unit), n=1, unit=unit)


def _hours(found: Found, moment: Moment) -> Meaning | None:
    """The early hours of a day are its morning, the late ones its evening."""
    return on(moment.day_said, "EV" if "late" in found.shown().lower() else "MO")


def _half(found: Found, _: Moment) -> Meaning | None:
    """Half an hour, half a year."""
    unit = found.letters("unit")
    whole = {"H": ("PT30M", 30, "M"), "Y": ("P6M", 6, "m"), "T": ("P5Y", 5, "Y"), "D": ("PT12H", 12, "H"), "C": ("P50Y", 50, "Y")}.get(unit)
    return stretch(whole[0], n=whole[1], unit=whole[2]) if whole else None


def _set(found: Found, _: Moment) -> Meaning | None:
    return Meaning(type="SET", value=found.letters("set"))


def _every(found: Found, _: Moment) -> Meaning | None:
    if found.word("weekday"):
        return Meaning(type="SET", value=f"XXXX-WXX-{found.number('weekday') + 1}")
    if found.word("part"):
        return Meaning(type="SET", value=f"XXXX-XX-XXT{found.letters('part')}")
    _, shown = amount(found)
    return Meaning(type="SET", value=duration_value(shown, found.letters("unit")))


def _clock(found: Found, moment: Moment) -> Meaning | None:
    """A time of day, "9:30 p.m.", on the day told last."""
    if found.word("clock"):
        hour, minute = (int(part) for part in found.word("clock").split(":")[:2])
    else:
        hour, minute = found.number("hour"), found.number("minute")
    if found.word("ampm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found.word("ampm").startswith("p") else 0)
    return time_of_day(hour, minute, moment)


def time_of_day(hour: int, minute: int, moment: Moment) -> Meaning | None:
    """A time on the day told last; None for what no clock shows."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return on(moment.day_said, f"T{hour:02d}:{minute:02d}")


_CLOCK_BEFORE: Final = frozenset({"at", "about", "around", "approximately", "by", "between", "until", "from", "since"})
_AT: Final = frozenset({"at", "approximately", "about", "around"})
_CLOCK_AFTER: Final = frozenset({"gmt", "utc", "local", "hours", "hrs", "today", "this", "on", "(", "[", "yesterday", "tonight", "last"})


def _military(found: Found, moment: Moment) -> Meaning | None:
    """"0730", "at about 1915", "2230 tonight"; a year of four figures is one only where the words around say so."""
    word = found.word("hhmm")
    before, after = found.around(-1), found.around(1)
    ends = after is None or after.kind in {"mark", "rest"}
    led = before is not None and (before.word == "at" or (before.word in _CLOCK_BEFORE and (ends or word.startswith("0"))))
    followed = after is not None and after.word in _CLOCK_AFTER
    if not (followed or led) or (not followed and word[0] in "12" and before is not None and before.word not in _AT):
        return None
    return time_of_day(int(word[:2]), int(word[2:]), moment)


def _part(found: Found, moment: Moment) -> Meaning | None:
    return on(moment.day_said, found.letters("part"))


RULES: Final[tuple[Rule, ...]] = (
    rule("duration", "({number} {hundreds}?|{hundreds}|a {hundreds}) -? {unit}", _duration),
    rule("duration", "{number}? (and a)? -? {half} -? {unit}", _duration),
    rule("duration", "({article}|{number}) {unit} and a {half}", _duration),
    rule("duration", "({vague}|a {vague}|a? {couple} of?|{vague}? {hundreds} of) (more)? {plural:unit}", _duration),
    rule("duration", "(a|an) (full|entire|whole|another|additional)? {singular:unit}", _duration),
    rule("duration", "(another|an additional) {singular:unit}", _duration),
    rule("duration", "{plural:unit}", _bare_plural),
    rule("duration", "{article}? {singular:unit} - long", _duration),
    rule("duration", "{long}", _long),
    rule("time of day", "the? (early|wee|late) hours (of the {part})?", _hours),
    rule("duration", "half -? (a|an)? -? {singular:unit}", _half),
    rule("repetition", "{set}", _set),
    rule("repetition", "(every|each) (other)? ({number}? {unit}|{weekday}|{part})", _every),
    rule("time of day", "{hour} (. {two:minute})? {ampm}", _clock),
    rule("time of day", "{clock} {ampm}?", _clock),
    rule("time of day", "{hhmm} {zone}* ({bracket} {hhmm:elsewhere} {zone} {bracket})?", _military),
    rule("time of day", "{part}", _part),
)
