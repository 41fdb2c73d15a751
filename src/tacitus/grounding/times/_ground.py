"""What the time mentions of a report mean as days, by the conventions of the annotation guide."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tacitus.grounding.times._cues import direction
from tacitus.grounding.times._expression import hits_of
from tacitus.grounding.times._meaning import Meaning, span_from
from tacitus.grounding.times._scan import Hit
from tacitus.grounding.times._tokens import Tokens
from tacitus.model import Interval, Report, Span, TimePrecision

# Words before a time, inside the mention or right before it, that open it toward publication.
_OPENING: Final = frozenset({"since", "starting", "beginning", "began", "begun"})
_JOINING: Final = frozenset({"and", "to", "until", "till", "through", "-", "–", "—", "--", ",", "or"})
_SOFT: Final = frozenset({"on", "in", "the", "at", "of", "about", "around", "early", "late", "last", "very", "a"})
_WHOLE_UNITS: Final = frozenset({TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.SEASON, TimePrecision.YEAR})


def _explicit(meaning: Meaning) -> bool:
    """Whether the words give day, month and year, or at least the year, themselves."""
    return meaning.type in {"DATE", "TIME"} and not meaning.unit


def _inside(tokens: Tokens, hits: Sequence[Hit], span: Span) -> list[Hit]:
    return [
        hit
        for hit in hits
        if tokens.words[hit.start].start < span.end and span.start < tokens.words[hit.end - 1].end
    ]


def _words(tokens: Tokens, start: int, end: int) -> list[str]:
    return [token.word for token in tokens.words if start <= token.start < end]


def _opens(tokens: Tokens, span: Span, hit: Hit) -> bool:
    """Whether the mention says "since", or stands right behind it."""
    first = tokens.words[hit.start].start
    if any(word in _OPENING for word in _words(tokens, span.start, first)):
        return True
    index = hit.start - 1
    while index >= 0 and tokens.words[index].word in _SOFT:
        index -= 1
    return index >= 0 and tokens.words[index].word == "since"


def _joined(tokens: Tokens, first: Hit, second: Hit) -> bool:
    """Whether two times are the ends of one: "between Monday and Wednesday", "from March to May"."""
    between = [token.word for token in tokens.words[first.end : second.start]]
    return bool(between) and any(word in _JOINING - {","} for word in between) and len(between) <= 4


def _dated(tokens: Tokens, hit: Hit, published: date | None) -> Hit | None:
    """The hit with days: a bare duration is counted from publication, a vague one ("for months") has none."""
    meaning = hit.meaning
    if meaning.days:
        return hit
    if meaning.type != "DURATION" or "X" in meaning.value or not meaning.unit:
        return None
    ahead = direction(tokens, hit.start, hit.end) > 0
    days = span_from(published, meaning.n if ahead else -meaning.n, meaning.unit)
    return replace(hit, meaning=replace(meaning, days=days)) if days else None


def _until_now(meaning: Meaning, edge: str, published: date | None, *, ahead: bool) -> Meaning:
    """A week, month or year under way ends at publication, or begins there where the clause looks ahead."""
    if published is None or meaning.days is None or meaning.precision not in _WHOLE_UNITS:
        return meaning
    first, last = meaning.days
    if meaning.mod == "START" and edge == "earlier":
        first, last = first, max(last, published)
    if not first <= published <= last:
        return meaning
    if edge == "later" or (ahead and edge != "earlier"):
        return replace(meaning, days=(published, last))
    return replace(meaning, days=(first, published))


def _interval(span: Span, meaning: Meaning, rule: str) -> Interval | None:
    if meaning.days is None:
        return None
    first, last = meaning.days
    return Interval(
        text=span.text,
        start=span.start,
        end=span.end,
        rule=rule,
        from_=first,
        to=last,
        precision=meaning.precision,
        timex=meaning.value,
    )


def _best(tokens: Tokens, dated: list[Hit]) -> Hit:
    """Of several times in one mention, the two ends as one, else a date told in full, else the first."""
    for first, second in zip(dated, dated[1:], strict=False):
        if _joined(tokens, first, second) and first.meaning.days and second.meaning.days:
            days = (min(first.meaning.days[0], second.meaning.days[0]), max(first.meaning.days[1], second.meaning.days[1]))
            value = f"{days[0].isoformat()}/{days[1].isoformat()}"
            precision = first.meaning.precision
            precision = TimePrecision.DAYS if precision is TimePrecision.DAY else TimePrecision.LONGER
            return replace(first, end=second.end, rule="range", meaning=replace(first.meaning, value=value, days=days, precision=precision))
    explicit = [hit for hit in dated if "date" in hit.rule]
    return (explicit or dated)[0]


def _ground(tokens: Tokens, hits: Sequence[Hit], published: date | None, span: Span) -> Interval | None:
    dated = [known for hit in _inside(tokens, hits, span) if (known := _dated(tokens, hit, published))]
    if not dated:
        return None
    hit = _best(tokens, dated)
    meaning = hit.meaning
    if meaning.days and _opens(tokens, span, hit) and (published is None or meaning.days[0] <= published):
        if published is None:
            return None  # begun then, but up to when is not told
        opened = replace(meaning, days=(meaning.days[0], published), precision=TimePrecision.LONGER)
        return _interval(span, opened, f"{hit.rule}, since")
    ahead = direction(tokens, hit.start, hit.end) > 0
    return _interval(span, _until_now(meaning, hit.edge, published, ahead=ahead), hit.rule)


def ground_times(report: Report, spans: Sequence[Span]) -> tuple[Interval | None, ...]:
    """The days each mention means, in the order of `spans`; None where the words and the report do not tell.

    Conventions of the annotation guide: a point in time has both ends equal, "since October 17" runs to the publication
    date, "this week" from Monday to it, "last week" from Monday to Sunday, "recent months" are three months back.
    """
    tokens, hits, published = hits_of(report.text, report.published)
    return tuple(_ground(tokens, hits, published, span) for span in spans)
