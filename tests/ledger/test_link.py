"""What linking finds is kept; what it replaces is closed, never deleted; people's words on links stay."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import Action, IncidentFilter, IncidentOrder, Ledger, Ruling
from tacitus.ledger import _tables as t
from tacitus.linking import link
from tacitus.model import CodedReport, Quantity, Verdict
from tests.ledger.written import DAY, add, bombing, coded, key, report
from tests.written import at

OTHER = "At least six people died when a car bomb exploded in Baidoa, hospital doctors told reporters."


def _told_again(doc_id: str = "b", text: str = OTHER) -> CodedReport:
    six = Quantity(low=6, **at(text, "At least six"))
    return coded(bombing(text, killed=six), of=report(doc_id, text, published=DAY + timedelta(days=1), source="Radio"))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(ledger, coded(), _told_again())
    return ledger


def _joint(ledger: Ledger) -> str | None:
    """The incident of both bombings, None where they are two."""
    one, other = (ledger.event(key("e1", doc_id)).incident_id for doc_id in "ab")
    return one if one == other else None


def test_what_is_linked_comes_out_as_linking_made_it(filled: Ledger) -> None:
    filled.link()
    made = {incident.id: incident for incident in link(filled.coded_reports()).incidents}
    found = {row.incident.id: filled.incident(row.incident.id).incident for row in filled.incidents()}
    assert found == made


def test_contradicting_claims_stand_side_by_side(filled: Ledger) -> None:
    filled.link()
    incident_id = _joint(filled)
    assert incident_id
    page = filled.incident(incident_id)
    assert {(claim.source, claim.value.low) for claim in page.incident.claims if claim.field == "killed"} == {
        ("The Wire", 4),
        ("Radio", 6),
    }
    assert [row.key for row in page.events] == [key("e1", "a"), key("e1", "b")]
    (answer,) = page.answered_by
    assert filled.incident(answer).incident.responds_to == (incident_id,)


def test_linking_again_changes_nothing_and_adding_changes_what_it_touches(filled: Ledger) -> None:
    filled.link()
    again = filled.link()
    assert (again.n_added, again.n_closed) == (0, 0)
    third = "Five were killed when a car bomb exploded in Baidoa, the mayor said."
    add(filled, coded(bombing(third, killed=Quantity(low=5, high=5, **at(third, "Five"))), of=report("c", third)))
    added = filled.link()
    assert (added.n_added, added.n_closed) == (1, 1)
    assert len(filled.incident(_joint(filled) or "").incident.events) == 3
    with filled._database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(t.incidents)) == 3  # the closed one as well


def test_linking_report_by_report_is_linking_all_at_once(filled: Ledger) -> None:
    filled.link()
    add(filled, _third())
    step_by_step = filled.link()
    before = {row.incident.id: row.incident for row in filled.incidents()}
    anew = filled.link(whole=True)
    assert (anew.n_added, anew.n_closed, anew.n_incidents) == (0, 0, step_by_step.n_incidents)
    assert {row.incident.id: row.incident for row in filled.incidents()} == before


def _third() -> CodedReport:
    text = "A blast in Kismayo hurt nobody. Earlier a car bomb exploded in Baidoa."
    return coded(bombing(text, mentions=(), killed=None), of=report("c", text))


def test_a_cut_link_stays_cut(filled: Ledger) -> None:
    filled.link()
    assert _joint(filled)
    filled.decide_link(key("e1", "b"), key("e1", "a"), Verdict.CUT, by="Anna", comment="two bombs")
    assert _joint(filled) is None
    filled.link(whole=True)
    assert _joint(filled) is None
    (said,) = filled.link_verdicts(key("e1", "a"))
    assert (said.verdict, said.by, said.comment) == (Verdict.CUT, "Anna", "two bombs")
    filled.decide_link(key("e1", "a"), key("e1", "b"), None, by="Anna")
    assert _joint(filled)
    assert [said.verdict for said in filled.link_verdicts()] == [None, Verdict.CUT]


def test_a_confirmed_link_joins_what_the_program_keeps_apart(filled: Ledger) -> None:
    filled.link()
    assert len(list(filled.incidents())) == 2
    filled.decide_link(key("e2", "a"), key("e1", "b"), Verdict.CONFIRM, by="Anna")
    assert filled.event(key("e2", "a")).incident_id == filled.event(key("e1", "b")).incident_id


def test_a_word_on_nothing_is_refused(filled: Ledger) -> None:
    with pytest.raises(LedgerLookupError, match="no event 'e9'"):
        filled.decide_link(key("e1"), key("e9", "b"), Verdict.CUT, by="Anna")
    with pytest.raises(LedgerUseError, match="needs two events"):
        filled.decide_link(key("e1"), key("e1"), Verdict.CUT, by="Anna")


def test_a_rejected_event_leaves_its_incident(filled: Ledger) -> None:
    filled.link()
    filled.decide(key("e1", "b"), Ruling(action=Action.REJECT, by="Anna"))
    filled.link()
    assert filled.event(key("e1", "b")).incident_id is None
    assert len(filled.incident(filled.event(key("e1", "a")).incident_id or "").incident.events) == 1


def test_incidents_are_asked_for_by_filter(filled: Ledger) -> None:
    filled.link()
    bomb = _joint(filled)

    def ids(**where: object) -> list[str]:
        return [row.incident.id for row in filled.incidents(IncidentFilter(**where), IncidentOrder.KILLED)]

    assert ids()[0] == bomb
    assert len(ids()) == 2
    assert ids(categories=("ASSAULT",), countries=("SOM",), min_reports=2) == [bomb]
    assert ids(min_killed=7) == []
    assert ids(query="hospital doctors") == [bomb]
    assert ids(query='"doctors hospital"') == []
    assert ids(box=(40, 0, 50, 5)) == [bomb]
    assert ids(box=(170, 0, -170, 5)) == []
    assert ids(from_=DAY, to=DAY) == [bomb]
    assert ids(from_=DAY + timedelta(days=1)) == []
    assert ids(ids=(bomb,)) == [bomb]
    assert filled.survey(IncidentFilter(party="somali armed forces")).ids() == {*ids(actor="Somali Armed Forces")}


def test_an_incident_that_is_no_more_is_named(filled: Ledger) -> None:
    with pytest.raises(LedgerLookupError, match="no incident 'nope' now"):
        filled.incident("nope")
