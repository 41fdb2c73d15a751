"""Incidents seen from afar are those that one reads one by one."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tacitus.ledger import IncidentFilter, IncidentOrder, IncidentRow, Ledger
from tacitus.linking import chain_ids, chains
from tacitus.model import Party
from tests.ledger.written import DAY, add, bombing, coded, raid, report
from tests.written import at

FRONT = Party(name="Dawn Front", country="SOM", sector="REB")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A bombing and a raid in answer to it, told by one report, and by another a bombing of which nobody says when."""
    text = report().text
    undated = bombing(
        time=None,
        actors=(FRONT, Party(name="Somali Armed Forces", country="SOM", sector="MIL")),
        recipients=(Party(name="police", **at(text, "police")),),
    )
    add(ledger, coded(bombing(actors=(FRONT,)), raid(recipients=(FRONT,))))
    add(ledger, coded(undated, of=report("b", text + " Again.", published=None)))
    ledger.link()
    return ledger


FILTERS = (
    IncidentFilter(),
    IncidentFilter(categories=("ASSAULT",)),
    IncidentFilter(party="dawn front"),
    IncidentFilter(query="again"),
    IncidentFilter(in_chain=True),
    IncidentFilter(from_=DAY, to=DAY),
    IncidentFilter(countries=("XXX",)),
)


@pytest.mark.parametrize("asked", FILTERS)
def test_points_days_and_counts_are_those_of_the_rows(filled: Ledger, asked: IncidentFilter) -> None:
    rows, survey = list(filled.incidents(asked)), filled.survey(asked)
    points, counts = survey.points(), survey.counts()
    assert survey.count() == points.total == counts.total == survey.days().total() == len(rows)
    assert survey.ids() == {row.incident.id for row in rows}
    placed = {
        row.incident.id: row.incident for row in rows if row.incident.place and row.incident.place.lat is not None
    }
    assert dict(zip(points.ids, zip(points.lat, points.lon, strict=True), strict=True)) == {
        name: (one.place and one.place.lat, one.place and one.place.lon) for name, one in placed.items()
    }
    assert survey.days() == Counter((row.first_day, row.incident.category) for row in rows)
    assert counts.categories == Counter(row.incident.category for row in rows)
    assert counts.countries == Counter(row.incident.place.country for row in rows if row.incident.place)
    assert counts.actors == Counter(party.name for row in rows for party in row.incident.actors)


def test_parties_and_pairs_count_an_incident_once(filled: Ledger) -> None:
    survey = filled.survey()
    rows = list(filled.incidents())
    assert survey.parties() == Counter(key for row in rows for key in {*_parties(row)})
    told = [(pair, row) for row in rows for pair in _pairs(row)]
    assert told
    assert {(pair.actor, pair.recipient): pair.n for pair in survey.pairs()} == Counter(pair for pair, _ in told)
    killed: dict[tuple[str, str], int | None] = {}
    for pair, row in told:
        figure = row.incident.killed and row.incident.killed.best
        killed[pair] = killed.get(pair) if figure is None else (killed.get(pair) or 0) + figure
    assert {(pair.actor, pair.recipient): pair.killed for pair in survey.pairs()} == killed
    both = [row for row in rows if len(_pairs(row)) > 1]
    assert len(both) == survey.n_between(("Dawn Front", "Somali Armed Forces"), ("police",)) == 1


def _pairs(row: IncidentRow) -> set[tuple[str, str]]:
    return {(actor.name, other.name) for actor in row.incident.actors for other in row.incident.recipients}


def _parties(row: IncidentRow) -> Iterator[tuple[str, str | None, str | None]]:
    for party in (*row.incident.actors, *row.incident.recipients):
        yield party.name, party.country, party.sector


def test_a_chain_is_what_answers_and_what_is_answered(filled: Ledger) -> None:
    found = {row.incident.id for row in filled.incidents(IncidentFilter(in_chain=True))}
    joined = {
        (one, other) for row in filled.incidents() for one in (row.incident.id,) for other in row.incident.responds_to
    }
    assert joined
    assert found == {name for pair in joined for name in pair}
    assert [(one.ids, one.answers) for one in chain_ids(filled.steps())] == [
        (tuple(each.id for each in chain.incidents), chain.answers)
        for chain in chains(row.incident for row in filled.incidents())
    ]


@pytest.mark.parametrize("order", list(IncidentOrder))
def test_pages_of_one_row_go_through_all_rows_the_undated_last(filled: Ledger, order: IncidentOrder) -> None:
    query = filled.incidents(order=order)
    rows, cursor = [], None
    while not rows or cursor:
        page = query.page(limit=1, cursor=cursor)
        rows.extend(page.rows)
        cursor = page.next
    assert [row.version for row in rows] == [row.version for row in query]
    if order in {IncidentOrder.NEWEST, IncidentOrder.OLDEST}:
        assert [row.last_day is None for row in rows] == sorted(row.last_day is None for row in rows)
    assert len(rows) == len(list(filled.incidents()))


def test_new_parties_and_reports_are_told_since_a_change(filled: Ledger) -> None:
    seen = filled.sequence()
    assert filled.parties(since=seen) == frozenset()
    assert filled.changed_reports(seen) == frozenset()
    text = report().text + " Third."
    add(filled, coded(raid(text, actors=(Party(name="Valley Watch", **at(text, "Soldiers")),)), of=report("c", text)))
    assert filled.changed_reports(seen) == {"c"}
    assert filled.parties(since=seen) == {("Valley Watch", None, None)}
    assert filled.parties() > filled.parties(since=seen)


def test_a_linking_has_a_number_of_its_own_only_if_it_found_something_to_do(filled: Ledger) -> None:
    before = filled.linking()
    filled.link()
    assert filled.linking() == before
    add(filled, coded(of=report("c", report().text + " Third.")))
    assert filled.linking() == before
    filled.link()
    assert filled.linking() > before


def test_texts_are_read_by_the_ids_of_their_reports(filled: Ledger) -> None:
    assert filled.texts(["b", "a", "nowhere"]) == {"a": report().text, "b": report().text + " Again."}
