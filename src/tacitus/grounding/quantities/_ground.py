"""What given mentions of numbers mean."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from tacitus.grounding.quantities._bounds import Bounds, number_value, qualified_at
from tacitus.grounding.quantities._sums import sum_of
from tacitus.grounding.quantities._tokens import Token, sentences_of
from tacitus.model import Quantity, Report, Span

# How many words before a mention may belong to its qualifier: "by no fewer than | 12".
_REACH: Final = 4


def ground_quantities(report: Report, spans: Sequence[Span]) -> tuple[Quantity | None, ...]:
    """The bounds that each span means, in the order given; None where the words hold no number.

    A qualifier just outside a span ("at least | 43", "50 | or more") counts. A span that cuts a figure ("1 | ,300")
    or ends before its number ("about | 40") is read, and told, with the whole number. A person named or described
    without a number is one, several joined by "and" are added up ("a man and his wife" is 2). `rule` names the way:
    "number: stated", "number: summed", "number: described". Spans of other kinds are not told apart from numbers: a
    name is read as one person.
    """
    sentences = sentences_of(report.text) if spans else []
    return tuple(_quantity(whole, sentence) for whole, sentence in _wholes(report.text, spans, sentences))


def _wholes(
    text: str, spans: Sequence[Span], sentences: Sequence[Sequence[Token]]
) -> Iterator[tuple[Span, Sequence[Token]]]:
    """Each span with no figure cut and no number left behind its qualifier, and its sentence."""
    for span in spans:
        sentence = _sentence_of(span, sentences)
        inside = _inside(span, sentence)
        figures = [token for token in (sentence[k] for k in inside) if token.text[0].isdigit()]
        start, end = span.start, span.end
        if figures:
            start, end = min(start, figures[0].start), max(end, figures[-1].end)
        elif inside:
            number = qualified_at(sentence, inside[0])
            if number and number.core == inside[-1] + 1:
                end = sentence[number.end - 1].end
        yield (span if (start, end) == (span.start, span.end) else Span.of(text, start, end)), sentence


def _inside(span: Span, sentence: Sequence[Token]) -> list[int]:
    return [k for k, token in enumerate(sentence) if token.start < span.end and span.start < token.end]


def _sentence_of(span: Span, sentences: Sequence[Sequence[Token]]) -> Sequence[Token]:
    k = bisect_right(sentences, span.start, key=lambda tokens: tokens[0].start)
    return sentences[k - 1] if k else ()


def _quantity(span: Span, sentence: Sequence[Token]) -> Quantity | None:
    found = sum_of(span.text)
    if not found:
        return None
    bounds, rule = found
    if rule == "number: stated":
        bounds = _qualified_outside(span, sentence) or bounds
    return Quantity(text=span.text, start=span.start, end=span.end, low=bounds.low, high=bounds.high, rule=rule)


def _qualified_outside(span: Span, sentence: Sequence[Token]) -> Bounds | None:
    """The bounds of the number in the span with the qualifier around it, or None where there is none."""
    inside = _inside(span, sentence)
    for first in range(max(0, inside[0] - _REACH), inside[0] + 1) if inside else ():
        number = qualified_at(sentence, first)
        if number and number.core <= inside[0] < number.end and (first < inside[0] or number.end > inside[-1]):
            return number.bounds if number_value(span.text) else None
    return None
