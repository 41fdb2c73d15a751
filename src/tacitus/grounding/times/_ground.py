"""What the time mentions of a report mean as days, by the conventions of the annotation guide."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from tacitus.grounding.times._cues import direction
from tacitus.grounding.times._expression import hits_of, interval_of
from tacitus.grounding.times._meaning import Meaning, days, span_from
from tacitus.grounding.times._scan import Hit
from tacitus.grounding.times._tokens import Tokens
from tacitus.grounding.times._words import words
from tacitus.model import Interval, Report, Span, TimePrecision

# Words inside a mention, or right before it, that open a time toward publication.
_OPENING: Final = words("since starting beginning began begun")
_SOFT: Final = words("on in the at of about around early late last very a")
_JOINING: Final = words("and to until till through - – — --")
_LONGEST_JOINT: Final = 4  # words between two times that are the ends of one: "from Monday until late on"
_PERIODS: Final = frozenset({TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.SEASON, TimePrecision.YEAR})
# A date told in full beats one derived from the publication date (annotation guide).
_TOLD: Final = ("full date", "ISO date", "numeric date", "weekday and date", "month and day", "month and year")


def _inside(tokens: Tokens, hits: Sequence[Hit], span: Span) -> list[Hit]:
    return [
        hit for hit in hits if tokens.words[hit.start].start < span.end and span.start < tokens.words[hit.end - 1].end
    ]


def _dated(tokens: Tokens, hit: Hit, published: date | None) -> Hit | None:
    """The hit with days: a bare duration is counted from publication, a vague one ("for months") has none."""
    meaning = hit.meaning
    if meaning.days:
        return hit
    if meaning.type != "DURATION" or "X" in meaning.value:
        return None
    ahead = direction(tokens, hit.start, hit.end) > 0
    counted = span_from(published, meaning.n if ahead else -meaning.n, meaning.unit)
    return replace(hit, meaning=replace(meaning, days=counted)) if counted else None


def _opens(tokens: Tokens, span: Span, hit: Hit) -> bool:
    """Whether the mention says "since", or stands right behind it."""
    before = tokens.words[: hit.start]
    if any(token.word in _OPENING for token in before if token.start >= span.start):
        return True
    hard = next((token.word for token in reversed(before) if token.word not in _SOFT), "")
    return hard == "since"


def _range(tokens: Tokens, dated: Sequence[Hit]) -> Hit | None:
    """Two times that are the ends of one: "between Monday and Wednesday", "from March to May"."""
    for first, second in pairwise(dated):
        joint = tokens.words[first.end : second.start]
        is_joint = len(joint) <= _LONGEST_JOINT and any(token.word in _JOINING for token in joint)
        if is_joint and first.meaning.days and second.meaning.days:
            ends = sorted((*first.meaning.days, *second.meaning.days))
            return replace(first, end=second.end, rule="range", meaning=days(ends[0], ends[-1]))
    return None


def _until_now(hit: Hit, published: date | None, *, ahead: bool) -> Meaning:
    """A week, month or year under way ends at publication, or begins there where the clause looks ahead."""
    meaning = hit.meaning
    if published is None or meaning.days is None or meaning.precision not in _PERIODS:
        return meaning
    first, last = meaning.days
    if hit.edge == "earlier":
        last = max(last, published)
    if not first <= published <= last:
        return meaning
    begins = hit.edge == "later" or (ahead and hit.edge != "earlier")
    return replace(meaning, days=(published, last) if begins else (first, published))


def _ground(tokens: Tokens, hits: Sequence[Hit], published: date | None, span: Span) -> Interval | None:
    dated = [known for hit in _inside(tokens, hits, span) if (known := _dated(tokens, hit, published))]
    if not dated:
        return None
    hit = _range(tokens, dated) or next((hit for hit in dated if hit.rule in _TOLD), dated[0])
    first = hit.meaning.days[0] if hit.meaning.days else date.max
    if _opens(tokens, span, hit) and (published is None or first <= published):
        # Begun then; up to when is not told without a publication date.
        since = replace(hit.meaning, days=(first, published), precision=TimePrecision.LONGER) if published else None
        return interval_of(span, since, f"{hit.rule}, since") if since else None
    ahead = direction(tokens, hit.start, hit.end) > 0
    return interval_of(span, _until_now(hit, published, ahead=ahead), hit.rule)


def ground_times(report: Report, spans: Sequence[Span]) -> tuple[Interval | None, ...]:
    """The days each mention means, in the order of `spans`; None where the words and the report do not tell.

    Conventions of the annotation guide: a point in time has both ends equal, "since October 17" runs to the publication
    date, "this week" from Monday to it, "last week" from Monday to Sunday, "recent months" are three months back. Where
    the report has no publication date, that of a dateline in its text is used.
    """
    tokens, hits, published = hits_of(report.text, report.published)
    return tuple(_ground(tokens, hits, published, span) for span in spans)
