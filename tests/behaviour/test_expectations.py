"""How an expectation is held against a coded report, on a report coded by hand."""

from dataclasses import replace

import pytest

from tacitus.model import CodedReport, Report
from tests.behaviour._cases import Case, Expected, places
from tests.behaviour._checks import bounds, checks, holds
from tests.written import RAIDS, SHELLING, TEXT, VERSIONS

CODED = CodedReport(report=Report.of(TEXT), events=(SHELLING, RAIDS), versions=VERSIONS)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("category", "ASSAULT"),
        ("realis", "occurred"),
        ("mode", "heavy-weapons"),
        ("actor", "dawn front"),
        ("recipient", "market"),
        ("place", "Orlava"),
        ("precision", "exact"),
        ("time", "2021-03-02"),
        ("killed", "4+"),
        ("injured", ""),
        ("count", "1"),
        ("source", "GOVERNOR"),
        ("claimed_by", ""),
        ("same", "shelling"),
        ("answers", ""),
    ],
)
def test_stated_field_holds_and_its_opposite_does_not(key: str, wanted: str) -> None:
    assert holds(key, wanted, SHELLING, CODED)
    assert not holds(f"not_{key}", wanted, SHELLING, CODED)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("category", "COERCE"),
        ("actor", "Daw"),
        ("actor", ""),
        ("recipient", "Police"),
        ("time", "2021-03-02..2021-03-03"),
        ("killed", "4"),
        ("killed", ""),
        ("same", "raids"),
    ],
)
def test_other_values_do_not_hold(key: str, wanted: str) -> None:
    assert not holds(key, wanted, SHELLING, CODED)


def test_answer_is_named_by_words_of_the_event_answered() -> None:
    assert holds("answers", "shelled", RAIDS, CODED)
    assert not holds("answers", "raids", RAIDS, CODED)


def test_event_is_meant_once_and_by_its_category() -> None:
    twin = replace(SHELLING, id="e3", category="THREATEN")
    coded = replace(CODED, events=(twin, SHELLING))
    assault = Expected(trigger="shelled", stated=(("category", "ASSAULT"),))
    met = [check.met for check in checks(Case(text=TEXT, event=(assault, assault, assault)), coded)]
    assert met == [True, True, True, False, False, False]


def test_report_as_a_whole_is_checked() -> None:
    case = Case(text=TEXT, none=True, at_most=1, no_category=("COERCE", "AID"), no_event_at=("raids", "governor"))
    assert [check.met for check in checks(case, CODED)] == [False, False, False, True, False, True]


def test_words_are_found_whole_and_by_their_number() -> None:
    text = "a shell, shells, a shell"
    assert places("shell#2", text) == ((19, 24),)
    assert places("shells|shell", text) == ((9, 15), (2, 7))
    with pytest.raises(ValueError, match="is not in"):
        places("shell#3", text)


@pytest.mark.parametrize(
    ("wanted", "expected"), [("4", (4, 4)), ("4+", (4, None)), ("10-15", (10, 15)), ("-50", (None, 50))]
)
def test_bounds_are_read(wanted: str, expected: tuple[int | None, int | None]) -> None:
    assert bounds(wanted) == expected
