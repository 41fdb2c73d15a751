"""How two fillings of a report are compared, on codings made by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import tacitus
from tacitus.model import CodedReport, Event, Party, Place, Report
from tests.behaviour._differences import compare
from tests.behaviour._reports import Pair, Side, Template
from tests.written import VERSIONS, at, span

PAIR = Pair(
    name="norland_sudland",
    sides={
        "A": Side(forms={"name": "Norland", "adjective": "Norlandish"}, country="NOR"),
        "B": Side(forms={"name": "Greater Sudland", "adjective": "Sudlandish"}, country="SUD"),
    },
    alike=True,
)
TEMPLATE = Template(pair=PAIR, text="{A.adjective} guns shelled {B} on Monday; villagers fled. {^A} was silent.")


def _coded(text: str) -> CodedReport:
    """The shelling, coded alike for both."""
    actor, country = ("Norlandish guns", "NOR") if text.startswith("Norlandish") else ("Sudlandish guns", "SUD")
    victims = {"NOR": "SUD", "SUD": "NOR"}[country]
    event = Event(
        id="e1",
        category="ASSAULT",
        trigger=span(text, "shelled"),
        actors=(Party(name=f"{country} guns", country=country, sector="MIL", **at(text, actor)),),
        recipients=(Party(name="villagers", country=victims, sector="CVL", **at(text, "villagers")),),
        place=Place(name="Orlava", country="XXX"),
    )
    return CodedReport(report=Report.of(text), events=(event,), versions=VERSIONS)


def _differing(monkeypatch: pytest.MonkeyPatch, coder: Callable[[str], CodedReport]) -> dict[str, int]:
    def code(text: str, *, published: date | None = None) -> CodedReport:  # noqa: ARG001  as the real one
        return coder(text)

    monkeypatch.setattr(tacitus, "code", code)
    return dict(compare(TEMPLATE).n_differing)


def test_both_fillings_and_their_spots() -> None:
    first, second = TEMPLATE.filled(exchanged=False), TEMPLATE.filled(exchanged=True)
    assert first.text == "Norlandish guns shelled Greater Sudland on Monday; villagers fled. Norland was silent."
    assert second.text == "Sudlandish guns shelled Norland on Monday; villagers fled. Greater Sudland was silent."
    assert first.spots(span(first.text, "villagers")) == second.spots(span(second.text, "villagers"))
    assert first.spot(first.text.index("Sudland")) == (TEMPLATE.text.index("{B}"), 1)
    assert first.names_party(span(first.text, "guns shelled Greater"))
    assert not first.names_party(span(first.text, "guns shelled"))


def test_names_exchanged_are_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _differing(monkeypatch, _coded) == {}


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("category", {"category": "COERCE"}),
        ("place", {"place": Place(name="Elsewhere", country="XXX")}),
        ("place", {"place": None}),
        ("recipient", {"recipients": ()}),
        ("mode", {"mode": ("aerial",)}),
    ],
)
def test_what_only_one_side_gets_is_a_difference(
    monkeypatch: pytest.MonkeyPatch, field: str, change: dict[str, Any]
) -> None:
    def coder(text: str) -> CodedReport:
        coded = _coded(text)
        return coded if text.startswith("Norlandish") else replace(coded, events=(replace(coded.events[0], **change),))

    assert _differing(monkeypatch, coder) == {field: 1}


def test_event_of_one_side_only_differs_in_all_its_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    def coder(text: str) -> CodedReport:
        coded = _coded(text)
        return coded if text.startswith("Norlandish") else replace(coded, events=())

    fields = ("category", "realis", "trigger", "actor", "recipient", "place")
    assert _differing(monkeypatch, coder) == dict.fromkeys(fields, 1)
