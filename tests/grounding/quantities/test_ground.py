"""What given mentions of numbers mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.grounding.quantities import ground_quantities
from tacitus.model import Report, Span

CASES = [
    ("He said [43] had died.", 43, 43),
    ("At least [43] people died.", 43, None),
    ("[At least 43] people died.", 43, None),
    ("As many as [200] are held.", None, 200),
    ("Around [200] are held.", 200, 200),
    ("[50] or more were hurt.", 50, None),
    ("Between [10] and 15 were hurt.", 10, 15),
    ("The toll has passed [400].", 400, None),
    ("They had taken over [three] posts.", 3, 3),
    ("It wounded [24 government soldiers].", 24, 24),
    ("[A child] was killed.", 1, 1),
    ("[Colonel Ali Omar] was killed.", 1, 1),
    ("[a man and his wife]", 2, 2),
    ("[Twelve guerrillas and one soldier] died.", 13, 13),
    ("[one officer and at least one villager]", 2, None),
    ("[the mayor, his son and five guards]", 7, 7),
    ("[three doctors, including a surgeon, two nurses and a guard]", 6, 6),
    ("[12 men and women]", 12, 12),
    ("[a guard, Ali Omar (34)]", 1, 1),
    ("[a 38 year old woman]", 1, 1),
    ("[dozens of people]", 24, None),
    ("[no casualties]", 0, 0),
    ("The bomb [did not cause any casualties].", 0, 0),
    ("The guards came away [unhurt].", 0, 0),
    ("[others] were hurt.", 2, None),
    ("[all the passengers]", 2, None),
    ("It was the [fourth] attack.", 4, 4),
    ("It was the [33rd] attack.", 33, 33),
    ("[twice]", 2, 2),
    ("[a series] of raids", 2, None),
]


@pytest.mark.parametrize(("marked", "low", "high"), CASES, ids=[case[0] for case in CASES])
def test_bounds_of_a_mention(marked: str, low: int | None, high: int | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    report = Report.of(marked.replace("[", "").replace("]", ""))
    (quantity,) = ground_quantities(report, [Span.of(report.text, start, end)])
    assert quantity is not None
    assert (quantity.low, quantity.high) == (low, high)
    assert quantity.span == Span.of(report.text, start, end)


@pytest.mark.parametrize(
    ("marked", "whole", "low", "high"),
    [
        ("It killed [more than 1],300 people.", "more than 1,300", 1300, None),
        ("It killed 1,[300] people.", "1,300", 1300, 1300),
        ("[About] 40 were hurt.", "About 40", 40, 40),
        ("[At least] 12 died.", "At least 12", 12, None),
    ],
    ids=["figure cut at its end", "figure cut at its beginning", "qualifier alone", "floor alone"],
)
def test_a_span_that_cuts_a_number_is_read_with_all_of_it(marked: str, whole: str, low: int, high: int | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    report = Report.of(marked.replace("[", "").replace("]", ""))
    (quantity,) = ground_quantities(report, [Span.of(report.text, start, end)])
    assert quantity is not None
    assert (quantity.text, quantity.low, quantity.high) == (whole, low, high)
    assert quantity.span == Span.of(report.text, report.text.index(whole), report.text.index(whole) + len(whole))


def test_signs_alone_mean_nothing() -> None:
    assert ground_quantities(Report.of("-- ?"), [Span(text="--", start=0, end=2)]) == (None,)


def test_every_quantity_says_by_which_rule() -> None:
    report = Report.of("two; a man and a boy; a girl; no one; third")
    spans = [
        Span.of(report.text, report.text.index(part), report.text.index(part) + len(part))
        for part in report.text.split("; ")
    ]
    rules = [quantity.rule for quantity in ground_quantities(report, spans) if quantity]
    assert rules == ["number: stated", "number: summed", "number: described", "number: none", "number: ordinal"]


@given(st.text(min_size=1), st.data())
def test_any_span_is_answered_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    (quantity,) = ground_quantities(Report.of(text), [span])
    assert quantity is None or (quantity.start, quantity.end, quantity.text) == (span.start, span.end, span.text)
    assert (quantity,) == ground_quantities(Report.of(text), [span])
