"""Chains of incidents that answer each other."""

from dataclasses import replace
from datetime import date

from tacitus.linking import Step, chain_ids, chains, link
from tacitus.model import Incident, IncidentKind, Interval
from tests.linking.written import bombing, later, on, told


def incident(name: str, day: int | None = None, *, to: tuple[str, ...] = ()) -> Incident:
    time = Interval(from_=date(2027, 4, day), to=date(2027, 4, day)) if day else None
    return Incident(id=name, kind=IncidentKind.SINGLE, events=(), category="ASSAULT", time=time, responds_to=to)


def test_answers_across_reports_make_one_chain_in_the_order_of_time() -> None:
    raid = bombing("e2", category="COERCE", mode=("arrest",), responds_to=("e1",), time=on(later(2)), killed=None)
    march = bombing("e2", category="PROTEST", mode=("demo",), responds_to=("e1",), time=on(later(3)), killed=None)
    again = replace(raid, id="e1", responds_to=())
    linked = link(
        (told("a", bombing(), raid, published=later(2)), told("b", again, march, published=later(3))),
    )
    (chain,) = chains(linked.incidents)
    assert [found.category for found in chain.incidents] == ["ASSAULT", "COERCE", "PROTEST"]
    ids = [found.id for found in chain.incidents]
    assert chain.answers == ((ids[0], ids[1]), (ids[1], ids[2]))


def test_an_incident_alone_is_no_chain() -> None:
    assert chains((incident("a", 1), incident("b", 2))) == ()


def test_nothing_answers_what_had_not_happened_yet() -> None:
    assert chains((incident("a", 1, to=("b",)), incident("b", 2))) == ()


def test_a_circle_is_broken_at_the_answer_that_stands_earlier() -> None:
    (chain,) = chains((incident("a", 1, to=("c",)), incident("b", None, to=("a",)), incident("c", None, to=("b",))))
    assert len(chain.answers) == 2
    assert ("c", "a") not in chain.answers


def test_the_longest_chain_comes_first() -> None:
    short = (incident("a", 1), incident("b", 2, to=("a",)))
    long = (incident("c", 5), incident("d", 6, to=("c",)), incident("e", 7, to=("c",)))
    assert [len(chain.incidents) for chain in chains((*short, *long))] == [3, 2]


def test_on_one_day_what_was_answered_comes_before_its_answer() -> None:
    given = (incident("a", 1, to=("b",)), incident("b", 1, to=("c",)), incident("c", 1), incident("d", 2, to=("a",)))
    (chain,) = chains(given)
    assert [each.id for each in chain.incidents] == ["c", "b", "a", "d"]
    assert chain.answers == (("c", "b"), ("b", "a"), ("a", "d"))


def test_an_answer_to_an_incident_that_is_not_given_is_passed_over() -> None:
    assert chains((incident("a", 1, to=("elsewhere",)),)) == ()


def test_ids_alone_make_the_same_chains() -> None:
    steps = (Step(id="b", responds_to=("a",)), Step(id="a", first_day=date(2027, 4, 1), last_day=date(2027, 4, 2)))
    (chain,) = chain_ids(steps)
    assert chain.ids == ("a", "b")
    assert chain.answers == (("a", "b"),)
