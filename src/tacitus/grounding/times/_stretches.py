"""Rules for stretches that end or begin at publication, points so long ago, and now, then and soon."""

from dataclasses import replace
from datetime import date
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._meaning import Meaning, Moment, on, span_from, stretch, undated, vague
from tacitus.grounding.times._now import unit_of
from tacitus.model import TimePrecision


def _loose(direction: float, moment: Moment, n: float, unit: str) -> Meaning:
    """PAST_REF or FUTURE_REF, with the days that a vague amount counts as."""
    meaning = vague("PAST_REF" if direction < 0 else "FUTURE_REF")
    days = span_from(moment.published, n if direction > 0 else -n, unit)
    return replace(meaning, days=days, n=n, unit=unit, precision=TimePrecision.DAYS)


def _turned_stretch(found: Found, moment: Moment) -> Meaning | None:
    """The past three months, the next few days."""
    if found.word("unit") == "weekend" or found.shown().lower().startswith("following"):
        return None  # "following ten days of talks" is "after" them
    n, shown = amount(found)
    unit, turn = found.letters("unit"), found.number("turn") or -1
    if shown == "X" and not found.word("vague"):
        return _loose(turn, moment, n, unit)
    return stretch(duration_value(shown, unit), n=n, unit=unit, days=span_from(moment.published, turn * n, unit))


def _recent(found: Found, moment: Moment) -> Meaning | None:
    """Recent months are three months back (annotation guide)."""
    return _loose(-1, moment, 3, found.letters("unit"))


def _vaguely(day: date, n: float, unit: str, moment: Moment) -> Meaning:
    meaning = _loose(n, moment, abs(n), unit)
    return replace(meaning, value=f"{day.year // 10:03d}X") if unit in "YT" else meaning


def at_distance(n: float, unit: str, origin: date | None, *, shown: str, moment: Moment) -> Meaning | None:
    """So many units from a day: the day itself for days and weeks, the month for months, the year for years."""
    span = span_from(origin, n, unit)
    if span is None:
        return undated({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "m": "XXXX-XX"}.get(unit, "XXXX"))
    day = span[0] if n < 0 else span[1]
    if unit in "SMHD" and (shown != "X" or unit != "D"):
        return on(day)
    if shown == "X":
        return replace(_vaguely(day, n, unit, moment), days=span)
    if unit in "WFE":
        return replace(unit_of(day, "W"), days=(day, day), precision=TimePrecision.DAY)
    return unit_of(day, unit if unit in "mQ" else "Y")


def _ago(found: Found, moment: Moment) -> Meaning | None:
    n, shown = amount(found)
    return at_distance(-n, found.letters("unit"), moment.published, shown=shown, moment=moment)


def _ahead(found: Found, moment: Moment) -> Meaning | None:
    n, shown = amount(found)
    return at_distance(n, found.letters("unit"), moment.published, shown=shown, moment=moment)


def _reference(found: Found, moment: Moment) -> Meaning | None:
    meaning = vague(found.letters("reference"))
    return _present(found, moment) if meaning.value == "PRESENT_REF" else meaning


def _present(_: Found, moment: Moment) -> Meaning | None:
    today = (moment.published, moment.published) if moment.published else None
    return replace(vague("PRESENT_REF"), days=today)


def _future(_: Found, __: Moment) -> Meaning | None:
    return vague("FUTURE_REF")


def _past(_: Found, __: Moment) -> Meaning | None:
    return vague("PAST_REF")


RULES: Final[tuple[Rule, ...]] = (
    rule("stretch to publication", "(the|this)? past {singular:unit}", _turned_stretch),
    rule("stretch to publication", "(the|this)? {turn} {singular:unit} and {article} {half}", _turned_stretch),
    rule(
        "stretch to publication",
        "(the|these|this)? {turn} ({number}|{vague}|{couple} of?) {hundreds}? {unit}",
        _turned_stretch,
    ),
    rule("stretch to publication", "(the|these)? {turn} {plural:unit}", _turned_stretch),
    rule("recent", "(the|these)? (most|more)? recent {plural:unit}", _recent),
    rule(
        "so long ago",
        "(a? {number} {hundreds}?|a? {vague}|a? {couple} of?|{article}|just)? {unit} "
        "(and {article} {half})? (or so)? ago",
        _ago,
    ),
    rule("so long from now", "in ({number}|{vague}|a|an) {unit} '? time", _ahead),
    rule("so long from now", "({number}|{vague}|a|an) {unit} from now", _ahead),
    rule("reference", "{reference}", _reference),
    rule("present", "(at|by|until|to) (this|the present|the current) very? (time|moment|hour)", _present),
    rule("present", "right now|these days", _present),
    rule("future", "the? (near|foreseeable|immediate) future|the future", _future),
    rule("past", "the past", _past),
)
