"""What holds for every text: no error, spans that are the text, intervals that run forward, the same answer twice."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tacitus.grounding.times import find_times, ground_times
from tacitus.model import Report, Span

# Words of time in any order, so that rules meet each other and numbers out of range.
WORDS = """
    the a this last next past following previous early mid late end of on in at by since until between and to from
    - , . ( ) ' week weekend month quarter year decade century day days hours night morning noon midnight dawn
    January Feb. MAY 31 30 29 0 12 13 99 1999 2024 9999 1000 0730 2400 9:30 25:61 p.m. 1/2 1990s '90s 32/13/99
    2024-02-30 9999-12-31 31.12.2999 Monday Fri. spring fall Ramadan Easter Nowruz ago before after later earlier
    one two twenty-one hundred thousand several few couple half every daily yesterday tonight overnight today
    recent now future third quarter first 19th 9/11 15/11 same that will said 999999999 1,000,000 nineteen
"""
NEWS = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), NEWS)
DATES = st.none() | st.dates() | st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DATES)
@example("İstanbul'da 3 May 2016", date(2016, 5, 4))
@example("٣ May ٢٠١٦", date(2016, 5, 4))
@example("last century", date(1, 1, 1))
@example("999999999 centuries ago the previous Monday of 9999-12-31", date(9999, 12, 31))
def test_any_text_is_read_with_spans_that_are_its_words(text: str, published: date | None) -> None:
    end = 0
    for found in find_times(text, published=published):
        assert text[found.span.start : found.span.end] == found.span.text
        assert found.span.start >= end
        assert found.value
        end = found.span.end
        if found.interval:
            assert found.interval.from_ <= found.interval.to
            assert found.interval.span == found.span
            assert found.interval.timex == found.value


@settings(max_examples=200, deadline=None)
@given(TEXTS, DATES, st.data())
def test_any_mention_is_grounded_forward_and_on_its_own_words(
    text: str, published: date | None, data: st.DataObject
) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    report = Report.of(text, published=published)
    (interval,) = ground_times(report, [span])
    assert (interval,) == ground_times(report, [span])
    if interval:
        assert interval.span == span
        assert interval.from_ <= interval.to


@given(NEWS, DATES)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert find_times(text, published=published) == find_times(text, published=published)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.dates(date(1900, 1, 1), date(2100, 12, 31))
)
def test_a_date_told_in_full_does_not_depend_on_publication(day: date, published: date) -> None:
    for shown in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        (found,) = find_times(f"It happened on {shown}.", published=published)
        assert found.value == day.isoformat()
        assert found.interval
        assert (found.interval.from_, found.interval.to) == (day, day)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)), st.integers(0, 6))
def test_a_weekday_of_the_past_lies_in_the_week_up_to_publication(published: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (found,) = find_times(f"Gunmen killed a judge on {name}.", published=published)
    assert found.interval
    assert found.interval.from_.weekday() == weekday
    assert 0 <= (published - found.interval.from_).days <= 6


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "()[]", "''", "--", "1/2/"])
def test_texts_without_times_have_none(text: str) -> None:
    assert find_times(text, published=date(2020, 1, 1)) == ()
