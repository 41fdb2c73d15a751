"""Rules for months, seasons, years, decades and centuries."""

import re
from datetime import date
from typing import Final

from tacitus.grounding.times._clocks import beside_a_time
from tacitus.grounding.times._days import BEFORE_DATES, full_year, years_around
from tacitus.grounding.times._grammar import Found, Rule, compiled, rule
from tacitus.grounding.times._meaning import Meaning, Moment, calendar, undated
from tacitus.grounding.times._tokens import Token
from tacitus.grounding.times._words import words

_BEFORE_MONTHS: Final = BEFORE_DATES - {"on"}


def _month_of(found: Found, moment: Moment) -> Meaning | None:
    return calendar(f"{full_year(found, moment):04d}-{found.number('month'):02d}")


def _month_turned(found: Found, moment: Moment) -> Meaning | None:
    """May of last year."""
    if moment.published is None:
        return None
    return calendar(f"{moment.published.year + found.number('turn'):04d}-{found.number('month'):02d}")


def _turned_month(found: Found, moment: Moment) -> Meaning | None:
    """Last May: the one that is over, also in a report of June."""
    number, turn, published = found.number("month"), found.number("turn"), moment.published
    if published is None:
        return undated(f"XXXX-{number:02d}")
    passed = {-1: number >= published.month, 0: False, 1: number > published.month}[turn]
    return calendar(f"{published.year + (turn == 1) - passed:04d}-{number:02d}")


def month_alone(number: int, moment: Moment, *, ahead: bool = False) -> Meaning:
    """A month without a year: the last one begun by publication, or the coming one where the clause looks ahead."""
    published = moment.published
    if published is None:
        said = moment.year_said
        return calendar(f"{said:04d}-{number:02d}") if said else undated(f"XXXX-{number:02d}")
    firsts = [date(year, number, 1) for year in years_around(moment)]
    begun = max(first for first in firsts if first <= published)
    coming = min(first for first in firsts if first > published)
    chosen = coming if ahead and begun.month != published.month else begun
    return calendar(f"{chosen.year:04d}-{number:02d}")


# "June and September 2011": the year stands behind the second.
_YEAR_BEHIND: Final = compiled("(and|or|to|-|through|until) (the|early|late|mid)* {month} ,? {year}")


def _is_name(found: Found) -> bool:
    """A person's name, or the verb at the head of a sentence: "May", "Jan Jones", "March on the capital"."""
    word, before = found.word("month"), found.around(-1)
    if before is not None and before.word in _BEFORE_MONTHS:
        return False
    return word in {"may", "march"} or len(word) < 4


def _bare_month(found: Found, moment: Moment) -> Meaning | None:
    if _is_name(found):
        return None
    behind = found.then(_YEAR_BEHIND)
    if behind:
        return calendar(f"{full_year(behind, moment):04d}-{found.number('month'):02d}")
    before = found.around(-1)
    is_limit = before is not None and before.word in {"by", "through", "until"}
    ahead = moment.looks_ahead() or (is_limit and not moment.looks_back())
    return month_alone(found.number("month"), moment, ahead=ahead)


_COUNTED: Final = words(
    "people soldiers men troops dollars pounds km miles metres meters feet tons tonnes gmt hours hrs local"
)
_COUNTING: Final = words("some about nearly almost over least than approximately most around roughly up no flight")
_BEFORE_YEARS: Final = _BEFORE_MONTHS | {"early", "late", "fiscal", "the", "(", "-", "–", "—"}


def _is_clock(before: Token | None, after: Token | None) -> bool:
    """As in "At 2000 on 11 November" is a time of day."""
    if before is None or before.word != "at":
        return False
    return after is None or after.kind != "word" or after.word in {"on", "today", "this"}


def _is_count(found: Found) -> bool:
    """As in "Some 2000 people", "1950 rounds": a number in the place of a year."""
    before, after = found.around(-1), found.around(1)
    if (after and after.word in _COUNTED) or (before and before.word in _COUNTING):
        return True
    counts = after is not None and after.kind == "word" and after.word.endswith("s")
    return (counts or found.number("year") < 1900) and not (before and before.word in _BEFORE_YEARS)


def _bare_year(found: Found, moment: Moment) -> Meaning | None:
    year = full_year(found, moment)
    if found.word("year").isdecimal():
        latest = (moment.published.year if moment.published else 2050) + 60
        clock = _is_clock(found.around(-1), found.around(1)) or beside_a_time(found)
        if not 1400 <= year <= latest or _is_count(found) or clock:
            return None
    return calendar(f"{year:04d}")


def _spoken_year(found: Found, _: Moment) -> Meaning | None:
    """Nineteen ninety-four."""
    year = 1900 + found.number("cardinal")
    if year < 1910:
        return None
    return calendar(f"{year}-{found.number('month'):02d}" if found.word("month") else f"{year}")


# "In his mid-50s" is an age; "the 50s" and "'50s" are years.
_BEFORE_DECADES: Final = frozenset({"the", "early", "late", "mid", "-", "nineteen"})


def _of_someone(found: Found) -> bool:
    before = (found.around(-distance) for distance in range(1, 5))
    return any(token.word in {"his", "her", "their", "my"} for token in before if token)


def _decade(found: Found, _: Moment) -> Meaning | None:
    word = found.word("decade")
    digits = re.sub(r"\D", "", word)
    if len(digits) == 4:
        return calendar(f"{digits[:3]}X")
    if word[0].isdecimal() and (not found.led_by(_BEFORE_DECADES) or _of_someone(found)):
        return None
    return calendar(f"{'20' if digits[0] in '01' else '19'}{digits[0]}X")


def _word_decade(found: Found, _: Moment) -> Meaning | None:
    return calendar(f"19{found.number('worddecade') // 10}X") if found.led_by(_BEFORE_DECADES) else None


def _century(found: Found, _: Moment) -> Meaning | None:
    number = found.number("nth")
    return calendar(f"{number - 1:02d}") if 2 <= number <= 30 else None


def _season(found: Found, moment: Moment) -> Meaning | None:
    """Last summer, this winter: the season that began last unless the words turn."""
    season, published = found.letters("season"), moment.published
    if found.word("year"):
        return calendar(f"{full_year(found, moment):04d}-{season}")
    if published is None:
        return undated(f"XXXX-{season}")
    first, last = calendar(f"{published.year:04d}-{season}").days or (published, published)
    begun, over = first <= published, last < published
    shifts = {"last": 0 if over else -1, "next": 1 if begun else 0, "this": 0}
    shift = shifts.get(found.word("turn"), 0 if begun or moment.looks_ahead() else -1)
    return calendar(f"{published.year + shift:04d}-{season}")


def _bare_season(found: Found, moment: Moment) -> Meaning | None:
    """The fall, since spring: both are verbs too, and "the fall of the town" is none."""
    leads = {"in", "the", "since", "of", "by", "early", "late", "mid", "during", "until", "-"}
    after = found.around(1)
    if not found.led_by(leads) or found.names_something() or (after and after.word == "of"):
        return None
    return _season(found, moment)


RULES: Final[tuple[Rule, ...]] = (
    rule("month and year", "{month} ,? of? {year}", _month_of),
    rule("month and year", "{month} ,? nineteen -? {cardinal}", _spoken_year),
    rule("month and year", "{month} ,? of? {turn} year", _month_turned),
    rule("month", "{month}", _bare_month),
    rule("month", "{turn} {month}", _turned_month),
    rule("year", "the? year? {year}", _bare_year),
    rule("year", "fiscal year? {year}", _bare_year),
    rule("year", "nineteen -? {cardinal}", _spoken_year),
    rule("decade", "the? {decade}", _decade),
    rule("decade", "the? nineteen? {worddecade}", _word_decade),
    rule("century", "the? {nth} -? century", _century),
    rule("season", "the? {turn} {season}", _season),
    rule("season", "the? {season} (of|,)? {year}", _season),
    rule("season", "the? {season}", _bare_season),
)
