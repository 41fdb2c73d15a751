"""A person's word on a link outweighs the model and survives relinking."""

from tacitus.linking import extend, link
from tacitus.model import EventKey, LinkDecision, Relation, Verdict
from tests.linking.written import KISMAYO, OTHER_TEXT, another, bombing, key, later, plan, told

SAME = [told("a", bombing()), told("b", bombing()), told("c", bombing())]
APART = [told("a", bombing()), told("b", another(place=KISMAYO), text=OTHER_TEXT)]


def decision(left: str, right: str, verdict: Verdict, relation: Relation = Relation.SAME) -> LinkDecision:
    return LinkDecision(left=key(left), right=key(right), verdict=verdict, by="Anna", relation=relation)


def groups(linked: object) -> set[frozenset[EventKey]]:
    return {frozenset(incident.events) for incident in linked.incidents}  # type: ignore[attr-defined]


def test_a_confirmed_link_joins_what_the_model_keeps_apart_and_says_who_decided() -> None:
    linked = link(APART, decisions=[decision("b", "a", Verdict.CONFIRM)])
    assert groups(linked) == {frozenset({key("a"), key("b")})}
    assert [(found.probability, found.decided_by) for found in linked.links] == [(1.0, "Anna")]


def test_a_cut_link_parts_what_the_model_joins_and_keeps_the_models_reasons() -> None:
    linked = link(SAME[:2], decisions=[decision("a", "b", Verdict.CUT)])
    assert len(linked.incidents) == 2
    (found,) = linked.links
    assert (found.probability, found.decided_by) == (0.0, "Anna")
    assert found.reasons


def test_a_cut_pair_stays_apart_though_others_resemble_both() -> None:
    linked = link(SAME, decisions=[decision("a", "b", Verdict.CUT)])
    assert not any({key("a"), key("b")} <= group for group in groups(linked))


def test_a_decision_survives_new_reports() -> None:
    decisions = [decision("a", "b", Verdict.CUT)]
    linked = extend(link(SAME[:2], decisions=decisions), SAME[:2], SAME[2:], decisions=decisions)
    assert not any({key("a"), key("b")} <= group for group in groups(linked))


def test_the_later_of_two_contradicting_decisions_stands_and_the_other_is_named() -> None:
    earlier, later_one = decision("a", "b", Verdict.CUT), decision("b", "a", Verdict.CONFIRM)
    linked = link(APART, decisions=[earlier, later_one])
    assert (len(linked.incidents), linked.overruled) == (1, (earlier,))


def test_a_cut_that_later_confirmations_join_by_a_detour_is_overruled() -> None:
    cut = decision("a", "c", Verdict.CUT)
    chain = [decision("a", "b", Verdict.CONFIRM), decision("b", "c", Verdict.CONFIRM)]
    linked = link(SAME, decisions=[cut, *chain])
    assert (len(linked.incidents), linked.overruled) == (1, (cut,))


def test_that_a_plan_was_carried_out_can_be_cut() -> None:
    reports = [told("a", plan(later(3))), told("b", bombing(day=later(3)), published=later(3))]
    linked = link(reports, decisions=[decision("a", "b", Verdict.CUT, Relation.CARRIED_OUT)])
    assert not any(incident.carries_out for incident in linked.incidents)


def test_a_decision_about_an_event_that_is_no_longer_there_is_passed_over() -> None:
    linked = link(SAME[:1], decisions=[decision("a", "gone", Verdict.CONFIRM)])
    assert groups(linked) == {frozenset({key("a")})}


def test_a_plan_that_a_person_calls_one_with_its_doing_does_not_carry_out_itself() -> None:
    reports = [told("a", plan(later(3))), told("b", bombing(day=later(3)), published=later(3))]
    (incident,) = link(reports, decisions=[decision("a", "b", Verdict.CONFIRM)]).incidents
    assert incident.carries_out == ()
