"""What find_times finds: spans, types, mods, and what is no time."""

from datetime import date

import pytest

from tacitus.grounding.times import TimexType, find_times

FRIDAY = date(2023, 10, 27)


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("Late on Thursday, gunmen stormed a bank.", ["Late on Thursday"]),
        ("On the morning of 5 May and again at noon, shells fell.", ["morning of 5 May", "noon"]),
        ("In about two weeks, more than 30 days of talks end.", ["about two weeks", "more than 30 days"]),
        (
            "The truce of May 3, 2014, broken in early June, held two months.",
            ["May 3, 2014", "early June", "two months"],
        ),
        ("It was hit at\n9:30 p.m.\non Oct. 5.", ["9:30 p.m.\non Oct. 5"]),
        ("Attacks rose in 2012, 2013 and 2014.", ["2012", "2013", "2014"]),
        ("THE BOMB WENT OFF AT APPROXIMATELY 1915 [2115 GMT] TODAY.", ["APPROXIMATELY 1915 [2115 GMT] TODAY"]),
        ("The war lasted from 1980 to 1988.", ["1980", "1988"]),
        ("He was held from Monday to Wednesday.", ["Monday", "Wednesday"]),
    ],
)
def test_an_expression_spans_its_words(sentence: str, spans: list[str]) -> None:
    assert [found.span.text for found in find_times(sentence, published=FRIDAY)] == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "A second bomb was defused.",
        "The Daily Star reported clashes.",
        "The gunman was in his mid-20s.",
        "A 43-year-old teacher was shot.",
        "Some 2000 people fled.",
        "They paid $1990 for each rifle.",
        "You may march on the square.",
        "May Jones led the March for Peace.",
        "Night raids and morning prayers went on.",
        "The fall of the town shocked the capital.",
        "Two-thirds and three-quarters of the men died.",
        "The score was 3:1 and 1/2 of them left.",
        "Flight 1920 was diverted.",
        "The Easter Rising is taught in schools.",
        "He walked 30 metres past the gate.",
    ],
)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert [found.span.text for found in find_times(sentence, published=FRIDAY)] == []


@pytest.mark.parametrize(
    ("words", "timex_type", "value", "mod"),
    [
        ("early May 2014", TimexType.DATE, "2014-05", "START"),
        ("the end of 2014", TimexType.DATE, "2014", "END"),
        ("mid-2014", TimexType.DATE, "2014", "MID"),
        ("around May 3, 2014", TimexType.DATE, "2014-05-03", "APPROX"),
        ("4 in the afternoon", TimexType.TIME, "2023-10-27T16:00", None),
        ("nearly three years", TimexType.DURATION, "P3Y", "LESS_THAN"),
        ("more than two weeks", TimexType.DURATION, "P2W", "MORE_THAN"),
        ("at least 48 hours", TimexType.DURATION, "PT48H", "EQUAL_OR_MORE"),
        ("up to ten days", TimexType.DURATION, "P10D", "EQUAL_OR_LESS"),
        ("half an hour", TimexType.DURATION, "PT30M", None),
        ("two and a half years", TimexType.DURATION, "P2Y6M", None),
        ("5 1/2 hours", TimexType.DURATION, "PT5H30M", None),
        ("a dozen years", TimexType.DURATION, "P12Y", None),
        ("four decades", TimexType.DURATION, "P40Y", None),
        ("a decade-long", TimexType.DURATION, "P10Y", None),
        ("every Friday", TimexType.SET, "XXXX-WXX-5", None),
        ("every two years", TimexType.SET, "P2Y", None),
        ("daily", TimexType.SET, "P1D", None),
        ("in the near future", TimexType.DATE, "FUTURE_REF", None),
    ],
)
def test_types_values_and_mods(words: str, timex_type: TimexType, value: str, mod: str | None) -> None:
    (found,) = find_times(f"They met {words}.", published=FRIDAY)
    assert (found.type, found.value, found.mod) == (timex_type, value, mod)


def test_a_date_nobody_prints_news_on_is_no_publication_date() -> None:
    (found,) = find_times("It happened yesterday.", published=date(9999, 1, 1))
    assert found.interval is None


def test_a_time_narrows_the_night_of_a_day_that_is_not_known() -> None:
    (found,) = find_times("At 2230 tonight, gunmen stormed a bank.", published=None)
    assert (found.value, found.interval) == ("XXXX-XX-XXT22:30", None)


def test_a_quarter_named_before_is_the_one_meant() -> None:
    found = find_times("Exports fell in the second quarter, against a year earlier.", published=FRIDAY)
    assert [one.value for one in found] == ["2023-Q2", "2022-Q2"]


@pytest.mark.parametrize("curfew", ["from 1800 to 0600", "from 1900 until 0500", "between 0600 and 1800"])
def test_hours_of_a_curfew_are_no_years(curfew: str) -> None:
    values = [found.value for found in find_times(f"A curfew {curfew} was imposed.", published=FRIDAY)]
    assert len(values) == 2
    assert all(value.startswith("2023-10-27T") for value in values)
