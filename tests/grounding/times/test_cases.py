"""The table of cases: what find_times reads and ground_times means."""

import re
from datetime import date
from pathlib import Path

import pytest

from tacitus.grounding.times import find_times, ground_times
from tacitus.model import Report, Span

TABLE = Path(__file__).with_name("cases.tsv")
BRACKETED = re.compile(r"(.*)\[(.*)\](.*)")


def rows() -> list[tuple[date | None, str, Span, str, tuple[str, str] | None]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [row(*line.split("\t")) for line in lines]


def row(
    published: str, sentence: str, value: str, first: str, last: str
) -> tuple[date | None, str, Span, str, tuple[str, str] | None]:
    found = BRACKETED.fullmatch(sentence)
    assert found, sentence
    before, mention, behind = found.groups()
    text = before + mention + behind
    span = Span.of(text, len(before), len(before) + len(mention))
    days = None if first == "-" else (first, last)
    return None if published == "-" else date.fromisoformat(published), text, span, value, days


ROWS = rows()
IDS = [f"{published or 'undated'}: {span.text}" for published, _, span, _, _ in ROWS]


def test_the_table_is_large_enough_and_says_nothing_twice() -> None:
    assert len(ROWS) >= 150
    assert len({(published, text, span) for published, text, span, _, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("published", "text", "span", "days"), [(*one[:3], one[4]) for one in ROWS], ids=IDS)
def test_a_mention_means_these_days(
    published: date | None, text: str, span: Span, days: tuple[str, str] | None
) -> None:
    (interval,) = ground_times(Report.of(text, published=published), [span])
    assert (interval and (interval.from_.isoformat(), interval.to.isoformat())) == days
    if interval:
        assert interval.span == span
        assert interval.rule


@pytest.mark.parametrize(("published", "text", "span", "value", "days"), ROWS, ids=IDS)
def test_an_expression_has_this_value(
    published: date | None, text: str, span: Span, value: str, days: tuple[str, str] | None
) -> None:
    inside = [found for found in find_times(text, published=published) if found.span.overlaps(span)]
    assert inside, text
    if len(inside) == 1:
        assert inside[0].value == value
    else:
        # A range of two expressions has a value only as a mention.
        (interval,) = ground_times(Report.of(text, published=published), [span])
        assert days
        assert interval
        assert interval.timex == value
