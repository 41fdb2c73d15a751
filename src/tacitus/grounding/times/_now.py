"""Rules that count from the publication date: yesterday, last week, on Friday, the past three months, a year ago."""

from datetime import date, timedelta
from typing import Final

from tacitus.grounding.times._amounts import amount, duration_value
from tacitus.grounding.times._calendar import quarter_value, week_value
from tacitus.grounding.times._grammar import Found, Rule, rule
from tacitus.grounding.times._holidays import holiday
from tacitus.grounding.times._meaning import ONE_DAY, Meaning, Moment, calendar, on, span_from, stretch, vague
from tacitus.grounding.times._dates import month_alone, nearest
from tacitus.grounding.times._calendar import step
from dataclasses import replace
from tacitus.model import TimePrecision


def _shift(moment: Moment, n: int) -> date | None:
    try:
        return moment.published + timedelta(days=n) if moment.published else None
    except OverflowError:
        return None


def _deictic(found: Found, moment: Moment) -> Meaning | None:
    word = found.word("deictic")
    day = _shift(moment, found.number("deictic"))
    if word == "overnight":
        return overnight(day)
    return on(day, "TNI" if word == "tonight" else "")


def overnight(day: date | None) -> Meaning:
    """The night that ends on `day`: two calendar days touch it."""
    if day is None or day == date.min:
        return Meaning(type="TIME", value="XXXX-XX-XXTNI")
    eve = day - ONE_DAY
    return Meaning(type="TIME", value=f"{eve.isoformat()}TNI", days=(eve, day), precision=TimePrecision.DAYS)


def _far_deictic(found: Found, moment: Moment) -> Meaning | None:
    return on(_shift(moment, 2 * found.number("deictic")))


def _turned_part(found: Found, moment: Moment) -> Meaning | None:
    """This morning, last night, yesterday evening; "last night" is the night before publication."""
    return on(_shift(moment, found.number("turn")), found.letters("part"))


def weekday_of(number: int, moment: Moment) -> date | None:
    """The last such day at or before publication; the coming one where the clause looks ahead."""
    published = moment.published
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    if moment.looks_ahead() and back:
        return _shift(moment, 7 - back)
    return _shift(moment, -back)


def _weekday(found: Found, moment: Moment) -> Meaning | None:
    number = found.number("weekday")
    if moment.published is None:
        return Meaning(type="DATE", value=f"XXXX-WXX-{number + 1}")
    return on(weekday_of(number, moment))


def _turned_weekday(found: Found, moment: Moment) -> Meaning | None:
    number, turn = found.number("weekday"), found.number("turn")
    published = moment.published
    if published is None:
        return Meaning(type="DATE", value=f"XXXX-WXX-{number + 1}")
    back = (published.weekday() - number) % 7
    if found.word("turn") == "this":
        return _weekday(found, moment)
    return on(_shift(moment, -(back or 7) if turn < 0 else (7 - back)))


def _weekday_of_week(found: Found, moment: Moment) -> Meaning | None:
    """Tuesday of last week, next week Tuesday."""
    published = moment.published
    if published is None:
        return None
    monday = published.weekday()
    return on(_shift(moment, found.number("weekday") - monday + 7 * found.number("turn")))


def _turned_unit(found: Found, moment: Moment) -> Meaning | None:
    """Last week, this year, next month: whole units of the calendar."""
    return turned(found.letters("unit"), found.number("turn"), moment)


def _the_year(found: Found, moment: Moment) -> Meaning | None:
    after = found.around(1)
    if "fiscal" in found.shown() or (after and after.word in {"ended", "ending"}):
        return stretch("P1Y", n=1, unit="Y")  # a business year need not be the calendar's
    return turned("Y", 0, moment)


def turned(unit: str, turn: int, moment: Moment) -> Meaning | None:
    """The unit of the calendar `turn` units from the one that holds the publication date."""
    published = moment.published
    if unit not in "DWEmQYTC":
        return None
    if published is None:
        return Meaning(type="DATE", value={"W": "XXXX-WXX", "E": "XXXX-WXX-WE", "m": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    days = span_from(published, turn, {"E": "W"}.get(unit, unit))
    if days is None:
        return None
    day = days[0] if turn < 0 else days[1]
    value = {
        "D": day.isoformat(),
        "W": week_value(day),
        "E": week_value(day) + "-WE",
        "m": day.isoformat()[:7],
        "Q": quarter_value(day),
        "Y": f"{day.year:04d}",
        "T": f"{day.year // 10:03d}X",
        "C": f"{day.year // 100:02d}",
    }[unit]
    return calendar(value)


def _weekend(found: Found, moment: Moment) -> Meaning | None:
    """The weekend: the last one begun, or the coming one where the clause looks ahead."""
    published = moment.published
    if published is None or found.word("turn") == "next":
        return turned("E", found.number("turn"), moment)
    begun = published.weekday() >= 5
    ahead = moment.looks_ahead() or (found.word("turn") == "this" and published.weekday() in {2, 3, 4})
    return turned("E", 0 if ahead or (begun and found.number("turn") >= 0) else -1, moment)


def _turned_month(found: Found, moment: Moment) -> Meaning | None:
    number, turn, published = found.number("month"), found.number("turn"), moment.published
    if published is None:
        return Meaning(type="DATE", value=f"XXXX-{number:02d}")
    if turn < 0:
        year = published.year - (number >= published.month)
    elif turn > 0:
        year = published.year + (number <= published.month)
    else:
        year = published.year
    return calendar(f"{year:04d}-{number:02d}")


def _season(found: Found, moment: Moment) -> Meaning | None:
    season, published = found.letters("season"), moment.published
    if found.word("year"):
        return calendar(f"{found.number('year'):04d}-{season}") if found.number("year") > 1000 else None
    if published is None:
        return Meaning(type="DATE", value=f"XXXX-{season}")
    start = calendar(f"{published.year:04d}-{season}")
    if start.days is None:
        return None
    begun = start.days[0] <= published
    over = start.days[1] < published
    turn = found.word("turn")
    shift = {"last": 0 if over else -1, "next": 0 if not begun else 1, "this": 0}.get(turn)
    if shift is None:
        shift = 0 if begun or moment.looks_ahead() else -1
    return calendar(f"{published.year + shift:04d}-{season}")


def _bare_season(found: Found, moment: Moment) -> Meaning | None:
    before = found.around(-1)
    # "fall" and "spring" are verbs too.
    if before is None or before.word not in {"in", "the", "since", "of", "by", "early", "late", "mid", "during", "until", "-"}:
        return None
    return _season(found, moment)


def _holiday(found: Found, moment: Moment) -> Meaning | None:
    name = found.word("holiday")
    if name == "easter" and found.around(1) and found.around(1).word in {"rising", "island"}:  # type: ignore[union-attr]
        return None
    if found.word("year"):
        years = [found.number("year")]
    elif moment.published is None:
        return None
    else:
        years = list(range(max(1, moment.published.year - 1), min(9999, moment.published.year + 1) + 1))
    known = {days[0]: days for year in years if (days := holiday(name, year))}
    if not known:
        return None
    turn = found.word("turn")
    if found.word("year"):
        days = next(iter(known.values()))
    else:
        published = moment.published
        assert published is not None
        if turn == "last":
            chosen = max((d for d in known if known[d][1] < published), default=None)
        elif turn == "next":
            chosen = min((d for d in known if d > published), default=None)
        elif turn == "this":
            chosen = next((d for d in known if d.year == published.year), None)
        else:
            chosen = nearest(list(known), moment)
        if chosen is None:
            return None
        days = known[chosen]
    first, last = days
    if first == last:
        return on(first)
    return replace(calendar(f"{first.isoformat()}/{last.isoformat()}"), precision=TimePrecision.DAYS)


def _turned_stretch(found: Found, moment: Moment) -> Meaning | None:
    """The past three months, the next few days: a stretch that ends or begins at publication."""
    if found.word("unit") == "weekend" or found.shown().lower().startswith("following"):
        return None  # "following ten days of talks" is "after" them
    n, shown = amount(found)
    unit, turn = found.letters("unit"), found.number("turn") or -1
    days = span_from(moment.published, turn * n, unit)
    if shown == "X" and not found.word("vague"):
        return replace(vague("PAST_REF" if turn < 0 else "FUTURE_REF"), days=days, precision=TimePrecision.DAYS, unit=unit)
    return stretch(duration_value(shown, unit), n=n, unit=unit, days=days)


def _recent(found: Found, moment: Moment) -> Meaning | None:
    """Recent months are three months back (annotation guide)."""
    unit = found.letters("unit")
    days = span_from(moment.published, -3, unit)
    return replace(vague("PAST_REF"), days=days, unit=unit, n=3, precision=TimePrecision.DAYS)


def ago(n: float, unit: str, moment: Moment, *, exact: bool, origin: date | None = None) -> Meaning | None:
    """So many units before: the day for days and weeks, the month for months, the year for years."""
    start = origin or moment.published
    if start is None:
        return Meaning(type="DATE", value={"D": "XXXX-XX-XX", "W": "XXXX-WXX", "m": "XXXX-XX"}.get(unit, "XXXX"))
    days = span_from(start, n, unit)
    if days is None:
        return None
    day = days[0] if n < 0 else days[1]
    if unit in "SMH":
        return replace(vague("PAST_REF" if n < 0 else "FUTURE_REF"), days=(day, day)) if not exact else on(day)
    if not exact:
        value = {"Y": f"{day.year // 10:03d}X", "T": f"{day.year // 10:03d}X"}.get(unit, "PAST_REF" if n < 0 else "FUTURE_REF")
        return Meaning(type="DATE", value=value, days=days, unit=unit, n=n, precision=TimePrecision.DAYS)
    if unit == "D":
        return on(day)
    if unit in "WFE":
        return replace(calendar(week_value(day)), days=(day, day), precision=TimePrecision.DAY)
    if unit == "m":
        return calendar(day.isoformat()[:7])
    return calendar(f"{day.year:04d}") if unit in "YTCL" else calendar(quarter_value(day))


def _ago(found: Found, moment: Moment) -> Meaning | None:
    n, shown = amount(found)
    return ago(-n, found.letters("unit"), moment, exact=shown != "X")


def _ahead(found: Found, moment: Moment) -> Meaning | None:
    n, shown = amount(found)
    return ago(n, found.letters("unit"), moment, exact=shown != "X")


def _so_far(found: Found, moment: Moment) -> Meaning | None:
    return turned(found.letters("unit"), 0, moment)


def _reference(found: Found, moment: Moment) -> Meaning | None:
    meaning = vague(found.letters("reference"))
    if meaning.value == "PRESENT_REF" and moment.published:
        return replace(meaning, days=(moment.published, moment.published))
    return meaning


def _present(_: Found, moment: Moment) -> Meaning | None:
    today = (moment.published, moment.published) if moment.published else None
    return replace(vague("PRESENT_REF"), days=today)


def _future(_: Found, __: Moment) -> Meaning | None:
    return vague("FUTURE_REF")


def _past(_: Found, __: Moment) -> Meaning | None:
    return vague("PAST_REF")


RULES: Final[tuple[Rule, ...]] = (
    rule("counted from publication", "{deictic}", _deictic),
    rule("counted from publication", "the? day (before|after) {deictic}", _far_deictic),
    rule("part of a day", "{turn} {part}", _turned_part),
    rule("part of a day", "the night before last", lambda _, moment: on(_shift(moment, -2), "NI")),
    rule("overnight", "(during|through|throughout|in) the night", lambda _, moment: overnight(moment.published)),
    rule("weekday", "{weekday}", _weekday),
    rule("weekday", "the? {turn} {weekday}", _turned_weekday),
    rule("weekday", "this {turn} {weekday}", _turned_weekday),
    rule("weekday of a week", "{weekday} (of|,)? {turn} week", _weekday_of_week),
    rule("stretch to publication", "(the|this)? past {singular:unit}", _turned_stretch),
    rule("unit of the calendar", "the? {turn} fiscal? {singular:unit}", _turned_unit),
    rule("unit of the calendar", "the (full|whole|fiscal|calendar)? year", _the_year),
    rule("stretch to publication", "(the|this)? {turn} {singular:unit} and {article} {half}", _turned_stretch),
    rule("weekend", "((the|this)? {turn}|the|a)? weekend", _weekend),
    rule("month", "{turn} {month}", _turned_month),
    rule("season", "the? {turn} {season}", _season),
    rule("season", "the? {season} (of|,)? {year}", _season),
    rule("season", "the? {season}", _bare_season),
    rule("holiday", "{turn}? {holiday} (,? (of|in)? {year})?", _holiday),
    rule("stretch to publication", "(the|these|this)? {turn} ({number}|{vague}|{couple} of?) {hundreds}? {unit}", _turned_stretch),
    rule("stretch to publication", "(the|these)? {turn} {plural:unit}", _turned_stretch),
    rule("recent", "(the|these)? (most|more)? recent {plural:unit}", _recent),
    rule("so long ago", "(a? {number} {hundreds}?|a? {vague}|a? {couple} of?|{article}|just)? {unit} (and {article} {half})? (or so)? ago", _ago),
    rule("in so long", "in ({number}|{vague}|a|an) {unit} time", _ahead),
    rule("so long from now", "({number}|{vague}|a|an) {unit} from now", _ahead),
    rule("unit so far", "so far {turn} {unit}", _so_far),
    rule("reference", "{reference}", _reference),
    rule("present", "(at|by|until|to) (this|the present|the current) very? (time|moment|hour)|right now|these days", _present),
    rule("future", "the? (near|foreseeable|immediate) future|the future", _future),
    rule("past", "the past", _past),
)
