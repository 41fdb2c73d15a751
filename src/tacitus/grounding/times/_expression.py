"""A time expression of a text, as TIMEX3 and as days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tacitus.grounding.times._dateline import dateline
from tacitus.grounding.times._join import joined
from tacitus.grounding.times._scan import Hit, scan
from tacitus.grounding.times._tokens import Tokens, tokenise
from tacitus.model import Interval, Span


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


def hits_of(text: str, published: date | None) -> tuple[Tokens, list[Hit], date | None]:
    """The words of a text, the expressions among them, and the publication date they were read against."""
    tokens = tokenise(text)
    known = published or dateline(text)
    return tokens, joined(tokens, scan(tokens, known)), known


def _expression(tokens: Tokens, hit: Hit) -> TimeExpression:
    span = Span.of(tokens.text, tokens.words[hit.start].start, tokens.words[hit.end - 1].end)
    meaning = hit.meaning
    interval = None
    if meaning.days:
        interval = Interval(
            text=span.text,
            start=span.start,
            end=span.end,
            rule=hit.rule,
            from_=meaning.days[0],
            to=meaning.days[1],
            precision=meaning.precision,
            timex=meaning.value,
        )
    return TimeExpression(
        span=span,
        type=TimexType(meaning.type),
        value=meaning.value,
        mod=meaning.mod,
        interval=interval,
        rule=hit.rule,
    )


def find_times(text: str, *, published: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order, none overlapping another.

    Words counted from the publication date ("yesterday") have no interval where `published` is None and the text has
    no dateline that tells it.
    """
    tokens, hits, _ = hits_of(text, published)
    return tuple(_expression(tokens, hit) for hit in hits)
