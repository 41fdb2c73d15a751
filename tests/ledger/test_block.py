"""After people's words on links, linking reads what these can change, and comes to what linking everything comes to."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from benchmarks.linking_speed import reports
from tacitus.ledger import Ledger
from tacitus.ledger._block import block
from tacitus.ledger._linking import current_incidents
from tacitus.model import CodedReport, EventKey, Incident, Realis, Verdict
from tests.ledger.written import add

N_EVENTS = 2000


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of made-up events, some planned, some in answer to another. Words said in one test hold in the next."""
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "war.db") as ledger:
        add(ledger, *map(_with_plans_and_answers, reports(N_EVENTS)))
        ledger.link()
        yield ledger


def _with_plans_and_answers(coded: CodedReport) -> CodedReport:
    chance = Random(coded.doc_id)  # noqa: S311  no secret
    first, second, *rest = coded.events
    realis = Realis.PLANNED if chance.random() < 0.3 else Realis.OCCURRED
    events = (first, replace(second, responds_to=(first.id,)), *(replace(event, realis=realis) for event in rest))
    return replace(coded, events=events)


def _incidents(ledger: Ledger) -> dict[str, Incident]:
    with ledger._database.reading() as connection:
        return {incident.id: incident for incident in current_incidents(connection)}


def _words(ledger: Ledger, chance: Random) -> Iterator[tuple[EventKey, EventKey, Verdict]]:
    """Cuts within incidents, and confirmations of events that are two incidents, one after the other."""
    found = [incident.events for incident in _incidents(ledger).values()]
    joint = [events for events in found if len(events) > 1]
    for _ in range(4):
        left, right, *_ = chance.choice(joint)
        yield left, right, Verdict.CUT
        (left, *_), (right, *_) = chance.sample(found, 2)
        yield left, right, Verdict.CONFIRM
        yield left, right, Verdict.CUT


def test_linking_after_words_on_links_is_linking_everything(war: Ledger) -> None:
    for left, right, verdict in list(_words(war, Random(1))):  # noqa: S311  no secret
        war.decide_link(left, right, verdict, by="Anna")
    for said in war.link_verdicts()[::3]:
        war.decide_link(said.left, said.right, None, by="Anna")
    step_by_step, counted = _incidents(war), war.link()
    anew = war.link(whole=True)
    assert (anew.n_added, anew.n_closed) == (0, 0)
    assert (anew.n_events, anew.n_links, anew.n_incidents) == (counted.n_events, counted.n_links, counted.n_incidents)
    assert _incidents(war) == step_by_step
    assert not list(war.check())


def test_a_word_on_a_link_touches_its_surroundings_alone(war: Ledger) -> None:
    newest = war.sequence()
    row = next(row for row in war.incidents() if row.n_reports > 1)
    left, right, *_ = row.incident.events
    war.decide_link(left, right, Verdict.CUT, by="Anna", relink=False)
    with war._database.reading() as connection:
        found = block(connection, newest)
    told = {key for incident in found.linked.incidents for key in incident.events}
    assert {left, right} <= told
    assert len(found.reports) < N_EVENTS / 5 / 10
