from datetime import date

import pytest

from tacitus.model import Interval, Party, Place, PlacePrecision, Quantity, Span, TimePrecision
from tacitus.views import _phrases
from tacitus.views._excerpt import around


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (19, None, "at least 19"),
        (1400, 1400, "1,400"),
        (10, 15, "10 to 15"),
        (None, 5, "up to 5"),
        (None, None, "an untold number"),
        (0, 0, "0"),
    ],
)
def test_bounds_in_words(low: int | None, high: int | None, words: str) -> None:
    assert _phrases.amount(Quantity(low=low, high=high)) == words


@pytest.mark.parametrize(
    ("last", "precision", "words"),
    [
        (date(2023, 10, 17), TimePrecision.DAY, "Tue 17 Oct 2023"),
        (date(2023, 10, 27), TimePrecision.DAYS, "Tue 17 Oct 2023 – Fri 27 Oct 2023"),
        (date(2023, 10, 31), TimePrecision.MONTH, "Tue 17 Oct 2023 – Tue 31 Oct 2023 (month)"),
        (date(2025, 1, 4), TimePrecision.LONGER, "Tue 17 Oct 2023 – Sat 4 Jan 2025"),
    ],
)
def test_intervals_in_words(last: date, precision: TimePrecision, words: str) -> None:
    assert _phrases.days(Interval(from_=date(2023, 10, 17), to=last, precision=precision)) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(name="Orlava", country="XXX"), "Orlava, XXX"),
        (Place(name="Orlava", precision=PlacePrecision.NEAR, lat=-1, lon=2), "near Orlava (1.00°S 2.00°E)"),
        (Place(name="Orl", region="Orl", precision=PlacePrecision.REGION), "in Orl"),
        (Place(name="Orlava", region="Orl", country="XXX", lat=0, lon=-180), "Orlava, Orl, XXX (0.00°N 180.00°W)"),
    ],
)
def test_places_in_words(place: Place, words: str) -> None:
    assert _phrases.place(place) == words


@pytest.mark.parametrize(
    ("best", "low", "high", "words"),
    [
        (1400, 1400, 1400, "1,400"),
        (6, 2, 13, "6 (claims from 2 to 13)"),
        (4, 4, None, "at least 4"),
        (9, 4, None, "9 (claims from 4 upward)"),
        (9, None, 9, "9 (claims from 0 to 9)"),
        (None, None, None, "an untold number"),
    ],
)
def test_a_figure_is_told_with_the_bounds_of_its_claims(
    best: int | None, low: int | None, high: int | None, words: str
) -> None:
    assert _phrases.figure_in_words(best, low, high) == words


def test_a_party_without_country_and_sector_is_its_name() -> None:
    assert _phrases.party(Party(name="gunmen")) == "gunmen"
    assert _phrases.party(Party(name="gunmen", sector="UAF")) == "gunmen (UAF)"


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Title\n\nOne struck two.\nThree.", "One struck two."),
        ("a " * 100 + "struck" + " b" * 100, "a " * 54 + "struck" + " b" * 54),
        ("a" * 300 + "struck" + "b" * 300, "a" * 110 + "struck" + "b" * 110),
    ],
    ids=["paragraph", "words", "no-blank"],
)
def test_an_excerpt_keeps_to_the_paragraph_and_to_whole_words(text: str, excerpt: str) -> None:
    start = text.index("struck")
    first, last = around(Span.of(text, start, start + 6), text)
    assert text[first:last] == excerpt
