"""Each rule finds what its sentence forbids, and passes over the same annotation once it is mended."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tacitus.model import Event, Interval, Party, Place, PlacePrecision, Quantity, Realis, Report, Span
from training.standoff import Annotation
from training.standoff.rules import QUESTIONS, STRICT, lint
from training.standoff.rules._codes import known_parties

TEXT = (
    "Ardonian troops clashed with rebels near Port Ardo last week, killing a shepherd and at least 12 people. "
    "Police found a bomb and arrested two men. The general ordered the brigade to retreat. "
    "The rebels captured three soldiers, seized the harbour, and allegedly attacked Belm. "
    "Both sides held talks in an attempt to end the war. Militants staged an armed strike in the north. "
    "Men who wore masks watched."
)
PUBLISHED = date(2024, 5, 8)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def words(found: str) -> dict[str, Any]:
    got = span(found)
    return {"text": got.text, "start": got.start, "end": got.end}


ARMY = Party(name="Ardonian Army", country="ARM", sector="MIL")
REBELS = Party(name="Ardonian rebels", country="ARM", sector="REB")


def event(trigger: str, category: str = "ASSAULT", **fields: Any) -> Event:
    return Event(**{"id": "e1", "category": category, "trigger": span(trigger), **fields})


CLASH = event("clashed", actors=(ARMY, REBELS), acled="Armed clash")

CASES: dict[str, tuple[Event, ...]] = {
    "unknown_code": (event("clashed", mode=("stroll",)),),
    "country_of_old": (event("clashed", actors=(replace(ARMY, country="SUN"),)),),
    "another_name": (event("clashed", actors=(Party(name="FARC", country="COL", sector="REB"),)),),
    "place_without_point": (event("clashed", place=Place(name="Port Ardo", country="ARM")),),
    "same_words_other_party": (CLASH, event("attacked", id="e2", actors=(replace(REBELS, sector="CRM"),))),
    "mode_left_out": (event("arrested", "COERCE"),),
    "acled_of_what_did_not_happen": (replace(CLASH, realis=Realis.PLANNED),),
    "acled_of_a_war": (event("war", acled="Armed clash"),),
    "doubted": (event("attacked"),),
    "ground_taken": (event("seized", "COERCE", acled="Non-state actor overtakes territory"),),
    "fighters_captured": (event("captured", "COERCE", mode=("arrest",), actors=(REBELS,), recipients=(ARMY,)),),
    "prevented_attack": (event("found", acled="Disrupted weapons use"),),
    "order_to_own_side": (event("ordered", "REQUEST", actors=(ARMY,), recipients=(ARMY,)),),
    "settled_late": (event("armed strike", "PROTEST"),),
    "list_of_places": tuple(event("attacked", id=f"e{n}", place=Place(name=f"P{n}")) for n in range(1, 6)),
    "blank_or_stop_at_the_edge": (event("talks ", "CONSULT"),),
    "article_or_adjective": (event("an attempt"),),
    "clause_in_party": (event("clashed", actors=(Party(name="x", **words("Men who wore masks")),)),),
    "long_trigger": (event("held talks in an attempt to"),),
    "number_without_number": (event("killing", killed=Quantity(low=1, high=1, **words("a shepherd"))),),
    "number_with_its_noun": (event("killing", killed=Quantity(low=12, **words("at least 12 people"))),),
    "bounds_unlike_words": (event("killing", killed=Quantity(low=12, high=12, **words("at least 12"))),),
    "time_with_preposition": (
        event("talks", "CONSULT", time=Interval(from_=PUBLISHED, to=PUBLISHED, **words("in an attempt"))),
    ),
    "week_unlike_guide": (event("clashed", time=Interval(from_=PUBLISHED, to=PUBLISHED, **words("last week"))),),
    "mutual_act_with_recipient": (event("talks", "CONSULT", actors=(ARMY,), recipients=(REBELS,)),),
    "fight_with_one_attacker": (event("clashed", acled="Armed clash", actors=(ARMY,), recipients=(REBELS,)),),
    "one_trigger_twice": (CLASH, replace(CLASH, id="e2")),
    "told_twice": (CLASH, event("killing", id="e2", actors=(ARMY, REBELS))),
    "total_beside_members": (CLASH, event("killing", id="e2", actors=(ARMY, REBELS), count=Quantity(low=2))),
    "answer_before_cause": (replace(CLASH, responds_to=("e2",)), event("attacked", id="e2", responds_to=("e1",))),
    "requested_act_beside_request": (
        event("ordered", "REQUEST"),
        event("retreat", "RETREAT", id="e2", realis=Realis.PLANNED),
    ),
}  # fmt: skip
MENDED: dict[str, tuple[Event, ...]] = {
    "unknown_code": (event("clashed", mode=("firearms",)),),
    "another_name": (
        event("clashed", actors=(Party(name="Revolutionary Armed Forces of Colombia", country="COL", sector="REB"),)),
    ),
    "place_without_point": (
        event("clashed", place=Place(name="the north", country="ARM", precision=PlacePrecision.REGION)),
    ),
    "mode_left_out": (event("arrested", "COERCE", mode=("arrest",)),),
    "doubted": (event("attacked", realis=Realis.ALLEGED),),
    "ground_taken": (event("seized", acled="Non-state actor overtakes territory"),),
    "prevented_attack": (event("found", acled="Disrupted weapons use", realis=Realis.PLANNED),),
    "settled_late": (event("armed strike", "COERCE", mode=("restrict",)),),
    "list_of_places": tuple(event("attacked", id=f"e{n}", place=Place(name=f"P{n}")) for n in range(1, 5)),
    "number_with_its_noun": (event("killing", killed=Quantity(low=12, **words("at least 12"))),),
    "bounds_unlike_words": (event("killing", killed=Quantity(low=12, **words("at least 12"))),),
    "week_unlike_guide": (
        event("clashed", time=Interval(from_=date(2024, 4, 29), to=date(2024, 5, 5), **words("last week"))),
    ),
    "mutual_act_with_recipient": (event("talks", "CONSULT", actors=(ARMY, REBELS)),),
    "fight_with_one_attacker": (CLASH,),
    "total_beside_members": (
        CLASH,
        event("killing", id="e2", actors=(ARMY, REBELS), count=Quantity(low=2), killed=Quantity(low=9, high=9)),
    ),
}
BY_NAME = {rule.__name__: rule for rule in STRICT + QUESTIONS}


def hits(name: str, events: tuple[Event, ...]) -> list[str]:
    annotation = Annotation(report=Report(doc_id="ardo", text=TEXT, published=PUBLISHED), events=events)
    return [hit.event_id for hit in BY_NAME[name](annotation)]


@pytest.mark.parametrize("name", CASES)
def test_the_rule_finds_what_its_sentence_forbids(name: str) -> None:
    assert hits(name, CASES[name])


@pytest.mark.parametrize("name", MENDED)
def test_the_rule_passes_over_what_is_mended(name: str) -> None:
    assert hits(name, MENDED[name]) == []


@pytest.mark.parametrize(
    ("name", "text", "trigger"),
    [
        ("future", "The army said that it will attack the port.", "attack"),
        ("negated", "The army denied having attacked the port.", "attacked"),
        ("foiled_plot", "Police foiled an attack on the port.", "attack"),
    ],
)
def test_cues_before_the_trigger_are_found(name: str, text: str, trigger: str) -> None:
    start = text.index(trigger)
    found = Event(id="e1", category="ASSAULT", trigger=Span.of(text, start, start + len(trigger)))
    annotation = Annotation(report=Report(doc_id="x", text=text), events=(found,))
    assert list(BY_NAME[name](annotation))


def test_every_rule_has_a_case_and_a_sentence() -> None:
    assert set(BY_NAME) == {*CASES, "future", "negated", "foiled_plot"}
    assert all(rule.__doc__ for rule in BY_NAME.values())


def test_lint_names_rule_and_event() -> None:
    annotation = Annotation(report=Report(doc_id="ardo", text=TEXT), events=CASES["acled_of_a_war"])
    found = [(rule, hit.event_id) for _, rule, hit in lint([annotation], STRICT)]
    assert found == [("acled_of_a_war", "e1")]


def test_a_canonical_name_is_nobody_elses_alias() -> None:
    names = known_parties()
    assert all(names[row.name].name == row.name for row in names.values() if row.name in names)
