"""Numbers in words and figures, with their qualifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.grounding.quantities import Bounds, number_value

UNIT_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
UNITS = UNIT_WORDS.split()
TEN_WORDS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
TENS = TEN_WORDS.split()


def written_out(number: int, joint: str) -> str:
    """The English words of a number below a billion; `joint` stands behind "hundred"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    for scale, name, link in ((1_000_000, "million", " "), (1000, "thousand", " "), (100, "hundred", joint)):
        if number >= scale:
            rest = f"{link}{written_out(number % scale, joint)}" if number % scale else ""
            return f"{written_out(number // scale, joint)} {name}{rest}"
    raise AssertionError(number)


@given(st.integers(0, 10**6), st.sampled_from([" and ", " "]))
def test_a_written_out_number_is_read_back(number: int, joint: str) -> None:
    assert number_value(written_out(number, joint)) == (number, number)


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", ", ", "\u00a0"]))
def test_a_figure_is_read_back_however_its_thousands_are_set_apart(number: int, mark: str) -> None:
    assert number_value(f"{number:,}".replace(",", mark)) == (number, number)
    assert number_value(str(number)) == (number, number)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 43", 43, None),
        ("No fewer than 64", 64, None),
        ("more than 100", 100, None),
        ("MORE THAN\n100", 100, None),
        ("up to 50", None, 50),
        ("as many as 1.7 million", None, 1_700_000),
        ("fewer than 20", None, 20),
        ("about 1,400", 1400, 1400),
        ("an estimated 3,000", 3000, 3000),
        ("nearly two dozen", 24, 24),
        ("another two", 2, 2),
        ("another", 1, 1),
        ("between 10 and 15", 10, 15),
        ("two or three", 2, 3),
        ("15-20", 15, 20),
        ("60 to 70", 60, 70),
        ("30 or more", 30, None),
        ("a hundred or so", 100, 100),
        ("dozens", 24, None),
        ("several", 3, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("scores", 40, None),
        ("a dozen", 12, 12),
        ("more than a dozen", 12, None),
        ("half a dozen", 6, 6),
        ("half a million", 500_000, 500_000),
        ("several hundred", 300, None),
        ("a few dozen", 36, None),
        ("a couple of hundred", 200, 200),
        ("two and a half million", 2_500_000, 2_500_000),
        ("2.5 million", 2_500_000, 2_500_000),
        ("fifteen hundred", 1500, 1500),
        ("TWENTY-TWO", 22, 22),
        ("no one", 0, 0),
        ("twice", 2, 2),
    ],
)
def test_bounds(words: str, low: int | None, high: int | None) -> None:
    assert number_value(words) == Bounds(low, high)


@pytest.mark.parametrize("words", ["", "soldiers", "43 soldiers", "F-16", "12:30", "1.5", "32-year-old", "²", "٣"])
def test_what_is_no_number_alone_has_no_bounds(words: str) -> None:
    assert number_value(words) is None


@given(st.text())
def test_any_text_has_bounds_in_order_or_none(words: str) -> None:
    bounds = number_value(words)
    assert bounds is None or bounds.low is None or bounds.high is None or 0 <= bounds.low <= bounds.high


def test_two_marks_and_a_scale_word_are_no_decimal() -> None:
    assert number_value("1.200 million") == (1_200_000, 1_200_000)
    assert number_value("1.200.000 thousand") == (1_200_000_000, 1_200_000_000)
