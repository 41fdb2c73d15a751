"""Amounts of time: rules for durations and repetitions, and how TIMEX3 writes them."""

from typing import Final

from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, stretch
from tacitus.grounding.times._words import PLURAL

_LETTER: Final = {"m": "M", "T": "Y", "C": "Y", "L": "Y", "F": "W", "E": "W"}
_TIMES: Final = {"T": 10, "C": 100, "L": 1000, "F": 2}
VAGUE_COUNT: Final = 3  # what "several", "a few" and a bare plural count as (annotation guide)


def amount(found: Found) -> tuple[float, str]:
    """The number of units, and how TIMEX3 writes it: "X" for a vague one."""
    word = found.word("number")
    half = found.word("half")
    counted = word or half or found.word("hundreds") or found.word("couple")
    if found.word("vague") or (found.word("unit") in PLURAL and not counted):
        return VAGUE_COUNT, "X"
    n = float(word.replace(",", "")) if "." in word else float(found.number("number", 1))
    n *= found.number("couple", 1) * found.number("hundreds", 1)
    if half:
        # "5 1/2" is one word; "half" and "1/2" stand for themselves.
        whole = n if word or found.word("article") else 0.0
        n = 0.5 + (float(half.split()[0]) if " " in half else whole)
    return n, f"{n * _TIMES.get(found.letters('unit'), 1):.10g}"


def duration_value(shown: str, unit: str) -> str:
    """How TIMEX3 writes a duration: "P3M", "PT5H", "PXD"; half years and hours in the smaller unit."""
    if shown.endswith(".5") and unit in "YH":
        whole = shown[:-2]
        return f"P{whole}Y6M" if unit == "Y" else f"PT{whole}H30M"
    return f"P{'T' if unit in 'SMH' else ''}{shown}{_LETTER.get(unit, unit)}"


def _is_age(found: Found) -> bool:
    """As in "A 43-year-old man", "43 years old"; truces and wars are months old."""
    after, following = found.around(1), found.around(2)
    if after is not None and after.kind == "dash":
        after = following
    return found.letters("unit") == "Y" and after is not None and after.word in {"old", "olds"}


def _duration(found: Found, _: Moment) -> Meaning | None:
    n, shown = amount(found)
    unit = found.letters("unit")
    if _is_age(found) or (unit == "Q" and "-" in found.shown()):
        return None  # "three-quarters" is a fraction
    if found.word("unit") == "second" and not found.word("number"):
        return None  # "a second bomb"
    return stretch(duration_value(shown, unit), n=n, unit=unit)


def _bare_plural(found: Found, moment: Moment) -> Meaning | None:
    """As in "For months", "weeks of fighting"; not "office hours"."""
    before = found.around(-1)
    led = before is not None and before.word in {"for", "in", "within", "of"}
    if (found.letters("unit") in "SMH" and not led) or found.word("unit") in {"nights", "quarters"}:
        return None
    return _duration(found, moment)


def _long(found: Found, _: Moment) -> Meaning | None:
    unit = found.letters("long")
    return stretch(duration_value(str(_TIMES.get(unit, 1)), unit), n=1, unit=unit)


_HALVES: Final = {"H": (30, "M"), "D": (12, "H"), "Y": (6, "m"), "T": (5, "Y"), "C": (50, "Y")}


def _half(found: Found, _: Moment) -> Meaning | None:
    """Half an hour, half a year."""
    known = _HALVES.get(found.letters("unit"))
    return stretch(duration_value(str(known[0]), known[1]), n=known[0], unit=known[1]) if known else None


def _set(found: Found, _: Moment) -> Meaning | None:
    """Daily, annually; not "the Daily Star"."""
    return None if found.names_something() else Meaning(type="SET", value=found.letters("set"))


def _every(found: Found, _: Moment) -> Meaning | None:
    """Every two years, each Friday, every night."""
    if found.word("weekday"):
        return Meaning(type="SET", value=f"XXXX-WXX-{found.number('weekday') + 1}")
    if found.word("part"):
        return Meaning(type="SET", value=f"XXXX-XX-XXT{found.letters('part')}")
    shown = amount(found)[1]
    return Meaning(type="SET", value=duration_value(shown, found.letters("unit")))


RULES: Final[tuple[Rule, ...]] = (
    rule("duration", "({number} {hundreds}?|{hundreds}|a {hundreds}) (-|more)? {unit}", _duration),
    rule("duration", "{number}? (and a)? -? {half} -? {unit}", _duration),
    rule("duration", "({article}|{number}) {unit} and a {half}", _duration),
    rule("duration", "({vague}|a {vague}|a? {couple} of?|{vague}? {hundreds} of) more? {plural:unit}", _duration),
    rule(
        "duration", "(a|an) (full|entire|whole|another|additional)? {singular:unit}|another {singular:unit}", _duration
    ),
    rule("duration", "{plural:unit}", _bare_plural),
    rule("duration", "{article}? {singular:unit} - long", _duration),
    rule("duration", "{long}", _long),
    rule("duration", "half -? (a|an)? -? {singular:unit}", _half),
    rule("repetition", "{set}", _set),
    rule("repetition", "(every|each) other? ({number}? {unit}|{weekday}|{part})", _every),
)
