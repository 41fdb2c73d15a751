"""Where the reports of one incident cannot all be right, and where they only tell more or less."""

from datetime import date

import pytest

from tacitus.model import (
    Claim,
    ClaimField,
    EventKey,
    Interval,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Realis,
    TimePrecision,
    Value,
    contradicting,
)

MONDAY, TUESDAY, SUNDAY = date(2016, 11, 7), date(2016, 11, 8), date(2016, 11, 13)
HARIM = Place(name="Harim", country="SYR", lat=36.21, lon=36.52)
SALQIN = Place(name="Salqin", country="SYR", lat=36.14, lon=36.45)
RAQQA = Place(name="Raqqa", country="SYR", lat=35.95, lon=39.01)
IDLIB = Place(name="Idlib", country="SYR", lat=35.93, lon=36.63, precision=PlacePrecision.REGION)
TURKEY = Place(name="Turkey", country="TUR", precision=PlacePrecision.COUNTRY)
WEEK = Interval(from_=MONDAY, to=SUNDAY, precision=TimePrecision.WEEK)


def on(day: date) -> Interval:
    return Interval(from_=day, to=day)


def claims(field: ClaimField, *values: Value) -> list[Claim]:
    keys = [EventKey(doc_id=f"r{number}", event_id="e1") for number in range(len(values))]
    return [Claim(field=field, value=value, key=key) for value, key in zip(values, keys, strict=True)]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (ClaimField.KILLED, (Quantity(low=4, high=4), Quantity(low=6, high=6))),
        (ClaimField.KILLED, (Quantity(low=5), Quantity(low=2, high=4))),
        (ClaimField.INJURED, (Quantity(low=None, high=3), Quantity(low=9), Quantity(low=2))),
        (ClaimField.TIME, (on(MONDAY), on(TUESDAY))),
        (ClaimField.TIME, (WEEK, on(date(2016, 11, 14)))),
        (ClaimField.PLACE, (HARIM, RAQQA)),
        (ClaimField.PLACE, (IDLIB, TURKEY)),
        (ClaimField.REALIS, (Realis.DENIED.value, Realis.ALLEGED.value, Realis.OCCURRED.value)),
    ],
    ids=["numbers", "open", "third", "days", "after-the-week", "towns", "countries", "denied"],
)
def test_two_claims_that_cannot_both_be_true_contradict(field: ClaimField, values: tuple[Value, ...]) -> None:
    assert contradicting(claims(field, *values)) == (field,)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (ClaimField.KILLED, (Quantity(low=4), Quantity(low=6, high=6))),
        (ClaimField.KILLED, (Quantity(low=6, high=6, text="six", start=3, end=6), Quantity(low=6, high=6))),
        (ClaimField.TIME, (WEEK, on(TUESDAY))),
        (ClaimField.PLACE, (HARIM, SALQIN)),
        (ClaimField.PLACE, (HARIM, IDLIB)),
        (ClaimField.PLACE, (HARIM, Place(name="a market"))),
        (ClaimField.REALIS, (Realis.OCCURRED.value, Realis.ALLEGED.value)),
        (ClaimField.ACTORS, (Party(name="Ahrar al-Sham"), Party(name="the army"))),
        (ClaimField.CATEGORY, ("ASSAULT", "COERCE")),
    ],
    ids=[
        "at-least",
        "other-words",
        "more-exact",
        "near",
        "in-its-province",
        "unknown-place",
        "alleged",
        "parties",
        "code",
    ],
)
def test_what_may_all_be_true_contradicts_nothing(field: ClaimField, values: tuple[Value, ...]) -> None:
    assert contradicting(claims(field, *values)) == ()


def test_fields_are_told_apart_and_in_a_fixed_order() -> None:
    days, numbers = claims(ClaimField.TIME, on(MONDAY), on(TUESDAY)), claims(ClaimField.KILLED, Quantity(low=1, high=1))
    more = claims(ClaimField.KILLED, Quantity(low=2, high=2))
    assert contradicting([*numbers, *days]) == (ClaimField.TIME,)
    assert contradicting([*numbers, *more, *days]) == (ClaimField.TIME, ClaimField.KILLED)
