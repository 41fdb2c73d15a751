"""Whether the ledger is whole: spans equal their text, references hold, what is derived follows from the facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Table, select, text

from tacitus.errors import RecordError
from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._current import current
from tacitus.ledger._records import Action, Decision, Fault
from tacitus.ledger._rows import event_of, misfits, report_digest, report_of
from tacitus.ledger._write import decisions_of, derived, latest_coding
from tacitus.model import Event, Report

_CHUNK: Final = 200
_DERIVED: Final = (t.report_states, t.events, t.evidence)


def check(connection: Connection, *, is_sqlite: bool) -> Iterator[Fault]:
    """Every fault found, one after the other; none in a ledger that only tacitus wrote."""
    if is_sqlite:
        yield from _sqlite_faults(connection)
    ids = connection.scalars(select(t.reports.c.id).order_by(t.reports.c.id)).all()
    for chunk in chunks(ids, _CHUNK):
        rows = connection.execute(
            select(t.reports).where(t.reports.c.id.in_(chunk)).order_by(t.reports.c.id)
        ).mappings()
        for row in rows.all():
            yield from _of_report(connection, row)
    yield from _of_incidents(connection)


def _sqlite_faults(connection: Connection) -> Iterator[Fault]:
    """What SQLite itself finds: damaged pages, and rows that refer to none. PostgreSQL never lets these in."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Fault(where="the file", what=f"{said}; restore it from a copy")
    for table, number, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(where=f"{table} row {number}", what=f"refers to a row of {parent} that is not there")


def _of_report(connection: Connection, row: RowMapping) -> Iterator[Fault]:
    report, where = report_of(row), f"report {row['doc_id']}"
    if report_digest(report) != row["digest"]:
        yield Fault(where=where, what="the text or the day is not the one that was coded: its digest differs")
    try:
        known = _events(connection, row["id"])
        decisions = decisions_of(connection, row["id"])
    except RecordError as fault:
        yield Fault(where=where, what=f"an event cannot be read: {fault}")
        return
    for place, event in known:
        yield from _of_event(event, report, f"{where}, {place}")
    if unsound := tuple(_of_decisions(decisions, where)):
        yield from unsound
        return  # how the events stand does not follow from such decisions
    coding_id, coded = latest_coding(connection, row["id"])
    yield from _of_responses(coded, where)
    standings = current(coded, decisions)
    yield from _of_derived(connection, row, derived(row["id"], coding_id, standings, row["published"]), where)


def _events(connection: Connection, report_id: int) -> list[tuple[str, Event]]:
    """Every event that was ever coded or decided in a report, with where it stands."""
    coded = connection.execute(
        select(t.coded_events.c.coding_id, t.coded_events.c.record)
        .join(t.codings, t.codings.c.id == t.coded_events.c.coding_id)
        .where(t.codings.c.report_id == report_id)
    ).all()
    d = t.decisions.c
    decided = connection.execute(select(d.id, d.before, d.after).where(d.report_id == report_id)).all()
    found = [(f"coding {number}", record) for number, record in coded]
    found += [(f"decision {number}", record) for number, *both in decided for record in both if record is not None]
    return [(place, event_of(record)) for place, record in found]


def _of_event(event: Event, report: Report, where: str) -> Iterator[Fault]:
    for field, span in misfits(event, report):
        what = f"the {field} [{span.start}, {span.end}) does not hold the words that the text has there"
        yield Fault(where=f"{where}, event {event.id}", what=what)


def _of_responses(coded: Sequence[Event], where: str) -> Iterator[Fault]:
    ids = {event.id for event in coded}
    for event in coded:
        for other in event.responds_to:
            if other not in ids:
                yield Fault(where=f"{where}, event {event.id}", what=f"responds to {other!r}, which is not there")


def _of_decisions(decisions: Sequence[Decision], where: str) -> Iterator[Fault]:
    numbers = {decision.id: decision for decision in decisions}
    for decision in decisions:
        here = f"{where}, decision {decision.id}"
        if (decision.action is Action.UNDO) != (decision.undoes is not None):
            yield Fault(where=here, what="takes back nothing, or takes back something without being an undo")
        undone = numbers.get(decision.undoes or 0)
        if decision.undoes is not None and (undone is None or undone.key != decision.key or undone.id >= decision.id):
            yield Fault(where=here, what=f"takes back decision {decision.undoes}, which is no earlier one about it")
        if (decision.action in {Action.CONFIRM, Action.CORRECT, Action.ADD}) and decision.after is None:
            yield Fault(where=here, what="leaves no event")
        if decision.action is Action.REJECT and decision.before is None:
            yield Fault(where=here, what="rejects no event")


def _of_derived(
    connection: Connection, row: RowMapping, expected: Mapping[Table, Sequence[Mapping[str, Any]]], where: str
) -> Iterator[Fault]:
    for table in _DERIVED:
        found = connection.execute(select(table).where(table.c.report_id == row["id"])).mappings()
        if _bag(table, found) != _bag(table, expected[table]):
            what = f"the rows of {table.name} do not follow from its codings and decisions; `--mend` derives them anew"
            yield Fault(where=where, what=what, report_id=row["id"])


def _bag(table: Table, rows: Iterable[Mapping[str, Any] | RowMapping]) -> list[str]:
    names = sorted(column.name for column in table.columns)
    return sorted(repr([row[name] for name in names]) for row in rows)


def _of_incidents(connection: Connection) -> Iterator[Fault]:
    for statement, what in _REFERENCES:
        for (found,) in connection.execute(text(statement)):
            yield Fault(where=f"incident {found}", what=what)


_REFERENCES: Final = (
    (
        """
        SELECT DISTINCT i.incident_id FROM incidents i JOIN incident_events m ON m.incident = i.id
        LEFT JOIN coded_events c ON c.event_id = m.event_id
            AND c.coding_id IN (SELECT id FROM codings WHERE report_id = m.report_id)
        LEFT JOIN decisions d ON d.report_id = m.report_id AND d.event_id = m.event_id
        WHERE i.until IS NULL AND c.event_id IS NULL AND d.id IS NULL
        """,
        "has an event that no coding and no decision knows",
    ),
    (
        """
        SELECT min(i.incident_id) FROM incidents i JOIN incident_events m ON m.incident = i.id WHERE i.until IS NULL
        GROUP BY m.report_id, m.event_id HAVING count(*) > 1
        """,
        "shares an event with another incident",
    ),
    (
        """
        SELECT DISTINCT i.incident_id FROM incidents i JOIN incident_relations r ON r.incident = i.id
        WHERE i.until IS NULL AND NOT EXISTS
            (SELECT 1 FROM incidents o WHERE o.incident_id = r.other AND o.until IS NULL)
        """,
        "answers, carries out or recalls an incident that is not there",
    ),
    (
        """
        SELECT DISTINCT i.incident_id FROM incidents i JOIN claims c ON c.incident = i.id
        WHERE i.until IS NULL AND NOT EXISTS (SELECT 1 FROM incident_events m
            WHERE m.incident = i.id AND m.report_id = c.report_id AND m.event_id = c.event_id)
        """,
        "has a claim of an event that is not its own",
    ),
    (
        """
        SELECT i.incident_id FROM incidents i WHERE i.until IS NULL AND i.n_events <>
            (SELECT count(*) FROM incident_events m WHERE m.incident = i.id)
        """,
        "counts other events than it has",
    ),
)
