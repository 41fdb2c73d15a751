"""Which events become one incident, which are only connected, and which stay apart."""

from datetime import date

import pytest

from tacitus.linking import Linked, link
from tacitus.model import Event, EventKey, IncidentKind, Place, Quantity, Realis, Relation
from tests.linking.written import BAIDOA, KISMAYO, OTHER_TEXT, SOMALIA, another, bombing, key, later, on, plan, told


def groups(linked: Linked) -> set[frozenset[EventKey]]:
    return {frozenset(incident.events) for incident in linked.incidents}


def together(*doc_ids: str) -> frozenset[EventKey]:
    return frozenset(key(doc_id) for doc_id in doc_ids)


def test_one_bombing_told_by_three_reports_is_one_incident_in_order_of_publication() -> None:
    reports = (told("c", bombing(), published=later(0)), told("a", bombing(), published=later(1)), told("b", bombing()))
    (incident,) = link(reports).incidents
    assert incident.events == (key("b"), key("c"), key("a"))
    assert incident.kind is IncidentKind.SINGLE


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(another(day=later(1)), id="the day after in the same town"),
        pytest.param(another(place=KISMAYO), id="the same day in another town"),
        pytest.param(another(category="CONSULT", mode=()), id="another kind of act"),
        pytest.param(another(place=Place(name="Baidoa", country="KEN", lat=0.0, lon=37.0)), id="another country"),
    ],
)
def test_a_similar_but_other_event_stays_apart(other: Event) -> None:
    assert len(link((told("a", bombing()), told("b", other, text=OTHER_TEXT))).incidents) == 2


@pytest.mark.parametrize(
    ("vague", "kind"),
    [
        pytest.param({"count": Quantity(low=2)}, IncidentKind.AGGREGATE, id="a total"),
        pytest.param({"time": on(later(-90), later(0))}, IncidentKind.AGGREGATE, id="a campaign"),
        pytest.param({"realis": Realis.GENERIC}, IncidentKind.GENERIC, id="what happens often"),
        pytest.param({"realis": Realis.HYPOTHETICAL}, IncidentKind.HYPOTHETICAL, id="what might happen"),
    ],
)
def test_what_is_not_one_happening_is_never_merged_into_one(vague: dict[str, object], kind: IncidentKind) -> None:
    linked = link((told("a", bombing()), told("b", bombing(**vague)), told("c", bombing())))  # type: ignore[arg-type]
    assert groups(linked) == {together("a", "c"), together("b")}
    assert next(incident.kind for incident in linked.incidents if incident.events == (key("b"),)) is kind


def test_equal_totals_over_equal_days_are_one_total() -> None:
    total = bombing(count=Quantity(low=19), time=on(later(-30), later(0)))
    other = bombing(count=Quantity(low=19), time=on(later(-29), later(0)))
    linked = link((told("a", total), told("b", total), told("c", other)))
    assert groups(linked) == {together("a", "b"), together("c")}


def test_what_was_denied_is_one_happening_with_what_was_told() -> None:
    linked = link((told("a", bombing()), told("b", bombing(realis=Realis.DENIED, killed=None))))
    assert groups(linked) == {together("a", "b")}
    assert linked.incidents[0].realis is Realis.OCCURRED


def test_a_plan_is_connected_with_its_doing_and_not_merged() -> None:
    linked = link((told("a", plan(later(3))), told("b", bombing(day=later(3)), published=later(3))))
    planned, done = sorted(linked.incidents, key=lambda incident: incident.kind is IncidentKind.SINGLE)
    assert (planned.kind, done.carries_out) == (IncidentKind.PLAN, (planned.id,))
    assert [(found.relation, found.left, found.right) for found in linked.links] == [
        (Relation.CARRIED_OUT, key("a"), key("b"))
    ]


def test_a_look_back_from_afar_recalls_the_incident_and_is_not_merged() -> None:
    linked = link((told("a", bombing(day=later(0))), told("b", bombing(day=later(0)), published=later(365))))
    single, historic = sorted(linked.incidents, key=lambda incident: incident.kind is IncidentKind.HISTORIC)
    assert (single.events, historic.events, historic.recalls) == ((key("a"),), (key("b"),), (single.id,))


def test_two_events_of_one_report_stay_two_though_a_third_resembles_both() -> None:
    linked = link((told("a", bombing("e1"), bombing("e2", trigger="killing", mode=())), told("b", bombing())))
    home = {event: incident.id for incident in linked.incidents for event in incident.events}
    assert home[key("a", "e1")] != home[key("a", "e2")]


def test_an_undated_event_is_taken_to_be_as_old_as_its_report() -> None:
    linked = link(
        (told("a", bombing()), told("b", bombing(day=None)), told("c", bombing(day=None), published=later(40)))
    )
    assert groups(linked) == {together("a", "b"), together("c")}


def test_every_link_has_its_reasons_whose_weights_and_the_prior_make_its_probability() -> None:
    from tacitus.linking import shipped_parameters  # noqa: PLC0415  beside what it is compared with

    (found,) = link((told("a", bombing()), told("b", bombing(place=SOMALIA)))).links
    prior = shipped_parameters().prior
    odds = prior / (1 - prior) * 2 ** sum(reason.weight for reason in found.reasons)
    assert found.probability == pytest.approx(odds / (1 + odds), abs=0.01)
    assert ("place", "same country no more told") in {(reason.comparison, reason.level) for reason in found.reasons}
    assert not any(reason.comparison == "injured" for reason in found.reasons), "neither report tells of injured"


def test_answers_lead_from_incident_to_incident() -> None:
    arrest = bombing("e2", category="COERCE", mode=("arrest",), responds_to=("e1",), day=later(2), killed=None)
    linked = link((told("a", bombing()), told("b", bombing(), arrest, published=later(2))))
    answer = next(incident for incident in linked.incidents if incident.category == "COERCE")
    cause = next(incident for incident in linked.incidents if incident.category == "ASSAULT")
    assert (answer.responds_to, cause.responds_to) == ((cause.id,), ())


@pytest.mark.parametrize("published", [date.min, date.max], ids=["the first", "the last"])
@pytest.mark.parametrize("changes", [{}, {"realis": Realis.PLANNED}, {"count": Quantity(low=2)}], ids=str)
def test_undated_events_at_either_end_of_the_calendar_are_linked(published: date, changes: dict[str, object]) -> None:
    undated = bombing(day=None, **changes)
    linked = link((told("a", undated, published=published), told("b", undated, published=published)))
    assert groups(linked) == {together("a", "b")}


def test_reports_without_dates_or_places_are_linked_by_what_they_do_tell() -> None:
    bare = {"day": None, "place": None, "recipients": (), "killed": None}
    linked = link(told(doc_id, bombing(**bare), published=None) for doc_id in "ab")  # type: ignore[arg-type]
    assert len(linked.links) <= 1
    assert sum(len(incident.events) for incident in linked.incidents) == 2


def test_nothing_and_a_single_event_can_be_linked() -> None:
    assert link(()) == Linked()
    (incident,) = link((told("a", bombing(place=BAIDOA)),)).incidents
    assert incident.events == (key("a"),)
