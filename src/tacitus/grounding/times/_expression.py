"""A time expression of a text, as TIMEX3 and as days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tacitus.grounding.times._dateline import dateline
from tacitus.grounding.times._join import joined
from tacitus.grounding.times._meaning import Meaning
from tacitus.grounding.times._scan import Hit, scan
from tacitus.grounding.times._tokens import Tokens, tokenise
from tacitus.model import Interval, Span

_NEWS: Final = range(1400, 2500)  # a publication date beyond is an error of the source, and no date to count from


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell a time.

    `value` and `mod` are written as in TIMEX3: "2023-10-26", "P3M", "1989-Q3", "PAST_REF"; "XXXX" stands for what the
    text does not tell. `interval` is None where the words name no days of the calendar ("three years") or the
    publication date that they are counted from is unknown. `rule` names the rule that read them.
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval | None = None
    rule: str


@lru_cache(maxsize=1)  # a report's times are first found, then grounded
def hits_of(text: str, published: date | None) -> tuple[Tokens, tuple[Hit, ...], date | None]:
    """The words of a text, the expressions among them, and the publication date they were read against."""
    tokens = tokenise(text)
    known = published or dateline(text)
    if known is not None and known.year not in _NEWS:
        known = None
    return tokens, tuple(joined(tokens, scan(tokens, known))), known


def interval_of(span: Span, meaning: Meaning, rule: str) -> Interval | None:
    """The days a meaning has, with the words as evidence."""
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


def _expression(tokens: Tokens, hit: Hit) -> TimeExpression:
    span = Span.of(tokens.text, tokens.words[hit.start].start, tokens.words[hit.end - 1].end)
    return TimeExpression(
        span=span,
        type=TimexType(hit.meaning.type),
        value=hit.meaning.value,
        mod=hit.meaning.mod,
        interval=interval_of(span, hit.meaning, hit.rule),
        rule=hit.rule,
    )


def find_times(text: str, *, published: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order, none overlapping another.

    Words counted from the publication date ("yesterday") have no interval where `published` is None and the text has
    no dateline that tells it.
    """
    tokens, hits, _ = hits_of(text, published)
    return tuple(_expression(tokens, hit) for hit in hits)
