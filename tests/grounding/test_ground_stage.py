"""The front door of the stage: each kind of mention gets its meaning in its own place."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tacitus.grounding import ground
from tacitus.grounding.parties import Registry
from tacitus.model import Grounding, Kind, Mention, Place, Reading, Report, Span

TEXT = "On Monday at least five soldiers fired rifles near a river in Chad, Hamas said last week."
WANTED = (
    (Kind.TIME, "Monday"),
    (Kind.NUMBER, "at least five"),
    (Kind.PARTY, "five soldiers"),
    (Kind.WEAPON, "rifles"),
    (Kind.PLACE, "Chad"),
    (Kind.PARTY, "Hamas"),
    (Kind.TIME, "last week"),
)


@pytest.fixture(autouse=True)
def places_of_chad(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places from nowhere: the gazetteer has tests of its own, and takes seconds to build."""

    def ground_places(_: Report, spans: Sequence[Span], *, gazetteer: object) -> tuple[Place, ...]:
        assert gazetteer == "no gazetteer"
        return tuple(Place(name=span.text, country="TCD") for span in spans)

    monkeypatch.setattr("tacitus.grounding._ground.ground_places", ground_places)


def grounded(published: date | None) -> Grounding:
    mentions = tuple(
        Mention(kind=kind, span=Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words)), p=1.0)
        for kind, words in WANTED
    )
    report = Report.of(TEXT, published=published)
    reading = Reading(mentions=mentions, happenings=())
    gazetteer: Any = "no gazetteer"
    return ground(report, reading, gazetteer=gazetteer, registry=Registry.load())


def test_every_value_stands_beside_its_mention() -> None:
    grounding = grounded(date(2022, 5, 4))
    assert [[party.sector for party in parties] for parties in grounding.parties] == [
        [], [], ["MIL"], [], [], ["REB"], []
    ]  # fmt: skip
    assert [time and time.from_ for time in grounding.times] == [
        date(2022, 5, 2), None, None, None, None, None, date(2022, 4, 25)
    ]  # fmt: skip
    assert [quantity and quantity.low for quantity in grounding.quantities] == [None, 5, None, None, None, None, None]
    assert [place and place.country for place in grounding.places] == [None, None, None, None, "TCD", None, None]
    assert grounding.remarks == ()


def test_times_that_need_a_publication_date_are_remarked() -> None:
    grounding = grounded(None)
    assert grounding.times == (None,) * len(WANTED)
    assert grounding.remarks == (
        "No publication date: 2 times stay unresolved, because relative dates are counted from it.",
    )
