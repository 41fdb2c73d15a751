"""What no value can stand on: evidence that is no stretch of a text, and numbers that count nothing."""

import pytest

from tacitus.model import Party, Quantity


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("", 3, 3), ("ab", -2, 0), ("ab", 3, 4), (None, 3, 5), ("ab", 3, None), ("ab", None, None)],
    ids=["empty", "before the text", "too long", "no words", "no end", "no start"],
)
def test_evidence_that_is_no_stretch_of_a_text_is_refused(text: str | None, start: int | None, end: int | None) -> None:
    with pytest.raises(ValueError, match=r"a span holds|does not fill|a value with"):
        Party(name="gunmen", text=text, start=start, end=end)


@pytest.mark.parametrize(("low", "high"), [(-1, None), (None, -4), (5, 4)])
def test_bounds_that_count_nothing_are_refused(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match=r"a count is not negative|bounds run upward"):
        Quantity(low=low, high=high)
