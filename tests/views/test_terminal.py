import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tacitus.model import CodedReport, Event
from tacitus.views import as_terminal, visible
from tests.written import CODED, RAIDS, SHELLING, TEXT, coded, span


def _printed(report: CodedReport, *, colour: bool = False, width: int = 110) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None).print(
        as_terminal(report)
    )
    return stream.getvalue()


def test_the_account_tells_each_value_with_its_words() -> None:
    printed = _printed(coded(SHELLING, RAIDS))
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    for expected in (
        "e1 ASSAULT heavy-weapons · Shelling/artillery/missile attack confidence 0.88",
        "when Tue 2 Mar 2021 “late on Tuesday”",
        "who Dawn Front (REB) “Rebels of the Dawn Front”",
        "to whom market of Orlava “the market of Orlava”",
        "where Orlava, XXX (1.50°N 2.25°W) “Orlava”",
        "killed at least 4 “at least four”",
        "on the word of “the governor”",
        "when Mon 1 Mar 2021 – Wed 3 Mar 2021 (week)",
        "how many at least 2 events",
        "realis alleged",
        "in answer to e1 ASSAULT, shelled",
        "note the place is deduced",
    ):
        assert expected in lines


def test_evidence_is_coloured_in_the_excerpt() -> None:
    assert "\x1b[1;7mshelled\x1b[0m" in _printed(coded(SHELLING), colour=True)
    assert "\x1b[34mRebels of the Dawn Front\x1b[0m" in _printed(coded(SHELLING), colour=True)


def test_a_label_is_printed_once_for_its_lines() -> None:
    event = Event(
        id="e1",
        category="AID",
        trigger=span(TEXT, "shelled"),
        weapons=(span(TEXT, "market"), span(TEXT, "raids")),
    )
    assert sum(line.strip().startswith("with ") for line in _printed(coded(event)).splitlines()) == 1


def test_a_missing_publication_date_is_told() -> None:
    assert "relative dates stay unresolved" in _printed(coded(published=None))


def test_no_events_is_told() -> None:
    assert "no events" in _printed(coded())


def test_a_text_not_read_whole_is_told() -> None:
    assert "only 50% of the text was read" in _printed(coded(share_read=0.5))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x9b31mred", "\N{REPLACEMENT CHARACTER}31mred"),
        ("\x07bell\x7f", "␇bell␡"),
        ("two\rlines\tand\x85three", "two lines and three"),
        ("left\u202etfel", "left\N{REPLACEMENT CHARACTER}tfel"),
        ("\udc80", "\N{REPLACEMENT CHARACTER}"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("Orlāva, كييف, क्षेत्र", "Orlāva, كييف, क्षेत्र"),
    ],
    ids=["escape", "c1", "bell", "line-ends", "override", "surrogate", "rich-markup", "scripts"],
)
def test_what_a_terminal_would_obey_is_shown(hostile: str, shown: str) -> None:
    text = f"{hostile} struck"
    event = Event(id="e1", category="ASSAULT", trigger=span(text, "struck"), weapons=(span(text, hostile),))
    assert visible(hostile) == shown
    printed = _printed(coded(event, text=text), width=200)
    assert f"“{shown}”" in printed
    assert f"{shown} struck" in printed


@given(st.text(st.characters(codec=None)))
def test_visible_text_keeps_its_length_and_holds_no_control(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert not {"Cc", "Cs"} & {unicodedata.category(char) for char in visible(text)}


@given(CODED)
def test_any_coded_report_can_be_printed(report: CodedReport) -> None:
    assert not {"Cc"} & {unicodedata.category(char) for char in _printed(report).replace("\n", "")}
